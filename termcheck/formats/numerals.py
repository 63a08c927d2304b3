"""How lists count by the letters of two alphabets, and places by words."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def words() -> dict[str, Any]:
    """The facts of words.toml."""
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def letter(number: int, language: str = "en") -> str:
    """The small letter that counts for a number from 1; after the last one, doubled ones: 27 → aa."""
    alphabet: str = words()["alphabet"][language]
    rounds, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (rounds + 1)


def ordinal(number: int) -> str:
    """How a place is counted from 1: "second", "21st"."""
    told: list[str] = words()["ordinals"]["en"]
    if number <= len(told):
        return told[number - 1]
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


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
