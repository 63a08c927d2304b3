"""From glossary files to the SQLite database that recognition asks."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple
from datetime import date
from pathlib import Path
from typing import Any

from termcheck.glossary.files import read
from termcheck.glossary.forms import TermForm, keys, term_forms
from termcheck.glossary.merging import merged
from termcheck.model import ENGLISH, RUSSIAN, Concept, Inflection, Reading, Register, Status, Term

_STATUSES = {status: rank for rank, status in enumerate(Status)}
_REGISTERS = {register: rank for rank, register in enumerate(Register)}
_OFFICIAL = frozenset({"country", "title"})  # domains of names that everyone must write alike
# `follower` has in one row what may come after a first word, so that most words cost one look-up.
_SCHEMA = """
    CREATE TABLE concept (id TEXT PRIMARY KEY, data TEXT) WITHOUT ROWID;
    CREATE TABLE follower (
        language TEXT, first TEXT, seconds TEXT, PRIMARY KEY (language, first)
    ) WITHOUT ROWID;
    CREATE TABLE form (
        language TEXT, first TEXT, second TEXT, data TEXT, PRIMARY KEY (language, first, second)
    ) WITHOUT ROWID;
    CREATE TABLE code (key TEXT, concept TEXT, PRIMARY KEY (key, concept)) WITHOUT ROWID;
    CREATE TABLE word (key TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE series (
        prefix TEXT, body TEXT, name TEXT, authority TEXT, PRIMARY KEY (prefix, body)
    ) WITHOUT ROWID;
    CREATE TABLE remark (text TEXT);
"""


def compile_glossaries(
    paths: Sequence[Path], tick: Callable[[float], None] = lambda part: None
) -> sqlite3.Connection:
    """Return a database in memory with the forms of all terms, by their first two words.

    `tick` is told which part, from 0 to 1, is done. Raises GlossaryError for a file that cannot be read.
    """
    glossaries = [read(path) for path in paths]
    concepts = merged(glossaries)
    series = {(entry.prefix, entry.body): entry for glossary in glossaries for entry in glossary.series}
    forms: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
    followers: dict[tuple[str, str], set[str]] = defaultdict(set)
    words: set[str] = set()
    for place, concept in enumerate(concepts.values()):
        if place % 256 == 0:
            tick(place / len(concepts))
        for number, term in enumerate(concept.terms):
            for form in term_forms(term, concept):
                first, second = (*form.words, "")[:2]
                entry = (_rank(term, form), pack_form(form, term, concept.id, number))
                forms[term.language, first, second].append(entry)
                followers[term.language, first].add(second)
                if term.language == RUSSIAN and concept.domain in _OFFICIAL:
                    words.update(form.words)
    database = sqlite3.connect(":memory:")
    with database:
        database.executescript(_SCHEMA)
        insert = database.executemany
        insert("INSERT INTO concept VALUES (?, ?)", ((c.id, pack(c)) for c in concepts.values()))
        insert("INSERT INTO code VALUES (?, ?)", sorted(_codes(concepts.values())))
        insert(
            "INSERT INTO follower VALUES (?, ?, ?)", ((*k, _json(sorted(v))) for k, v in followers.items())
        )
        insert("INSERT INTO form VALUES (?, ?, ?, ?)", ((*k, _ordered(v)) for k, v in forms.items()))
        insert("INSERT INTO word VALUES (?)", ((word,) for word in sorted(words)))
        insert("INSERT INTO series VALUES (?, ?, ?, ?)", map(astuple, series.values()))
        insert(
            "INSERT INTO remark VALUES (?)",
            ((said,) for glossary in glossaries for said in (*glossary.remarks, *glossary.gaps)),
        )
    return database


def code_key(code: str) -> str:
    """Return the key by which an id or a code is looked up, whatever its capitals."""
    return " ".join(keys(code, ENGLISH))


def pack_form(form: TermForm, term: Term, identity: str, number: int) -> tuple[Any, ...]:
    """Return a form as JSON holds it: its keys only where they are not those of its text."""
    readings = [(reading.case, reading.number) for reading in form.readings]
    told = form.words if form.words != keys(form.text, term.language) else None
    return (form.text, readings, identity, number, told)


def unpack_form(data: Sequence[Any], language: str) -> tuple[TermForm, str, int]:
    """Return a form with the id of its concept and the number of its term there."""
    text, readings, identity, number, told = data
    words = tuple(told) if told else keys(text, language)
    return TermForm(words, text, tuple(Reading(*reading) for reading in readings)), identity, number


def _codes(concepts: Iterable[Concept]) -> set[tuple[str, str]]:
    return {(code_key(code), concept.id) for concept in concepts for code in (concept.id, *concept.codes)}


def _ordered(ranked: list[tuple[tuple[int, int], Any]]) -> str:
    return _json([entry for _, entry in sorted(ranked, key=lambda pair: (pair[0], pair[1][2], pair[1][3]))])


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _rank(term: Term, form: TermForm) -> tuple[int, int]:
    """Order forms for recognition: the longest first, of equal ones that of the best standing."""
    return (-len(form.words), standing(term))


def standing(term: Term) -> int:
    """Return a small number for a term that one would rather use, for one concept or among several."""
    return _STATUSES[term.status] * len(_REGISTERS) + _REGISTERS[term.register]


def pack(concept: Concept) -> str:
    """Return a concept as JSON."""
    terms = [
        (
            term.text, term.language, term.register, term.status,
            term.since and term.since.isoformat(), term.until and term.until.isoformat(), term.authority,
            _pack_inflection(term.inflection), term.homonym, term.attested, term.depends,
        )
        for term in concept.terms
    ]  # fmt: skip
    head = (concept.id, concept.domain, concept.kind, concept.codes, concept.note)
    return json.dumps((head, terms), ensure_ascii=False)


def _pack_inflection(inflection: Inflection) -> Iterable[Any]:
    return (inflection.bend, inflection.number, inflection.gender, inflection.forms)


def unpack(data: str) -> Concept:
    """Return the concept that `pack` packed."""
    (identity, domain, kind, codes, note), terms = json.loads(data)
    return Concept(identity, domain, kind, tuple(map(_unpack_term, terms)), tuple(codes), note)


def _unpack_term(fields: Sequence[Any]) -> Term:
    text, language, register, status, since, until, authority, inflection, homonym, attested, depends = fields
    return Term(
        text, language, Register(register), Status(status),
        date.fromisoformat(since) if since else None, date.fromisoformat(until) if until else None,
        authority, Inflection(*inflection), homonym, attested, tuple(depends),
    )  # fmt: skip
