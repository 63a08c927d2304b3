"""The words of people.toml, ready to look up."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def english_words(key: str) -> frozenset[str]:
    """A list of English words, as they are written."""
    return _words("en", key)


@cache
def russian_words(key: str) -> frozenset[str]:
    """A list of Russian words in small letters."""
    return _words("ru", key)


@cache
def honorific(language: str) -> str:
    """A pattern for what stands before a name: "Mr.", «г-ну»."""
    found = _data()[language]["honorifics"]
    return found if isinstance(found, str) else "|".join(sorted(found, key=len, reverse=True))


def is_particle(word: str) -> bool:
    """Tell whether a word of either language is one that binds names: "de", «аль»."""
    small = word.lower().strip(".'’")
    return small in english_words("particles") or small in russian_words("particles")


@cache
def office() -> re.Pattern[str]:
    """An English word for an office, "Director" or "Directors"."""
    words = sorted(english_words("offices"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(words)})s?\b")


def _words(language: str, key: str) -> frozenset[str]:
    found = _data()[language][key]
    return frozenset(found.split() if isinstance(found, str) else found)


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((Path(__file__).parent / "people.toml").read_text(encoding="utf-8"))
