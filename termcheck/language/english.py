"""English plurals, as far as terms need them."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$", re.IGNORECASE)
_Y_AFTER_CONSONANT = re.compile(r"(?<=[^aeiou])y$", re.IGNORECASE)


def plural_of(term: str) -> str:
    """Return a term in the plural: "point of order", "points of order"; one in capitals gets an "s"."""
    head, of, rest = term.partition(" of ")
    first, blank, last = head.rpartition(" ")
    return f"{first}{blank}{_plural(last)}{of}{rest}"


def _plural(word: str) -> str:
    if word.isupper():
        return f"{word}s"
    for end, other in _irregular().items():
        if word.lower().endswith(end):
            return word[: len(word) - len(end)] + other
    if _SIBILANT.search(word):
        return f"{word}es"
    return _Y_AFTER_CONSONANT.sub("ie", word) + "s"


@lru_cache
def _irregular() -> dict[str, str]:
    text = files("termcheck.language").joinpath("english_plurals.toml").read_text(encoding="utf-8")
    plurals: dict[str, str] = tomllib.loads(text)["plurals"]
    return plurals
