"""PDF: what a reader of the printed pages sees, paragraphs put together again from their lines.

A piece's node is "page N" (from 1), and its offset is the index of the character in the text of that page as
PDFium counts: FPDFText_GetUnicode(page, offset) gives it, FPDFText_GetCharBox its box. Running heads and
page numbers are no text (the heads come last, as headers), footnotes stand after the text. One step a file:

glyphs       the letters of a page with their places
rules        the lines drawn on a page
grids        rules → the cells of ruled tables
levels       letters → heights, raised and lowered ones with those they stand beside
strips       the empty strips between columns
lines        letters → rows of lines, the cells of ruled tables apart
furniture    running heads, page numbers
notes        footnotes and the figures that refer to them
layout       columns, and what stands side by side
written      what the order tells in which the file writes its lines
tables       rows and cells, over the ends of pages
paragraphs   lines → paragraphs, over the ends of pages
hyphens      words broken at the end of a line
writing      paragraphs → blocks
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from termcheck.formats.blocks import Block
from termcheck.formats.pdf.furniture import clear
from termcheck.formats.pdf.glyphs import read_pages
from termcheck.formats.pdf.hyphens import vocabulary
from termcheck.formats.pdf.layout import arrange
from termcheck.formats.pdf.lines import Line, Row, rows_of
from termcheck.formats.pdf.notes import Note, part_notes, without_marks
from termcheck.formats.pdf.paragraphs import joined_over_pages, paragraphs, usual_steps
from termcheck.formats.pdf.tables import Flow, Table, joined
from termcheck.formats.pdf.writing import Writer

__all__ = ["read_pdf"]


def read_pdf(data: bytes, *, shown: str) -> list[Block]:
    """The blocks of a PDF file in reading order, then its notes and running heads.

    Raises InputError, one line: a broken or locked file, or one without a layer of text.
    """
    pages = read_pages(data, shown)
    cleared = clear([rows_of(page) for page in pages], [page.height for page in pages])
    size = _body_size(cleared.pages)
    parted = [part_notes(rows, page.level, size) for rows, page in zip(cleared.pages, pages, strict=True)]
    of_width = defaultdict[float, list[Row]](list)
    for (rows, _), page in zip(parted, pages, strict=True):
        of_width[page.width] += rows
    edges = {width: _right_edge(rows) for width, rows in of_width.items()}
    items = []
    for (rows, notes), page in zip(parted, pages, strict=True):
        marks = frozenset(note.mark for note in notes)
        bare = [tuple(without_marks(line, marks) for line in row) for row in rows]
        items.append(list(arrange(bare, page.level, edges[page.width])))
    whole = list(joined(items))
    flows = list(_flows(whole))
    steps = usual_steps(flows)
    lines = [line for flow in flows for line in flow.lines]
    writer = Writer(vocabulary(line.text for line in lines), steps, _heading_sizes(lines, size))
    blocks: list[Block] = []
    for run in _runs(whole):
        if isinstance(run, Table):
            blocks += writer.table(run)
        else:
            of_all = joined_over_pages([list(paragraphs(flow, steps)) for flow in run])
            blocks += [writer.paragraph(paragraph) for paragraph in of_all]
    notes_of_all = [note for _, notes in parted for note in notes]
    blocks += [writer.note(note) for note in _joined_notes(notes_of_all)]
    blocks += [writer.head(head) for head in cleared.heads]
    # A bullet alone is an item without a text of its own, above the items within it.
    return [block for block in blocks if block.text.strip("•●▪■◦·–— ")]


def _flows(items: Iterable[Flow | Table]) -> Iterator[Flow]:
    """All that is read one after the other, in cells too."""
    for item in items:
        if isinstance(item, Flow):
            yield item
        else:
            yield from (part for row in item.rows for cell in row for part in cell.parts)


def _runs(items: Sequence[Flow | Table]) -> Iterator[Table | list[Flow]]:
    """The flows between two tables together: a paragraph may go on from one to the next."""
    flows: list[Flow] = []
    for item in items:
        if isinstance(item, Flow):
            flows.append(item)
            continue
        if flows:
            yield flows
            flows = []
        yield item
    if flows:
        yield flows


def _body_size(pages: Iterable[Sequence[Row]]) -> float:
    """The size that most letters have, outside tables if there are some."""
    lines = [line for rows in pages for row in rows for line in row]
    cells = [
        line for table in lines if table.table for cell in table.table.cells for row in cell for line in row
    ]
    plain = [line for line in lines if not line.table]
    sizes = Counter[float]()
    for line in plain or cells:
        sizes[line.size] += len(line.glyphs)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _right_edge(rows: Iterable[Row]) -> float:
    """The edge that most full lines reach; headings over the whole page do not move it."""
    edges = Counter(round(row[0].right / 4) for row in rows if len(row) == 1)
    if not edges:
        return 0.0
    often = [edge for edge, count in edges.items() if count >= max(2, 0.05 * sum(edges.values()))]
    return 4.0 * max(often or edges) + 2


def _heading_sizes(lines: Iterable[Line], body: float) -> tuple[float, ...]:
    """The sizes in which headings stand, the largest first."""
    return tuple(sorted({line.size for line in lines if line.size > 1.08 * body}, reverse=True))


def _joined_notes(notes: Iterable[Note]) -> list[Note]:
    """The notes, those joined that go on at the foot of the next page."""
    whole: list[Note] = []
    for note in notes:
        if not note.mark and whole:
            whole[-1] = replace(whole[-1], lines=whole[-1].lines + note.lines)
        else:
            whole.append(note)
    return whole
