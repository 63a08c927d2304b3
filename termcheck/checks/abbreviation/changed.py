"""abbreviation/changed."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.comparison import Sides, differences
from termcheck.checks.introductions import russian_expanded
from termcheck.checks.misspelt_abbreviations import misspelt_abbreviations, unexplained
from termcheck.language.initials import sounds_like
from termcheck.language.scripts import CYRILLIC, script
from termcheck.model import (
    ENGLISH,
    RUSSIAN,
    Concept,
    Mention,
    Message,
    Pair,
    Passage,
    Problem,
    Register,
    Severity,
)
from termcheck.recognition.abbreviations import find_abbreviations, key, known

_BODIES = frozenset({"body", "organization"})  # the European Union is an organization among the States
_THE_ORGANIZATION = "united-nations"
_NAME = re.compile(r"\b[A-Z]\w{4,}")


@dataclass(frozen=True, slots=True)
class _Exchange:
    """An abbreviation of the English, and what stands in its place."""

    english: Mention
    russian: Passage


@check("abbreviation/changed", Severity.WARNING, Reach.PAIR)
def changed(bitext: Bitext) -> Iterator[Problem]:
    """Find the abbreviation of a body that stands where the English has that of another one.

    One body of the English has no counterpart in the Russian, be it written out, or is named there less
    often, and the Russian has one that the English does not name; or it has the English abbreviation letter
    by letter, where the body has another in Russian.

    Wrong:  ILO and WHO: МОМ и ВОЗ
    Right:  ILO and WHO: МОТ и ВОЗ
    """
    for exchange in _exchanges(bitext):
        english, russian = exchange.english, exchange.russian
        right = _abbreviation(english.concept)
        yield Problem(
            russian,
            Message(
                "«{found}» is not “{english}”; that is «{right}»",
                {"found": russian.text, "english": english.passage.text, "right": right},
            ),
            suggestions=(right,),
            source=english.passage,
            cause=f"{russian.text} for {english.concept.id}",
        )


def _exchanges(bitext: Bitext) -> Iterator[_Exchange]:
    if bitext.english is None:
        return
    for difference in differences([_sides(bitext, pair) for pair in bitext.trusted]):
        missing = tuple(difference.missing.values())
        others = [m for m in difference.extra.values() if m.concept.id != _THE_ORGANIZATION]
        extra = others or list(difference.extra.values())  # «МВФ ООН» for «УНП ООН»
        found = [mention.passage for mention in extra]
        if len(missing) == 1:
            found += _letter_by_letter(missing[0], difference.pair, bitext)
            found = found or list(_unknown(difference.pair, bitext))
        if len(found) != 1 or key(found[0].text) in russian_expanded(bitext):
            continue
        if len(missing) == 1:
            yield _Exchange(missing[0], found[0])
        elif extra:
            (russian,) = extra
            wanting = missing or _named_less(difference.pair, bitext)
            meant = [english for english in wanting if not _may_be_meant(russian, english, difference.pair)]
            if meant and len(meant) == len(wanting):
                yield _Exchange(meant[0], found[0])


def _named_less(pair: Pair, bitext: Bitext) -> tuple[Mention, ...]:
    """Return the bodies that the English of a pair names more often than the Russian, abbreviations first."""
    english, russian = bitext.english_mentions(pair.source), bitext.russian_mentions(pair.target)
    there = Counter(mention.concept.id for mention in english)
    here = Counter(identity for mention in russian for identity in _named((mention,), bitext))
    wanting = {
        mention.concept.id: mention
        for mention in sorted(english, key=_is_of_body)
        if _abbreviation(mention.concept) and there[mention.concept.id] > here[mention.concept.id]
    }
    return tuple(sorted(wanting.values(), key=_is_of_body, reverse=True))


def _may_be_meant(russian: Mention, english: Mention, pair: Pair) -> bool:
    """Tell whether the English has a word of the body's own: "the Commissioner" may well be «УВКБ».

    «ООН» may stand for "the Organization" everywhere.
    """
    own = _words_of(russian.concept) - _words_of(english.concept)
    text = " ".join(passage.text for passage in pair.source)
    return russian.concept.id == _THE_ORGANIZATION or not own.isdisjoint(_NAME.findall(text))


def _words_of(concept: Concept) -> set[str]:
    return {word for term in concept.terms if term.language == ENGLISH for word in _NAME.findall(term.text)}


def _sides(bitext: Bitext, pair: Pair) -> Sides[Mention]:
    """Give the abbreviations of bodies in a pair; whatever names the body answers one."""
    assert bitext.english is not None
    english, russian = bitext.english_mentions(pair.source), bitext.russian_mentions(pair.target)
    ours = {m.concept.id: m for m in english if _is_of_body(m) and _abbreviation(m.concept)}
    text = " ".join(passage.text for passage in pair.target)
    left = {identity for identity, mention in ours.items() if mention.passage.text in text}
    return Sides(
        pair,
        ours,
        {m.concept.id: m for m in russian if _is_of_body(m)},
        _named(english, bitext).union(*(bitext.english.inner[p.segment.position] for p in pair.source)),
        _named(russian, bitext).union(left, *(bitext.russian.inner[p.segment.position] for p in pair.target)),
    )


def _is_of_body(mention: Mention) -> bool:
    return mention.concept.kind in _BODIES and mention.term.register is Register.ABBREVIATION


def _named(mentions: tuple[Mention, ...], bitext: Bitext) -> frozenset[str]:
    """Return all that some words may name: an abbreviation may be that of several bodies."""
    return frozenset(
        concept.id
        for mention in mentions
        for concept in (mention.concept, *bitext.glossary.named(mention.passage.text))
    )


def _abbreviation(concept: Concept) -> str:
    term = concept.preferred(RUSSIAN, Register.ABBREVIATION)
    return term.text if term else ""


def _unknown(pair: Pair, bitext: Bitext) -> Iterator[Passage]:
    """Yield the abbreviations that nothing explains, if all those of the English are of known bodies."""
    mentions = bitext.english_mentions(pair.source)
    for passage in pair.source:
        for span in find_abbreviations(passage.segment.prose):
            if passage.span.start <= span.start < passage.span.end and not any(
                other.passage.segment is passage.segment
                and other.passage.span.start <= span.start < other.passage.span.end
                for other in mentions
            ):
                return
    segments = {passage.segment.position for passage in pair.target}
    misspelt = misspelt_abbreviations(bitext)
    for places in unexplained(bitext).values():
        here = [place for place in places if place.segment.position in segments]
        if here and here[0] not in misspelt and script(here[0].text) == CYRILLIC:
            yield here[0]


def _letter_by_letter(english: Mention, pair: Pair, bitext: Bitext) -> Iterator[Passage]:
    """Yield the abbreviations that no glossary has and that sound like the English one: «ЮНОДК» for UNODC."""
    if sounds_like(_abbreviation(english.concept), english.passage.text):
        return  # a misspelt «ЮНИСЕФ» is abbreviation/undefined's
    for passage in pair.target:
        segment = passage.segment
        for span in find_abbreviations(segment.text, bitext.russian.masked[segment.position]):
            found = Passage(segment, span)
            if not passage.span.start <= span.start < passage.span.end or script(found.text) != CYRILLIC:
                continue
            if bitext.glossary.named(found.text) or key(found.text) in known():
                continue
            if sounds_like(found.text, english.passage.text):
                yield found
