"""Documents as they were read: segments with their places.

Offsets count code points, half-open, into a segment's text.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum

RUSSIAN = "ru"
ENGLISH = "en"


class Kind(StrEnum):
    """What a segment is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"
    FOOTNOTE = "footnote"
    HEADER = "header"


@dataclass(frozen=True, slots=True)
class Span:
    """The code points from start up to, not including, end."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file as its reader would name it; line and column count from 1."""

    path: str
    label: str = ""
    line: int | None = None
    column: int | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a segment's text and where it stands in the file.

    `start` and `length` count in the segment's text. `node` names what holds the run (empty for a text
    file), `offset` is its first code point there. Text between pieces was put in on reading (a space where
    a line was broken) and stands nowhere in the file.
    """

    start: int
    length: int
    offset: int
    node: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A paragraph, heading, list item, table cell or footnote, as its reader sees it.

    `text` is without label and markup. `mark` is the label as it stands ("27.", "b)", "IV."), "" without.
    `level` is the depth of a heading (1 = highest) or a list item, 0 elsewhere. `breaks` are the offsets at
    which a page break tears the paragraph. `links` are the spans that carry a hyperlink, with targets.
    `hyphens` are the offsets at which the file has a soft hyphen, which no reader sees; `notes` those at
    which it refers to a note, with the mark ("" where the format counts).
    """

    position: int
    place: Place
    kind: Kind
    text: str
    origin: tuple[Piece, ...] = ()
    mark: str = ""
    level: int = 0
    breaks: tuple[int, ...] = ()
    links: tuple[tuple[Span, str], ...] = ()
    hyphens: tuple[int, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Directive:
    """What an author asks to be silent about: findings of some checks (all, without any named).

    `first` and `last` are the positions of the segments meant. `span` narrows it down to findings on these
    words, which an editor has decided to leave as they are. `ended` is False where the author has begun a
    part and not said where it ends: it reaches to the end of the file.
    """

    checks: tuple[str, ...]
    first: int
    last: int
    place: Place
    span: Span | None = None
    ended: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """A file (or one <file> of a bilingual one) as a sequence of segments in reading order.

    `lines` holds the offset of each line's first character in the file, empty where a format has no lines.
    """

    path: str
    language: str
    segments: tuple[Segment, ...]
    date: datetime.date | None = None
    symbol: str = ""
    lines: tuple[int, ...] = ()
    directives: tuple[Directive, ...] = ()

    def holds(self, passage: "Passage") -> bool:
        """Whether a passage is of this very document, and not of its original or its translation."""
        position = passage.segment.position
        return position < len(self.segments) and self.segments[position] is passage.segment


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment, or a part of it."""

    segment: Segment
    span: Span

    @property
    def text(self) -> str:
        """The words of the passage."""
        return self.segment.text[self.span.start : self.span.end]
