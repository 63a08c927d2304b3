"""Abbreviations that nothing knows, a letter away from one that the English calls for: «ЮОНПС» for UNOPS."""

from functools import lru_cache

from termcheck.alignment.bitext import Bitext
from termcheck.checks.introductions import english_uses, russian_expanded, russian_uses
from termcheck.checks.slipped_abbreviations import slipped_abbreviations
from termcheck.checks.wrong_abbreviations import is_slip, wrong_abbreviations
from termcheck.language.initials import name_of
from termcheck.language.morphology import readings
from termcheck.language.scripts import CYRILLIC, script
from termcheck.model import RUSSIAN, Mention, Pair, Passage, Register
from termcheck.recognition.abbreviations import key, known

_LONG = 5  # letters from which one that is amiss can make no other abbreviation


@lru_cache(maxsize=4)
def unexplained(bitext: Bitext) -> dict[str, tuple[Passage, ...]]:
    """Return the abbreviations of the Russian that nothing explains, nor a dictionary knows."""
    explained = russian_expanded(bitext) | {
        key(right) for wrong in wrong_abbreviations(bitext) for right in wrong.right
    }
    for slipped in slipped_abbreviations(bitext):
        explained |= {key(slipped.right), *(key(place.text) for place in slipped.places)}
    return {
        word: places
        for word, places in russian_uses(bitext).items()
        if word not in explained
        and word not in known()
        and not _is_word(places[0].text)
        and not _is_named(places[0], bitext)
    }


@lru_cache(maxsize=4)
def misspelt_abbreviations(bitext: Bitext) -> dict[Passage, str]:
    """Return the places of unexplained abbreviations that are a slip of another one, with that one.

    Either the English names the body whose abbreviation it nearly is, or it has an abbreviation there for
    which the Russian writes the other one elsewhere, or a long one has two letters exchanged.
    """
    return {
        place: right
        for word, places in unexplained(bitext).items()
        if script(places[0].text) == CYRILLIC
        for place in places
        if (right := _meant(word, place, bitext))
    }


def _meant(word: str, place: Passage, bitext: Bitext) -> str | None:
    pair = bitext.counterpart(place.segment)
    by_english = pair and (_of_body(place, pair, bitext) or _of_document(word, place, pair, bitext))
    return by_english or _exchanged(place.text, bitext)


def _exchanged(text: str, bitext: Bitext) -> str | None:
    """Return the abbreviation of the glossary or of the document, with two letters exchanged."""
    for at in range(len(text) - 1 if len(text) >= _LONG and text.isupper() else 0):
        other = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        terms = (term for concept in bitext.glossary.named(other) for term in concept.terms)
        if other != text and (
            _is_surer(key(other), key(text), bitext)
            or any(term.register is Register.ABBREVIATION and term.text == other for term in terms)
        ):
            return other
    return None


def _is_surer(one: str, other: str, bitext: Bitext) -> bool:
    """Tell whether the document explains one abbreviation, or has it in more places than the other."""
    uses = russian_uses(bitext)
    return one in russian_expanded(bitext) or len(uses.get(one, ())) > len(uses.get(other, ()))


def _is_word(text: str) -> bool:
    """Tell whether the dictionary has a word, as an abbreviation that all know or as a word in capitals."""
    return script(text) == CYRILLIC and any(reading.known for reading in readings(text))


def _is_named(place: Passage, bitext: Bitext) -> bool:
    """Tell whether an abbreviation stands inside a name of the glossary, or is one."""
    return bool(bitext.glossary.named(place.text)) or any(
        _covers(mention, place) for mention in bitext.russian.mentions[place.segment.position]
    )


def _covers(mention: Mention, place: Passage) -> bool:
    return mention.passage.span.start <= place.span.start < mention.passage.span.end


def _of_body(place: Passage, pair: Pair, bitext: Bitext) -> str | None:
    """Return the abbreviation that was meant: the English names its body here.

    If the Russian names it, too, the letters have to be enough, or but exchanged.
    """
    answered = {mention.concept.id for mention in bitext.russian_mentions(pair.target)}
    for mention in bitext.english_mentions(pair.source):
        names = [term.text for term in mention.concept.terms if term.language == RUSSIAN]
        if any(name_of(place.text, name) for name in names):
            return None  # another abbreviation of the body: «КЛДОЖ» beside «КЛДЖ»
        for term in mention.concept.terms:
            if (term.language, term.register) != (RUSSIAN, Register.ABBREVIATION):
                continue
            sure = len(term.text) >= _LONG or sorted(term.text) == sorted(place.text)
            if is_slip(place.text, term.text) and (sure or mention.concept.id not in answered):
                return term.text
    return None


def _of_document(word: str, place: Passage, pair: Pair, bitext: Bitext) -> str | None:
    """Return the abbreviation that the Russian has elsewhere for one that stands in the English here."""
    uses = russian_uses(bitext)
    for right, places in uses.items():
        if not is_slip(word, right) or len(word) != len(right) or not _is_surer(right, word, bitext):
            continue
        if any(other.segment is place.segment for other in places):
            continue
        if any(_answers(places, english, pair, bitext) for english in english_uses(bitext)):
            return places[0].text
    return None


def _answers(places: tuple[Passage, ...], english: str, here: Pair, bitext: Bitext) -> bool:
    """Tell whether an English abbreviation stands here, and wherever the Russian has another one."""
    pairs = [pair for place in places if (pair := bitext.counterpart(place.segment))]
    return bool(pairs) and all(_has(pair, english, bitext) for pair in (here, *pairs))


def _has(pair: Pair, english: str, bitext: Bitext) -> bool:
    segments = {passage.segment.position for passage in pair.source}
    return any(use.segment.position in segments for use in english_uses(bitext)[english])
