"""Text in the columns of a terminal: what a letter takes, and what is shown of a line too long."""

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

_GAP = "…"
# Latin, Cyrillic and the usual signs, of which each takes one column: nearly all that is ever printed.
_NARROW = re.compile(r"[ -~\xa0-\xac\xae-\u02ff\u0400-\u0482\u048a-\u052f–—‘’“”„…«»№]*")
_WORD = 16  # columns: rather than cutting a word, leave so many empty


class Excerpt(NamedTuple):
    """A line around the part of it that matters, and the columns before that part and in it."""

    line: str
    before: int
    marked: int


def plain(text: str) -> str:
    """Return a text as a terminal may print it: line breaks and codes as blanks, invisible signs left out."""
    return text if text.isprintable() else "".join(_shown(char) for char in text)


def width(text: str) -> int:
    """Return the columns that a plain text takes: none for an accent («засе́дание»), two for 会."""
    return len(text) if _NARROW.fullmatch(text) else sum(_columns(char) for char in text)


def head(text: str, room: int) -> str:
    """Return as much of the beginning of a plain text as fits, whole words if possible."""
    if width(text) <= room:
        return text
    end = _fitting(text, room - 1)
    blank = text.rfind(" ", max(0, end - _WORD), end + 1)
    return text[: blank if blank > 0 else end].rstrip() + _GAP


def tail(text: str, room: int) -> str:
    """Return as much of the end of a plain text as fits, whole words if possible."""
    if width(text) <= room:
        return text
    start = len(text) - _fitting(text[::-1], room - 1)
    while start < len(text) and not _columns(text[start]):  # an accent goes with its letter
        start += 1
    blank = text.find(" ", max(0, start - 1), start + _WORD)
    return _GAP + text[blank + 1 if blank >= 0 else start :]


def excerpt(text: str, start: int, end: int, room: int) -> Excerpt:
    """Return a line of so many columns around the code points from start to end of a text."""
    before, marked, after = plain(text[:start]), plain(text[start:end]), plain(text[end:])
    marked = head(marked, room - 2)
    free = room - width(marked)
    # A third of what is free goes before: what follows tells more than what has been read already.
    before = tail(before, max(free // 3, free - width(after)))
    after = head(after, free - width(before))
    return Excerpt(before + marked + after, width(before), max(1, width(marked)))


def _fitting(text: str, room: int) -> int:
    """Return how many code points of a text take no more than so many columns."""
    return bisect_right(list(accumulate(map(_columns, text))), room)


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cf":  # a soft hyphen, a mark of direction
        return ""
    return " " if category in ("Cc", "Zl", "Zp", "Zs", "Cs") else char


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
