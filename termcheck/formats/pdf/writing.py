"""Paragraphs, cells, notes and running heads as blocks, each letter with its place on the page."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from termcheck.formats.blocks import Block, Builder
from termcheck.formats.pages import PAGE
from termcheck.formats.pdf.glyphs import Glyph
from termcheck.formats.pdf.hyphens import HYPHENS, Vocabulary, is_solid, keeps_hyphen
from termcheck.formats.pdf.lines import Line
from termcheck.formats.pdf.notes import Note
from termcheck.formats.pdf.paragraphs import Paragraph, joined_over_pages, paragraphs
from termcheck.formats.pdf.tables import Table
from termcheck.model import Kind

_LONGEST_HEADING = 300  # code points


class Writer:
    """Writes blocks for a document of this vocabulary, these steps between lines and sizes of headings."""

    def __init__(self, known: Vocabulary, steps: dict[float, float], heading_sizes: Sequence[float]) -> None:
        self.known = known
        self.steps = steps
        self.depths = {size: min(at, 6) for at, size in enumerate(heading_sizes, start=1)}
        self.tables = 0

    def paragraph(self, paragraph: Paragraph) -> Block:
        """A paragraph, or a heading where the print is larger than that of the text."""
        builder = self._built(paragraph.lines)
        depth = self.depths.get(paragraph.lines[0].size, 0)
        if depth and builder.length <= _LONGEST_HEADING:
            return builder.block(Kind.HEADING, depth=depth)
        return builder.block(Kind.PARAGRAPH)

    def table(self, table: Table) -> Iterator[Block]:
        """The cells of a table, row by row."""
        self.tables += 1
        for row_number, row in enumerate(table.rows, start=1):
            for cell in row:
                label = f"table {self.tables}, row {row_number}, column {cell.column}"
                parts = [list(paragraphs(flow, self.steps)) for flow in cell.parts]
                for paragraph in joined_over_pages(parts):
                    built = self._built(paragraph.lines)
                    yield built.block(Kind.TABLE_CELL, label=label)

    def note(self, note: Note) -> Block:
        """A footnote under its label."""
        label = f"footnote {note.mark}".strip()
        return self._built(note.lines).block(Kind.FOOTNOTE, mark=note.mark, label=label)

    def head(self, line: Line) -> Block:
        """A running head."""
        return self._built((line,)).block(Kind.HEADER, label="page header")

    def _built(self, lines: Sequence[Line]) -> Builder:
        """The text of some lines, their ends turned into what they stand for."""
        builder = Builder()
        for line, following in pairwise((*lines, None)):
            assert line is not None
            glyphs, gap = line.glyphs, " "
            if following and line.text[-1] in HYPHENS:
                gap = ""
                if not keeps_hyphen(line.text, following.text, self.known):
                    glyphs = glyphs[:-1]
            elif following and is_solid(line.text, following.text):
                gap = ""
            _write(builder, glyphs, f"{PAGE}{line.page}")
            if following:
                builder.gap(gap)
        return builder


def _write(builder: Builder, glyphs: Sequence[Glyph], node: str) -> None:
    """Add letters to a block, those next to each other in the file in one piece."""
    start = 0
    while start < len(glyphs):
        first = glyphs[start]
        end = start + 1
        if _is_plain(first):
            while (
                end < len(glyphs)
                and _is_plain(glyphs[end])
                and glyphs[end].index == glyphs[end - 1].index + 1
                and glyphs[end].bold == first.bold
                and not glyphs[end - 1].note
            ):
                end += 1
        before = builder.length
        text = "".join(glyph.text for glyph in glyphs[start:end])
        if first.index < 0:
            builder.gap(text)
        elif _is_plain(first):
            builder.literal(text, first.index, node)
        else:
            builder.escaped(text, first.index, node)
        if first.bold:
            builder.strong(before)
        if mark := glyphs[end - 1].note:
            builder.note(mark)
        start = end


def _is_plain(glyph: Glyph) -> bool:
    """Whether what is read is what stands in the text of the page, letter for letter."""
    return glyph.index >= 0 and len(glyph.text) == glyph.count == 1
