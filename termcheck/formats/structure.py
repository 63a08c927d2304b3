"""From the blocks of any format to a document: lines of the first page parted, what is printed on pages left
out, torn paragraphs joined, labels taken off, every segment with its place.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from termcheck.formats.blocks import Block, cut, join
from termcheck.formats.frontmatter import find_date, find_symbol, is_front_line, lines_within
from termcheck.formats.furniture import is_furniture
from termcheck.formats.labels import Shape, candidate
from termcheck.formats.numerals import words
from termcheck.formats.outline import Entry, outline
from termcheck.formats.titles import FRONT_BLOCKS, looks_like_heading
from termcheck.model import Document, Kind, Piece, Place, Segment

_LINE_END = re.compile(r"\r\n|\r|\n")
_SENTENCE_END = re.compile(r"[^\W_]{2}[»”)\]]*[.!?…][»”)\]]*\s+[«“(\[]*[A-ZА-ЯЁ]|[»”)\]][.!?…]\s+[A-ZА-ЯЁ]")
_LAST_WORD = re.compile(r"[\w-]+$")
_FEWEST_WORDS = 5  # of a paragraph that a page break can tear; a list of short items is none


def line_starts(text: str) -> tuple[int, ...]:
    """The offset of the first character of each line, for line ends of every system."""
    return (0, *(match.end() for match in _LINE_END.finditer(text)))


def document(blocks: Sequence[Block], *, path: str, language: str, lines: tuple[int, ...] = ()) -> Document:
    """The document that the blocks of a file make."""
    front = _front_length(blocks)
    parts = [part for index, block in enumerate(blocks) for part in _lines(block, in_front=index < front)]
    whole = _join_torn(
        [part for part in parts if part.text and not is_furniture(part.text, part.kind)], language
    )
    return assemble(whole, path=path, language=language, lines=lines)


def assemble(blocks: Sequence[Block], *, path: str, language: str, lines: tuple[int, ...]) -> Document:
    """The document with one segment for each block: nothing parted, nothing joined, nothing left out."""
    segments = tuple(
        _segment(position, block, entry, path, lines)
        for position, (block, entry) in enumerate(zip(blocks, outline(blocks), strict=True))
    )
    length = _front_length(blocks)
    front = [block.text for block in blocks[:length]]
    # Fifteen paragraphs of running text, without a body that begins after them, are no first page.
    is_page = any(map(is_front_line, front)) or length < min(len(blocks), FRONT_BLOCKS)
    headers = [block.text for block in blocks if block.kind is Kind.HEADER]
    return Document(
        path, language, segments, find_date(front, is_page=is_page), find_symbol([*front, *headers]), lines
    )


def place_at(
    path: str, offset: int | None, lines: tuple[int, ...], *, label: str = "", unit: str | None = None
) -> Place:
    """The place of an offset in a file, by line and column where the format has lines."""
    if offset is None or not lines:
        return Place(path, label, unit=unit)
    line = bisect_right(lines, offset)
    return Place(path, label, line, offset - lines[line - 1] + 1, unit)


def _segment(position: int, block: Block, entry: Entry, path: str, lines: tuple[int, ...]) -> Segment:
    body = cut(block, entry.cut, len(block.text)) if entry.cut else block
    offset = body.pieces[0].offset if body.pieces else body.offset
    label = f"unit {block.unit}" if block.unit is not None else entry.place
    return Segment(
        position,
        place_at(path, offset, lines, label=label, unit=block.unit),
        entry.kind,
        body.text,
        body.pieces,
        entry.mark,
        entry.level,
        body.breaks,
        body.links,
        body.hyphens,
        body.notes,
        body.codes,
        _mark_pieces(block, entry),
    )


def _mark_pieces(block: Block, entry: Entry) -> tuple[Piece, ...]:
    """Where the label of a block stands in the file; nowhere if the format counts by itself."""
    at = block.text.rfind(entry.mark, 0, entry.cut) if entry.mark else -1
    return cut(block, at, at + len(entry.mark)).pieces if at >= 0 else ()


def _front_length(blocks: Sequence[Block]) -> int:
    """How many blocks stand before the first numbered paragraph or heading, fifteen at most."""
    for index, block in enumerate(blocks[:FRONT_BLOCKS]):
        label = candidate(block)
        if label and label.shape in (Shape.NUMBER, Shape.CAPITAL, Shape.ITEM):
            return index
    return min(len(blocks), FRONT_BLOCKS)


def _lines(block: Block, *, in_front: bool) -> Iterable[Block]:
    """The parts of a block whose lines are segments of their own."""
    together = lines_within(block.text) if in_front else ()
    breaks = sorted({*block.hard, *block.soft, *together})
    if not breaks:
        return (block,)
    edges = [0, *breaks, len(block.text)]
    texts = [block.text[start:end].strip() for start, end in pairwise(edges)]
    head = in_front and any(map(is_front_line, texts))
    parts, start = [], 0
    for at, (before, after) in zip(breaks, pairwise(texts), strict=True):
        if at in together or _begins_anew(block, at, before, after, in_front=in_front, head=head):
            parts.append(cut(block, start, at))
            start = at
    return (*parts, cut(block, start, len(block.text)))


def _begins_anew(block: Block, at: int, before: str, after: str, *, in_front: bool, head: bool) -> bool:
    """Whether the line after a break is a segment of its own and not the same text going on."""
    if not before or not after:
        return False
    if head:
        return True  # "Distr.: Limited", the date, the language: one a line
    if is_furniture(before, Kind.TABLE_CELL) or is_furniture(after, Kind.TABLE_CELL):
        return True  # as certain as in a table: a line of a text may well end with a figure
    ended = before[-1] in ".;:!?"
    label = candidate(replace(block, text=after, mark=""))
    if label and label.shape in (Shape.ITEM, Shape.NUMBER, Shape.COUNT) and (ended or before[-1] == ","):
        return True
    if at not in block.hard or after[0].islower() or block.kind is Kind.HEADING:
        return False
    if any(span.start < at < span.end for span in block.strong):
        return False  # a title in bold over several lines
    return in_front or ended


def _join_torn(blocks: Sequence[Block], language: str) -> list[Block]:
    """Blocks with the halves of torn paragraphs joined."""
    joined: list[Block] = []
    for block in blocks:
        if joined and _is_torn(joined[-1], block, language):
            joined[-1] = join(joined[-1], block)
        else:
            joined.append(block)
    return joined


def _is_torn(first: Block, second: Block, language: str) -> bool:
    """Whether a page break has torn a paragraph here. A wrong join is worse than a missed one."""
    if second.kind is not Kind.PARAGRAPH or not second.text[0].islower() or candidate(second):
        return False
    if first.kind not in (Kind.PARAGRAPH, Kind.LIST_ITEM) or looks_like_heading(first) or first.label:
        return False
    last = _LAST_WORD.search(first.text)
    if not last or len(first.text.split()) < _FEWEST_WORDS:
        return False  # ends with a mark: "принимая к сведению доклад," is whole
    if first.text[: last.start()].rstrip()[-1:] in (",", ";"):
        return False  # "напоминая о своей резолюции; и" comes before the last of several paragraphs
    if last.group().lower() in words()["unfinished"][language]:
        return True
    label = candidate(first)
    return bool(label and label.shape is Shape.NUMBER and _SENTENCE_END.search(first.text, label.end))
