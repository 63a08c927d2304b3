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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from termcheck.errors import GlossaryError
from termcheck.glossary.contents import read_bytes
from termcheck.model import (
    ENGLISH,
    RUSSIAN,
    Change,
    Concept,
    Glossary,
    Inflection,
    Register,
    Series,
    Status,
    Term,
)

_Types = Mapping[str, type]

_REGISTERS = tuple(register.value for register in Register)
_LANGUAGES: _Types = dict.fromkeys((ENGLISH, RUSSIAN), object)
_HEADER: _Types = dict.fromkeys(("title", "domain", "authority", "note"), str)
_CONCEPT: _Types = {
    **dict.fromkeys(("id", "kind", "authority", "note", "change"), str),
    "codes": list,
    **dict.fromkeys(_REGISTERS, dict),
}
_TERM: _Types = {
    **dict.fromkeys(("text", "status", "authority", "bend", "number", "gender"), str),
    **dict.fromkeys(("since", "until"), date),
    **dict.fromkeys(("homonym", "attested"), bool),
    "forms": dict,
    "depends": list,
}
_SERIES: _Types = dict.fromkeys(("prefix", "body", "name", "authority"), str)
_FORMS: _Types = dict.fromkeys(("nomn", "gent", "datv", "accs", "ablt", "loct"), str)
_NUMBERS = ("sing", "plur")
_NEAR = 70  # of 100: "plural" is like "plur" to 80, "name" like "note" to 50
_GENDERS = ("masc", "femn", "neut")
_CALLED = {
    str: "a text in quotes",
    list: "a list in [ ]",
    dict: "a table",
    date: "a date such as 2016-05-17",
    bool: "true or false",
}


def read(path: Path) -> Glossary:
    """Return a TOML glossary; raise GlossaryError with file, concept and remedy."""
    said = read_bytes(path)
    try:
        data = tomllib.loads(said.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise GlossaryError(f"{path}: is not UTF-8; save the glossary as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise GlossaryError(f"{path}: is not valid TOML: {error}") from None
    return _Reader(path.name, data).glossary()


class _Reader:
    """Turns the parsed TOML of one file into concepts, with the place of whatever is wrong."""

    def __init__(self, name: str, data: Mapping[str, Any]) -> None:
        self.name = name
        self.where = name
        self.data = data

    def glossary(self) -> Glossary:
        self._must_fit(self.data, {"glossary": dict, "concept": list, "series": list})
        header: Mapping[str, str] = self.data.get("glossary", {})
        self._must_fit(header, _HEADER)
        return Glossary(
            title=header.get("title", ""),
            domain=header.get("domain", "term"),
            authority=header.get("authority", ""),
            note=header.get("note", ""),
            concepts=tuple(self._concepts(header)),
            series=tuple(self._series(header)),
        )

    def _concepts(self, header: Mapping[str, str]) -> Iterator[Concept]:
        seen: set[str] = set()
        for number, entry in enumerate(self.data.get("concept", ()), 1):
            self.where = f"{self.name}, concept {number}"
            concept = self._concept(entry, header)
            if concept.id in seen:
                raise self._error("this id is already taken by another concept of the file; ids are unique")
            seen.add(concept.id)
            yield concept

    def _series(self, header: Mapping[str, str]) -> Iterator[Series]:
        for number, entry in enumerate(self.data.get("series", ()), 1):
            self.where = f"{self.name}, series {number}"
            if not isinstance(entry, dict):
                raise self._error("is not a table; begin it with [[series]]")
            self._must_fit(entry, _SERIES)
            if not entry.get("prefix"):
                raise self._error('needs a prefix, such as prefix = "CTOC/COP"')
            yield Series(**{"authority": header.get("authority", ""), **entry})

    def _concept(self, entry: object, header: Mapping[str, str]) -> Concept:
        if not isinstance(entry, dict):
            raise self._error("is not a table; begin it with [[concept]]")
        identity = entry.get("id")
        if not isinstance(identity, str) or not identity:
            raise self._error('needs an id, such as id = "security-council"')
        self.where = f'{self.name}, concept "{identity}"'
        self._must_fit(entry, _CONCEPT)
        authority = entry.get("authority", header.get("authority", ""))
        terms = tuple(
            self._term(value, language, Register(register), first=index == 0, authority=authority)
            for register in _REGISTERS
            for language, values in self._languages(entry.get(register, {}))
            for index, value in enumerate(values if isinstance(values, list) else [values])
        )
        change = entry.get("change", Change.REPLACE.value)
        self._must_be_known(change, tuple(Change), "change")
        if not terms and change != Change.OFF:
            raise self._error('has no terms; give it one, such as full.en = "…" and full.ru = "…"')
        codes = tuple(entry.get("codes", ()))
        self._must_be_texts(codes, "codes")
        return Concept(
            id=identity,
            domain=header.get("domain", "term"),
            kind=entry.get("kind", ""),
            terms=terms,
            codes=codes,
            note=entry.get("note", ""),
            change=Change(change),
        )

    def _languages(self, table: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
        self._must_fit(table, _LANGUAGES, "language")
        return table.items()

    def _term(self, value: object, language: str, register: Register, *, first: bool, authority: str) -> Term:
        entry: object = {"text": value} if isinstance(value, str) else value
        if not isinstance(entry, dict):
            raise self._error(f'a term in {register} is "…" or {{ text = "…", … }}, not {value!r}')
        self._must_fit(entry, _TERM)
        text = entry.get("text", "").strip()
        if not text:
            raise self._error(f"a term in {register} has no text")
        status = entry.get("status", "preferred" if first else "admitted")
        self._must_be_known(status, tuple(Status), "status")
        number, gender = entry.get("number"), entry.get("gender")
        self._must_be_known(number or "sing", _NUMBERS, "number")
        self._must_be_known(gender or "masc", _GENDERS, "gender")
        forms, depends = entry.get("forms", {}), entry.get("depends", ())
        self._must_fit(forms, _FORMS, "case")
        self._must_be_texts(depends, "depends")
        return Term(
            text=text,
            language=language,
            register=register,
            status=Status(status),
            since=entry.get("since"),
            until=entry.get("until"),
            authority=entry.get("authority", authority),
            inflection=Inflection(entry.get("bend"), number, gender, forms),
            homonym=entry.get("homonym", False),
            attested=entry.get("attested", True),
            depends=tuple(depends),
        )

    def _must_fit(self, table: Mapping[str, Any], types: _Types, what: str = "key") -> None:
        for key, content in table.items():
            self._must_be_known(key, tuple(types), what)
            if not isinstance(content, types[key]) or isinstance(content, datetime):
                raise self._error(f'"{key}" takes {_CALLED[types[key]]}, not {content!r}')

    def _must_be_texts(self, values: Iterable[object], key: str) -> None:
        for value in values:
            self._must_fit({key: value}, {key: str})

    def _must_be_known(self, word: str, known: Sequence[str], what: str) -> None:
        if word in known:
            return
        nearest = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_NEAR)
        remedy = f'did you mean "{nearest[0]}"?' if nearest else f"known are: {', '.join(known)}"
        raise self._error(f'unknown {what} "{word}"; {remedy}')

    def _error(self, problem: str) -> GlossaryError:
        return GlossaryError(f"{self.where}: {problem}")
