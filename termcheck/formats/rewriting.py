"""Corrections put into a file, everything around them letter for letter as it was."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from termcheck.errors import InputError
from termcheck.formats.decoding import Decoded
from termcheck.formats.markup import entity_at
from termcheck.model import Passage, Piece

_NEAR = 2  # letters between two changes of a word that would read as crumbs


@dataclass(frozen=True, slots=True)
class Edit:
    """A passage of a document, and what is to stand in its place."""

    passage: Passage
    text: str


Escape = Callable[[str], str]  # writes a text as a format has it: “&amp;” for “&”


def rewrite(file: Decoded, edits: Iterable[Edit], *, shown: str, escape: Escape = str) -> bytes:
    """The bytes of a text file with its edits, which may not overlap, made.

    Only the letters that differ are touched, so that markup and line breaks within a passage stay. Raises
    InputError where the encoding of the file cannot hold a correction.
    """
    text = file.text
    parts, at = list[str](), 0
    for start, end, new in sorted(change for edit in edits for change in changes(edit, text, escape=escape)):
        parts += [text[at:start], new]
        at = end
    parts.append(text[at:])
    try:
        return file.bom + "".join(parts).encode(file.encoding)
    except UnicodeEncodeError as error:
        missing = error.object[error.start : error.end]
        raise InputError(
            f"{shown}: is in {file.encoding}, which cannot hold “{missing}”; save it as UTF-8"
        ) from error


Change = tuple[int, int, str]  # from, to in the file, and the new text


def changes(edit: Edit, text: str, *, escape: Escape = str) -> Iterator[Change]:
    """What an edit changes in the text of a file: only the letters that differ."""
    for start, end, new in _changes(edit, text):
        yield start, end, escape(new)


def differences(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """From where to where two texts differ, in the old one, and what the new one has there; in order."""
    for kind, low, high, new_low, new_high in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield low, high, new[new_low:new_high]


def readable_differences(edit: Edit, together: Callable[[int, int], bool]) -> Iterator[Change]:
    """What an edit changes, offsets into its text or label: where it would read as crumbs, in one piece.

    "ва" stays in Свазиленд → Эсватини, but nobody wants to read so. `together` tells whether all letters
    between two offsets look the same.
    """
    old, shift = edit.passage.text, edit.passage.span.start
    held: Change | None = None
    for low, high, new in differences(old, edit.text):
        if held is not None:
            start, end, text = held
            between = old[end:low]
            if len(between) <= _NEAR and between.isalpha() and together(start + shift, high + shift):
                held = start, high, f"{text}{between}{new}"
                continue
            yield start + shift, end + shift, text
        held = low, high, new
    if held is not None:
        yield held[0] + shift, held[1] + shift, held[2]


def _changes(edit: Edit, text: str) -> Iterator[Change]:
    passage = edit.passage
    start = passage.span.start
    for low, high, new in differences(passage.text, edit.text):
        yield from _replaced(passage, start + low, start + high, new, text)


def _replaced(passage: Passage, start: int, end: int, new: str, text: str) -> Iterator[Change]:
    """Changes of the file for one run of letters; what it held is taken out piece by piece."""
    taken = list(_taken(passage, start, end, text))
    if not taken:
        # What begins a passage belongs to its first letter: "<b>Молдовы", "<b>Республики Молдова".
        at = (_before if start == passage.span.start else _after)(passage, start, text)
        taken = [(at, at)]
    for number, (low, high) in enumerate(taken):
        yield low, high, new if number == 0 else ""


def _taken(passage: Passage, start: int, end: int, text: str) -> Iterator[tuple[int, int]]:
    """Where the letters of a run stand in the file, and the line breaks that stand for a blank in it."""
    pieces = passage.pieces
    for piece, following in zip_longest(pieces, pieces[1:]):
        low, high = max(start, piece.start), min(end, piece.start + piece.length)
        if low < high or piece.start < start == end < piece.start + piece.length:
            yield (
                _in_file(passage, piece, low, text)[0],
                _in_file(passage, piece, max(high - 1, low), text)[high > low],
            )
        if following is None:
            continue
        gap = _in_file(passage, piece, piece.start + piece.length - 1, text)[1], following.offset
        if (
            start < following.start
            and piece.start + piece.length < end
            and not text[slice(*gap)].strip("> \t\r\n")
        ):
            yield gap


def _in_file(passage: Passage, piece: Piece, at: int, text: str) -> tuple[int, int]:
    """From where to where one letter stands in the file: "&amp;" and "\\*" are one letter each."""
    if piece.width:
        return piece.offset, piece.offset + piece.width
    place = piece.offset + at - piece.start
    if text[place] == passage.whole[at] and not (piece.length == 1 and text[place] == "&"):
        return place, place + 1
    if text[piece.offset] == "&":
        entity = entity_at(text, piece.offset)  # "&nbsp" stands without its ";" in old pages
        return piece.offset, entity.end if entity else piece.offset + 1
    return place, place + 2


def _before(passage: Passage, at: int, text: str) -> int:
    """Where in the file something is put that belongs to the letter `at` of a segment."""
    pieces = passage.segment.origin
    index = bisect_right(pieces, at, key=lambda piece: piece.start) - 1
    if index < 0 or pieces[index].start + pieces[index].length <= at:
        return _after(passage, at, text)
    return _in_file(passage, pieces[index], at, text)[0]


def _after(passage: Passage, at: int, text: str) -> int:
    """Where in the file something is put before a letter of a text or label: right after the one before."""
    pieces = passage.pieces
    if not pieces:
        raise ValueError("what does not stand in the file has no place for a correction")
    if at <= pieces[0].start:
        return pieces[0].offset
    piece = pieces[bisect_right(pieces, at - 1, key=lambda piece: piece.start) - 1]
    return _in_file(passage, piece, min(at, piece.start + piece.length) - 1, text)[1]
