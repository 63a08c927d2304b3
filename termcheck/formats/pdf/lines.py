"""Letters gathered to lines: what stands on one height with no wide gap in it, blanks where words part."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from termcheck.formats.pdf.glyphs import Glyph, Page
from termcheck.formats.pdf.grids import Grid, read_grids
from termcheck.formats.pdf.levels import distinct, levels
from termcheck.formats.pdf.strips import Strip, Word, column_strips
from termcheck.model import STAND_IN

_WORD_GAP = 0.16  # of the size: letters further apart than that are of two words
_NO_GAP = 0.05  # a blank that takes no room parts no words
_WIDEST_SPACING = 0.25  # between the letters of a word that is spaced out
_COLUMN_GAP = 1.3
_COLUMN_WORD_GAPS = 1.8  # in a stretched line the gap between columns is that many times the one of words
_CELL_GAP = 0.5  # of the size, where the file writes something else between
_NEXT = 8  # characters that a file may have between two words: blanks, line ends, what is not seen
_LABEL_GAP = 7.0  # from a label to its text, at most
_LABEL = re.compile(
    r"\(?(?:\d{1,3}|[ivxlcdmIVXLCDMІХ]{1,6}|[^\W\d_]{1,2})[.)]|[•●▪■◦·–—*\uf0b7-]|\d{1,2}(?:\.\d{1,2}){1,3}\.?"
)
_ENDS = tuple(".;:!?…")
_CLOSING = '»”")]'
_LEADERS = re.compile(r"\s*(?:[.…_]\s?){5,}\s*[\divxlc]*\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """Letters on one height.

    `tab` is the gap between a label at its head and the text, 0 without one; `strips` are the empty strips
    between columns that go through its height. A ruled `table` stands in the text as one sign, at its foot.
    """

    page: int
    glyphs: tuple[Glyph, ...]
    tab: float = 0.0
    strips: tuple[Strip, ...] = ()
    table: "Ruled | None" = None
    text: str = field(init=False)
    left: float = field(init=False)
    right: float = field(init=False)
    base: float = field(init=False)
    size: float = field(init=False)

    def __post_init__(self) -> None:
        level = [glyph for glyph in self.glyphs if not glyph.raised] or list(self.glyphs)
        written = [glyph for glyph in level if glyph.text != " "] or level
        sizes = Counter[float]()
        for size, count in Counter([glyph.size for glyph in written]).items():
            sizes[round(size, 1)] += count
        size = max(sizes, key=sizes.__getitem__)
        bases = Counter([glyph.base for glyph in written if abs(glyph.size - size) < 0.1])
        for name, value in (
            ("text", "".join(glyph.text for glyph in self.glyphs)),
            ("left", self.glyphs[0].left),
            ("right", self.glyphs[-1].right),
            ("base", bases.most_common(1)[0][0]),
            ("size", size),
        ):
            object.__setattr__(self, name, value)

    @property
    def boldness(self) -> float:
        """The part of its letters that is in bold, from 0 to 1."""
        letters = [glyph for glyph in self.glyphs if glyph.text.isalnum()]
        return sum(glyph.bold for glyph in letters) / len(letters) if letters else 0.0

    @property
    def first_word(self) -> float:
        """The width of its first word."""
        end = next((glyph.left for glyph in self.glyphs if glyph.text == " "), self.right)
        return end - self.left


Row = tuple[Line, ...]  # what stands on one height, from left to right


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruled table, and the rows of lines in each of its cells."""

    grid: Grid
    cells: tuple[tuple[Row, ...], ...]


def rows_of(page: Page) -> list[Row]:
    """The rows of a page from top to bottom, one with a sign in it for each ruled table."""
    glyphs, tables = _without_tables(page)
    words = [list(_words(distinct(level))) for level in levels(glyphs)]
    signs: dict[int, Ruled] = {}
    for table in tables:
        sign = _sign(table)
        signs[id(sign)] = table
        words.append([([sign], None)])
    words = sorted((row for row in words if row), key=lambda row: row[0][0][0].base)
    rows: list[Row] = []
    for row, strips in zip(words, column_strips(words), strict=True):
        ruled = signs.get(id(row[0][0][0]))
        if ruled:
            rows.append((Line(page.number, tuple(row[0][0]), strips=strips, table=ruled),))
            continue
        parts = [part for words_of_one in _columns(row, strips) for part in _parts(words_of_one)]
        rows.append(tuple(_merged(page.number, parts, strips)))
    return sorted((row for row in rows if row), key=lambda row: row[0].base)


