"""Inline Markdown: tokens and the text that they were made from, walked through side by side.

The tokens of markdown-it-py do not tell where they stand; what each of them takes of the text is known.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from termcheck.formats.blocks import Builder
from termcheck.formats.elements import known
from termcheck.formats.html.inline import Inlines
from termcheck.formats.markup import TokenKind, tokens
from termcheck.model import CodeKind

Line = tuple[str, int]
"""A line of the file without its end, and the offset of its first character."""


class Places:
    """Leads positions in the content of an inline token back to offsets in the file, line by line."""

    def __init__(self, lines: Sequence[Line], content: str, line: int, column: int) -> None:
        self.starts: list[int] = []
        self.offsets: list[int] = []
        at = 0
        for part in content.split("\n") if content else ():
            stripped = part.strip()
            while line < len(lines) - 1 and stripped and stripped not in lines[line][0]:
                line += 1
                column = 0
            text, start = lines[line]
            # All but headings end with their content; headings may have "##" on both sides.
            tail = len(text.rstrip()) - len(part.rstrip())
            if tail >= column and text.startswith(part.rstrip(), tail):
                self.add(at, start + tail)
            else:
                skipped = len(text) - len(text.lstrip(" \t>#"))
                found = text.find(stripped, max(column, skipped))
                found = found if found >= 0 else max(text.find(stripped), 0)
                self.add(at, start + found - (len(part) - len(part.lstrip())))
            at += len(part) + 1
            line += 1
            column = 0

    def add(self, at: int, offset: int) -> None:
        """Note that from a position on, the content stands from an offset on."""
        self.starts.append(at)
        self.offsets.append(offset)

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The stretches of a span of the content that stand together: start, end, offset."""
        while start < end:
            index = max(bisect_right(self.starts, start) - 1, 0)
            upto = self.starts[index + 1] if index + 1 < len(self.starts) else end
            upto = max(min(end, upto), start + 1)
            yield start, upto, self.offsets[index] + start - self.starts[index]
            start = upto


class Inline:
    """Walks through inline tokens and the text that they were made from, side by side."""

    def __init__(self, builder: Builder, content: str, places: Places) -> None:
        self.builder = builder
        self.content = content
        self.places = places
        self.at = 0
        self.emphasis = 0
        self.strong: list[int] = []
        self.links: list[tuple[int, str]] = []
        self.html = Inlines(builder)

    def walk(self, found: list[Token], at: int) -> None:
        """Add what tokens say; the text that they were made from begins at a position."""
        self.at = at
        for token in found:
            self._step(token)

    def _step(self, token: Token) -> None:
        if token.type == "text":
            self._literal(token.content)
        elif token.type == "text_special":
            self._special(token)
        elif token.type in ("s_open", "s_close"):
            self.at += len(token.markup)
        elif token.type in ("strong_open", "em_open"):
            self.emphasis += 1
            self.at += len(token.markup)
            if token.type == "strong_open":
                self.strong.append(self.builder.length)
        elif token.type in ("strong_close", "em_close"):
            self.emphasis -= 1
            self.at += len(token.markup)
            if token.type == "strong_close":
                self.builder.strong(self.strong.pop())
        elif token.type in ("softbreak", "hardbreak"):
            self.at = self.content.index("\n", self.at) + 1
            while self.content[self.at : self.at + 1] in (" ", "\t"):
                self.at += 1
            # A title in bold may run over several lines: one text, however forced its breaks are.
            self.builder.line_break(hard=token.type == "hardbreak" and not self.emphasis)
        elif token.type == "code_inline":
            self._code(token)
        elif token.type == "html_inline":
            self._tag(token.content)
        elif token.type == "code_of_others":
            self._other(token)
        elif token.type == "footnote_ref":
            name = str(token.meta["label"])
            self.builder.note(name)
            self.at += len(f"[^{name}]")
        elif token.type == "link_open":
            self.links.append((self.builder.length, str(token.attrs.get("href", ""))))
            self.at += 1
        elif token.type == "link_close":
            self.builder.link(*self.links.pop())
            self.at = token.meta["end"] if token.meta else self.content.index(">", self.at) + 1
        elif token.type == "image":
            self._image(token)

    def _literal(self, text: str) -> None:
        if not text:
            return
        if not self.content.startswith(text, self.at):
            found = self.content.find(text, self.at)
            if found < 0:  # an address that is shown otherwise than written: "<http://xn--…>"
                self._escaped(text)
                return
            self.at = found
        for start, end, offset in self.places.runs(self.at, self.at + len(text)):
            self.builder.literal(self.content[start:end], offset)
        self.at += len(text)

    def _special(self, token: Token) -> None:
        if token.content == token.markup:  # a backslash before a letter is a backslash
            self._literal(token.content)
            return
        self._escaped(token.content)
        self.at += len(token.markup)

    def _escaped(self, text: str) -> None:
        _, _, offset = next(self.places.runs(self.at, self.at + 1))
        self.builder.escaped(text, offset)

    def _code(self, token: Token) -> None:
        begun = self.at
        self.at += len(token.markup)
        end = re.compile(f"(?<!`){token.markup}(?!`)").search(self.content, self.at)
        stop = end.start() if end else self.at + len(token.content)
        inner = self.content[self.at : stop]
        padded = inner[:1] in (" ", "\n") and inner[-1:] in (" ", "\n") and inner.strip() != ""
        after = stop + len(token.markup)
        self._verbatim(self.at + padded, stop - padded, CodeKind.VERBATIM, self.content[begun:after])
        self.at = after

    def _other(self, token: Token) -> None:
        """Code of another language, or markup that shows nothing."""
        after = self.at + len(token.content)
        if token.meta["kind"] is not None:
            self._verbatim(self.at, after, token.meta["kind"], token.content)
        self.at = after

    def _verbatim(self, start: int, end: int, kind: CodeKind, written: str) -> None:
        begun = self.builder.length
        for part in re.finditer(r"[^\n]+|\n", self.content[start:end]):
            if part.group() == "\n":
                self.builder.line_break()
                continue
            for low, high, offset in self.places.runs(start + part.start(), start + part.end()):
                self.builder.literal(self.content[low:high], offset)
        self.builder.code(begun, kind, written)

    def _tag(self, written: str) -> None:
        """A tag of HTML between the words."""
        self.at += len(written)
        token = next(tokens(written))
        if token.kind is TokenKind.CLOSE:
            self.html.end(token.name)
        elif token.name == "br":
            self.builder.line_break(hard=True)
        elif token.kind is TokenKind.OPEN and token.name not in known("void"):
            self.html.begin(token.name, token.attributes)

    def _image(self, token: Token) -> None:
        end = token.meta["end"]
        self.walk(token.children or [], token.meta["start"] + 2)
        self.at = end
