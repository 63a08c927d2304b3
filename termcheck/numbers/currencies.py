"""What currency a figure is of."""

import re
from dataclasses import dataclass
from functools import cache

from termcheck.model import Span
from termcheck.numbers.number import Number
from termcheck.numbers.vocabulary import currencies

_SCALE = (
    r"(?:\s?(?:тыс\.?|млн\.?|млрд\.?|трлн\.?|тысяч\w*|миллион\w*|миллиард\w*|"
    r"thousand|million|billion|trillion|m\b|bn\b))?"
)


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency by its key ("dollar"), and where its word or sign stands."""

    key: str
    span: Span


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """For each currency what stands after its figure, and what before it."""
    return tuple(
        (
            key,
            re.compile(rf"{_SCALE}[\s\u00a0]?(?:[а-я]+ск(?:их|ого|ий)[\s\u00a0])?({words})"),
            re.compile(rf"(?<![^\W\d_])({words})[\s\u00a0]?$"),
        )
        for key, words in currencies(language)
    )


@cache
def _any(language: str) -> re.Pattern[str]:
    return re.compile("|".join(words for _, words in currencies(language)))


def names_currency(text: str, language: str) -> bool:
    """Whether a text may name a currency at all: most do not."""
    return _any(language).search(text) is not None


def currency_of(number: Number, text: str, language: str) -> Currency | None:
    """The currency right after a number and its scale, or right before it; None where none stands there."""
    for key, after, before in _patterns(language):
        if found := after.match(text, number.span.end) or before.search(text, 0, number.span.start):
            return Currency(key, Span(*found.span(1)))
    return None
