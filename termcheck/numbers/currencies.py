"""What currency a figure is of."""

import re
from dataclasses import dataclass

from termcheck.model import Span
from termcheck.numbers.number import Number
from termcheck.numbers.vocabulary import currencies

_SCALE = (
    r"(?:\s?(?:тыс\.|млн|млрд|трлн|тысяч\w*|миллион\w*|миллиард\w*|"
    r"thousand|million|billion|trillion|m\b|bn\b))?"
)


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency by its key ("dollar"), and where its word or sign stands."""

    key: str
    span: Span


def currency_of(number: Number, text: str, language: str) -> Currency | None:
    """The currency right after a number and its scale, or right before it; None where none stands there."""
    for key, words in currencies(language):
        after = re.compile(rf"{_SCALE}[\s\u00a0]?({words})").match(text, number.span.end)
        if after:
            return Currency(key, Span(*after.span(1)))
        before = re.compile(rf"(?<![^\W\d_])({words})[\s\u00a0]?$").search(text, 0, number.span.start)
        if before:
            return Currency(key, Span(*before.span(1)))
    return None
