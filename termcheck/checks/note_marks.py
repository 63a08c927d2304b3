"""Where a text refers to its footnotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termcheck.model import Document, Kind, Passage, Segment, Span

# «повестки дня*», but not «*Приложение», "(*)" or "5 * 4".
_STARS = re.compile(r"(?<=[^\s*(])\*{1,3}(?!\w\w|\d|\*)")
_LAST_WORD = re.compile(r"\S+\s*$")


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A reference to a footnote: the word that it stands at, and the mark ("" where the format counts)."""

    at: Passage
    mark: str

    @property
    def typed(self) -> bool:
        """Whether it is an asterisk in the text itself."""
        return self.mark.startswith("*")


def note_marks(passages: Sequence[Passage]) -> Iterator[NoteMark]:
    """Yield the references to footnotes inside passages, those that the format knows and typed asterisks."""
    for passage in passages:
        segment = passage.segment
        if segment.kind in (Kind.FOOTNOTE, Kind.HEADER):
            continue
        for at, mark in segment.notes:
            if passage.span.start <= at <= passage.span.end:
                yield NoteMark(Passage(segment, _word_before(segment, at)), mark)
        if segment.kind is Kind.TABLE_CELL:
            continue  # an asterisk in a table is explained below it
        known = {at for at, _ in segment.notes}
        for star in _STARS.finditer(segment.prose, passage.span.start, passage.span.end):
            if known.isdisjoint(star.span()):  # the author's own mark of a note that the format knows
                yield NoteMark(Passage(segment, Span(*star.span())), star.group())


def marks_of(document: Document) -> tuple[NoteMark, ...]:
    """Return all references to footnotes of a document in reading order."""
    whole = [Passage(segment, Span(0, len(segment.text))) for segment in document.segments]
    return tuple(note_marks(whole))


def _word_before(segment: Segment, at: int) -> Span:
    word = _LAST_WORD.search(segment.text[:at])
    return Span(word.start(), at) if word else Span(0, len(segment.text))
