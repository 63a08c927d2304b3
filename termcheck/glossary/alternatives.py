"""Several terms in one cell: «реестр; регистр», «реестр / регистр»."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

APART = ";"
_SLASH = "/"
_NONE = frozenset({"no", "none", "-", "–", "—", "нет"})
# Signs that part terms only outside of brackets: "States (coastal; landlocked)" is one.
_SIGN = re.compile(r"\([^()]*\)|[;/]")
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Cell:
    """The terms in a cell, and the sign that was guessed to part them (`parted`) or to be part of one."""

    terms: tuple[str, ...]
    sign: str = ""
    parted: bool = False


def read_cell(text: str, told: str = "") -> Cell:
    """Return the terms in a cell. `told` is what a column says: the sign that parts them, or "no".

    Untold, a semicolon parts terms, and a stroke between blanks; "input/output" is one term.
    """
    if told.lower() in _NONE:
        return Cell((text,) if text else ())
    if told:
        return Cell(_parts(text, told))
    if len(parts := _parts(text, APART)) > 1:
        return Cell(parts, APART, parted=True)
    if len(parts := _parts(text, _SLASH)) > 1 and _may_be_alternatives(text, parts):
        parted = text.count(_SLASH) == len(re.findall(r"\s/\s", text))
        return Cell(parts if parted else (text,), _SLASH, parted)
    return Cell(_parts(text, APART))


def _parts(text: str, sign: str) -> tuple[str, ...]:
    return tuple(part for part in map(str.strip, _split(text, sign)) if part)


def _split(text: str, sign: str) -> Iterator[str]:
    if sign not in (APART, _SLASH):
        yield from text.split(sign)
        return
    start = 0
    for found in _SIGN.finditer(text):
        if found.group() == sign:
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]


def _may_be_alternatives(text: str, parts: tuple[str, ...]) -> bool:
    """Whether strokes stand between words: in "1/2", "A/RES/70/1", "км/ч" and "and/or" they do not."""
    folded = re.sub(r"\s*/\s*", _SLASH, text.casefold())
    if any(re.search(rf"(?<!\w){re.escape(turn)}(?!\w)", folded) for turn in _together()):
        return False
    return all(_WORD.search(part) and not any(map(str.isdigit, part)) for part in parts)


@cache
def _together() -> tuple[str, ...]:
    facts = tomllib.loads((Path(__file__).parent / "alternatives.toml").read_text(encoding="utf-8"))
    return tuple(facts["together"])
