"""The blocks of a page, element by element."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from termcheck.formats.blocks import Block, cut
from termcheck.formats.html.inline import Inlines
from termcheck.formats.html.lists import item_marks, typed_by_word
from termcheck.formats.html.notes import find_notes
from termcheck.formats.html.page import Page
from termcheck.formats.html.tables import Grid, beside_rows, rows_of
from termcheck.formats.html.tree import Element, elements, tree
from termcheck.formats.listings import is_prose
from termcheck.formats.markup import Token, TokenKind
from termcheck.model import Kind

_FOLDED = re.compile(r"([ \t\r\n\f]{2,}|[\t\r\n\f])")
_LINE = re.compile(r"([^\r\n]+)|\r\n|\r|\n")
_HEADING = re.compile(r"h([1-6])")
_OFFICE_HEADERS = ("header", "footer")  # LibreOffice: <div title="header">


@dataclass(frozen=True, slots=True)
class _Where:
    """What a text belongs to: a cell or a note by its label, a heading by its depth, so many lists."""

    kind: Kind = Kind.PARAGRAPH
    label: str = ""
    note: str = ""
    heading: int = 0
    lists: int = 0


class Reader:
    """Turns the text of one page, or of parts of it, into blocks; tables are counted through."""

    def __init__(self, tables: int = 0) -> None:
        self.tables = tables

    def read(self, text: str, offset: int = 0) -> Iterator[Block]:
        """The blocks of a text that begins at an offset in its file."""
        root = tree(text)
        self.offset = offset
        self.notes = find_notes(root)
        self.page = Page(root)
        self.inlines = Inlines()
        self.mark = ""  # of the list item whose text comes
        self.marks = dict[Element, str]()  # of items not yet read
        self.in_pre = self.is_broken = False
        yield from self._title(root)
        for part in self.page.parts:
            yield from self._block(part, _Where())

    def _title(self, root: Element) -> Iterator[Block]:
        head = next((one for one in elements(root) if one.name == "title" and not _is_drawn(one)), None)
        if head is not None:
            self._texts(head)
            yield from self._finished(_Where(Kind.METADATA, "metadata (title)"))

    def _within(self, element: Element, where: _Where) -> Iterator[Block]:
        return self._each(element.children, where)

    def _each(self, parts: Iterable[Element | Token], where: _Where) -> Iterator[Block]:
        for part in parts:
            if isinstance(part, Token):
                yield from self._text(part, where)
            else:
                yield from self._element(part, where)

    def _element(self, element: Element, where: _Where) -> Iterator[Block]:
        if element in self.notes.marks:
            self.inlines.builder.note(self.notes.marks[element])
        elif element.name == "br":
            yield from self._line_break(where)
        elif element in self.notes.back or self._is_no_text(element):
            return
        elif (label := typed_by_word(element)) is not None:
            self.mark = label
        elif element.is_block:
            yield from self._finished(where)
            yield from self._block(element, where)
        else:
            self.inlines.begin(element.name, element.attributes)
            yield from self._within(element, where)
            self.inlines.end(element.name)

    def _is_no_text(self, element: Element) -> bool:
        if element.name in ("title", "del") or _is_page_number(element):
            return True
        if element in self.notes.around or element in self.notes.notes:
            return False
        return self.page.leaves_out(element) or (element.name == "pre" and not is_prose(element.text))

    def _block(self, element: Element, where: _Where) -> Iterator[Block]:
        inner = self._inside(element, where)
        if element.name in ("ol", "ul"):
            self.marks.update(item_marks(element))
        if element.name == "li":
            self.mark = self.marks.pop(element, "•")
        self.in_pre = element.name == "pre" or self.in_pre
        if element.name == "table":
            yield from self._table(element, inner)
        else:
            yield from self._within(element, inner)
        yield from self._finished(inner)
        self.in_pre = self.in_pre and element.name != "pre"
        if element.name == "li":
            self.mark = ""

    def _inside(self, element: Element, where: _Where) -> _Where:
        """What the texts in a block belong to."""
        if element in self.notes.notes:
            mark = self.notes.notes[element]
            return _Where(Kind.FOOTNOTE, f"footnote {mark}", mark)
        if element.name == "div" and element.attributes.get("title") in _OFFICE_HEADERS:
            return _Where(Kind.HEADER, f"page {element.attributes['title']}")
        if heading := _HEADING.fullmatch(element.name):
            return replace(where, heading=int(heading[1]))
        if element.name in ("ol", "ul"):
            return replace(where, lists=where.lists + 1)
        return where

    def _table(self, table: Element, where: _Where) -> Iterator[Block]:
        rows = rows_of(table, lambda row: not self._is_no_text(row))
        yield from self._each(beside_rows(table), where)
        yield from self._finished(where)
        if not rows:
            return
        self.tables += 1
        number, grid = self.tables, Grid()
        for row_number, row in enumerate(rows, start=1):
            for cell, column in grid.cells(row, row_number):
                label = f"table {number}, row {row_number}, column {column}"
                if not self._is_no_text(cell):
                    yield from self._block(cell, _Where(Kind.TABLE_CELL, label))

    def _line_break(self, where: _Where) -> Iterator[Block]:
        """A line ends; a paragraph, where an empty line follows."""
        if self.is_broken and not where.heading:
            yield from self._finished(where)
        else:
            self.inlines.builder.line_break(hard=True)
        self.is_broken = True

    def _texts(self, element: Element) -> None:
        for child in element.descendants():
            if isinstance(child, Token):
                self._folded(child)

    def _text(self, token: Token, where: _Where) -> Iterator[Block]:
        if token.text.strip(" \t\r\n\f"):
            self.is_broken = False
        if self.in_pre and token.kind is TokenKind.TEXT:
            yield from self._lines(token, where)
        else:
            self._folded(token)

    def _lines(self, token: Token, where: _Where) -> Iterator[Block]:
        """The lines of a text that is shown as it stands: a paragraph ends at an empty one."""
        for line in _LINE.finditer(token.text):
            if line[1]:
                self.is_broken = self.is_broken and not line[1].strip()
                self.inlines.builder.literal(line[1], self.offset + token.start + line.start())
            elif self.is_broken:
                yield from self._finished(where)
            else:
                self.inlines.builder.line_break()
                self.is_broken = True

    def _folded(self, token: Token) -> None:
        """Add a text in which all white space is one blank."""
        builder, start = self.inlines.builder, self.offset + token.start
        if token.kind is TokenKind.ENTITY:
            builder.escaped(token.text, start)
            return
        for at, part in enumerate(_FOLDED.split(token.text)):
            if at % 2:
                builder.blank()
            elif part.startswith(" ") and builder.ends_in_blank:
                builder.literal(part[1:], start + 1)
            else:
                builder.literal(part, start)
            start += len(part)

    def _finished(self, where: _Where) -> Iterator[Block]:
        """The block that ends here, if it has any text."""
        self.is_broken = False
        builder = self.inlines.finished()
        if not builder.length:
            return
        if where.note:
            block = _without_mark(builder.block(where.kind, mark=where.note, label=where.label), where.note)
        elif where.label:
            block = builder.block(where.kind, mark=self.mark, label=where.label)
        elif where.heading:
            block = builder.block(Kind.HEADING, depth=where.heading, mark=self.mark)
        else:
            block = builder.block(where.kind, depth=where.lists if self.mark else 0, mark=self.mark)
        if block.text and (where.kind is not Kind.HEADER or any(map(str.isalpha, block.text))):
            self.mark = ""
            yield block


def _is_page_number(element: Element) -> bool:
    """Whether an element is what LibreOffice writes for the number of a page."""
    return element.name == "sdfield" and element.attributes.get("type", "").lower() == "page"


def _is_drawn(title: Element) -> bool:
    """Whether a title is that of a picture, and not of the page."""
    return any(one.name == "svg" for one in title.ancestors())


def _without_mark(block: Block, mark: str) -> Block:
    """A note without the mark that stands before it as text: "1. См. доклад"."""
    typed = re.match(rf"[\[(]?{re.escape(mark)}(?!\w)[\])]?[.:]?\s*(?=\S)", block.text)
    return cut(block, typed.end(), len(block.text)) if typed and _is_apart(typed) else block


def _is_apart(typed: re.Match[str]) -> bool:
    """Whether a mark is set off from the text: "2 марта" is a date."""
    return not typed.group().strip().isalnum()
