"""What a correction takes out of a part of an ODT file, and what it puts in, before anything is written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from termcheck.formats.markup import entity_at
from termcheck.formats.rewriting import Edit, readable_differences
from termcheck.model import Piece

_BLANKS = re.compile(r"[ \t\r\n]+")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]+")  # a soft hyphen between the letters of a segment
# What may stand between the letters of one paragraph: blanks, elements that stand for blanks, and marks and
# looks, which stay.
_BETWEEN = re.compile(
    r"(?P<gap>[ \t\r\n]+|<text:(?:s|tab|line-break)(?:\s[^<>]*)?/>)"
    r"|</?text:(?:span|a|change|change-start|change-end|bookmark|bookmark-start|bookmark-end|"
    r"soft-page-break|reference-mark|reference-mark-start|reference-mark-end)(?:\s[^<>]*)?/?>"
)
_COUNT = re.compile(r"""\stext:c\s*=\s*["'](\d{1,4})["']""")

Stretch = tuple[int, int]  # from, to in the text of the part


@dataclass(frozen=True, slots=True)
class Change:
    """What is taken out of the text of a part, and what is put in at an offset of it.

    `beside` tells whether the letters that are put in have a blank before and after them, where others that
    begin or end them would not be seen.
    """

    taken: tuple[Stretch, ...]
    put_in: str
    at: int
    beside: tuple[bool, bool]


def planned(edit: Edit, text: str) -> tuple[Change, ...]:
    """The changes that an edit is in the text of a part, in order; none where one of them cannot be made.

    That is where letters do not stand in the file as they were read, or where two paragraphs would have to be
    joined.
    """
    letters = _Letters(edit, text)
    if not letters.stand_as_read:
        return ()
    changes = [letters.located(*one) for one in readable_differences(edit, letters.in_one)]
    found = [change for change in changes if change is not None]
    return tuple(found) if len(found) == len(changes) else ()


class _Letters:
    """The letters of a text or label, piece by piece, in the text of the part where they stand."""

    def __init__(self, edit: Edit, text: str) -> None:
        self._text, self._passage, self._whole = text, edit.passage, edit.passage.whole
        self._pieces = edit.passage.pieces

    @property
    def stand_as_read(self) -> bool:
        """Whether there are any, all of them in the file as they were read."""
        return bool(self._pieces) and all(map(self._is_as_read, self._pieces))

    def in_one(self, start: int, end: int) -> bool:
        """Whether the letters between two offsets follow one another in the file."""
        covered = self._covered(start, end)
        return all(self._edges(one)[1] == self._edges(other)[0] for one, other in pairwise(covered))

    def located(self, start: int, end: int, new: str) -> Change | None:
        """Where letters from one offset to another are, and what is put in there; None if it cannot be."""
        whole = self._whole
        alone = start < end < len(whole) and (not start or whole[start - 1] == " ") and whole[end] == " "
        if alone and not new:
            # Of the blanks on both sides of a word that goes, the second would not be seen.
            end, new = end + 1, " "
        if self._hides_blanks(min(start, end - 1), end):
            return None
        if start == end:
            at = self._place(start)
            return None if at is None else Change((), new, at, self._beside(start, end))
        taken = self._taken(start, end)
        return None if taken is None else Change(taken, new, taken[0][0], self._beside(start, end))

    def _taken(self, start: int, end: int) -> tuple[Stretch, ...] | None:
        """The stretches in which all of some letters and what stands for blanks between them are."""
        covered = self._covered(start, end)
        before = next((piece for piece in reversed(self._pieces) if _end(piece) <= start), None)
        after = next((piece for piece in self._pieces if piece.start >= end), None)
        found = list[Stretch]()
        for piece, following in pairwise([before, *covered, after]):
            if piece is not None and piece in covered:
                low = self._edges(piece, max(piece.start, start))[0]
                found.append((low, self._edges(piece, min(_end(piece), end) - 1)[1]))
            unseen = self._unseen(piece, following, end) if piece in covered else []
            gap = _end(piece) if piece else 0, following.start if following else len(self._whole)
            if gap[0] < gap[1] and gap[0] < end and start < gap[1]:
                between = self._gap(piece, following) if start <= gap[0] and gap[1] <= end else None
                if between is None:
                    return None
                found += [*unseen, *between]
            else:
                found += unseen
        return _joined(found)

    def _gap(self, piece: Piece | None, following: Piece | None) -> list[Stretch] | None:
        """What stands for the blanks between two pieces; None where something else stands there."""
        if piece is None or following is None:
            return None
        low = self._edges(piece)[1]
        unseen = _BLANKS.match(self._text, low) if self._whole[_end(piece) - 1] == " " else None
        low = unseen.end() if unseen else low
        found, at_end = self._gaps(low, self._edges(following)[0])
        # More elements than blanks: some are not seen, and would be if they were deleted and brought back.
        blanks_seen = sum(_width(self._text[slice(*stretch)]) for stretch in found)
        return found if at_end and blanks_seen == following.start - _end(piece) else None

    def _gaps(self, low: int, high: int) -> tuple[list[Stretch], bool]:
        """What stands for blanks from one place on, and whether only marks and looks are up to another."""
        found = list[Stretch]()
        while low < high and (part := _BETWEEN.match(self._text, low, high)):
            found += [part.span()] if part["gap"] else []
            low = part.end()
        return found, low == high

    def _unseen(self, piece: Piece | None, following: Piece | None, end: int) -> list[Stretch]:
        """What is not seen right after the letters of a piece, and goes with them.

        That is a blank after another, which would be seen without that one, and a soft hyphen in a word.
        """
        if piece is None:
            return []
        if _end(piece) <= end and self._whole[_end(piece) - 1] == " ":
            unseen = _BLANKS
        elif following is not None and following.start < end:
            unseen = _UNSEEN
        else:
            return []
        found = unseen.match(self._text, self._edges(piece)[1])
        return [found.span()] if found else []

    def _hides_blanks(self, start: int, end: int) -> bool:
        """Whether a change would have to do with blanks that are not seen after one in another look.

        They would be seen after a letter. No word processor writes so.
        """
        for piece, following in pairwise(self._pieces):
            if start < _end(piece) == following.start <= end and self._whole[_end(piece) - 1] == " ":
                low, high = self._edges(piece)[1], self._edges(following)[0]
                blanks = _BLANKS.match(self._text, low)  # those right after it go with it
                if self._gaps(blanks.end() if blanks else low, high)[0]:
                    return True
        return False

    def _place(self, at: int) -> int | None:
        """Before the first letter of the passage, elsewhere after the letter before."""
        before = next((piece for piece in self._pieces if piece.start < at <= _end(piece)), None)
        after = next((piece for piece in self._pieces if piece.start <= at < _end(piece)), None)
        first = at == self._passage.span.start < self._passage.span.end
        if before is not None and not (first and after is not None):
            end = self._edges(before, at - 1)[1]
            blanks = _BLANKS.match(self._text, end) if self._whole[at - 1] == " " else None
            return blanks.end() if blanks else end
        return None if after is None else self._edges(after, at)[0]

    def _beside(self, start: int, end: int) -> tuple[bool, bool]:
        whole = self._whole
        return not start or whole[start - 1].isspace(), end == len(whole) or whole[end].isspace()

    def _covered(self, start: int, end: int) -> Sequence[Piece]:
        return [piece for piece in self._pieces if piece.start < end and start < _end(piece)]

    def _edges(self, piece: Piece, at: int | None = None) -> Stretch:
        """From where to where a letter of a piece, or all of it, stands in the text of the part."""
        if self._text[piece.offset] == "&":
            entity = entity_at(self._text, piece.offset)
            return piece.offset, entity.end if entity else piece.offset + 1
        if at is None:
            return piece.offset, piece.offset + piece.length
        place = piece.offset + at - piece.start
        return place, place + 1

    def _is_as_read(self, piece: Piece) -> bool:
        low, high = self._edges(piece)
        written = self._text[low:high]
        return written.startswith("&") or written == self._whole[piece.start : _end(piece)]


def _end(piece: Piece) -> int:
    return piece.start + piece.length


def _width(gap: str) -> int:
    """How many blanks are seen of what stands for some."""
    count = _COUNT.search(gap)
    return int(count[1]) if count else 1


def _joined(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Stretches with those that follow one another made one."""
    joined = list[Stretch]()
    for low, high in stretches:
        if joined and joined[-1][1] == low:
            joined[-1] = joined[-1][0], high
        else:
            joined.append((low, high))
    return tuple(joined)
