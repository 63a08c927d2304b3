"""Glossaries in termcheck's own TOML: a file is a domain, a table a concept.

[glossary]
title = "States and territories"
domain = "country"
authority = "UNTERM, official names of States"

[[concept]]
id = "MDA"
kind = "state"
short.en = "Republic of Moldova"
short.ru = ["Республика Молдова", { text = "Молдова", status = "deprecated" }]
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from rapidfuzz import process

from termcheck.errors import GlossaryError
from termcheck.model import ENGLISH, RUSSIAN, Concept, Inflection, Register, Status, Term

_HEADER_KEYS = ("title", "domain", "authority", "note")
_REGISTERS = tuple(register.value for register in Register)
_CONCEPT_KEYS = ("id", "kind", "codes", "authority", "note", *_REGISTERS)
_LANGUAGES = (ENGLISH, RUSSIAN)
_TERM_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "text": str,
    "status": str,
    "since": date,
    "until": date,
    "authority": str,
    "bend": str,
    "number": str,
    "gender": str,
    "forms": dict,
    "homonym": bool,
    "attested": bool,
}
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


def read(path: Path) -> tuple[Concept, ...]:
    """Return the concepts of a TOML glossary; raise GlossaryError with file, concept and remedy."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise GlossaryError(f"{path}: is not UTF-8; save the glossary as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise GlossaryError(f"{path}: is not valid TOML: {error}") from None
    return tuple(_Reader(path.name, data).concepts())


class _Reader:
    """Turns the parsed TOML of one file into concepts, with the place of whatever is wrong."""

    def __init__(self, name: str, data: Mapping[str, Any]) -> None:
        self.name = name
        self.where = name
        self.data = data

    def concepts(self) -> Iterator[Concept]:
        self._known_keys(self.data, ("glossary", "concept"))
        header = self._table(self.data.get("glossary", {}), "glossary")
        self._known_keys(header, _HEADER_KEYS)
        domain = str(header.get("domain", "term"))
        concepts = self.data.get("concept", [])
        if not isinstance(concepts, list):
            raise self._error("concepts are written as [[concept]], with two brackets")
        seen: set[str] = set()
        for number, entry in enumerate(concepts, 1):
            self.where = f"{self.name}, concept {number}"
            concept = self._concept(self._table(entry, "concept"), domain, str(header.get("authority", "")))
            if concept.id in seen:
                raise self._error("this id is already taken by another concept of the file; ids are unique")
            seen.add(concept.id)
            yield concept

    def _concept(self, entry: Mapping[str, Any], domain: str, authority: str) -> Concept:
        identity = entry.get("id")
        if not isinstance(identity, str) or not identity:
            raise self._error('needs an id, such as id = "security-council"')
        self.where = f'{self.name}, concept "{identity}"'
        self._known_keys(entry, _CONCEPT_KEYS)
        authority = str(entry.get("authority", authority))
        terms = tuple(
            self._term(value, language, Register(register), first=index == 0, authority=authority)
            for register in _REGISTERS
            for language, values in self._languages(entry.get(register, {}), register)
            for index, value in enumerate(values if isinstance(values, list) else [values])
        )
        if not terms:
            raise self._error('has no terms; give it one, such as full.en = "…" and full.ru = "…"')
        return Concept(
            id=identity,
            domain=domain,
            kind=str(entry.get("kind", "")),
            terms=terms,
            codes=tuple(map(str, entry.get("codes", ()))),
            note=str(entry.get("note", "")),
        )

    def _languages(self, table: object, register: str) -> list[tuple[str, Any]]:
        languages = self._table(table, register)
        self._known_keys(languages, _LANGUAGES)
        return list(languages.items())

    def _term(self, value: object, language: str, register: Register, *, first: bool, authority: str) -> Term:
        entry = {"text": value} if isinstance(value, str) else self._table(value, register)
        self._known_keys(entry, tuple(_TERM_TYPES))
        for key, content in entry.items():
            if not isinstance(content, _TERM_TYPES[key]):
                raise self._error(f'"{key}" of a term has the wrong type: {content!r}')
        text = entry.get("text", "").strip()
        if not text:
            raise self._error(f"a term in {register} has no text")
        status = entry.get("status", "preferred" if first else "admitted")
        self._known_keys({status: None}, tuple(Status), what="status")
        forms = entry.get("forms", {})
        self._known_keys(forms, _CASES, what="case")
        return Term(
            text=text,
            language=language,
            register=register,
            status=Status(status),
            since=entry.get("since"),
            until=entry.get("until"),
            authority=entry.get("authority", authority),
            inflection=Inflection(entry.get("bend"), entry.get("number"), entry.get("gender"), forms),
            homonym=entry.get("homonym", False),
            attested=entry.get("attested", True),
        )

    def _table(self, value: object, what: str) -> Mapping[str, Any]:
        if isinstance(value, dict):
            return value
        raise self._error(f'"{what}" is a table, not {value!r}')

    def _known_keys(self, table: Mapping[str, Any], known: tuple[str, ...], what: str = "key") -> None:
        for key in table:
            if key in known:
                continue
            nearest = process.extractOne(key, known, score_cutoff=60)
            remedy = f'did you mean "{nearest[0]}"?' if nearest else f"known are: {', '.join(known)}"
            raise self._error(f'unknown {what} "{key}"; {remedy}')

    def _error(self, problem: str) -> GlossaryError:
        return GlossaryError(f"{self.where}: {problem}")
