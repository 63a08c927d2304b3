"""Glossary files: one format a module, FORMATS says which suffix is read by which."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from termcheck.errors import GlossaryError
from termcheck.glossary import table_writer, tables, toml, toml_writer
from termcheck.language.phrases import bending_words
from termcheck.model import RUSSIAN, Concept, Glossary

_TBX = ".tbx"


def _read_tbx(path: Path) -> Glossary:
    from termcheck.glossary.tbx import read_tbx  # who brings no TBX does not wait for lxml

    return read_tbx(path)


@dataclass(frozen=True, slots=True)
class Tbx:
    """Which TBX is written: a dialect ("core", "min", "basic") in a style ("dca", "dct")."""

    dialect: str = "basic"
    style: str = "dca"


FORMATS: Mapping[str, Callable[[Path], Glossary]] = {
    ".toml": toml.read,
    ".csv": tables.read_csv,
    ".tsv": tables.read_csv,
    ".txt": tables.read_csv,  # “Unicode text” of Excel
    ".xlsx": tables.read_xlsx,
    ".tbx": _read_tbx,
    ".xml": _read_tbx,  # as some tools call their TBX
}
WRITERS: Mapping[str, Callable[[Glossary], bytes]] = {
    ".toml": lambda glossary: toml_writer.write(glossary).encode(),
    ".csv": lambda glossary: table_writer.write_csv(glossary).encode(
        "utf-8-sig"
    ),  # so that Excel sees the UTF-8
    ".tsv": lambda glossary: table_writer.write_csv(glossary, "\t").encode(),
    ".xlsx": table_writer.write_xlsx,
}


def read(path: Path) -> Glossary:
    """Return the glossary in a file of a known format.

    Raises GlossaryError for a file that is not there, of no known format, or not what its suffix says, and
    for an entry that bends words which it has not.
    """
    reader = FORMATS.get(path.suffix.lower())
    if reader is None:
        raise GlossaryError(f"{path}: unknown format “{path.suffix}”; glossaries are {', '.join(FORMATS)}")
    glossary = reader(path)
    for concept in glossary.concepts:
        _demand_bending_words(path, concept)
    return glossary


def _demand_bending_words(path: Path, concept: Concept) -> None:
    for term in concept.terms:
        if term.language != RUSSIAN or not term.inflection.bend:
            continue
        try:
            tuple(bending_words(term.text, term.inflection.bend))
        except ValueError as error:
            name = concept.id or concept.terms[0].text
            raise GlossaryError(
                f'{path}, concept "{name}": bend: {error}; write it as it stands there'
            ) from None


def write(path: Path, glossary: Glossary, tbx: Tbx = Tbx()) -> bytes:
    """Return a glossary in the format that a path's suffix names; `tbx` tells which TBX.

    Raises GlossaryError for a format that is not known.
    """
    if path.suffix.lower() == _TBX:
        from termcheck.glossary.tbx import write_tbx

        return write_tbx(glossary, tbx.dialect, tbx.style)
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        known = ", ".join((*WRITERS, _TBX))
        raise GlossaryError(f"{path}: unknown format “{path.suffix}”; glossaries are {known}")
    return writer(glossary)


def not_held(path: Path, glossary: Glossary, tbx: Tbx = Tbx()) -> tuple[str, ...]:
    """Return what a format cannot say of a glossary, or says in a way of its own."""
    suffix = path.suffix.lower()
    if suffix == _TBX:
        from termcheck.glossary import tbx as format_

        return tuple(f"{path}: {told}" for told in format_.not_held(glossary, tbx.dialect))
    if suffix != ".toml" and glossary.series:
        return (f"{path}: the format has no place for document series; {len(glossary.series)} are left out",)
    return ()
