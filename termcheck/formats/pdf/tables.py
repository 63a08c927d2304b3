"""Tables: their rows and cells, ruled or told by the places of their lines alone, over the ends of pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from termcheck.formats.pdf.lines import Line, Ruled, ends_sentence, join_lines
from termcheck.formats.pdf.rules import Rule
from termcheck.formats.pdf.written import rows_as_written

_WIDEST_PADDING = 8.0  # points between the edge of a cell and its text
_WIDER = 1.15  # times the least step between lines: a space between rows
_SAME_EDGE = 4.0  # points within which a rule is the same on two pages

Cells = tuple[tuple[Line, ...], ...]  # the lines of a row by columns


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines that are read one after the other, and the right edge that they may reach."""

    lines: tuple[Line, ...]
    right: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell in a column, from 1; its text goes on from page to page."""

    column: int
    parts: tuple[Flow, ...]

    @property
    def words(self) -> str:
        """Its words, without the places where its lines end."""
        return " ".join(line.text for part in self.parts for line in part.lines)


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; `gutters` are the left and right edges of what parts its columns."""

    rows: tuple[Row, ...]
    gutters: tuple[tuple[float, float], ...]


def ruled_table(ruled: Ruled) -> Table:
    """A table whose cells rules have parted."""
    rows: dict[int, list[Cell]] = {at: [] for at in range(1, len(ruled.grid.rows))}
    for box, lines_of in zip(ruled.grid.cells, ruled.cells, strict=True):
        lines = tuple(join_lines(row) for row in lines_of)
        if lines:
            padding = min(line.left for line in lines) - box.left
            right = box.right - min(max(padding, 0.0), _WIDEST_PADDING)
            rows[box.row].append(Cell(box.column, (Flow(lines, right),)))
    gutters = tuple((edge - _SAME_EDGE / 2, edge + _SAME_EDGE / 2) for edge in ruled.grid.columns)
    return Table(tuple(tuple(sorted(row, key=lambda cell: cell.column)) for row in rows.values()), gutters)


def spaced_table(
    rows: Sequence[Cells], gutters: Sequence[tuple[float, float]], rules: Sequence[Rule]
) -> Table:
    """A table of rows of lines, their cells told by spacing and whatever rules there are."""
    reach = [max((line.right for row in rows for line in row[at]), default=0.0) for at in range(len(rows[0]))]
    columns = [[line for row in rows for line in row[at]] for at in range(len(rows[0]))]
    return Table(
        tuple(
            tuple(
                Cell(column, (Flow(tuple(lines), reach[column - 1]),))
                for column, lines in enumerate(row, start=1)
                if lines
            )
            for row in rows_as_written(columns) or _rows(rows, rules)
        ),
        tuple(gutters),
    )


def joined(items: Iterable[Sequence[Flow | Table]]) -> Iterator[Flow | Table]:
    """The flows and tables of all pages, a table at the foot of one joined with its rest on the next."""
    before: Flow | Table | None = None
    for page in items:
        for at, item in enumerate(page):
            if (
                at == 0
                and isinstance(before, Table)
                and isinstance(item, Table)
                and _same_columns(before, item)
            ):
                before = _continued(before, item)
                continue
            if before is not None:
                yield before
            before = item
    if before is not None:
        yield before


def _same_columns(first: Table, second: Table) -> bool:
    return len(first.gutters) == len(second.gutters) and all(
        one[0] < two[1] and two[0] < one[1] for one, two in zip(first.gutters, second.gutters, strict=True)
    )


def _continued(first: Table, second: Table) -> Table:
    """A table with its rest: without the head that is printed again, a row that a page end tears joined."""
    rest = list(second.rows)
    heads = 0
    while heads < min(len(rest), len(first.rows)) and _words(rest[heads]) == _words(first.rows[heads]):
        heads += 1
    rest = rest[heads:]
    if rest and first.rows and _is_torn(first.rows[-1], rest[0]):
        return replace(first, rows=(*first.rows[:-1], _joined_row(first.rows[-1], rest[0]), *rest[1:]))
    return replace(first, rows=(*first.rows, *rest))


