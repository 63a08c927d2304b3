"""The data that flows through termcheck: frozen, and complete when made.

Offsets count code points, half-open, into a segment's text.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

RUSSIAN = "ru"
ENGLISH = "en"


class Severity(IntEnum):
    """How sure a finding is: a hint is worth a look, a warning nearly always right, an error wrong text."""

    HINT = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word for it in messages, options and JSON."""
        return self.name.lower()


class Kind(StrEnum):
    """What a segment is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"
    FOOTNOTE = "footnote"
    HEADER = "header"


class Status(StrEnum):
    """Standing of a term, as in ISO 30042."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"


class Register(StrEnum):
    """Where a term is used. A State has a short and a formal name, a body a full one and an abbreviation."""

    SHORT = "short"
    FORMAL = "formal"
    LIST = "list"
    ADJECTIVE = "adjective"
    NATIONAL = "national"
    CAPITAL = "capital"
    FULL = "full"
    ABBREVIATION = "abbreviation"


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
    words, which an editor has decided to leave as they are.
    """

    checks: tuple[str, ...]
    first: int
    last: int
    place: Place
    span: Span | None = None


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


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment, or a part of it."""

    segment: Segment
    span: Span

    @property
    def text(self) -> str:
        """The words of the passage."""
        return self.segment.text[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True)
class Inflection:
    """What the automatic rule needs to be told about a Russian term; the defaults tell it nothing.

    `bend` names the words that inflect ("" = none), `number` is "sing" or "plur" for a name that has only
    one, `gender` is "masc", "femn" or "neut", `forms` gives single cases outright.
    """

    bend: str | None = None
    number: str | None = None
    gender: str | None = None
    forms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Term:
    """One name of a concept in one language, with the time and the register in which it holds.

    `homonym` says that the words mean something else as well («того»), `attested` that the name was found
    in the sources at hand: one that was not grounds hints alone. `depends` names the bodies (ids of concepts)
    and document series ("series:UNEP") with which this term is the right one; empty for any.
    """

    text: str
    language: str
    register: Register
    status: Status = Status.PREFERRED
    since: datetime.date | None = None
    until: datetime.date | None = None
    authority: str = ""
    inflection: Inflection = Inflection()
    homonym: bool = False
    attested: bool = True
    depends: tuple[str, ...] = ()

    def holds(self, day: datetime.date | None) -> bool:
        """Whether the name held on a day; without that, or without dates, whether it is not superseded."""
        if day is None or (self.since is None and self.until is None):
            return self.status is not Status.SUPERSEDED
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Change(StrEnum):
    """What an entry does to one of the same id in a glossary before it."""

    REPLACE = "replace"
    EXTEND = "extend"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that has names: a State, a body, an office, an instrument."""

    id: str
    domain: str
    kind: str = ""
    terms: tuple[Term, ...] = ()
    codes: tuple[str, ...] = ()
    note: str = ""
    change: Change = Change.REPLACE

    def preferred(self, language: str, *registers: Register) -> Term | None:
        """Return the preferred term of the first of these registers that has one."""
        for register in registers:
            for term in self.terms:
                if (term.language, term.register, term.status) == (language, register, Status.PREFERRED):
                    return term
        return None


@dataclass(frozen=True, slots=True)
class Series:
    """A document series: what its symbols begin with, and the id of the body whose documents they are."""

    prefix: str
    body: str = ""
    name: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Glossary:
    """A glossary file: what it is about, and what it holds.

    `remarks` are what a reader of the file should be told, such as how its columns were understood.
    """

    title: str = ""
    domain: str = "term"
    authority: str = ""
    note: str = ""
    concepts: tuple[Concept, ...] = ()
    series: tuple[Series, ...] = ()
    remarks: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a Russian form: case and number, in pymorphy3's names ("gent", "plur")."""

    case: str
    number: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A term found in a text. `form` is how the glossary writes what stands there, in the same case.

    `readings` are all those that the form allows; empty in English and for words that do not bend.
    """

    concept: Concept
    term: Term
    passage: Passage
    form: str
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Segments (or sentences) that say the same; `score` is the trust in that, from 0 to 1."""

    source: tuple[Passage, ...]
    target: tuple[Passage, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two documents and their pairs, by paragraph or by sentence; each passage is in exactly one pair.

    The pairs stand in the order of the English, those without English after the Russian before them; only
    moved passages break the order of the Russian.
    """

    russian: Document
    source: Document
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with gaps and what fills them, so that a writer can say it in another language."""

    template: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format_map(self.values)


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check saw, in the Russian unless its check says otherwise.

    `absent` tells that something is missing: the passage is then the whole segment in which it should stand.
    `severity` departs from the check's own, `cause` joins the problems that have one reason.
    """

    passage: Passage
    message: Message
    suggestions: tuple[str, ...] = ()
    source: Passage | None = None
    related: tuple[Passage, ...] = ()
    absent: bool = False
    severity: Severity | None = None
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem as its reader gets it. `concepts` are the ids of those whose names the marked words are."""

    check: str
    severity: Severity
    problem: Problem
    place: Place
    cause: str
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one Russian document; `source` is its English original, None without one.

    `checks` are the names of those that ran, `decided` findings that an editor has decided to leave,
    `unused` the requests for silence that silenced nothing. `pairs` tell how the two documents correspond,
    `mentions` which names of the glossary stand in them: a mention is in the document of its term's language.
    """

    russian: Document
    source: Document | None
    date: datetime.date | None
    findings: tuple[Finding, ...]
    checks: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    mentions: tuple[Mention, ...] = ()
    decided: tuple[Finding, ...] = ()
    unused: tuple[Directive, ...] = ()
