"""Thousands for millions where no figure tells: "thousands of homes" and «миллионы домов»."""

from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.model import ENGLISH, RUSSIAN, Passage, Span
from termcheck.numbers import Kind, Magnitude, find_magnitudes, find_numbers

_Placed = tuple[Passage, Magnitude]


def changed_magnitudes(bitext: Bitext) -> Iterator[tuple[Passage, Passage]]:
    """Yield each Russian word that multiplies by something else, and the English one that it stands for.

    It is the only such word of a side that neither a word nor a figure of the other side explains.
    """
    for pair in bitext.trusted:
        russian, english = _found(pair.target, RUSSIAN), _found(pair.source, ENGLISH)
        if not russian or not english:
            continue
        here, there = _values(pair.target, RUSSIAN), _values(pair.source, ENGLISH)
        extra = _unexplained(russian, english, there - here)
        missing = _unexplained(english, russian, here - there)
        if len(extra) == len(missing) == 1 and extra[0][1].bare and missing[0][1].bare:
            yield extra[0][0], missing[0][0]


def _found(passages: Sequence[Passage], language: str) -> list[_Placed]:
    return [
        (_part(passage, magnitude.span), magnitude)
        for passage in passages
        for magnitude in find_magnitudes(passage.prose, language)
    ]


def _part(passage: Passage, span: Span) -> Passage:
    start = passage.span.start
    return Passage(passage.segment, Span(start + span.start, start + span.end))


def _values(passages: Sequence[Passage], language: str) -> set[int]:
    return {
        int(value)
        for passage in passages
        for number in find_numbers(passage.prose, language).found
        for value in number.values
        if value.isdigit() and number.kind is not Kind.YEAR
    }


def _unexplained(words: Sequence[_Placed], others: Sequence[_Placed], values: set[int]) -> list[_Placed]:
    """Return the words that the other side has not, nor a figure of that size: "5,000" is «тысяч пять»."""
    known = {magnitude.worth for _, magnitude in others}
    largest = max(values, default=0)
    return [word for word in words if word[1].worth not in known and word[1].worth > largest]