def _without_tables(page: Page) -> tuple[list[Glyph], list[Ruled]]:
    """The letters of a page outside its ruled tables, and those tables."""
    rest, tables = list(page.glyphs), list[Ruled]()
    for grid in read_grids(page.level, page.upright):
        inside: list[list[Glyph]] = [[] for _ in grid.cells]
        outside: list[Glyph] = []
        at: int | None = None
        last: Glyph | None = None
        for glyph in rest:
            # A word that is too long for its cell stays whole.
            if last is None or not _is_one_word(last, glyph):
                at = grid.find((glyph.left + glyph.right) / 2, glyph.base - 0.3 * glyph.size)
            (outside if at is None else inside[at]).append(glyph)
            last = glyph
        filled = sum(any(not glyph.text.isspace() for glyph in cell) for cell in inside)
        if filled > 1:
            cells = (
                tuple(rows_of(Page(page.number, page.width, page.height, tuple(cell)))) for cell in inside
            )
            tables.append(Ruled(grid, tuple(cells)))
            rest = outside
    return rest, tables


def _is_one_word(last: Glyph, glyph: Glyph) -> bool:
    """Whether the file writes two letters one after the other without any room between."""
    is_next = glyph.index == last.index + last.count and glyph.base == last.base
    near = abs(glyph.left - last.right) < _WORD_GAP * glyph.size
    return is_next and near and not glyph.text.isspace() and not last.text.isspace()


def _sign(table: Ruled) -> Glyph:
    """What stands in the text for a ruled table: as wide as it is, on the height of its foot."""
    columns, foot = table.grid.columns, table.grid.rows[-1]
    size = median(line.size for cell in table.cells for row in cell for line in row)
    return Glyph(STAND_IN, -1, columns[0], columns[-1], foot, size)


def cut_line(line: Line, start: int, end: int | None = None) -> Line | None:
    """A line without what stands before and after two offsets of its letters; None if nothing is left."""
    glyphs = _trimmed(line.glyphs[start:end])
    return replace(line, glyphs=glyphs, tab=0.0 if start else line.tab) if glyphs else None


def join_lines(row: Row) -> Line:
    """The lines of a row as one, with blanks between them."""
    glyphs = list(row[0].glyphs)
    for line in row[1:]:
        last, first = glyphs[-1], line.glyphs[0]
        glyphs.append(_blank(last, first))
        glyphs += line.glyphs
    return replace(row[0], glyphs=tuple(glyphs))


def _blank(last: Glyph, first: Glyph) -> Glyph:
    """A blank that the file has not, between two letters."""
    return Glyph(" ", -1, last.right, first.left, last.base, last.size, last.bold and first.bold)


