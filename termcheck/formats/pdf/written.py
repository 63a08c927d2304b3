"""The order in which a file writes its lines, which tells cells and columns where spacing does not.

Word processors write a table cell by cell and columns of running text one after the other. A file that writes
line by line over the whole page tells nothing; then places alone decide.
"""

from collections.abc import Sequence
from itertools import pairwise

from termcheck.formats.pdf.lines import Line

_UP = 0.5  # of the size: what is written next and stands higher than that begins another cell
_WIDER = 1.15  # times the step within cells


def is_written_by_column(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether the file writes each column to its end before it begins the next."""
    spans = [(min(map(_index, column)), max(map(_index, column))) for column in columns if column]
    return len(spans) > 1 and all(end < start for (_, end), (start, _) in pairwise(spans))


def is_written_before(row: Sequence[Line], others: Sequence[Sequence[Line]]) -> bool:
    """Whether the file writes a row before something that stands above it."""
    return _index(row[0]) < max(_index(line) for other in others for line in other)


def rows_as_written(columns: Sequence[Sequence[Line]]) -> list[list[list[Line]]]:
    """The rows of a table, each with the lines of its cells by columns; none if the order tells nothing."""
    order = sorted(
        ((at, line) for at, column in enumerate(columns) for line in column),
        key=lambda entry: _index(entry[1]),
    )
    if not _is_by_cell(order):
        return []
    rows: list[list[list[Line]]] = []
    current, tight = len(columns), _tightest(order)
    for at, line in order:
        begins = at < current
        if at == current and not any(rows[-1][:at]):
            # A second line in the first filled column: of its cell, or of a row with nothing else in it.
            last = rows[-1][at][-1]
            begins = line.base - last.base > _WIDER * tight * last.size
        elif at > current:
            # The next cell begins above: what seemed to be a row of its own was a line of the cell before.
            while len(rows) > 1 and line.base < _head(rows[-1]) - _UP * line.size:
                rest = rows.pop()
                for cell, more in zip(rows[-1], rest, strict=True):
                    cell += more
        if begins:
            if rows and line.base <= _head(rows[-1]):
                return []  # a row beside the one before: this is no table
            rows.append([[] for _ in columns])
        rows[-1][at].append(line)
        current = at
    return rows


def _head(row: Sequence[Sequence[Line]]) -> float:
    return min(line.base for cell in row for line in cell)


def _is_by_cell(order: Sequence[tuple[int, Line]]) -> bool:
    """Whether the file goes up again to the next cell, and only ever to the right."""
    jumps = [
        (at, other) for (at, one), (other, two) in pairwise(order) if two.base < one.base - _UP * one.size
    ]
    return bool(jumps) and all(other > at for at, other in jumps)


def _tightest(order: Sequence[tuple[int, Line]]) -> float:
    """The least step from a line to the next one of the same column, in parts of their size."""
    steps = ((two.base - one.base) / one.size for (at, one), (other, two) in pairwise(order) if at == other)
    return min((step for step in steps if step > 0), default=0.0)


def _index(line: Line) -> int:
    return next((glyph.index for glyph in line.glyphs if glyph.index >= 0), 0)
