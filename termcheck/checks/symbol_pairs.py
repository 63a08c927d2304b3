"""Symbols of the Russian with the English ones that they were meant to be."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from termcheck import symbols
from termcheck.alignment.bitext import Bitext, references_in, symbols_in
from termcheck.checks.comparison import Sides, differences
from termcheck.model import Pair, Passage
from termcheck.recognition import Recognition

# Two symbols of one text that are this alike are one symbol, changed: E/2015/9/Add.5 and E/2015/9.
_CLOSE = 0.6

_RESOLUTIONS = ("A/RES", "S/RES", "E/RES", "A/HRC/RES")
_MODIFICATIONS = re.compile(r"(?:/(?:ADD|CORR|REV|AMEND)\.\d+)+$")
_LINK = r"\s?(?:,|;|–|-|и|and|or|или)\s?"
_FURTHER = re.compile(rf"(Add|Corr|Rev|Amend)\.(\d+(?:{_LINK}\d+)*)")
_SHORT = re.compile(rf"(?:\*{{0,2}}{_LINK}{_FURTHER.pattern})+")
_NUMBER = re.compile(r"\d+")

Symbol = tuple[Passage, symbols.Match]


@dataclass(frozen=True, slots=True)
class SymbolDifference:
    """What became of one symbol in a pair; `english` is None for one that only the Russian has, and so on."""

    pair: Pair
    english: Symbol | None
    russian: Symbol | None


@lru_cache(maxsize=4)
def matched_differences(bitext: Bitext) -> tuple[SymbolDifference, ...]:
    """Return each symbol that only one side of a pair has, joined with its likeliest original."""
    return tuple(_matched(bitext))


def _matched(bitext: Bitext) -> Iterator[SymbolDifference]:
    for difference in differences([_sides(bitext, pair) for pair in bitext.trusted]):
        missing, extra = dict(difference.missing), dict(difference.extra)
        while best := _closest(missing, extra):
            yield SymbolDifference(difference.pair, missing.pop(best[0]), extra.pop(best[1]))
        if len(missing) == len(extra) == 1:  # alone on both sides: one was put for the other
            (english,), (russian,) = missing.values(), extra.values()
            yield SymbolDifference(difference.pair, english, russian)
            continue
        for english in missing.values():
            yield SymbolDifference(difference.pair, english, None)
        for russian in extra.values():
            yield SymbolDifference(difference.pair, None, russian)


def _sides(bitext: Bitext, pair: Pair) -> Sides[Symbol]:
    """Give the symbols of a pair by what they were meant to be, damaged or not."""
    assert bitext.english is not None
    english = {
        symbols.key(match.text): (place, match) for place, match in symbols_in(bitext.english, pair.source)
    }
    russian = {
        symbols.key(match.text): (place, match) for place, match in symbols_in(bitext.russian, pair.target)
    }
    return Sides(
        pair,
        english,
        russian,
        frozenset(english).union(_in_other_words(bitext.english, pair.source)),
        frozenset(russian).union(_in_other_words(bitext.russian, pair.target)),
    )


def _in_other_words(side: Recognition, passages: Sequence[Passage]) -> Iterator[str]:
    """Yield the keys of documents that are named, but not by their whole symbol.

    "A/76/100 and Add.1 and 2" names three documents, "resolution 1540 (2004)" is S/RES/1540 (2004).
    """
    for place, match in symbols_in(side, passages):
        symbol = symbols.key(match.text)
        whole = _MODIFICATIONS.sub("", symbol)
        for word, numbers in _FURTHER.findall(_following(place)):
            for number in _NUMBER.findall(numbers):
                yield from (f"{base}/{word.upper()}.{number}" for base in {symbol, whole})
    for _, reference in references_in(side, passages):
        yield from (symbols.key(f"{series}/{reference.number}") for series in _RESOLUTIONS)


def _following(place: Passage) -> str:
    """Return the modifications that stand after a symbol without it: " и Add.1 и 2, Corr.1"."""
    found = _SHORT.match(place.segment.text, place.span.end)
    return found.group() if found else ""


def _closest(missing: dict[str, Symbol], extra: dict[str, Symbol]) -> tuple[str, str] | None:
    best = _CLOSE
    found = None
    for key, (_, english) in missing.items():
        for other, (_, russian) in extra.items():
            if english.symbol is None or russian.symbol is None:
                continue
            closeness = symbols.closeness(english.symbol, russian.symbol)
            if closeness >= best:
                best, found = closeness, (key, other)
    return found
