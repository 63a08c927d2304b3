"""Units of bilingual files: from the two texts of each, as its file holds them, to two documents.

What is markup in the texts is left out on both sides alike, what stands for a word is noted.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from termcheck.formats.blocks import Block
from termcheck.formats.directives import with_notes
from termcheck.formats.fragments import fragments, holds_tags, markup_in
from termcheck.formats.markup import Token, TokenKind
from termcheck.formats.placeholders import mark_placeholders
from termcheck.formats.structure import assemble
from termcheck.model import ENGLISH, RUSSIAN, Code, Document, Kind, Piece, Span


@dataclass(slots=True)
class Unit:
    """A unit of a bilingual file: its id, where it begins, its text by language ("en", "ru"), its notes.

    `flags` are what the file says of its placeholders ("c-format"). Of a message with plural forms, `plural`
    is the English of the plural, whose placeholders any form may have, and which a form without English of its
    own answers in its codes; `of_one` tells that the form is for one number, which it need not name.
    """

    id: str
    offset: int
    sides: dict[str, Block] = field(default_factory=dict)
    notes: Iterable[str] = field(default_factory=list)
    flags: frozenset[str] = frozenset()
    plural: Block | None = None
    of_one: bool = False


def documents(
    units: Iterable[Unit], *, shown: str, lines: tuple[int, ...], notes: Iterable[str] = ()
) -> tuple[Document, Document]:
    """The Russian and the English document of some units, segment by segment; what a unit lacks is empty.

    A unit has one segment, or one for each of the paragraphs in it. `notes` are those that belong to no
    single unit, `lines` the offsets at which the lines of the file begin.
    """
    parts = [(part, unit.notes) for unit in units for part in _parts(unit)]
    russian = assemble([part for (part, _), _ in parts], path=shown, language=RUSSIAN, lines=lines)
    english = assemble([part for (_, part), _ in parts], path=shown, language=ENGLISH, lines=lines)
    return with_notes(russian, [said for _, said in parts], notes), english


def speaks(code: str, language: str) -> bool:
    """Whether a language tag ("ru-RU", "EN_us") is of a language."""
    return code.lower().replace("_", "-").partition("-")[0] == language


def _parts(unit: Unit) -> Iterator[tuple[Block, Block]]:
    """The Russian and the English block of each paragraph of a unit."""
    empty = Block(Kind.PARAGRAPH, "", unit=unit.id, offset=unit.offset)
    russian, english = unit.sides.get(RUSSIAN, empty), unit.sides.get(ENGLISH, empty)
    original = english if english.text or unit.plural is None else unit.plural
    for ours, theirs in without_markup(russian, original):
        ours, theirs = mark_placeholders(
            ours, theirs, flags=unit.flags, plural=unit.plural, of_one=unit.of_one
        )
        yield ours, theirs if original is english else _codes_alone(theirs, empty)


def _codes_alone(block: Block, empty: Block) -> Block:
    """A block without text that keeps the codes of another: what a form must hold that has no English."""
    return replace(empty, codes=tuple(replace(code, span=Span(0, 0)) for code in block.codes))


def without_markup(russian: Block, english: Block) -> list[tuple[Block, Block]]:
    """The two texts of a unit, HTML still in them, as pairs of blocks without it.

    Block elements are blocks of their own where both have as many; else each text is one block.
    """
    theirs = markup_in(english.text)
    ours = markup_in(russian.text, like=theirs)
    if all(token.kind is TokenKind.TEXT for token in (*ours, *theirs)):
        return [(russian, english)]
    folded = holds_tags(ours) or holds_tags(theirs)
    sides = ((russian, ours), (english, theirs))
    for parted in (True, False):
        left, right = (_blocks(*side, folded=folded, parted=parted) for side in sides)
        if len(left) == len(right):
            break
    return list(zip(left, right, strict=True))


def _blocks(block: Block, found: list[Token], *, folded: bool, parted: bool) -> list[Block]:
    """The blocks of one text with their places in the file, and the codes that the text had before."""
    parts = fragments(block.text, found, folded=folded, parted=parted)
    codes = [list(part.codes) for part in parts]
    for code in block.codes:
        number = next((n for n, part in enumerate(parts) if code.span.start < _end(part)), len(parts) - 1)
        if (span := _moved(code.span, parts[number])) is not None:
            codes[number].append(replace(code, span=span))
    return [
        _placed(replace(part, codes=tuple(sorted(own, key=lambda code: code.span.start))), block)
        for part, own in zip(parts, codes, strict=True)
    ]


def _end(part: Block) -> int:
    """Where in the whole text the last letter of a part ends."""
    if not part.pieces:
        return 0
    last = part.pieces[-1]
    return last.offset + (last.width or last.length)


def _moved(span: Span, part: Block) -> Span | None:
    """Where what stands in the whole text stands in a part of it; None for what is within a tag."""
    piece = next(
        (piece for piece in part.pieces if span.start < piece.offset + (piece.width or piece.length)), None
    )
    length = span.end - span.start
    if piece is None:
        return None if length else Span(len(part.text), len(part.text))
    if span.start < piece.offset:
        return None if length else Span(piece.start, piece.start)
    start = piece.start + min(span.start - piece.offset, piece.length)
    return Span(start, start + length)


def _placed(part: Block, whole: Block) -> Block:
    """A part of a text, whose places count in that text, with the places of the text in the file."""
    pieces = tuple(piece for inner in part.pieces for piece in _pieces(inner, whole))
    hyphens = (_moved(Span(at, at + 1), part) for at in whole.hyphens)
    return replace(
        part,
        pieces=pieces,
        hyphens=tuple(span.start for span in hyphens if span),
        unit=whole.unit,
        offset=pieces[0].offset if pieces else whole.offset,
    )


def _pieces(inner: Piece, whole: Block) -> Iterator[Piece]:
    """The places in the file of a run that stands in the whole text at the offset of a piece."""
    first, last = inner.offset, inner.offset + (inner.width or inner.length) - 1
    if not inner.width:
        yield from _copied(inner, whole)
        return
    begun, ended = _piece_at(first, whole), _piece_at(last, whole)
    if begun and ended:
        start, end = _in_file(first, begun)[0], _in_file(last, ended)[1]
        yield Piece(inner.start, inner.length, start, begun.node, end - start)


def _copied(inner: Piece, whole: Block) -> Iterator[Piece]:
    at = max(bisect_right(whole.pieces, inner.offset, key=lambda piece: piece.start) - 1, 0)
    for piece in whole.pieces[at:]:
        low, high = (
            max(piece.start, inner.offset),
            min(piece.start + piece.length, inner.offset + inner.length),
        )
        if piece.start >= inner.offset + inner.length:
            return
        if low < high:
            start = piece.offset if piece.width else piece.offset + low - piece.start
            yield Piece(inner.start + low - inner.offset, high - low, start, piece.node, piece.width)


def _piece_at(at: int, whole: Block) -> Piece | None:
    index = bisect_right(whole.pieces, at, key=lambda piece: piece.start) - 1
    if index < 0 or whole.pieces[index].start + whole.pieces[index].length <= at:
        return None
    return whole.pieces[index]


def _in_file(at: int, piece: Piece) -> tuple[int, int]:
    if piece.width:
        return piece.offset, piece.offset + piece.width
    start = piece.offset + at - piece.start
    return start, start + 1