def _words(row: Row) -> list[str]:
    return [cell.words for cell in row]


def _is_torn(first: Row, second: Row) -> bool:
    """Whether a row goes on at the head of the next page: what stands there continues cells, all of it."""
    above = {cell.column: cell.words for cell in first}
    if not second or any(ends_sentence(above.get(cell.column, ".")) for cell in second):
        return False
    return any(cell.words[0].islower() for cell in second) or len(second) < len(first)


def _joined_row(first: Row, second: Row) -> Row:
    rest = {cell.column: cell.parts for cell in second}
    return tuple(replace(cell, parts=cell.parts + rest.get(cell.column, ())) for cell in first)


def keep_step(rows: Sequence[Cells]) -> bool:
    """Whether the columns keep step, as those of a table do and those of a masthead do not.

    All but the tallest column then have their lines on heights where others have some too.
    """
    counts = [sum(bool(row[at]) for row in rows) for at in range(len(rows[0]))]
    tallest = counts.index(max(counts))
    lines = [row for at in range(len(counts)) if at != tallest for row in rows if row[at]]
    return sum(sum(map(bool, row)) > 1 for row in lines) >= 0.6 * len(lines)


def _rows(rows: Sequence[Cells], rules: Sequence[Rule]) -> Iterator[Cells]:
    """The rows of a table from the rows of its lines: one cell may hold several lines."""
    bases = [min(line.base for cell in row for line in cell) for row in rows]
    size = max(line.size for row in rows for cell in row for line in cell)
    steps = [second - first for first, second in pairwise(bases)]
    tight = min(steps, default=0.0)
    loose = [step for step in steps if step > _WIDER * tight]
    # A row of its own begins below a rule, else after a wider step, else wherever a second column is filled.
    ruled = [any(first < rule.at < second for rule in rules) for first, second in pairwise(bases)]
    complete = sum(all(row) for row in rows)
    by_rules = sum(ruled) > 1 and sum(ruled) + 1 >= 0.8 * complete
    # The lines above the first rule are one row of headings, "(in thousands" over "of dollars)".
    head = ruled.index(True) if any(ruled) else 0
    merged: list[list[Line]] = [list(cell) for cell in rows[0]]
    for at, (row, step, has_rule) in enumerate(zip(rows[1:], steps, ruled, strict=True)):
        if _is_rest(merged, row):
            begins = False
        elif by_rules or (at <= head and any(ruled)) or has_rule:
            begins = has_rule
        elif loose and tight < 1.35 * size:
            begins = step > _WIDER * tight or _fills(merged, row)
        else:
            begins = tight >= 1.35 * size or _fills(merged, row)
        if begins:
            yield tuple(map(tuple, merged))
            merged = [list(cell) for cell in row]
        else:
            for cell, more in zip(merged, row, strict=True):
                cell += more
    yield tuple(map(tuple, merged))


def _is_rest(above: Sequence[Sequence[Line]], row: Cells) -> bool:
    """Whether all that stands in some columns of a row goes on with the cells above it."""
    filled = [(cell, lines) for cell, lines in zip(above, row, strict=True) if lines]
    return len(filled) < len(row) and all(
        cell
        and (cell[-1].text[-1] == "/" or (lines[0].text[0].islower() and not ends_sentence(cell[-1].text)))
        for cell, lines in filled
    )


def _fills(above: Sequence[Sequence[Line]], row: Cells) -> bool:
    """Whether a row of lines has as many columns as those above, and figures among them."""
    filled = sum(map(bool, row))
    if filled < 2 or filled < sum(map(bool, above)):
        return False
    return any(cell and cell[0].text[:1].isdigit() for cell in row[1:]) or filled == len(row)
