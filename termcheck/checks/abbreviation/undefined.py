"""abbreviation/undefined."""

from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.introductions import (
    english_definitions,
    english_expanded,
    english_uses,
)
from termcheck.checks.misspelt_abbreviations import misspelt_abbreviations, unexplained
from termcheck.model import Mention, Message, Pair, Passage, Problem, Severity
from termcheck.recognition.abbreviations import known


@check("abbreviation/undefined", Severity.HINT, Reach.DOCUMENT)
def undefined(bitext: Bitext) -> Iterator[Problem]:
    """Find an abbreviation that the report nowhere explains.

    Told once, at its first place. Nothing is said of abbreviations that everyone knows or the glossary has,
    nor where the English leaves its own unexplained. A warning, at each place, for one that is a letter away
    from that of the body which the English names here, or from that which the report has elsewhere for the
    same abbreviation of the English.

    Wrong:  Взносы в ФРСГ растут.
    Right:  Взносы в Фонд развития сел и городов (ФРСГ) растут.
    """
    slips = misspelt_abbreviations(bitext)
    for word, places in unexplained(bitext).items():
        first = places[0]
        misspelt = [place for place in places if place in slips]
        for place in misspelt:
            yield Problem(
                place,
                Message("«{found}» is nearly «{right}»", {"found": place.text, "right": slips[place]}),
                suggestions=(slips[place],),
                related=tuple(other for other in places if other is not place),
                severity=Severity.WARNING,
                cause=word,
            )
        if misspelt:
            continue
        pair = _trusted(places, bitext)
        if bitext.english is not None and (pair is None or _english_does_the_same(pair, bitext)):
            continue
        yield Problem(
            first,
            Message("«{found}» is nowhere explained", {"found": first.text}),
            related=places[1:],
            cause=word,
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
