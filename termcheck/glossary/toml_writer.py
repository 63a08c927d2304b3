"""A glossary as termcheck's own TOML, as a person would write it."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

import tomlkit
from tomlkit.items import AoT, InlineTable, Table

from termcheck.model import Change, Concept, Glossary, Register, Series, Status, Term


def write(glossary: Glossary) -> str:
    """Return a glossary as TOML; reading it again gives an equal one.

    What need not be said is left out: a status that follows from the order of terms, an authority that is the
    concept's or the file's.
    """
    document = tomlkit.document()
    document["glossary"] = _table(
        {
            "title": glossary.title,
            "domain": glossary.domain,
            "authority": glossary.authority,
            "note": glossary.note,
        }
    )
    if glossary.concepts:
        document["concept"] = _array(_concept(concept, glossary) for concept in glossary.concepts)
    if glossary.series:
        document["series"] = _array(_series(series, glossary) for series in glossary.series)
    return tomlkit.dumps(document)


def _array(tables: Any) -> AoT:
    array = tomlkit.aot()
    for table in tables:
        array.append(table)
    return array


def _table(values: Mapping[str, Any]) -> Table:
    table = tomlkit.table()
    for key, value in values.items():
        if value:
            table[key] = value
    return table


def _series(series: Series, glossary: Glossary) -> Table:
    authority = "" if series.authority == glossary.authority else series.authority
    return _table({"prefix": series.prefix, "body": series.body, "name": series.name, "authority": authority})


def _concept(concept: Concept, glossary: Glossary) -> Table:
    authorities = {term.authority for term in concept.terms}
    shared = next(iter(authorities)) if len(authorities) == 1 else glossary.authority
    table = _table(
        {
            "id": concept.id,
            "kind": concept.kind,
            "codes": list(concept.codes),
            "change": "" if concept.change is Change.REPLACE else concept.change.value,
            "authority": "" if shared == glossary.authority else shared,
            "note": concept.note,
        }
    )
    ordered = sorted(concept.terms, key=lambda term: (tuple(Register).index(term.register), term.language))
    for (register, language), group in groupby(ordered, key=lambda term: (term.register, term.language)):
        values = [_term(term, shared, first=index == 0) for index, term in enumerate(group)]
        table.append(
            tomlkit.key([register.value, language]), values[0] if len(values) == 1 else _list(values)
        )
    return table


def _list(values: list[Any]) -> Any:
    array = tomlkit.array()
    array.extend(values)
    return array.multiline(len(str(values)) > 100)


def _term(term: Term, authority: str, *, first: bool) -> str | InlineTable:
    given = term.inflection
    usual = Status.PREFERRED if first else Status.ADMITTED
    extra = {
        "status": None if term.status is usual else term.status.value,
        "since": term.since,
        "until": term.until,
        "authority": None if term.authority == authority else term.authority,
        "bend": given.bend,
        "number": given.number,
        "gender": given.gender,
        "forms": dict(given.forms) or None,
        "homonym": term.homonym or None,
        "attested": None if term.attested else False,
        "depends": list(term.depends) or None,
    }
    said = {key: value for key, value in extra.items() if value is not None}
    if not said:
        return term.text
    table = tomlkit.inline_table()
    table.update({"text": term.text, **said})
    return table
