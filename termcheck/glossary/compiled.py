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
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import metadata
from itertools import groupby
from pathlib import Path

import platformdirs

from termcheck.glossary.compilation import code_key, compile_glossaries, standing, unpack, unpack_form
from termcheck.glossary.contents import read_bytes
from termcheck.glossary.forms import TermForm, keys
from termcheck.model import ENGLISH, RUSSIAN, Concept, Series, Term

_KEEP = 8  # compiled files of other glossaries that stay in the cache


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
        query = "SELECT seconds FROM follower WHERE language = ? AND first = ?"
        row = self._database.execute(query, (language, first)).fetchone()
        return frozenset(json.loads(row[0])) if row else frozenset()

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
            self._concepts[identity] = unpack(row[0])
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
        query = "SELECT concept FROM code WHERE key = ? ORDER BY concept"
        by_code = [identity for (identity,) in self._database.execute(query, (code_key(name),))]
        by_name = [
            candidate
            for language in (RUSSIAN, ENGLISH)
            if (words := keys(name, language))
            for candidate in self.candidates(language, *words[:2])
            if candidate.form.words == words
        ]
        by_name.sort(key=lambda candidate: (standing(candidate.term), candidate.identity))
        identities = dict.fromkeys((*by_code, *(candidate.identity for candidate in by_name)))
        return tuple(concept for identity in identities if (concept := self.concept(identity)))

    def names(self) -> tuple[str, ...]:
        """Return every form of every name."""
        rows = self._database.execute("SELECT data FROM form")
        return tuple({entry[0]: None for (data,) in rows for entry in json.loads(data)})

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
        forms = (unpack_form(data, language) for data in json.loads(row[0]))
        return tuple(
            Candidate(form.words[1:], form, identity, number, self) for form, identity, number in forms
        )


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
        database = compile_glossaries(paths, tick)
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
    code = sorted(
        file for room in ("glossary", "language") for file in package.glob(f"{room}/*.*") if file.is_file()
    )
    for path in [*code, *paths]:
        digest.update(read_bytes(path))
        digest.update(b"\0")
    return digest.hexdigest()[:24]
