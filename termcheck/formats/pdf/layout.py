"""The order in which a reader takes the lines of a page: columns one after the other, tables row by row."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from termcheck.formats.pdf.glyphs import Glyph
from termcheck.formats.pdf.lines import Line, Row, cut_line, ends_sentence, is_written_apart, join_lines
from termcheck.formats.pdf.rules import Rule
from termcheck.formats.pdf.strips import Strip
from termcheck.formats.pdf.tables import Flow, Table, keep_step, ruled_table, spaced_table
from termcheck.formats.pdf.written import is_written_before, is_written_by_column

_GAP = 0.5  # of the size: less is a blank between words
_GUTTER = 0.7  # of the size: the least width of what parts two columns
_FAR = 2.6  # of the size: rows further apart than that are of two regions
_LEVEL = 0.8  # of the size: lines with less between their heights stand side by side
_LEAD = 4  # rows of one column before the first one with several
_MANY_ROWS = 4
_FULL = 0.5  # of the width of its column: such a line, if it comes near the edge, is one of running text
_FEWEST_LINES = 6  # of running text in two columns
_FEWEST_WRITTEN = 3  # lines of a column that the file writes before the next one


_Gutter = tuple[float, float]


def arrange(rows: Sequence[Row], rules: Sequence[Rule], right: float) -> Iterator[Flow | Table]:
    """The flows and tables of a page in reading order; `right` is the right edge of the text."""
    plain: list[Line] = []
    at = refused = 0
    while at < len(rows):
        if table := rows[at][0].table:
            if plain:
                yield Flow(tuple(plain), right)
                plain = []
            yield ruled_table(table)
            at += 1
            continue
        # Where no strip begins, a row is refused like the one above it.
        is_refused = 0 < at < refused and set(rows[at][0].strips) <= set(rows[at - 1][0].strips)
        end, columns = (at, []) if is_refused else _running_columns(rows, at)
        refused = max(refused, end)
        if columns:
            if plain:
                yield Flow(tuple(plain), right)
                plain = []
            for column in columns:
                yield from arrange(column, rules, max(row[-1].right for row in column))
            at = end
            continue
        end, gutters = _region(rows, at)
        if end == at or (end == at + 1 and _is_stretched(rows, at, gutters)):
            plain.append(join_lines(rows[at]))
            at += 1
            continue
        if plain:
            yield Flow(tuple(plain), right)
            plain = []
        yield from _columns(rows[at:end], gutters, rules, right)
        at = end
    if plain:
        yield Flow(tuple(plain), right)


def _is_stretched(rows: Sequence[Row], at: int, gutters: Sequence[_Gutter]) -> bool:
    """Whether a row with gaps is a line of a paragraph: a neighbour that runs over its gaps reads on."""
    row = rows[at]
    for first, second in pairwise(rows[max(at - 1, 0) : at + 2]):
        other = second[0] if first is row else first[0]
        is_close = second[0].base - first[0].base < 1.6 * other.size and abs(other.size - row[0].size) < 0.5
        runs_over = any(other.left < low and other.right > high for low, high in gutters)
        if is_close and runs_over and second[0].text[0].islower() and not ends_sentence(first[-1].text):
            return True
    return False


def _running_columns(rows: Sequence[Row], start: int) -> tuple[int, list[list[Row]]]:
    """Where the strips end that go through a row, and the rows of each column between them if these are
    read one after the other.
    """
    shared = set(rows[start][0].strips)
    end = start
    while end < len(rows) and shared & set(rows[end][0].strips):
        shared &= set(rows[end][0].strips)
        end += 1
    edges = sorted(shared)
    if not edges:
        return start, []
    columns: list[list[Row]] = [[] for _ in range(len(edges) + 1)]
    for row in rows[start:end]:
        for at, cell in enumerate(_split(row, edges)):
            if cell:
                columns[at].append(tuple(_within(line, shared) for line in cell))
    if not all(columns):
        return end, []
    whole = [_whole_lines(column) for column in columns]
    is_read_down = _are_read_down([[line for row in column for line in row] for column in whole])
    return end, whole if is_read_down else []


def _within(line: Line, edges: Set[Strip]) -> Line:
    """A line of one column, with the strips that part it further."""
    rest = tuple(strip for strip in line.strips if strip not in edges)
    return replace(line, strips=rest) if rest != line.strips else line


def _are_read_down(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether columns are read one after the other: they are written so, or look like running text."""
    several = min(map(len, columns)) >= _FEWEST_WRITTEN
    return (several and is_written_by_column(columns)) or _is_running(columns)


def _whole_lines(column: Sequence[Row]) -> list[Row]:
    """The rows of a column of running text; those stretched to its edge are one line, be it of two words."""
    right = max(row[-1].right for row in column)
    return [(join_lines(row),) if row[-1].right > right - 2 else row for row in column]


def _region(rows: Sequence[Row], start: int) -> tuple[int, list[_Gutter]]:
    """Where the region of several columns ends that begins at a row, and its gutters; `start` if none does.

    One row alone with a gap is a region too: "Вена, 12 сентября" and, far to the right, "Original: English".
    """
    first, gutters = start, _first_gutters(rows, start)
    # What stands beside the first gap may begin above it: the symbol over the lines of a masthead.
    while not gutters and first < min(len(rows), start + _LEAD) - 1 and not rows[first][0].table:
        first += 1
        if _is_far(rows[first - 1], rows[first]):
            return start, []
        gutters = _first_gutters(rows, first)
    for row in rows[start:first]:
        gutters = _common(gutters, row)
    if not gutters or (first > start and rows[start][0].left < gutters[0][1]):
        return start, []
    end = first + 1
    while end < len(rows) and not rows[end][0].table and not _is_far(rows[end - 1], rows[end]):
        narrowed = _common(gutters, rows[end])
        if not narrowed:
            break
        alone = len(rows[end]) == 1
        is_late = alone and is_written_before(rows[end], rows[start:end])
        if alone and rows[end][0].left < narrowed[0][0] and not is_late and not _goes_on(rows, end, narrowed):
            break
        gutters, end = narrowed, end + 1
    return end, _gaps(rows[start:end])


