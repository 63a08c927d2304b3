"""HTML within a text: what of it is markup, and the blocks of the rest, each letter with its place there."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from termcheck.formats.blocks import Block, Builder
from termcheck.formats.elements import known, names
from termcheck.formats.markup import Token, TokenKind, tokens
from termcheck.model import CodeKind, Kind

_NAME = re.compile(r"[a-z][\w.-]*(?::[\w.-]+)?")
_TAGS = (TokenKind.OPEN, TokenKind.CLOSE, TokenKind.EMPTY)
_COMMENT = re.compile(r"<!--|<!\[CDATA\[|<!doctype|<\?[a-z]", re.IGNORECASE)
_BLANKS = re.compile(r"([ \t\r\n\f]+)")  # HTML draws them as one
_HEADING = re.compile(r"h([1-6])")
_KINDS = {
    "li": Kind.LIST_ITEM,
    "dt": Kind.LIST_ITEM,
    "dd": Kind.LIST_ITEM,
    "td": Kind.TABLE_CELL,
    "th": Kind.TABLE_CELL,
}
_DEEPEST = 100  # block elements within each other; what goes deeper is as if beside
_LONGEST_RAISED = 8  # code points: "[10]", "[12, 13]"

_Sure = frozenset[tuple[TokenKind, str]]


def markup_in(text: str, *, like: Sequence[Token] = ()) -> list[Token]:
    """The tokens of a text; what looks like markup and is none is text. `like` are those of its original.

    "cp <source> <target>", "List<String>", "<https://example.org>", "<user@example.org>" are text.
    "<b>so</b>" is markup, and so is "<link>so</link>", which some programs have; and so is what is a tag in
    the original.
    """
    found = list(tokens(text))
    original = frozenset((token.kind, token.name) for token in like if token.kind in _TAGS)
    sure = _sure_tags(found, original)
    return list(_settled(text, found, sure))


def holds_tags(found: Iterable[Token]) -> bool:
    """Whether there is a tag among some tokens."""
    return any(token.kind in _TAGS for token in found)


def _sure_tags(found: Sequence[Token], original: _Sure) -> set[int]:
    """The places in a row of tokens of the tags that surely are some."""
    sure, still_open = set[int](), list[int]()
    names_open = Counter[str]()
    for at, token in enumerate(found):
        if token.kind not in _TAGS or not _NAME.fullmatch(token.name):
            continue
        if _is_sure(token) or (token.kind, token.name) in original:
            sure.add(at)
        if token.kind is TokenKind.OPEN:
            still_open.append(at)
            names_open[token.name] += 1
        elif token.kind is TokenKind.CLOSE and names_open[token.name]:
            opened = len(found)
            while opened == len(found) or found[opened].name != token.name:
                opened = still_open.pop()
                names_open[found[opened].name] -= 1
            sure |= {opened, at}
    return sure


def _is_sure(token: Token) -> bool:
    """Whether a tag is one even if nothing else speaks for it."""
    if token.kind is TokenKind.EMPTY or token.name in known("alone"):
        return True
    if token.kind is TokenKind.CLOSE:
        return token.name in names()
    return token.name in known("void") and any(token.attributes.values())


def _settled(text: str, found: Sequence[Token], sure: set[int]) -> Iterator[Token]:
    is_raw = False  # what follows is the content of <style>, unless that is no tag
    for at, token in enumerate(found):
        if token.kind is TokenKind.OTHER:
            is_text = not is_raw and not _COMMENT.match(text, token.start)
        elif token.kind is TokenKind.ENTITY:
            # "Q&A;" and "&copy" without its mark are letters; two letters for one name are no one's.
            is_text = text[token.end - 1] != ";" or len(token.text) != 1
        else:
            is_text = token.kind in _TAGS and at not in sure
        is_raw = at in sure and token.kind is TokenKind.OPEN
        yield (
            Token(TokenKind.TEXT, token.start, token.end, text[token.start : token.end]) if is_text else token
        )


def fragments(text: str, found: Iterable[Token], *, folded: bool, parted: bool) -> list[Block]:
    """The blocks of a text without its markup; the offsets of their pieces count in the text.

    `folded` tells that blanks in a row are one, `parted` that block elements are blocks of their own and not
    lines of one. There is at least one block, which may be without text; tags outside of the text belong to
    the block nearest by.
    """
    walk = _Walk(text, folded=folded, parted=parted)
    for token in found:
        walk.take(token)
    return walk.blocks()


@dataclass(slots=True)
class _Walk:
    """What has been read of a text, and what is open in it."""

    text: str
    folded: bool
    parted: bool
    _done: list[Block] = field(default_factory=list)
    _builder: Builder = field(default_factory=Builder)
    _blocks: list[str] = field(default_factory=list)  # the block elements that are open
    _codes: list[tuple[Token, int]] = field(default_factory=list)  # the open elements that hold code
    _hidden: list[str] = field(default_factory=list)  # the open elements of which nothing is shown

    def take(self, token: Token) -> None:
        if self._hidden:
            self._pass_over(token)
        elif token.kind is TokenKind.TEXT:
            self._add_text(token)
        elif token.kind is TokenKind.ENTITY:
            self._builder.escaped(token.text, token.start, width=token.end - token.start)
        elif token.kind is TokenKind.CLOSE:
            self._close(token)
        elif token.kind is not TokenKind.OTHER:
            self._open(token)

    def blocks(self) -> list[Block]:
        self._finish()
        if not self._done:
            return [self._builder.block(Kind.PARAGRAPH)]
        if pending := self._builder.block(Kind.PARAGRAPH).codes:
            last = self._done[-1]
            end = len(last.text)
            moved = (replace(code, span=replace(code.span, start=end, end=end)) for code in pending)
            self._done[-1] = replace(last, codes=(*last.codes, *moved))
        return self._done

    def _open(self, token: Token) -> None:
        raw, name = self.text[token.start : token.end], token.name
        is_empty = token.kind is TokenKind.EMPTY or name in known("void")
        if name in known("block"):
            self._part()
            if not is_empty and len(self._blocks) < _DEEPEST:
                self._blocks.append(name)
        if name == "br":
            self._builder.tag(raw)
            self._builder.line_break(hard=True)
        elif name in known("replaced"):
            self._builder.stand_in(raw)
        else:
            self._builder.tag(raw)
        if is_empty:
            return
        if name in known("hidden"):
            self._hidden.append(name)
        elif name in known("verbatim") or name in known("raised"):
            self._codes.append((token, self._builder.length))

    def _close(self, token: Token) -> None:
        opened = next((pair for pair in reversed(self._codes) if pair[0].name == token.name), None)
        if opened is not None:
            self._codes.remove(opened)
            self._note_code(*opened, end=token.start)
        self._builder.tag(self.text[token.start : token.end])
        if token.name in known("block"):
            self._part()
            if token.name in self._blocks:
                last = len(self._blocks) - 1 - self._blocks[::-1].index(token.name)
                del self._blocks[last:]

    def _pass_over(self, token: Token) -> None:
        if token.kind is TokenKind.OPEN and token.name not in known("void"):
            self._hidden.append(token.name)
        elif token.kind is TokenKind.CLOSE and token.name in self._hidden:
            while self._hidden.pop() != token.name:
                pass
            if not self._hidden and token.name not in known("replaced"):
                self._builder.tag(self.text[token.start : token.end])

    def _note_code(self, opened: Token, start: int, *, end: int) -> None:
        held = self.text[opened.end : end]
        is_raised = opened.name in known("raised")
        if not is_raised or self._builder.length - start <= _LONGEST_RAISED:
            self._builder.code(start, CodeKind.VERBATIM, held)

    def _add_text(self, token: Token) -> None:
        if not self.folded or any(opened.name in known("verbatim") for opened, _ in self._codes):
            self._builder.literal(token.text, token.start)
            return
        at = token.start
        for number, part in enumerate(_BLANKS.split(token.text)):
            if number % 2 == 0:
                self._builder.literal(part, at)
            elif not self._builder.ends_in_blank:
                self._builder.escaped(" ", at, width=len(part))
            at += len(part)

    def _part(self) -> None:
        """End a block, or the line of one."""
        if self.parted:
            self._finish()
        else:
            self._builder.line_break(hard=True)

    def _finish(self) -> None:
        """Put the text that was read to the finished blocks; tags without any wait for the next."""
        if not self._builder.has_words:
            return
        for opened, start in self._codes:
            self._note_code(opened, start, end=len(self.text))
        self._codes = [(opened, 0) for opened, _ in self._codes]
        kind, depth = self._kind()
        self._done.append(self._builder.block(kind, depth=depth))
        self._builder = Builder()

    def _kind(self) -> tuple[Kind, int]:
        if not self.parted:
            return Kind.PARAGRAPH, 0
        for name in reversed(self._blocks):
            if heading := _HEADING.fullmatch(name):
                return Kind.HEADING, int(heading[1])
            if name in _KINDS:
                lists = sum(other in ("ul", "ol", "dl") for other in self._blocks)
                return _KINDS[name], lists if _KINDS[name] is Kind.LIST_ITEM else 0
        return Kind.PARAGRAPH, 0
