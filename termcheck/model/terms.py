"""Concepts and their terms, as glossaries have them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


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

    `remarks` are what a reader of the file should be told, such as how its columns were understood, `gaps`
    what is left out of it because something is missing.
    """

    title: str = ""
    domain: str = "term"
    authority: str = ""
    note: str = ""
    concepts: tuple[Concept, ...] = ()
    series: tuple[Series, ...] = ()
    remarks: tuple[str, ...] = field(default=(), compare=False)
    gaps: tuple[str, ...] = field(default=(), compare=False)
