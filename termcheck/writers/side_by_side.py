"""Two texts side by side: a row a pair, what has moved or has no counterpart in rows of its own."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from termcheck.alignment.bitext import TRUSTED
from termcheck.model import Kind, Pair, Passage


class Standing(StrEnum):
    """How one side of a pair stands to the other."""

    BESIDE = "beside"
    MOVED = "moved"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage as the page shows it; `more` is one that goes on in the segment of the passage above it."""

    passage: Passage
    more: bool

    @property
    def kind(self) -> str:
        """The name of its style."""
        return self.passage.segment.kind.replace(" ", "-")

    @property
    def tag(self) -> str:
        """The element for its text: headings of the documents come below that of the page."""
        segment = self.passage.segment
        if segment.kind is not Kind.HEADING or self.more:
            return "p"
        return f"h{min(max(segment.level, 1) + 1, 6)}"

    @property
    def label(self) -> str:
        """Where it stands, said once a segment."""
        return "" if self.more else self.passage.segment.place.label

    @property
    def mark(self) -> str:
        """The number or letter that the document gives it."""
        return "" if self.passage.span.start else self.passage.segment.mark


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a pair; `number` is that of the pair, `other` where its counterpart stands."""

    number: int
    score: float
    standing: Standing
    parts: tuple[Stretch, ...]
    other: str

    @property
    def doubtful(self) -> bool:
        """Whether nothing may rest on what the page says of it."""
        return self.score < TRUSTED

    @property
    def trust(self) -> str:
        """The score in two figures, never rounded up to what is trusted."""
        return f"{min(self.score, TRUSTED - 0.01) if self.doubtful else self.score:.2f}"

    @property
    def kind(self) -> Kind:
        """What it begins with."""
        return self.parts[0].passage.segment.kind

    @property
    def look(self) -> bool:
        """Whether somebody should look at it."""
        return self.doubtful or self.standing is Standing.ALONE


@dataclass(frozen=True, slots=True)
class Row:
    """What stands side by side: a pair, one half, or two moved halves that happen to be level.

    `stop` is a row that the keys go to, `near` one that gives a doubtful neighbour its context.
    """

    source: Half | None
    target: Half | None
    near: bool = False

    @property
    def halves(self) -> tuple[Half, ...]:
        """The halves that are there."""
        return tuple(half for half in (self.source, self.target) if half)

    @property
    def joined(self) -> Half | None:
        """Half of the pair, where the row is one."""
        return self.source if self.source and self.source.standing is Standing.BESIDE else None

    @property
    def look(self) -> bool:
        """Whether somebody should look at it."""
        return any(half.look for half in self.halves)

    @property
    def stop(self) -> bool:
        """Whether the keys stop here: a moved pair is met once, at its English."""
        return any(
            half.look for half in self.halves if half is self.source or half.standing is Standing.ALONE
        )

    @property
    def depth(self) -> int:
        """How many passages stand one above the other."""
        return max(len(half.parts) for half in self.halves)

    @property
    def more(self) -> bool:
        """Whether it goes on in the segments of the row above it."""
        return all(half.parts[0].more for half in self.halves)

    @property
    def heading(self) -> bool:
        """Whether a section begins here."""
        return any(half.kind is Kind.HEADING for half in self.halves)

    @property
    def item(self) -> bool:
        """Whether a list goes on here."""
        return all(half.kind is Kind.LIST_ITEM for half in self.halves)


Columns = tuple[tuple[Half, ...], tuple[Half, ...]]


def columns(pairs: Sequence[Pair]) -> Columns:
    """Return the English and the Russian halves, either in its own reading order."""
    level = _level(pairs)
    source, target = [pair.source for pair in pairs], [pair.target for pair in pairs]
    return _column(source, target, pairs, level), _column(target, source, pairs, level)


def _column(
    ours: Sequence[tuple[Passage, ...]],
    theirs: Sequence[tuple[Passage, ...]],
    pairs: Sequence[Pair],
    level: frozenset[int],
) -> tuple[Half, ...]:
    halves = []
    before = None  # the segment of the passage above
    for number in sorted((number for number, side in enumerate(ours) if side), key=lambda n: _place(ours[n])):
        parts = []
        for passage in ours[number]:
            parts.append(Stretch(passage, more=passage.segment.position == before))
            before = passage.segment.position
        other = theirs[number]
        standing = Standing.ALONE if not other else Standing.BESIDE if number in level else Standing.MOVED
        label = other[0].segment.place.label if other else ""
        halves.append(Half(number, pairs[number].score, standing, tuple(parts), label))
    return tuple(halves)


def _place(side: Sequence[Passage]) -> tuple[int, int]:
    return min((passage.segment.position, passage.span.start) for passage in side)


def _level(pairs: Sequence[Pair]) -> frozenset[int]:
    """Return the most pairs that stand in one order in both texts: the others are moved."""
    answered = [number for number, pair in enumerate(pairs) if pair.source and pair.target]
    answered.sort(key=lambda number: _place(pairs[number].source))
    # The longest increasing run: for each length the lowest place in the Russian at which one can end.
    ends: list[tuple[int, int]] = []
    last: list[int] = []
    previous: dict[int, int | None] = {}
    for number in answered:
        place = _place(pairs[number].target)
        length = bisect_left(ends, place)
        previous[number] = last[length - 1] if length else None
        ends[length : length + 1] = [place]
        last[length : length + 1] = [number]
    level = set()
    step = last[-1] if last else None
    while step is not None:
        level.add(step)
        step = previous[step]
    return frozenset(level)


def rows(source: Sequence[Half], target: Sequence[Half]) -> Iterator[Row]:
    """Yield the rows of two columns, so that either text reads from top to bottom in its own order."""
    found = list(_side_by_side(deque(source), deque(target)))
    for number, row in enumerate(found):
        near = any(other.look for other in found[max(0, number - 1) : number + 2])
        yield Row(row.source, row.target, near)


def _side_by_side(source: deque[Half], target: deque[Half]) -> Iterator[Row]:
    """Yield a row for each pair in step, and rows between for the rest; moved halves may share theirs."""
    while source or target:
        ours = source[0].standing if source else Standing.BESIDE
        theirs = target[0].standing if target else Standing.BESIDE
        if ours is theirs and ours is not Standing.ALONE:
            yield Row(source.popleft(), target.popleft())
        elif ours is Standing.ALONE or theirs is Standing.BESIDE:
            yield Row(source.popleft(), None)
        else:
            yield Row(None, target.popleft())
