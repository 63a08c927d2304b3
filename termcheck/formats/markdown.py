"""Markdown: blocks by markdown-it-py, whose inline tokens are led back to their places in the file."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from termcheck.formats.blocks import Block, Builder
from termcheck.formats.html import Reader as HtmlReader
from termcheck.formats.listings import is_prose
from termcheck.formats.markdown_inline import Inline, Line, Places
from termcheck.formats.markdown_metadata import read_metadata
from termcheck.formats.markdown_rules import DEEPEST, parser
from termcheck.formats.plain import read_plain
from termcheck.model import Kind

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|$)")
_LETTER = re.compile(r"[^\r\n]")


def read_markdown(text: str) -> list[Block]:
    """The title, paragraphs, headings, list items, cells and notes of a text in Markdown; no code."""
    metadata, end = read_metadata(text)
    body = _LETTER.sub(" ", text[:end]) + text[end:]
    reader = _Reader(body)
    try:
        tokens = parser().parse(body)
        if reader.is_indented(tokens):
            tokens = parser().disable("code").parse(body)
    except RecursionError:
        return [*metadata, *read_plain(body)]
    if any(token.level >= DEEPEST - 2 for token in tokens):
        # The parser leaves deeper text out; nobody writes so, but no word is lost.
        return [*metadata, *read_plain(body)]
    return [*metadata, *(block for block in reader.blocks(tokens) if block.text)]


class _Reader:
    """Turns the tokens of one file into blocks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[Line] = [(match.group(1), match.start()) for match in _LINE.finditer(text)]
        self.tables = self.row = self.column = 0
        self.cursor = 0  # column in a table row, up to which its cells are read
        self.depth = 0  # of lists
        self.markers: list[tuple[str, int, int]] = []  # of list items not yet begun: text, line, column
        self.heading = 0
        self.note = ""  # the name of the footnote that is open
        self.titled = False  # whether what comes is the title of an admonition

    def is_indented(self, tokens: Sequence[Token]) -> bool:
        """Whether most of what four blanks make code is prose: its typist indents paragraphs."""
        blocks = (token for token in tokens if token.type == "code_block")
        found = [is_prose(_text(part)) for block in blocks for part in self._parts(block)]
        return 2 * sum(found) > len(found)

    def blocks(self, tokens: list[Token]) -> Iterator[Block]:
        """The blocks in reading order."""
        for token in tokens:
            self._enter(token)
            if token.type == "inline":
                yield from self._inline(token)
            elif token.type == "html_block":
                yield from self._html(token)
            elif token.type == "code_block":
                yield from self._prose(token)
            elif token.type == "tr_close":
                yield self._rest_of_row()
            elif token.type == "list_item_close" and self.markers:
                builder = Builder()  # "2015." alone on a line: no item of a list
                self._add_markers(builder)
                yield builder.block(Kind.PARAGRAPH)

    def _enter(self, token: Token) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self.depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.depth -= 1
        elif token.type == "list_item_open" and token.map:
            text = token.info + token.markup
            line = token.map[0]
            after = 0
            for outer, outer_line, column in self.markers:  # "1. - а) …": several on one line
                after = column + len(outer) if outer_line == line else 0
            self.markers.append((text, line, max(self.lines[line][0].find(text, after), 0)))
        elif token.type == "heading_open":
            self.heading = int(token.tag[1:])
        elif token.type == "heading_close":
            self.heading = 0
        elif token.type == "table_open":
            self.tables += 1
            self.row = 0
        elif token.type == "tr_open" and token.map:
            self.row += 1
            self.column = self.cursor = 0
            self.table_line = token.map[0]
        elif token.type in ("th_open", "td_open"):
            self.column += 1
        elif token.type == "footnote_reference_open":
            self.note = str(token.meta["label"])
        elif token.type == "footnote_reference_close":
            self.note = ""
        elif token.type in ("admonition_title_open", "admonition_title_close"):
            self.titled = token.nesting > 0

    def _inline(self, token: Token) -> Iterator[Block]:
        assert token.map is not None
        builder = Builder()
        line = token.map[0]
        if self.titled and token.content not in self.lines[line][0]:
            return  # "Note" over "!!! note": put in by the parser
        if self.column:
            self._fill(builder, token, self._cell_places(token.content))
            yield builder.block(Kind.TABLE_CELL, label=self._cell_label())
            return
        places = Places(self.lines, token.content, line, 0)
        mark = self._add_markers(builder)
        self._fill(builder, token, places)
        if self.note:
            yield builder.block(Kind.FOOTNOTE, mark=self.note, label=f"footnote {self.note}")
        elif self.heading:
            yield builder.block(Kind.HEADING, depth=self.heading)
        else:
            kind = Kind.LIST_ITEM if mark or self.depth > 1 else Kind.PARAGRAPH
            yield builder.block(kind, depth=self.depth, mark=mark)

    def _add_markers(self, builder: Builder) -> str:
        """Add the numbers of the items that begin here, and return their innermost bullet.

        A number is text until the outline has seen that it is a label: "2015. Год …" is none.
        """
        bullet = ""
        for text, line, column in self.markers:
            if text[0].isdigit():
                builder.literal(text, self.lines[line][1] + column)
                builder.gap()
            else:
                bullet = text
        self.markers.clear()
        return bullet

    def _fill(self, builder: Builder, token: Token, places: Places) -> None:
        Inline(builder, token.content, places).walk(token.children or [], 0)

    def _cell_label(self) -> str:
        return f"table {self.tables}, row {self.row}, column {self.column}"

    def _cell_places(self, content: str) -> Places:
        """Where a cell's text stands; a "|" in it is written "\\|" in the file."""
        text, start = self.lines[self.table_line]
        written = content.replace("|", "\\|")
        column = max(text.find(written, self.cursor), self.cursor)
        if content:
            self.cursor = column + len(written)
        places = Places(self.lines, "", self.table_line, 0)
        at, offset = 0, start + column
        for part in content.split("|"):
            places.add(at, offset)
            at += len(part) + 1
            offset += len(part) + 2
            places.add(at - 1, offset - 1)
        return places

    def _rest_of_row(self) -> Block:
        """Cells beyond the columns of a table's head: a browser drops them, their words are text here."""
        text, start = self.lines[self.table_line]
        self.column += 1
        rest = text[self.cursor :] if self.cursor else ""
        builder = Builder()
        builder.literal(rest.strip(" |"), start + self.cursor + len(rest) - len(rest.lstrip(" |")))
        block = builder.block(Kind.TABLE_CELL, label=self._cell_label())
        self.column = 0
        return block

    def _html(self, token: Token) -> Iterator[Block]:
        """The blocks of HTML in a text; what marks each line as part of a quotation is no part of it."""
        assert token.map is not None
        first, after = token.map
        start = self.lines[first][1]
        text = ""
        written = token.content.split("\n")
        for (line, offset), inner in zip(self.lines[first:after], written, strict=False):
            text = text.ljust(offset - start, "\n")
            text += inner.rjust(len(line)) if line.endswith(inner) else line
        reader = HtmlReader(self.tables)
        yield from reader.read(text, start)
        self.tables = reader.tables

    def _prose(self, token: Token) -> Iterator[Block]:
        """The paragraphs that four blanks have made code, if they are prose."""
        for part in self._parts(token):
            if is_prose(_text(part)):
                builder = Builder()
                for text, offset in part:
                    builder.line_break()
                    builder.literal(text, offset)
                yield builder.block(Kind.PARAGRAPH)

    def _parts(self, token: Token) -> Iterator[list[Line]]:
        """The lines of code in parts, which empty ones set apart."""
        assert token.map is not None
        part = list[Line]()
        for line in (*self.lines[slice(*token.map)], ("", 0)):
            if line[0].strip():
                part.append(line)
            elif part:
                yield part
                part = []


def _text(part: list[Line]) -> str:
    return "\n".join(text for text, _ in part)
