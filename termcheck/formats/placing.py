"""What was read out of a text that was itself read out of a file: its places in the file."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from termcheck.formats.blocks import Block
from termcheck.model import Piece, Span


def placed(parts: Sequence[Block], whole: Block) -> list[Block]:
    """Parts of the text of a block with places in the file; those that they have count in that text.

    The codes of the block go with the letters that they stand at.
    """
    codes = [list(part.codes) for part in parts]
    ends = list(accumulate(map(_end, parts), max))
    for code in whole.codes:
        number = min(bisect_right(ends, code.span.start), len(parts) - 1)
        if (span := _moved(code.span, parts[number])) is not None:
            codes[number].append(replace(code, span=span))
    return [
        _placed(replace(part, codes=tuple(sorted(own, key=lambda code: code.span.start))), whole)
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
    at = bisect_right(part.pieces, span.start, key=lambda piece: piece.offset + (piece.width or piece.length))
    length = span.end - span.start
    if at == len(part.pieces):
        return None if length else Span(len(part.text), len(part.text))
    piece = part.pieces[at]
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
