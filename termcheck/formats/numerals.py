"""How lists count: Roman numerals and the letters of two alphabets."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_ROMAN_SHAPE = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_LOOKALIKES = str.maketrans("ІіХхСсМм", "IIXXCCMM")


@cache
def words() -> dict[str, Any]:
    """The facts of words.toml."""
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def roman(number: int) -> str:
    """A number from 1 as a Roman numeral in capitals: 4 → IV."""
    written = []
    for value, letters in _ROMAN:
        written.append(letters * (number // value))
        number %= value
    return "".join(written)


def roman_value(numeral: str) -> int | None:
    """The number that a Roman numeral means, Cyrillic look-alikes allowed; None where it is none."""
    numeral = numeral.translate(_ROMAN_LOOKALIKES).upper()
    if not numeral or not _ROMAN_SHAPE.fullmatch(numeral):
        return None
    value, rest = 0, numeral
    for worth, letters in _ROMAN:
        while rest.startswith(letters):
            value += worth
            rest = rest[len(letters) :]
    return value


def letter(number: int, language: str = "en") -> str:
    """The small letter that counts for a number from 1; after the last one, doubled ones: 27 → aa."""
    alphabet: str = words()["alphabet"][language]
    rounds, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (rounds + 1)


@cache
def letter_values(label: str) -> tuple[int, ...]:
    """The numbers that a letter of either case may count for, the likeliest first.

    A Latin letter has one. A Cyrillic one counts as the Latin letter that it was typed for ("В." for B),
    or by its own alphabet ("в)" after "б)" is the third).
    """
    small = label.lower()
    first = small[:1]
    if not first or small.strip(first):
        return ()
    facts = words()
    latin: str = facts["alphabet"]["en"]
    russian: str = facts["alphabet"]["ru"]
    if first in latin:
        return (latin.index(first) + 1 + (len(small) - 1) * len(latin),)
    values = []
    if first in facts["latin"]:
        values.append(latin.index(facts["latin"][first]) + 1 + (len(small) - 1) * len(latin))
    if first in russian:
        values.append(russian.index(first) + 1 + (len(small) - 1) * len(russian))
    return tuple(dict.fromkeys(values))
