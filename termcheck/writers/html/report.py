"""The whole report as one page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from termcheck.model import ENGLISH, RUSSIAN, Concept, Result, Severity
from termcheck.writers.html.cards import Card, where
from termcheck.writers.html.documentation import documentation
from termcheck.writers.html.entities import call
from termcheck.writers.html.sheets import Sheet, sheet
from termcheck.writers.pages import page_of, shown

_SEVERITIES = tuple(sorted(Severity, reverse=True))
_RUSSIAN = re.compile(
    r"«[^«»]*[\u0400-\u04ff][^«»]*»|[\u0400-\u04ff][\u0400-\u04ff\u0301]*(?:[^\w\n]+[\u0400-\u04ff\u0301]+)*"
)


def as_html(results: Sequence[Result], least: Severity) -> str:
    """Return one self-contained page of all findings; those below the least severity are hidden at first."""
    concepts = {mention.concept.id: mention.concept for result in results for mention in result.mentions}
    numbers = {identity: number for number, identity in enumerate(concepts)}
    sheets = tuple(_sheets(results, numbers))
    cards = tuple(chain.from_iterable(one.cards for one in sheets))
    return page_of("termcheck.writers.html").render(
        sheets=sheets,
        severities=_SEVERITIES,
        least=least,
        counts=Counter(card.finding.severity for card in cards),
        families=tuple(_families(cards)),
        topics=tuple(_topics(cards, tuple(concepts.values()))),
        numbers=numbers,
        checks=tuple(documentation(frozenset(card.finding.check for card in cards))),
        shown=shown,
        tongues=tongues,
        call=call,
        where=where,
    )


def tongues(text: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of an English sentence with the language of each: Russian words are read as Russian."""
    at = 0
    for found in _RUSSIAN.finditer(text):
        if text[at : found.start()]:
            yield ENGLISH, text[at : found.start()]
        yield RUSSIAN, found.group()
        at = found.end()
    if text[at:]:
        yield ENGLISH, text[at:]


@dataclass(frozen=True, slots=True)
class Family:
    """A family of checks with its findings by severity, the gravest first."""

    name: str
    counts: tuple[tuple[Severity, int], ...]

    @property
    def total(self) -> int:
        """How many findings it has."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class Topic:
    """A concept that findings are about."""

    number: int
    name: str
    count: int


def _sheets(results: Sequence[Result], concepts: dict[str, int]) -> Iterator[Sheet]:
    first = 1
    for number, result in enumerate(results):
        yield sheet(result, number, first, concepts)
        first += len(result.findings)


def _families(cards: Sequence[Card]) -> Iterator[Family]:
    totals = Counter(card.family for card in cards)
    counts = Counter((card.family, card.finding.severity) for card in cards)
    for name, _ in totals.most_common():
        yield Family(name, tuple((s, counts[name, s]) for s in _SEVERITIES if counts[name, s]))


def _topics(cards: Sequence[Card], concepts: Sequence[Concept]) -> Iterator[Topic]:
    counts = Counter(number for card in cards for number in card.entities)
    topics = (Topic(number, call(concepts[number], ENGLISH), count) for number, count in counts.items())
    yield from sorted(topics, key=lambda topic: topic.name.casefold())
