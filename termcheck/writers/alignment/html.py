"""An alignment for the eye: one HTML file, the texts side by side with ribbons between them."""

import unicodedata
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from termcheck.alignment.bitext import TRUSTED
from termcheck.model import Alignment, Kind, Pair, Passage

if TYPE_CHECKING:
    from jinja2 import Template


def alignment_as_html(alignment: Alignment) -> str:
    """Return one self-contained page: a row a pair, moved passages in rows of their own in either text.

    Each text reads from top to bottom in its own order. Ribbons inside a row need no script; those of moved
    passages, the highlighting of pairs and the keys do.
    """
    columns = _columns(alignment.pairs)
    return _template().render(
        source=alignment.source,
        russian=alignment.russian,
        rows=list(_rows(*columns)),
        counts=_Counts.of(columns),
        trusted=TRUSTED,
        shown=_shown,
    )


@cache
def _template() -> "Template":
    # Only who wants a page should wait for Jinja2 to load.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("termcheck.writers.alignment"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("page.html")


class _Standing(StrEnum):
    """How one side of a pair stands to the other."""

    BESIDE = "beside"
    MOVED = "moved"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class _Part:
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
class _Half:
    """One side of a pair; `number` is that of the pair, `other` where its counterpart stands."""

    number: int
    score: float
    standing: _Standing
    parts: tuple[_Part, ...]
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
        return self.doubtful or self.standing is _Standing.ALONE


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands side by side: a pair, one half, or two moved halves that happen to be level.

    `stop` is a row that the keys go to, `near` one that gives a doubtful neighbour its context.
    """

    source: _Half | None
    target: _Half | None
    near: bool = False

    @property
    def halves(self) -> tuple[_Half, ...]:
        """The halves that are there."""
        return tuple(half for half in (self.source, self.target) if half)

    @property
    def joined(self) -> _Half | None:
        """Half of the pair, where the row is one."""
        return self.source if self.source and self.source.standing is _Standing.BESIDE else None

    @property
    def look(self) -> bool:
        """Whether somebody should look at it."""
        return any(half.look for half in self.halves)

    @property
    def stop(self) -> bool:
        """Whether the keys stop here: a moved pair is met once, at its English."""
        return any(
            half.look for half in self.halves if half is self.source or half.standing is _Standing.ALONE
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


_Columns = tuple[tuple[_Half, ...], tuple[_Half, ...]]


@dataclass(frozen=True, slots=True)
class _Counts:
    """What the head of the page says of the alignment."""

    pairs: int
    doubtful: int
    moved: int
    source_alone: int
    target_alone: int

    @classmethod
    def of(cls, columns: _Columns) -> "_Counts":
        """Count pairs; what has no counterpart is counted in passages."""
        source, target = columns
        alone = [
            sum(len(half.parts) for half in side if half.standing is _Standing.ALONE) for side in columns
        ]
        return cls(
            pairs=sum(half.standing is not _Standing.ALONE for half in source),
            doubtful=len({half.number for half in source + target if half.doubtful}),
            moved=sum(half.standing is _Standing.MOVED for half in source),
            source_alone=alone[0],
            target_alone=alone[1],
        )


def _columns(pairs: Sequence[Pair]) -> _Columns:
    """Return the English and the Russian halves, either in its own reading order."""
    level = _level(pairs)
    source, target = [pair.source for pair in pairs], [pair.target for pair in pairs]
    return _column(source, target, pairs, level), _column(target, source, pairs, level)


def _column(
    ours: Sequence[tuple[Passage, ...]],
    theirs: Sequence[tuple[Passage, ...]],
    pairs: Sequence[Pair],
    level: frozenset[int],
) -> tuple[_Half, ...]:
    halves = []
    before = None  # the segment of the passage above
    for number in sorted((number for number, side in enumerate(ours) if side), key=lambda n: _place(ours[n])):
        parts = []
        for passage in ours[number]:
            parts.append(_Part(passage, more=passage.segment.position == before))
            before = passage.segment.position
        other = theirs[number]
        standing = _Standing.ALONE if not other else _Standing.BESIDE if number in level else _Standing.MOVED
        label = other[0].segment.place.label if other else ""
        halves.append(_Half(number, pairs[number].score, standing, tuple(parts), label))
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


def _rows(source: Sequence[_Half], target: Sequence[_Half]) -> Iterator[_Row]:
    rows = list(_side_by_side(deque(source), deque(target)))
    for number, row in enumerate(rows):
        near = any(other.look for other in rows[max(0, number - 1) : number + 2])
        yield _Row(row.source, row.target, near)


def _side_by_side(source: deque[_Half], target: deque[_Half]) -> Iterator[_Row]:
    """Yield a row for each pair in step, and rows between for the rest; moved halves may share theirs."""
    while source or target:
        ours = source[0].standing if source else _Standing.BESIDE
        theirs = target[0].standing if target else _Standing.BESIDE
        if ours is theirs and ours is not _Standing.ALONE:
            yield _Row(source.popleft(), target.popleft())
        elif ours is _Standing.ALONE or theirs is _Standing.BESIDE:
            yield _Row(source.popleft(), None)
        else:
            yield _Row(None, target.popleft())


def _shown(text: str) -> str:
    """Return a text without what HTML forbids: control codes become blanks, half a surrogate pair U+FFFD."""
    return "".join(_SIGNS.get(unicodedata.category(char), char) for char in text)


_SIGNS = {"Cc": " ", "Cs": "\ufffd"}
