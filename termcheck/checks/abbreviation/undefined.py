"""abbreviation/undefined."""

from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.introductions import (
    english_definitions,
    english_expanded,
    english_uses,
    russian_expanded,
    russian_uses,
)
from termcheck.checks.slipped_abbreviations import slipped_abbreviations
from termcheck.checks.wrong_abbreviations import is_slip, wrong_abbreviations
from termcheck.language.initials import name_of
from termcheck.language.morphology import readings
from termcheck.language.scripts import CYRILLIC, script
from termcheck.model import RUSSIAN, Mention, Message, Pair, Passage, Problem, Register, Severity
from termcheck.recognition.abbreviations import key, known


@check("abbreviation/undefined", Severity.HINT, Reach.DOCUMENT)
def undefined(bitext: Bitext) -> Iterator[Problem]:
    """Find an abbreviation that the report nowhere explains.

    Told once, at its first place. Nothing is said of abbreviations that everyone knows or the glossary has,
    nor where the English leaves its own unexplained. A warning for one that is a letter away from that of
    the glossary for the body which the English names here.

    Wrong:  Взносы в ФРСГ растут.
    Right:  Взносы в Фонд развития сел и городов (ФРСГ) растут.
    """
    explained = russian_expanded(bitext) | {
        key(right) for wrong in wrong_abbreviations(bitext) for right in wrong.right
    }
    for slipped in slipped_abbreviations(bitext):
        explained |= {key(slipped.right), *(key(place.text) for place in slipped.places)}
    for word, places in russian_uses(bitext).items():
        first = places[0]
        if word in explained or word in known() or _is_word(first.text) or _is_named(first, bitext):
            continue
        pair = _trusted(places, bitext)
        if slip := _slip(first, pair, bitext):
            yield Problem(
                first,
                Message("«{found}» is nearly «{right}»", {"found": first.text, "right": slip}),
                suggestions=(slip,),
                related=places[1:],
                severity=Severity.WARNING,
                cause=word,
            )
            continue
        if bitext.english is not None and (pair is None or _english_does_the_same(pair, bitext)):
            continue
        yield Problem(
            first,
            Message("«{found}» is nowhere explained", {"found": first.text}),
            related=places[1:],
            cause=word,
        )


def _is_word(text: str) -> bool:
    """Tell whether the dictionary has a word, as an abbreviation that all know or as a word in capitals."""
    return script(text) == CYRILLIC and any(reading.known for reading in readings(text))


def _is_named(place: Passage, bitext: Bitext) -> bool:
    """Tell whether an abbreviation stands inside a name of the glossary, or is one."""
    return bool(bitext.glossary.named(place.text)) or any(
        mention.passage.span.start <= place.span.start < mention.passage.span.end
        for mention in bitext.russian.mentions[place.segment.position]
    )


def _trusted(places: Sequence[Passage], bitext: Bitext) -> Pair | None:
    """Return the first trusted pair in which an abbreviation stands."""
    pairs = (bitext.counterpart(place.segment) for place in places)
    return next((pair for pair in pairs if pair is not None), None)


def _english_does_the_same(pair: Pair, bitext: Bitext) -> bool:
    """Tell whether the English of a pair has an abbreviation that it nowhere explains.

    Those that the Russian answers by a name of the glossary, and those that all know, do not count.
    """
    answered = {mention.concept.id for mention in bitext.russian_mentions(pair.target)}
    mentions = bitext.english_mentions(pair.source)
    segments = {passage.segment.position for passage in pair.source}
    for word, places in english_uses(bitext).items():
        here = [place for place in places if place.segment.position in segments]
        if not here or word in english_expanded(bitext) or word in known():
            continue
        if not all(any(_covers(m, place) and m.concept.id in answered for m in mentions) for place in here):
            return True
    # What the English introduces here under another short name is explained in the Russian by that.
    return any(d.announced for number in segments for d in english_definitions(bitext)[number])


def _covers(mention: Mention, place: Passage) -> bool:
    own = mention.passage
    return own.segment is place.segment and own.span.start <= place.span.start < own.span.end


def _slip(place: Passage, pair: Pair | None, bitext: Bitext) -> str | None:
    """Return the abbreviation that was meant: the English names its body, and the Russian does not."""
    if pair is None:
        return None
    answered = {mention.concept.id for mention in bitext.russian_mentions(pair.target)}
    for mention in bitext.english_mentions(pair.source):
        if mention.concept.id in answered:
            continue
        names = [term.text for term in mention.concept.terms if term.language == RUSSIAN]
        if any(name_of(place.text, name) for name in names):
            return None  # another abbreviation of the body: «КЛДОЖ» beside «КЛДЖ»
        for term in mention.concept.terms:
            if (term.language, term.register) != (RUSSIAN, Register.ABBREVIATION):
                continue
            if is_slip(place.text, term.text):
                return term.text
    return None
