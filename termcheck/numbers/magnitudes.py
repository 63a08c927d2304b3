"""The words of a text that multiply: "hundreds of thousands", «сотни тысяч», «млн»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from termcheck.model import Span
from termcheck.numbers.vocabulary import alternatives, magnitudes

_FIGURE_BEFORE = re.compile(r"\d[\s\u00a0-]?$")


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A word that multiplies, and by what; `bare` without a figure right before it."""

    span: Span
    text: str
    worth: int
    bare: bool


def find_magnitudes(text: str, language: str) -> Iterator[Magnitude]:
    """Yield the words for thousands, millions and more, in order."""
    for found in _words(language).finditer(text):
        bare = _FIGURE_BEFORE.search(text, max(0, found.start() - 3), found.start()) is None
        worth = magnitudes(language)[found.group().lower()]
        yield Magnitude(Span(*found.span()), found.group(), worth, bare)


@cache
def _words(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{alternatives(magnitudes(language))})\b", re.IGNORECASE)