def _first_gutters(rows: Sequence[Row], at: int) -> list[_Gutter]:
    """The gutters of a row, or those between it and the next one if they stand side by side."""
    row = rows[at]
    if len(row) == 1 and not row[0].table and at + 1 < len(rows):
        other = rows[at + 1]
        both = tuple(sorted((*row, *other), key=lambda line: line.left))
        is_level = other[0].base - row[0].base < _LEVEL * min(line.size for line in both)
        if is_level and all(high - low > _GUTTER * row[0].size for low, high in _gutters(both)):
            return _gutters(both)
    return _gutters(row)


def _gaps(rows: Sequence[Row]) -> list[_Gutter]:
    """The gaps that nothing in some rows covers: a heading over two columns leaves one fewer.

    In many rows the words tell more than the lines: two headings may stand as near as two words.
    """
    lines = [line for row in rows for line in row]
    spans = [(line.left, line.right) for line in lines]
    if len(rows) >= _MANY_ROWS:
        spans = [span for line in lines for span in _word_spans(line)]
    spans.sort()
    least = _GUTTER * max(line.size for line in lines)
    gaps, reach = [], spans[0][1]
    for left, right in spans[1:]:
        if left - reach >= least:
            gaps.append((reach, left))
        reach = max(reach, right)
    return gaps


def _word_spans(line: Line) -> Iterator[tuple[float, float]]:
    start = line.left
    for before, blank, after in zip(line.glyphs, line.glyphs[1:], line.glyphs[2:], strict=False):
        if blank.text == " " and not line.tab:
            yield start, before.right
            start = after.left
    yield start, line.right


def _goes_on(rows: Sequence[Row], at: int, gutters: Sequence[_Gutter]) -> bool:
    """Whether a row with a first column alone is within the region: more of its columns follow, or it is
    the next line of a cell.
    """
    close = rows[at][0].base - rows[at - 1][0].base < 1.4 * rows[at][0].size
    if close and abs(rows[at][0].size - rows[at - 1][0].size) < 0.5 and len(rows[at - 1]) > 1:
        return True
    for before, row in zip(rows[at:], rows[at + 1 :], strict=False):
        if _is_far(before, row) or not _common(gutters, row):
            return False
        if len(row) > 1 or row[0].left >= gutters[0][1]:
            return True
    return False


def _is_far(first: Row, second: Row) -> bool:
    return second[0].base - first[0].base > _FAR * max(first[0].size, second[0].size)


def _gutters(row: Row) -> list[_Gutter]:
    return [(one.right, other.left) for one, other in pairwise(row)]


def _common(gutters: Sequence[_Gutter], row: Row) -> list[_Gutter]:
    """What is left of some gutters beside the lines of another row."""
    least = _GUTTER * row[0].size
    kept = []
    for low, high in gutters:
        for line in row:
            if line.left < low:
                low = max(low, line.right)
            else:
                high = min(high, line.left)
        if high - low >= least:
            kept.append((low, high))
    return kept


def _columns(
    rows: Sequence[Row], gutters: Sequence[_Gutter], rules: Sequence[Rule], right: float
) -> Iterator[Flow | Table]:
    edges = list(gutters)
    several = [row for row in rows if len(row) > 1]
    cells = [_split(row, edges) for row in rows]
    columns = [tuple(line for row in cells for line in row[at]) for at in range(len(edges) + 1)]
    is_table = not is_written_by_column(columns) and not _is_running(columns)
    if len(several) > 1 and keep_step(cells) and is_table:
        yield spaced_table(cells, edges, rules)
        return
    for column, (end, _) in zip(columns, (*edges, (right, right)), strict=True):
        reach = max((line.right for line in column), default=end)
        yield Flow(column, reach if column is not columns[-1] else max(reach, min(right, reach + 20)))


def _split(row: Row, edges: Sequence[_Gutter]) -> tuple[tuple[Line, ...], ...]:
    """The lines of a row by columns, those cut that go over an edge."""
    cells: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
    for line in row:
        rest: Line | None = line
        for column, (low, high) in enumerate(edges):
            if rest is None or rest.left >= (low + high) / 2:
                continue
            at = next((n for n, glyph in enumerate(rest.glyphs) if glyph.left >= high - 0.1), None)
            if at and not _is_gap(rest.glyphs[:at], rest.glyphs[at]):
                at = None  # a heading over several columns
            part = cut_line(rest, 0, at)
            if part:
                cells[column].append(part)
            rest = cut_line(rest, at) if at is not None else None
        if rest is not None:
            cells[-1].append(rest)
    return tuple(map(tuple, cells))


def _is_gap(before: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether there is more than a blank between letters and the next one."""
    last = next((one for one in reversed(before) if not one.text.isspace()), glyph)
    return glyph.left - last.right > _GAP * glyph.size or is_written_apart(last, glyph)


def _is_running(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether columns hold running text, to be read one after the other."""
    for column in columns:
        left = min((line.left for line in column), default=0.0)
        right = max((line.right for line in column), default=0.0)
        width = right - left
        full = sum(
            line.right > right - 0.25 * width and line.right - line.left > _FULL * width for line in column
        )
        if len(column) < _FEWEST_LINES or full < 0.55 * len(column) or width < 12 * column[0].size:
            return False
    return True
