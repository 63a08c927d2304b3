"""Glossaries made ready for recognition: an SQLite file of the forms of all terms by their first two words.

Most words of a text begin no term, and one look-up says so; nothing else of a glossary is loaded. The
file is a cache, named by what went into it and by its checksum, and is made anew whenever it is not whole.
"""

import hashlib
import json
import os
import sqlite3
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass, field
from datetime import date
from importlib import metadata
from itertools import groupby
from pathlib import Path
from typing import Any

import platformdirs

from termcheck.errors import GlossaryError
from termcheck.glossary.files import read
from termcheck.glossary.forms import TermForm, keys, term_forms
from termcheck.glossary.merging import merged
from termcheck.model import ENGLISH, RUSSIAN, Concept, Inflection, Reading, Register, Series, Status, Term

_BY_CODE = -1  # of ranks the first: "DOM" is the code of a State before it is a part of any name
_STATUSES = {status: rank for rank, status in enumerate(Status)}
_REGISTERS = {register: rank for rank, register in enumerate(Register)}
_OFFICIAL = frozenset({"country", "title"})  # domains of names that everyone must write alike
_KEEP = 8  # compiled files of other glossaries that stay in the cache
_SCHEMA = """
    CREATE TABLE concept (id TEXT PRIMARY KEY, data TEXT) WITHOUT ROWID;
    CREATE TABLE form (
        language TEXT, first TEXT, second TEXT, data TEXT, PRIMARY KEY (language, first, second)
    ) WITHOUT ROWID;
    CREATE TABLE remark (text TEXT);
    CREATE TABLE word (key TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE series (
        prefix TEXT, body TEXT, name TEXT, authority TEXT, PRIMARY KEY (prefix, body)
    ) WITHOUT ROWID;
    CREATE TABLE name (key TEXT, rank INTEGER, concept TEXT, PRIMARY KEY (key, rank, concept)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form of a term that may begin at a word: the keys of the words after it, and whose form it is.

    The concept itself is read when it is asked for: of many candidates few are.
    """

    rest: tuple[str, ...]
    form: TermForm
    identity: str
    number: int
    glossary: "CompiledGlossary" = field(compare=False, repr=False)

    @property
    def concept(self) -> Concept:
        """The concept that the form names."""
        concept = self.glossary.concept(self.identity)
        assert concept is not None
        return concept

    @property
    def term(self) -> Term:
        """The term whose form it is."""
        return self.concept.terms[self.number]


