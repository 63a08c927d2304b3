"""What was recognised in documents, how they correspond, and what was found."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from termcheck.model.documents import Directive, Document, Passage, Place
from termcheck.model.terms import Concept, Term


class Severity(IntEnum):
    """How sure a finding is: a hint is worth a look, a warning nearly always right, an error wrong text."""

    HINT = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word for it in messages, options and JSON."""
        return self.name.lower()


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
    """Two documents and their pairs, by paragraph or by sentence: each passage in one, metadata in none.

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


UNREADABLE = "file/unreadable"
"""The name, beside those of the checks, under which a file is told that could not be checked."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be checked, Russian or English, and in one line why.

    `files` are those that it was to be checked with, itself among them. `known` says since when nothing of
    that is new, empty where it is: "unchanged since main". What is known fails no run.
    """

    path: str
    reason: str
    files: tuple[str, ...] = ()
    known: str = ""

    @property
    def told(self) -> str:
        """The reason, and since when it is known if it is."""
        return f"{self.reason} ({self.known})" if self.known else self.reason
