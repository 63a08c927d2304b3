"""Documents as they were read: segments with their places.

Offsets count code points, half-open, into a segment's text.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

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
    METADATA = (
        "metadata"  # the title and the description in front matter, which tell of the text: no part of it
    )


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
    a line was broken) and stands nowhere in the file. `width` is what the run takes in the file where the
    reader knows that this is not its length: 6 for "&nbsp;", one letter. Such a run is replaced as a whole.
    """

    start: int
    length: int
    offset: int
    node: str = ""
    width: int = 0


class CodeKind(StrEnum):
    """What a code stands for."""

    TAG = "tag"
    PLACEHOLDER = "placeholder"
    VERBATIM = "verbatim"


@dataclass(frozen=True, slots=True)
class Code:
    """Markup inside a text, which no translator changes and no correction touches.

    A tag takes nothing of the text that a reader sees, so its `span` is empty. A placeholder ("%(name)s")
    and verbatim code (`ls -l`) stand in the text; a placeholder that is an element (<x id="1"/>) is the
    one character STAND_IN there. `text` is the code as the file writes it.
    """

    span: Span
    kind: CodeKind
    text: str


STAND_IN = "\ufffc"
"""What stands in a text for something that is no text, a word or a picture: U+FFFC."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A paragraph, heading, list item, table cell or footnote, as its reader sees it.

    `text` is without label and markup. `mark` is the label as it stands ("27.", "b)", "IV."), "" without.
    `level` is the depth of a heading (1 = highest) or a list item, 0 elsewhere. `breaks` are the offsets at
    which a page break tears the paragraph. `links` are the spans that carry a hyperlink, with targets.
    `hyphens` are the offsets at which the file has a soft hyphen, which no reader sees; `notes` those at
    which it refers to a note, with the mark ("" where the format counts). `codes` are the tags, placeholders
    and code in it. `mark_origin` is where the label stands in the file, empty where the format counts.
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
    codes: tuple[Code, ...] = ()
    mark_origin: tuple[Piece, ...] = ()

    @property
    def prose(self) -> str:
        """The text with STAND_IN for each character of a placeholder or of code, which are no words."""
        if not self.codes:
            return self.text
        characters = list(self.text)
        for code in self.codes:
            span = slice(code.span.start, code.span.end)
            characters[span] = STAND_IN * len(characters[span])
        return "".join(characters)


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


class Part(StrEnum):
    """What the offsets of a passage count in: the text of its segment, or its label."""

    TEXT = "text"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment, or a part of it; a part of its label where `part` says so."""

    segment: Segment
    span: Span
    part: Part = Part.TEXT

    @classmethod
    def label(cls, segment: Segment) -> Self:
        """The whole label of a segment."""
        return cls(segment, Span(0, len(segment.mark)), Part.LABEL)

    @property
    def text(self) -> str:
        """The words of the passage."""
        return self.whole[self.span.start : self.span.end]

    @property
    def whole(self) -> str:
        """What its offsets count in."""
        return self.segment.text if self.part is Part.TEXT else self.segment.mark

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Where that stands in the file: nowhere, if it is a label that the format counts."""
        return self.segment.origin if self.part is Part.TEXT else self.segment.mark_origin

    @property
    def in_text(self) -> Span:
        """Where the passage is in the text of its segment: a label is a point before all of it."""
        return self.span if self.part is Part.TEXT else Span(0, 0)

    @property
    def prose(self) -> str:
        """The words of the passage, with STAND_IN for what is no word."""
        whole = self.segment.prose if self.part is Part.TEXT else self.segment.mark
        return whole[self.span.start : self.span.end]
