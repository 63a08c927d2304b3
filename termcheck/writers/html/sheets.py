"""One document and its original as the page shows them: rows of text with the findings beside."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from termcheck.model import ENGLISH, RUSSIAN, Document, Pair, Part, Passage, Result, Segment, Severity, Span
from termcheck.writers.html.cards import Card, anchor, cards, where
from termcheck.writers.html.entities import Entity, entities
from termcheck.writers.html.marking import Mark, Run, runs
from termcheck.writers.side_by_side import Half, Row, Standing, Stretch, columns, rows

_MEASURE = 56  # characters in a line of either text, roughly
_CARD = 6  # lines


@dataclass(frozen=True, slots=True)
class Block:
    """A passage with its marks, its number or letter first."""

    id: str
    side: str
    stretch: Stretch
    label: tuple[Run, ...]
    text: tuple[Run, ...]

    @property
    def segment(self) -> Segment:
        """What it shows."""
        return self.stretch.passage.segment


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the page: both texts, and the cards about them in their reading order."""

    row: Row
    english: tuple[Block, ...]
    russian: tuple[Block, ...]
    cards: tuple[Card, ...]

    @property
    def label(self) -> str:
        """Where it stands, as a reader of the Russian says it."""
        return where((self.russian or self.english)[0].segment)

    @property
    def height(self) -> int:
        """How many lines it takes, roughly: a page lays out only what is in sight."""
        sides = (sum(_lines(block) for block in side) for side in (self.english, self.russian))
        return max(*sides, _CARD * len(self.cards))

    @property
    def moved(self) -> Half | None:
        """The half that is answered elsewhere."""
        return next((half for half in self.row.halves if half.standing is Standing.MOVED), None)

    @property
    def lengths(self) -> str:
        """The characters of either text, for the strip."""
        return " ".join(str(sum(len(b.segment.text) for b in side)) for side in (self.english, self.russian))


@dataclass(frozen=True)
class Sheet:
    """A document of the report; `number` counts from 0."""

    number: int
    result: Result
    cards: tuple[Card, ...]
    lines: tuple[Line, ...]
    entities: tuple[Entity, ...]

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.result.russian.path.replace("\\", "/").rpartition("/")[2]

    @cached_property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(card.finding.severity for card in self.cards)

    @property
    def glance(self) -> tuple[tuple[float, Severity], ...]:
        """Where in the document each finding stands, from 0 to 1."""
        total = max(1, len(self.lines))
        return tuple(
            (round(n / total, 4), c.finding.severity) for n, line in enumerate(self.lines) for c in line.cards
        )


def sheet(result: Result, number: int, first: int, concepts: Mapping[str, int]) -> Sheet:
    """Lay out a result whose findings are numbered from `first`; `concepts` numbers the concepts by id."""
    found = tuple(cards(result, number, first, concepts))
    names = {value: identity for identity, value in concepts.items()}
    about = defaultdict(list)
    for card in found:
        for entity in card.entities:
            about[names[entity]].append(card.number)
    return Sheet(number, result, found, tuple(_lines_of(result, number, found)), entities(result, about))


def _lines_of(result: Result, document: int, found: Sequence[Card]) -> Iterator[Line]:
    beside: dict[tuple[str, int], list[Card]] = defaultdict(list)
    marks: dict[tuple[str, int], list[Mark]] = defaultdict(list)
    for card in found:
        problem, severity = card.finding.problem, card.finding.severity
        place = card.side, problem.passage.segment.position
        beside[place].append(card)
        passage = problem.passage
        marks[place].append(Mark(card.number, severity, passage.span, passage.part, gap=problem.absent))
        if problem.source:
            answer = Mark(card.number, severity, problem.source.span, problem.source.part, answer=True)
            marks[ENGLISH, problem.source.segment.position].append(answer)
    for row in rows(*columns(_all_pairs(result, frozenset(beside)))):
        english = tuple(_blocks(row.source, ENGLISH, document, marks))
        russian = tuple(_blocks(row.target, RUSSIAN, document, marks))
        blocks = (*english, *russian)
        told = chain.from_iterable(beside[block.side, block.segment.position] for block in blocks)
        yield Line(row, english, russian, tuple(sorted(told, key=lambda card: card.number)))


def _blocks(
    half: Half | None, side: str, document: int, marks: Mapping[tuple[str, int], Sequence[Mark]]
) -> Iterator[Block]:
    for stretch in half.parts if half else ():
        segment = stretch.passage.segment
        here = marks.get((side, segment.position), ())
        label, text = (
            tuple(runs(whole, [mark for mark in here if mark.part is part]))
            for part, whole in ((Part.LABEL, stretch.mark), (Part.TEXT, segment.text))
        )
        yield Block(anchor(segment, side, document).target, side, stretch, label, text)


def _all_pairs(result: Result, told: frozenset[tuple[str, int]]) -> tuple[Pair, ...]:
    """Return the pairs, and what is in none: a document alone, or an empty translation that is told of."""
    paired = {
        (side, passage.segment.position)
        for pair in result.pairs
        for side, passages in ((ENGLISH, pair.source), (RUSSIAN, pair.target))
        for passage in passages
    }

    def rest(document: Document | None, side: str) -> Iterator[Passage]:
        for segment in document.segments if document else ():
            key = side, segment.position
            if key not in paired and (segment.text or key in told):
                yield Passage(segment, Span(0, len(segment.text)))

    alone = list(rest(result.russian, RUSSIAN))
    empty = {one.segment.place.unit: one for one in alone if one.segment.place.unit and not one.text}
    pairs = [_with_empty(pair, empty) for pair in result.pairs]
    joined = {passage.segment.position for pair in pairs for passage in pair.target if not passage.text}
    pairs += (Pair((one,), (), 1.0) for one in rest(result.source, ENGLISH))
    return (*pairs, *(Pair((), (one,), 1.0) for one in alone if one.segment.position not in joined))


def _with_empty(pair: Pair, empty: Mapping[str, Passage]) -> Pair:
    """Put a unit's empty translation beside its original."""
    unit = pair.source[0].segment.place.unit if pair.source and not pair.target else None
    return replace(pair, target=(empty[unit],)) if unit and unit in empty else pair


def _lines(block: Block) -> int:
    return 1 + len(block.segment.text) // _MEASURE
