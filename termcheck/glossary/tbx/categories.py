"""The names and values of TBX data categories, and the notes that stand in where there is no category."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from termcheck.glossary.standing import status_of

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
NO_LANGUAGE = "zxx"  # BCP 47: no linguistic content
UNSOURCED = "No source is stated."

_KEYED = re.compile(r"termcheck\.(\w+): ?(.*)", re.DOTALL)


@cache
def facts() -> Mapping[str, Any]:
    """The facts of categories.toml."""
    return tomllib.loads((Path(__file__).parent / "categories.toml").read_text(encoding="utf-8"))


def meant(field: str, word: str) -> str | None:
    """Return what a value of a data category means; "" for nothing, None for a status that is not known."""
    words: Mapping[str, str] = facts()["read"].get(field, {})
    plain = word.removesuffix("-admn-sts")
    if plain in words:
        return words[plain]
    # The names of TBX are so alike ("nonstandardizedTerm") that a likeness to one proves nothing.
    if field == "status":
        status = None if plain.endswith("Term") else status_of(word)
        return status.value if status else None
    return "" if words else word


def keyed(field: str, value: str) -> str:
    """Return a note that says what has no data category: "termcheck.kind: state"."""
    return f"termcheck.{field}: {value}"


def unkeyed(note: str) -> tuple[str, str]:
    """Return the field and the value of a note; an ordinary note is the field "note"."""
    found = _KEYED.fullmatch(note)
    return (found[1], found[2]) if found else ("note", note)
