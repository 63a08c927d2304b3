"""The number words of words.toml, ready to look up: small letters, without ё."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

ENGLISH, RUSSIAN = "en", "ru"

_DATA: Mapping[str, Any] = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


@cache
def cardinals(language: str) -> dict[str, int]:
    """Words that count: "four", «четырех»."""
    return {
        word: int(value) for value, words in _DATA[language]["cardinals"].items() for word in words.split()
    }


@cache
def ordinals(language: str) -> dict[str, int]:
    """Words that order: "fourth", «четвертого»."""
    stems: dict[str, str] = _DATA[language]["ordinals"]
    if language == ENGLISH:
        return {word: int(value) for value, words in stems.items() for word in words.split()}
    endings = _DATA["endings"]
    return {
        stem + ending: int(value)
        for value, stem in stems.items()
        for ending in endings["third" if value == "3" else "ordinal"].split()
    }


@cache
def scales(language: str) -> dict[str, int]:
    """Words that multiply what stands before them: "million", «млн»."""
    return {word: int(value) for value, words in _DATA[language]["scales"].items() for word in words.split()}


@cache
def magnitudes(language: str) -> dict[str, int]:
    """Words that multiply, with a figure before them or alone: "thousands", «тысяч»."""
    columns = _DATA[language].get("magnitudes", _DATA[language]["scales"])
    return {
        word: int(value) for value, words in columns.items() if int(value) >= 1000 for word in words.split()
    }


@cache
def within(language: str) -> tuple[re.Pattern[str], tuple[frozenset[str], ...]]:
    """Beginnings of words that hold a number without being one («двухгодичный»), and the values of each.

    Each is a group of the pattern; the values are in the order of the groups.
    """
    values = dict[str, set[str]]()
    for value, stems in _DATA[language]["within"].items():
        for stem in stems.split():
            values.setdefault(stem, set()).add(value)
    longest = sorted(values, key=len, reverse=True)
    groups = "|".join(f"({stem})" for stem in longest)
    return re.compile(rf"\b(?:{groups})"), tuple(frozenset(values[stem]) for stem in longest)


@cache
def fraction(language: str) -> re.Pattern[str]:
    """What follows a number that only counts the parts of a whole: "three quarters", «четыре пятых»."""
    return re.compile(_DATA["fractions"][language])


@cache
def and_a_half(language: str) -> re.Pattern[str]:
    """What adds a half to the number before it: "four and a half", «четыре с половиной»."""
    return re.compile(_DATA["and_a_half"][language])


@cache
def half(language: str) -> re.Pattern[str]:
    """What tells that half of a scale is meant: "half a million", «полмиллиона»."""
    return re.compile(_DATA["half"][language])


@cache
def one_and_a_half(language: str) -> re.Pattern[str]:
    """What tells that one and a half of a scale is meant: «полтора миллиона»."""
    return re.compile(_DATA["one_and_a_half"][language])


@cache
def months(language: str) -> dict[str, int]:
    """Every form of the name of a month, with its number."""
    return _named("months", language)


@cache
def weekdays(language: str) -> dict[str, int]:
    """The forms that the days of the week have in a date; Monday is 1."""
    return _named("weekdays", language)


@cache
def reference_words(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What a number may be of ("article", "item" …), and the word for it; the first that fits is meant."""
    return tuple(
        (key, re.compile(rf"(?:{words[_column(language)].replace(' ', '|')})", re.IGNORECASE))
        for key, words in _DATA["references"].items()
    )


@cache
def measures(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The measures that may be converted, each with what stands right after a figure of it."""
    between = r"[\s\u00a0-](?:(?:square|nautical|морск[а-я]+|кв\.|квадратн[а-я]+)\s)?"
    return tuple(
        (key, re.compile(rf"{between}(?:{words[_column(language)]})", re.IGNORECASE))
        for key, words in _DATA["measures"].items()
    )


@cache
def currencies(language: str) -> tuple[tuple[str, str], ...]:
    """The currencies, each with a pattern of the words and signs for it."""
    return tuple((key, f"(?:{words[_column(language)]})") for key, words in _DATA["currencies"].items())


def alternatives(words: Iterable[str]) -> str:
    """A pattern for one of these words, the longest that fits."""
    return "|".join(sorted(words, key=len, reverse=True))


def _named(table: str, language: str) -> dict[str, int]:
    columns = _DATA[table].items()
    return {word: int(number) for number, names in columns for word in names[_column(language)].split()}


def _column(language: str) -> int:
    return (ENGLISH, RUSSIAN).index(language)
