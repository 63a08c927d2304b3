"""What an author asks termcheck in the text itself: `<!-- termcheck: ignore symbol/extra -->`.

ignore [CHECKS]         this paragraph, or the one after a comment that stands alone
ignore-begin [CHECKS]   from here to the next ignore-end, or to the end
ignore-file [CHECKS]    the whole file

CHECKS are names or families, parted by commas or blanks; without any, all are meant. A reason may follow
after a colon or a dash. Where a format keeps
notes beside the text (XLIFF, TMX, PO, Word), the same words stand in a note.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from termcheck.formats.structure import place_at
from termcheck.model import Directive, Document, Segment

_COMMENT = re.compile(r"<!--\s*(termcheck:.*?)\s*-->", re.DOTALL | re.IGNORECASE)
_WORDS = re.compile(r"\btermcheck:\s*(ignore(?:-begin|-end|-file)?)(?![\w-])\s*([^\n]*)", re.IGNORECASE)
_APART = re.compile(r"[,;\s]+")
_REASON = re.compile(r"\s*(?::|--|[–—(]|\s-\s).*")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, and of which checks."""

    verb: str
    checks: tuple[str, ...]


def with_comments(document: Document, text: str) -> Document:
    """The document with what the comments in its file, whose text this is, ask for."""
    return replace(document, directives=tuple(_from_comments(document, text)))


def with_notes(document: Document, notes: Sequence[Iterable[str]], of_file: Iterable[str] = ()) -> Document:
    """The document with what the notes of each of its segments, and those of the file, ask for.

    Neighbours that share one list are parts of one unit, and are meant together.
    """
    last = len(document.segments) - 1
    whole = [
        Directive(asked.checks, 0, last, replace(document.segments[0].place, label="", unit=None))
        for note in of_file
        if last >= 0 and (asked := asked_in(note))
    ]
    units = groupby(zip(document.segments, notes, strict=True), key=lambda pair: id(pair[1]))
    single = [
        Directive(asked.checks, unit[0][0].position, unit[-1][0].position, unit[0][0].place)
        for unit in (list(pairs) for _, pairs in units)
        for note in unit[0][1]
        if (asked := asked_in(note))
    ]
    return replace(document, directives=(*whole, *single))


def asked_in(words: str) -> Asked | None:
    """What the words of a note ask for; None if they are not for termcheck."""
    match = _WORDS.search(words)
    if match is None:
        return None
    return Asked(match[1].lower(), tuple(filter(None, _APART.split(_REASON.sub("", match[2]).strip(" .")))))


def _from_comments(document: Document, text: str) -> Iterator[Directive]:
    ends = [_end(segment) for segment in document.segments]
    last = len(ends) - 1
    begun: list[tuple[Asked, int, int]] = []  # with the first segment, and the offset of the comment
    for comment in _COMMENT.finditer(text):
        asked = asked_in(comment[1])
        if asked is None:
            continue
        following = bisect_left(ends, comment.start())
        if following and "\n" not in text[ends[following - 1] : comment.start()]:
            following -= 1  # a comment at the end of a paragraph is about it
        place = place_at(document.path, comment.start(), document.lines)
        if asked.verb == "ignore-begin":
            begun.append((asked, following, comment.start()))
        elif asked.verb == "ignore-end" and begun:
            opened, first, at = begun.pop()
            yield Directive(opened.checks, first, following - 1, place_at(document.path, at, document.lines))
        elif asked.verb == "ignore-file":
            yield Directive(asked.checks, 0, last, place)
        elif asked.verb == "ignore":
            yield Directive(asked.checks, following, min(following, last), place)
    for opened, first, at in begun:
        place = place_at(document.path, at, document.lines)
        yield Directive(opened.checks, first, last, place, ended=False)


def _end(segment: Segment) -> int:
    """Where the text of a segment ends in the file."""
    if not segment.origin:
        return -1
    piece = segment.origin[-1]
    return piece.offset + piece.length
