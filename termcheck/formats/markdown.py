"""Markdown: blocks by markdown-it-py, whose inline tokens are led back to their places in the file."""

import html
import re
from collections.abc import Iterator
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.token import Token

from termcheck.formats.blocks import Block, Builder
from termcheck.formats.markdown_inline import Inline, Line, Places
from termcheck.formats.plain import read_plain
from termcheck.model import Kind

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|$)")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_NOTE_HEAD = re.compile(r"[ ]{0,3}\[\^([^\]\s]+)\]:[ \t]*")
_TAG = re.compile(
    r"<!--.*?(?:-->|$)|<(script|style)\b.*?(?:</\1>|$)|</?[A-Za-z!?][^>]*>", re.DOTALL | re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DEEPEST = 450  # nested lists; beyond, Python's own stack is the limit


def read_markdown(text: str) -> list[Block]:
    """The paragraphs, headings, list items, cells and notes of a text in Markdown."""
    try:
        tokens = _parser().parse(text)
    except RecursionError:
        return read_plain(text)
    if any(token.level >= _DEEPEST - 2 for token in tokens):
        return read_plain(text)  # the parser leaves deeper text out; nobody writes so, but no word is lost
    return [block for block in _Reader(text).blocks(tokens) if block.text]


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    # Word processors indent paragraphs; four blanks make no program code in a report.
    parser.disable(["code", "text_join"])
    parser.inline.ruler.at("link", _with_span(link))
    parser.inline.ruler.at("image", _with_span(image))
    parser.inline.ruler.before("link", "note", _note_reference)
    parser.block.ruler.before("reference", "note", _note, {"alt": ["paragraph", "reference", "blockquote"]})
    return parser


def _with_span(rule: Any) -> Any:
    """A rule that also notes where in the text its last token ends, which the token does not tell."""

    def noting(state: StateInline, silent: bool) -> bool:
        start = state.pos
        found: bool = rule(state, silent)
        if found and not silent:
            state.tokens[-1].meta = {"start": start, "end": state.pos}
        return found

    return noting


def _note_reference(state: StateInline, silent: bool) -> bool:
    match = _NOTE.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.push("note_reference", "", 0).markup = match.group()
    state.pos = match.end()
    return True


def _note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A footnote: "[^1]: …" and the lines up to the next blank one or the next footnote."""
    first = state.src[state.bMarks[start] : state.eMarks[start]]
    head = _NOTE_HEAD.match(first)
    if not head:
        return False
    if silent:
        return True
    after = start + 1
    while after < end and not state.isEmpty(after):
        if _NOTE_HEAD.match(state.src, state.bMarks[after]):
            break
        after += 1
    token = state.push("inline", "", 0)
    token.map = [start, after]
    token.content = state.getLines(start, after, state.blkIndent, False)[head.end() :].strip()
    token.children = []
    token.meta = {"note": head.group(1), "column": head.end()}
    state.line = after
    return True


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

    def blocks(self, tokens: list[Token]) -> Iterator[Block]:
        """The blocks in reading order."""
        for token in tokens:
            self._enter(token)
            if token.type == "inline":
                yield self._inline(token)
            elif token.type == "html_block":
                yield from self._html(token)
            elif token.type == "fence":
                yield from self._fence(token)
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

    def _inline(self, token: Token) -> Block:
        assert token.map is not None
        builder = Builder()
        line = token.map[0]
        if self.column:
            places = self._cell_places(token.content)
            self._fill(builder, token, places)
            return builder.block(Kind.TABLE_CELL, label=self._cell_label())
        places = Places(self.lines, token.content, line, token.meta.get("column", 0))
        if "note" in token.meta:
            self._fill(builder, token, places)
            name = token.meta["note"]
            return builder.block(Kind.FOOTNOTE, mark=name, label=f"footnote {name}")
        mark = self._add_markers(builder)
        self._fill(builder, token, places)
        if self.heading:
            return builder.block(Kind.HEADING, depth=self.heading)
        kind = Kind.LIST_ITEM if mark or self.depth > 1 else Kind.PARAGRAPH
        return builder.block(kind, depth=self.depth, mark=mark)

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
        """The words between the tags of a block in HTML; comments and scripts hold none."""
        start, end = self._extent(token)
        builder, at = Builder(), start
        for tag in (*_TAG.finditer(self.text, start, end), None):
            upto = tag.start() if tag else end
            for line in _LINE.finditer(self.text, at, upto):
                _add_escaped(builder, line.group(1), line.start())
                builder.line_break()
            if tag is None:
                break
            if builder.length:
                yield builder.block(Kind.PARAGRAPH)
                builder = Builder()
            at = tag.end()
        yield builder.block(Kind.PARAGRAPH)

    def _fence(self, token: Token) -> Iterator[Block]:
        assert token.map is not None
        for text, start in self.lines[token.map[0] + 1 : token.map[1]]:
            if text.strip().strip("`~"):
                builder = Builder()
                builder.literal(text, start)
                yield builder.block(Kind.PARAGRAPH)

    def _extent(self, token: Token) -> tuple[int, int]:
        assert token.map is not None
        first, after = token.map
        return self.lines[first][1], self.lines[after][1] if after < len(self.lines) else len(self.text)


def _add_escaped(builder: Builder, text: str, offset: int) -> None:
    """Add a run in which entities may stand."""
    at = 0
    for entity in _ENTITY.finditer(text):
        builder.literal(text[at : entity.start()], offset + at)
        builder.escaped(html.unescape(entity.group()), offset + entity.start())
        at = entity.end()
    builder.literal(text[at:], offset + at)
