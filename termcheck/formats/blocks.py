"""What a reader of one format hands on: runs of text with their places, not yet labelled.

Every format yields blocks; structure and outline make segments of them, in one way for all formats.
"""

import re
from dataclasses import dataclass, field, replace

from termcheck.model import STAND_IN, Code, CodeKind, Kind, Piece, Span

# A soft hyphen or a zero-width space is not seen by a reader: "тер\u00adмин" is one word.
_SOFT_HYPHEN = "\u00ad"
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, cell or note as the file gives it, its typed label still inside.

    `depth` is the rank of a heading's markup (1–6, 0 unknown) or the nesting of a list item. `mark` is a
    label that the format keeps apart from the text (automatic numbering, a bullet). `label` names the
    place where the format itself does ("table 1, row 2, column 3"). `strong` are the spans in bold;
    `hard` and `soft` the offsets of the blanks that stand for a forced and for a chance line break,
    `hyphens` those at which a soft hyphen was left out, `notes` those of the marks of notes, with the mark
    ("" where the format counts), `codes` the tags, placeholders and code in it.
    `offset` is where the block begins in the file, for blocks without text.
    """

    kind: Kind
    text: str
    pieces: tuple[Piece, ...] = ()
    depth: int = 0
    mark: str = ""
    label: str = ""
    unit: str | None = None
    strong: tuple[Span, ...] = ()
    links: tuple[tuple[Span, str], ...] = ()
    hard: tuple[int, ...] = ()
    soft: tuple[int, ...] = ()
    hyphens: tuple[int, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()
    breaks: tuple[int, ...] = ()
    codes: tuple[Code, ...] = ()
    offset: int = 0

    @property
    def is_strong(self) -> bool:
        """Whether all its words are in bold."""
        if not self.strong or not self.text:
            return False
        covered = sum(span.end - span.start for span in self.strong)
        return covered >= len(self.text) - len(self.strong) - 1


def cut(block: Block, start: int, end: int) -> Block:
    """The part of a block between two offsets, without the blanks at its ends."""
    text = block.text
    # A note that stands where a line ends belongs to that line, whatever blanks are before it.
    notes = [(at, mark) for at, mark in block.notes if start < at <= end or at == start == 0]
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == 0 and end == len(text):
        return block
    pieces = []
    for piece in block.pieces:
        low, high = max(piece.start, start), min(piece.start + piece.length, end)
        if low < high:
            at = piece.offset if piece.width else piece.offset + low - piece.start
            pieces.append(Piece(low - start, high - low, at, piece.node, piece.width))
    return replace(
        block,
        text=text[start:end],
        pieces=tuple(pieces),
        strong=tuple(span for span in (_clip(s, start, end) for s in block.strong) if span.start < span.end),
        links=tuple(
            (span, to)
            for span, to in ((_clip(s, start, end), to) for s, to in block.links)
            if span.start < span.end
        ),
        hard=tuple(at - start for at in block.hard if start < at < end),
        soft=tuple(at - start for at in block.soft if start < at < end),
        hyphens=tuple(at - start for at in block.hyphens if start < at < end),
        notes=tuple((min(max(at, start), end) - start, mark) for at, mark in notes),
        breaks=tuple(at - start for at in block.breaks if start < at < end),
        codes=tuple(
            replace(code, span=_clip(code.span, start, end))
            for code in block.codes
            if (code.span.start < end and start < code.span.end) or code.span.start == code.span.end
        ),
        offset=pieces[0].offset if pieces else block.offset,
    )


def join(first: Block, second: Block) -> Block:
    """Two blocks that are one paragraph, with a blank and a break between them."""
    shift = len(first.text) + 1
    return replace(
        first,
        text=f"{first.text} {second.text}",
        pieces=first.pieces + tuple(replace(piece, start=piece.start + shift) for piece in second.pieces),
        strong=first.strong + tuple(_shifted(span, shift) for span in second.strong),
        links=first.links + tuple((_shifted(span, shift), to) for span, to in second.links),
        hard=first.hard + tuple(at + shift for at in second.hard),
        soft=first.soft + tuple(at + shift for at in second.soft),
        hyphens=first.hyphens + tuple(at + shift for at in second.hyphens),
        notes=first.notes + tuple((at + shift, mark) for at, mark in second.notes),
        breaks=(*first.breaks, len(first.text), *(at + shift for at in second.breaks)),
        codes=first.codes + tuple(replace(code, span=_shifted(code.span, shift)) for code in second.codes),
    )


def _clip(span: Span, start: int, end: int) -> Span:
    return Span(min(max(span.start, start), end) - start, max(min(span.end, end), start) - start)


def _shifted(span: Span, shift: int) -> Span:
    return Span(span.start + shift, span.end + shift)


@dataclass(slots=True)
class Builder:
    """Collects the text of one block piece by piece, as a reader walks through the file."""

    _text: list[str] = field(default_factory=list)
    _pieces: list[Piece] = field(default_factory=list)
    _length: int = 0
    _strong: list[Span] = field(default_factory=list)
    _links: list[tuple[Span, str]] = field(default_factory=list)
    _hard: list[int] = field(default_factory=list)
    _soft: list[int] = field(default_factory=list)
    _hyphens: list[int] = field(default_factory=list)
    _notes: list[tuple[int, str]] = field(default_factory=list)
    _codes: list[Code] = field(default_factory=list)
    _after_break: bool = False

    @property
    def length(self) -> int:
        """Code points collected so far."""
        return self._length

    @property
    def has_words(self) -> bool:
        """Whether there is more than blanks."""
        return any(map(str.strip, self._text))

    @property
    def ends_in_blank(self) -> bool:
        """Whether a blank that follows shows no more: at the start, and after another one."""
        return not self._length or self._text[-1][-1] == " "

    def literal(self, text: str, offset: int, node: str = "") -> None:
        """Add a run that stands in the file letter for letter, at an offset."""
        if self._after_break:
            # Blanks at the start of a continued line are indentation.
            stripped = text.lstrip()
            offset += len(text) - len(stripped)
            text = stripped
        start = 0
        if not text.isascii():
            for hidden in _INVISIBLE.finditer(text):
                self._add(text[start : hidden.start()], offset + start, node)
                start = hidden.end()
                if _SOFT_HYPHEN in hidden.group():
                    self.hyphen()
        self._add(text[start:] if start else text, offset + start, node)

    def escaped(self, text: str, offset: int, node: str = "", *, width: int = 0) -> None:
        """Add a run that the file writes otherwise ("&amp;" for &), from an offset on; its width there."""
        self._add(_INVISIBLE.sub("", text), offset, node, width)
        if _SOFT_HYPHEN in text:
            self.hyphen()

    def gap(self, text: str = " ") -> None:
        """Add text that stands nowhere in the file."""
        if not text:
            return
        self._text.append(text)
        self._length += len(text)
        self._after_break = False

    def blank(self) -> None:
        """Add a blank that stands for a tabulator, unless there is one."""
        if self._text and not self._text[-1][-1].isspace():
            self.gap()

    def line_break(self, *, hard: bool = False) -> None:
        """Add the blank that stands for the end of a line; several in a row count once."""
        if not self._length:
            return
        if self._after_break:
            if hard and self._soft and self._soft[-1] == self._length - 1:
                self._hard.append(self._soft.pop())
            return
        self._trim()
        self._notes = [(min(at, self._length), mark) for at, mark in self._notes]
        (self._hard if hard else self._soft).append(self._length)
        self.gap()
        self._after_break = True

    def strong(self, start: int) -> None:
        """Note that all since the offset `start` is in bold."""
        if self._strong and self._strong[-1].end == start:
            start = self._strong.pop().start
        if start < self._length:
            self._strong.append(Span(start, self._length))

    def link(self, start: int, target: str) -> None:
        """Note that all since the offset `start` is a hyperlink."""
        if start < self._length:
            self._links.append((Span(start, self._length), target))

    def hyphen(self) -> None:
        """Note that a soft hyphen stands here, which belongs to no word."""
        self._hyphens.append(self._length)

    def note(self, mark: str = "") -> None:
        """Note that the text refers to a footnote here, by this mark."""
        self._notes.append((self._length, mark))

    def tag(self, text: str) -> None:
        """Note that a tag stands here, which no reader sees."""
        self._codes.append(Code(Span(self._length, self._length), CodeKind.TAG, text))

    def stand_in(self, text: str) -> None:
        """Add a character for an element that stands for a word; `text` is the element in the file."""
        self.gap(STAND_IN)
        self._codes.append(Code(Span(self._length - 1, self._length), CodeKind.PLACEHOLDER, text))

    def code(self, start: int, kind: CodeKind, text: str = "") -> None:
        """Note that all since the offset `start` is a placeholder or code, as the file writes it."""
        if start < self._length:
            written = text or "".join(self._text)[start:]
            self._codes.append(Code(Span(start, self._length), kind, written))

    def block(
        self,
        kind: Kind,
        *,
        depth: int = 0,
        mark: str = "",
        label: str = "",
        offset: int = 0,
        unit: str | None = None,
    ) -> Block:
        """The finished block, without blanks at its ends."""
        text = "".join(self._text)
        whole = Block(
            kind,
            text,
            tuple(self._pieces),
            depth=depth,
            mark=mark,
            label=label,
            unit=unit,
            strong=tuple(self._strong),
            links=tuple(self._links),
            hard=tuple(self._hard),
            soft=tuple(self._soft),
            hyphens=tuple(self._hyphens),
            notes=tuple(self._notes),
            codes=tuple(self._codes),
            offset=self._pieces[0].offset if self._pieces else offset,
        )
        return cut(whole, 0, len(text))

    def _add(self, text: str, offset: int, node: str, width: int = 0) -> None:
        if not text:
            return
        self._pieces.append(Piece(self._length, len(text), offset, node, width))
        self._text.append(text)
        self._length += len(text)
        self._after_break = False

    def _trim(self) -> None:
        """Drop the blanks at the end of a line."""
        while self._text:
            last = self._text[-1].rstrip()
            dropped = len(self._text[-1]) - len(last)
            if not dropped:
                return
            self._length -= dropped
            if self._pieces and self._pieces[-1].start + self._pieces[-1].length > self._length:
                piece = self._pieces.pop()
                if piece.start < self._length:
                    self._pieces.append(replace(piece, length=self._length - piece.start))
            if last:
                self._text[-1] = last
                return
            self._text.pop()