def is_label(text: str) -> bool:
    """Whether a text begins with a label: "b) …", "2. …", "• …"."""
    first, _, rest = text.partition(" ")
    return bool(rest and _LABEL.fullmatch(first))


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a stop, inside or outside closing marks."""
    return text.rstrip(_CLOSING)[-1:] in _ENDS or text[-1:] in _ENDS


def _columns(row: Sequence[Word], strips: Sequence[Strip]) -> Iterator[list[Word]]:
    """The words of a row by the columns between strips."""
    columns: list[list[Word]] = [[] for _ in range(len(strips) + 1)]
    for word in row:
        columns[sum(word[0][0].left >= (low + high) / 2 for low, high in strips)].append(word)
    return (column for column in columns if column)


def _parts(words: Sequence[Word]) -> Iterator[tuple[Glyph, ...]]:
    """The parts of a row between wide gaps, with one blank between the words of each."""
    usual = _stretched(words)
    part = list(words[0][0])
    for (before, _), (word, blank) in pairwise(words):
        last, first = before[-1], word[0]
        size = max(last.size, first.size)
        gap = first.left - last.right
        widest = max(_COLUMN_GAP * size, _COLUMN_WORD_GAPS * usual)
        if gap > widest or (gap > _CELL_GAP * size and is_written_apart(last, first)):
            yield tuple(part)
            part = list(word)
            continue
        part.append(
            blank or Glyph(" ", -1, last.right, first.left, last.base, size, last.bold and first.bold)
        )
        part += word
    yield tuple(part)


def is_written_apart(last: Glyph, first: Glyph) -> bool:
    """Whether the file writes something else between two letters that stand side by side."""
    return not 0 <= first.index - last.index <= _NEXT


def _stretched(words: Sequence[Word]) -> float:
    """The gap between the words of a line stretched to the edge: all alike, unlike those of a table."""
    gaps = [other[0].left - one[-1].right for (one, _), (other, _) in pairwise(words)]
    letters = sum(word[0].text.isalpha() for word, _ in words)
    if len(gaps) < 2 or letters < 0.5 * len(words):
        return 0.0
    usual = median(gaps)
    alike = sum(abs(gap - usual) < 0.04 * usual + 0.2 for gap in gaps)
    return usual if alike >= max(2, 0.7 * len(gaps)) else 0.0


def _words(glyphs: Sequence[Glyph]) -> Iterator[Word]:
    written = [glyph for glyph in glyphs if not glyph.text.isspace()]
    gaps = sorted(second.left - first.right for first, second in pairwise(written))
    usual = max(gaps[len(gaps) // 4], 0.0) if gaps else 0.0  # above nothing where letters are spaced out
    word: list[Glyph] = []
    blank: Glyph | None = None
    before: Glyph | None = None
    for glyph in glyphs:
        if glyph.text.isspace():
            blank = blank or glyph
            continue
        if word:
            gap = glyph.left - word[-1].right
            threshold = (_NO_GAP if blank else _WORD_GAP) * max(glyph.size, word[-1].size)
            if gap - min(usual, _WIDEST_SPACING * glyph.size) > threshold:
                yield word, before
                word, before = [], blank
        word.append(glyph)
        blank = None
    if word:
        yield word, before


def _merged(page: int, parts: Iterable[tuple[Glyph, ...]], strips: tuple[Strip, ...]) -> Iterator[Line]:
    """The lines of a row, each label with the text that it belongs to."""
    label: tuple[Glyph, ...] = ()
    for part in parts:
        gap = part[0].left - label[-1].right if label else 0.0
        if label and gap >= _LABEL_GAP * part[0].size:
            yield Line(page, label, strips=strips)
            label = ()
        is_label = bool(_LABEL.fullmatch("".join(glyph.text for glyph in part)))
        if label:
            part = (*label, _blank(label[-1], part[0]), *part)
            label = ()
        if is_label:
            label = part
        else:
            yield from _without_leaders(Line(page, part, gap or _tab_in(part), strips))
    if label:
        yield Line(page, label, strips=strips)


def _tab_in(part: Sequence[Glyph]) -> float:
    """The gap after a label that stands near its text, wider than those between words."""
    blanks = [at for at, glyph in enumerate(part) if glyph.text.isspace()]
    if not blanks or not _LABEL.fullmatch("".join(glyph.text for glyph in part[: blanks[0]])):
        return 0.0
    gap, *others = (part[at + 1].left - part[at - 1].right for at in blanks)
    return gap if gap > 0.6 * part[0].size and gap > 1.4 * median(others or [0.0]) else 0.0


def _without_leaders(line: Line) -> Iterator[Line]:
    """A line of a table of contents without its dots and its page number."""
    match = _LEADERS.search(line.text)
    if not match:
        yield line
    elif match.start() and len(line.text) == len(line.glyphs):
        shorter = cut_line(line, 0, match.start())
        if shorter:
            yield shorter


def _trimmed(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    start, end = 0, len(glyphs)
    while start < end and glyphs[start].text.isspace():
        start += 1
    while end > start and glyphs[end - 1].text.isspace():
        end -= 1
    return tuple(glyphs[start:end])
