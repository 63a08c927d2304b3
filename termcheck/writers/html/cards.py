"""What the page says of each finding, beside the texts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from termcheck.model import ENGLISH, RUSSIAN, Finding, Passage, Result, Segment
from termcheck.writers.html.differences import Difference, difference

_LONG = 240  # characters: of more, both versions in full would bury the words that differ


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that the page can be sent to: the words for it, and the id of its element."""

    label: str
    target: str


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the page shows it; its number counts through the whole report.

    `side` is the language of the document that it is in, `alike` are all the places of its cause, of which
    this is the one numbered `turn`, `entities` the numbers of the concepts that it is about.
    """

    number: int
    finding: Finding
    side: str
    place: Anchor
    english: Anchor | None
    related: tuple[Anchor, ...]
    alike: tuple[Anchor, ...]
    turn: int
    entities: tuple[int, ...]

    @property
    def family(self) -> str:
        """The family of its check."""
        return self.finding.check.partition("/")[0]

    @property
    def message(self) -> str:
        """What is wrong, as a sentence: what it quotes stays as it is."""
        message = str(self.finding.problem.message)
        return message[:1].upper() + message[1:]

    @property
    def quoted(self) -> str:
        """The words at fault, unless they are missing or much too long to be repeated."""
        problem = self.finding.problem
        return "" if problem.absent or len(problem.passage.text) > _LONG else problem.passage.text

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What each suggestion changes; none where there is nothing to put it against."""
        return tuple(
            difference(self.quoted, words) for words in self.finding.problem.suggestions if self.quoted
        )


def side_of(passage: Passage, result: Result) -> str:
    """Return the language of the document that a passage stands in."""
    return RUSSIAN if result.russian.holds(passage) else ENGLISH


def where(segment: Segment) -> str:
    """Name the place of a segment as a reader would."""
    place = segment.place
    return (
        place.label
        or place.unit
        or (f"line {place.line}" if place.line else f"segment {segment.position + 1}")
    )


def anchor(segment: Segment, side: str, document: int) -> Anchor:
    """Return where a segment stands on the page."""
    return Anchor(where(segment), f"d{document}-{side}-{segment.position}")


def cards(result: Result, document: int, first: int, concepts: Mapping[str, int]) -> Iterator[Card]:
    """Yield a card for each finding, numbered from `first`; `concepts` numbers the concepts by id."""
    numbers = defaultdict(list)
    for number, finding in enumerate(result.findings, first):
        numbers[finding.cause].append(Anchor(where(finding.problem.passage.segment), f"f{number}"))
    for number, finding in enumerate(result.findings, first):
        problem = finding.problem
        side = side_of(problem.passage, result)
        alike = tuple(numbers[finding.cause])
        yield Card(
            number,
            finding,
            side,
            anchor(problem.passage.segment, side, document),
            anchor(problem.source.segment, ENGLISH, document) if problem.source else None,
            tuple(anchor(p.segment, side_of(p, result), document) for p in problem.related),
            alike,
            next(turn for turn, one in enumerate(alike) if one.target == f"f{number}"),
            tuple(sorted({concepts[identity] for identity in finding.concepts if identity in concepts})),
        )