class CompiledGlossary:
    """All concepts of some glossaries, later files overriding earlier ones concept by concept."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._concepts: dict[str, Concept] = {}
        self._candidates: dict[tuple[str, str, str], tuple[Candidate, ...]] = {}
        self._seen: dict[str, dict[int, frozenset[str]]] = {}
        self._series: Mapping[str, tuple[Series, ...]] | None = None

    def seconds(self, language: str, first: str) -> frozenset[str]:
        """Return the keys that follow this one in some term; "" if it is a term by itself."""
        query = "SELECT second FROM form WHERE language = ? AND first = ?"
        return frozenset(second for (second,) in self._database.execute(query, (language, first)))

    def candidates(self, language: str, first: str, second: str = "") -> tuple[Candidate, ...]:
        """Return the forms that begin with these two keys (`scripts.fold`), or are the first alone.

        The longest stand first.
        """
        alone = self._forms(language, first, "")
        return (*self._forms(language, first, second), *alone) if second else alone

    def seen(self, language: str) -> dict[int, frozenset[str]]:
        """Return what `seconds` said of each word met so far, by the hash of its key."""
        return self._seen.setdefault(language, {})

    def concept(self, identity: str) -> Concept | None:
        """Return the concept with this id."""
        if identity not in self._concepts:
            row = self._database.execute("SELECT data FROM concept WHERE id = ?", (identity,)).fetchone()
            if row is None:
                return None
            self._concepts[identity] = _unpack(row[0])
        return self._concepts[identity]

    def concepts(self) -> tuple[Concept, ...]:
        """Return all concepts, by domain and id."""
        rows = self._database.execute("SELECT id FROM concept")
        found = (self.concept(identity) for (identity,) in rows.fetchall())
        return tuple(sorted(filter(None, found), key=lambda concept: (concept.domain, concept.id)))

    def named(self, name: str) -> tuple[Concept, ...]:
        """Return the concepts with this id, code or name in any form; first that which it stands for best."""
        if concept := self.concept(name):
            return (concept,)
        rows = self._database.execute(
            "SELECT concept FROM name WHERE key IN (?, ?) ORDER BY rank, concept",
            (_name_key(name, RUSSIAN), _name_key(name, ENGLISH)),
        )
        found = (self.concept(identity) for identity in dict.fromkeys(identity for (identity,) in rows))
        return tuple(concept for concept in found if concept)

    def names(self) -> tuple[str, ...]:
        """Return every form of every name, folded."""
        rows = self._database.execute("SELECT DISTINCT key FROM name WHERE rank > ?", (_BY_CODE,))
        return tuple(key for (key,) in rows)

    def remarks(self) -> tuple[str, ...]:
        """Return what a user should be told of the glossary files: how the columns of a table were read."""
        return tuple(text for (text,) in self._database.execute("SELECT text FROM remark"))

    def words(self) -> tuple[str, ...]:
        """Return the keys of the words of Russian official names in all forms, for telling a misspelt one."""
        return tuple(key for (key,) in self._database.execute("SELECT key FROM word"))

    def series(self) -> Mapping[str, tuple[Series, ...]]:
        """Return the document series by the beginning of their symbols; two bodies may share one ("PBC")."""
        if self._series is None:
            rows = self._database.execute("SELECT prefix, body, name, authority FROM series ORDER BY prefix")
            by_prefix = groupby((Series(*row) for row in rows), key=lambda series: series.prefix)
            self._series = {prefix: tuple(group) for prefix, group in by_prefix}
        return self._series

    def _forms(self, language: str, first: str, second: str) -> tuple[Candidate, ...]:
        key = (language, first, second)
        if key not in self._candidates:
            self._candidates[key] = self._read(*key)
        return self._candidates[key]

    def _read(self, language: str, first: str, second: str) -> tuple[Candidate, ...]:
        query = "SELECT data FROM form WHERE language = ? AND first = ? AND second = ?"
        row = self._database.execute(query, (language, first, second)).fetchone()
        if row is None:
            return ()
        found = []
        for words, text, readings, identity, number in json.loads(row[0]):
            form = TermForm(tuple(words), text, tuple(Reading(*reading) for reading in readings))
            found.append(Candidate(form.words[1:], form, identity, number, self))
        return tuple(found)


def load(
    paths: Sequence[Path], directory: Path | None = None, tick: Callable[[float], None] = lambda part: None
) -> CompiledGlossary:
    """Return the glossaries compiled, from the cache in `directory` (the user's cache) where it has them.

    `tick` is told which part of a compilation, from 0 to 1, is done.

    Raises GlossaryError for a glossary that cannot be read or understood.
    """
    directory = directory or Path(platformdirs.user_cache_dir("termcheck", appauthor=False))
    digest = _digest(paths)
    database = _stored(directory, digest)
    if database is None:
        database = _compile(paths, tick)
        with suppress(OSError):  # a home that cannot be written to: compiled for this run alone
            _store(database, directory, digest)
    return CompiledGlossary(database)


def _stored(directory: Path, digest: str) -> sqlite3.Connection | None:
    """Open a compiled file; None if there is none that is whole, which the checksum in its name tells."""
    for file in directory.glob(f"glossary-{digest}-*.sqlite"):
        with suppress(OSError, sqlite3.Error):
            if file.stem.endswith(_checksum(file.read_bytes())):
                return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    return None


def _store(database: sqlite3.Connection, directory: Path, digest: str) -> None:
    """Write a compiled file beside and put it in its place: no process ever sees half of it."""
    data = database.serialize()
    directory.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=directory, prefix="glossary-", suffix=".new")
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        beside.replace(directory / f"glossary-{digest}-{_checksum(data)}.sqlite")
    finally:
        beside.unlink(missing_ok=True)
    files = sorted(directory.glob("glossary-*.sqlite"), key=lambda file: file.stat().st_mtime)
    for file in files[:-_KEEP]:
        file.unlink(missing_ok=True)


def _checksum(data: bytes) -> str:
    return f"{zlib.crc32(data):08x}"


def _digest(paths: Sequence[Path]) -> str:
    """Return a name for what the compiled file depends on: the glossaries, this code, the dictionary."""
    digest = hashlib.sha256(metadata.version("pymorphy3-dicts-ru").encode())
    package = Path(__file__).parent.parent
    code = sorted([*package.glob("glossary/*.py"), *package.glob("language/*.py")])
    for path in [*code, *paths]:
        try:
            digest.update(path.read_bytes())
        except OSError as error:
            raise GlossaryError(f"{path}: cannot be read: {error.strerror}") from None
        digest.update(b"\0")
    return digest.hexdigest()[:24]


def _compile(paths: Sequence[Path], tick: Callable[[float], None] = lambda part: None) -> sqlite3.Connection:
    glossaries = [read(path) for path in paths]
    concepts = merged(glossaries)
    series = {(entry.prefix, entry.body): entry for glossary in glossaries for entry in glossary.series}
    forms: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
    names: set[tuple[str, int, str]] = set()
    words: set[str] = set()
    for place, concept in enumerate(concepts.values()):
        if place % 256 == 0:
            tick(place / len(concepts))
        codes = (concept.id, *concept.codes)
        names.update((_name_key(code, ENGLISH), _BY_CODE, concept.id) for code in codes)
        for number, term in enumerate(concept.terms):
            for form in term_forms(term, concept):
                readings = [(reading.case, reading.number) for reading in form.readings]
                entry = (form.words, form.text, readings, concept.id, number)
                first, second = (*form.words, "")[:2]
                forms[term.language, first, second].append((_rank(term, form), entry))
                names.add((" ".join(form.words), _standing(term), concept.id))
                if term.language == RUSSIAN and concept.domain in _OFFICIAL:
                    words.update(form.words)
    database = sqlite3.connect(":memory:")
    with database:
        database.executescript(_SCHEMA)
        database.executemany(
            "INSERT INTO concept VALUES (?, ?)", ((c.id, _pack(c)) for c in concepts.values())
        )
        database.executemany("INSERT INTO name VALUES (?, ?, ?)", sorted(names))
        remarks = ((remark,) for glossary in glossaries for remark in glossary.remarks)
        database.executemany("INSERT INTO remark VALUES (?)", remarks)
        database.executemany("INSERT INTO word VALUES (?)", ((word,) for word in sorted(words)))
        database.executemany("INSERT INTO series VALUES (?, ?, ?, ?)", map(astuple, series.values()))
        database.executemany(
            "INSERT INTO form VALUES (?, ?, ?, ?)",
            (
                (*key, json.dumps([entry for _, entry in sorted(ranked)], ensure_ascii=False))
                for key, ranked in forms.items()
            ),
        )
    return database


def _rank(term: Term, form: TermForm) -> tuple[int, int]:
    """Order forms for recognition: the longest first, of equal ones that of the best standing."""
    return (-len(form.words), _standing(term))


def _standing(term: Term) -> int:
    """Return a small number for a term that one would rather use, for one concept or among several."""
    return _STATUSES[term.status] * len(_REGISTERS) + _REGISTERS[term.register]


def _name_key(name: str, language: str) -> str:
    return " ".join(keys(name, language))


def _pack(concept: Concept) -> str:
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


def _unpack(data: str) -> Concept:
    (identity, domain, kind, codes, note), terms = json.loads(data)
    return Concept(identity, domain, kind, tuple(map(_unpack_term, terms)), tuple(codes), note)


def _unpack_term(fields: Sequence[Any]) -> Term:
    text, language, register, status, since, until, authority, inflection, homonym, attested, depends = fields
    return Term(
        text, language, Register(register), Status(status),
        date.fromisoformat(since) if since else None, date.fromisoformat(until) if until else None,
        authority, Inflection(*inflection), homonym, attested, tuple(depends),
    )  # fmt: skip
