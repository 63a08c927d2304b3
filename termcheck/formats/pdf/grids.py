"""Tables that are ruled: the cells between level and upright rules, those merged that no rule parts.

Points, from the upper left corner of the page as it is read.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from termcheck.formats.pdf.rules import Rule

_NEAR = 3.0  # points: rules as near as that are one, be it drawn double or piece by piece
_COVERED = 0.6  # of a side: a rule that long closes it
_MOST_RULES = 600  # of one direction, pieces joined: a chart has more
_MOST_SLOTS = 20_000


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell by its first row and column, from 1, with its edges."""

    row: int
    column: int
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: its cells row by row, and which of them takes each slot between its edges."""

    cells: tuple[Cell, ...]
    columns: tuple[float, ...]  # the edges, from left to right
    rows: tuple[float, ...]  # the edges, from top to bottom
    slots: tuple[tuple[int, ...], ...]

    def find(self, x: float, y: float) -> int | None:
        """The position of the cell in which a point lies, None outside the table."""
        column, row = bisect_right(self.columns, x) - 1, bisect_right(self.rows, y) - 1
        if not (0 <= row < len(self.slots) and 0 <= column < len(self.slots[row])):
            return None
        return self.slots[row][column]


def read_grids(level: Sequence[Rule], upright: Sequence[Rule]) -> Iterator[Grid]:
    """The ruled tables that the rules of a page make; boxes of one cell are none."""
    across, down = _joined(level), _joined(upright)
    if max(len(across), len(down)) > _MOST_RULES:
        return
    for rows, columns in _crossing(across, down):
        # A table may be open at its sides: there the level rules end.
        lefts, rights = min(rule.start for rule in rows), max(rule.end for rule in rows)
        tops, bottoms = min(rule.start for rule in columns), max(rule.end for rule in columns)
        xs = _edges([*(rule.at for rule in columns), lefts, rights])
        ys = _edges([*(rule.at for rule in rows), tops, bottoms])
        if len(xs) + len(ys) - 2 > 2 and (len(xs) - 1) * (len(ys) - 1) <= _MOST_SLOTS:
            grid = _grid(xs, ys, rows, columns)
            if len(grid.cells) > 1:
                yield grid


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules with those joined that lie in one line and touch."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if lines and rule.at - lines[-1][0].at < _NEAR / 2:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    joined = []
    for line in lines:
        start: Rule | None = None
        for rule in sorted(line, key=lambda rule: rule.start):
            if start and rule.start - start.end < _NEAR:
                start = replace(start, end=max(start.end, rule.end))
                continue
            if start:
                joined.append(start)
            start = rule
        if start:
            joined.append(start)
    return joined


def _crossing(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Level and upright rules that hang together, table by table."""
    heights = [rule.at for rule in across]
    crossed = [
        [
            at
            for at in range(bisect_left(heights, rule.start - _NEAR), bisect_right(heights, rule.end + _NEAR))
            if across[at].start - _NEAR <= rule.at <= across[at].end + _NEAR
        ]
        for rule in down
    ]
    groups: list[tuple[set[int], list[Rule]]] = []
    for rule, rows in zip(down, crossed, strict=True):
        if not rows:
            continue
        touched = [group for group in groups if group[0].intersection(rows)]
        groups = [group for group in groups if not group[0].intersection(rows)]
        taken = set(rows).union(*(group[0] for group in touched))
        groups.append((taken, [*(one for group in touched for one in group[1]), rule]))
    for taken, columns in groups:
        yield [across[at] for at in sorted(taken)], columns


def _edges(places: Iterable[float]) -> list[float]:
    """Places with those that are near each other as one."""
    edges: list[list[float]] = []
    for place in sorted(places):
        if edges and place - edges[-1][-1] < _NEAR:
            edges[-1].append(place)
        else:
            edges.append([place])
    return [sum(near) / len(near) for near in edges]


def _grid(xs: Sequence[float], ys: Sequence[float], across: Sequence[Rule], down: Sequence[Rule]) -> Grid:
    """The table between these edges."""
    width, height = len(xs) - 1, len(ys) - 1
    cell_of = list(range(width * height))

    def root(slot: int) -> int:
        while cell_of[slot] != slot:
            cell_of[slot] = cell_of[cell_of[slot]]
            slot = cell_of[slot]
        return slot

    beside, above = _near_edges(xs, down), _near_edges(ys, across)
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, (left, right) in enumerate(pairwise(xs)):
            slot = row * width + column
            if column and not _closes(beside[column], top, bottom):
                cell_of[root(slot)] = root(slot - 1)
            if row and not _closes(above[row], left, right):
                cell_of[root(slot)] = root(slot - width)
    members: dict[int, list[int]] = {}
    for slot in range(width * height):
        members.setdefault(root(slot), []).append(slot)
    cells, slots = [], [[0] * width for _ in range(height)]
    for position, taken in enumerate(members.values()):
        rows, columns = [slot // width for slot in taken], [slot % width for slot in taken]
        for row, column in zip(rows, columns, strict=True):
            slots[row][column] = position
        edges = xs[min(columns)], xs[max(columns) + 1], ys[min(rows)], ys[max(rows) + 1]
        cells.append(Cell(min(rows) + 1, min(columns) + 1, *edges))
    return Grid(tuple(cells), tuple(xs), tuple(ys), tuple(map(tuple, slots)))


def _near_edges(edges: Sequence[float], rules: Sequence[Rule]) -> list[list[Rule]]:
    """For each edge the rules that lie on it."""
    return [[rule for rule in rules if abs(rule.at - edge) < _NEAR] for edge in edges]


def _closes(rules: Sequence[Rule], start: float, end: float) -> bool:
    """Whether rules on the edge between two slots go from one corner to the other."""
    covered = sum(max(min(rule.end, end) - max(rule.start, start), 0.0) for rule in rules)
    return covered > _COVERED * (end - start)
