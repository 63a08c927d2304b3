"""Symbols of the Russian with the English ones that they were meant to be."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from termcheck import symbols
from termcheck.alignment.bitext import Bitext, symbols_in
from termcheck.checks.comparison import Sides, differences
from termcheck.model import Pair, Passage

# Two symbols of one text that are this alike are one symbol, changed: E/2015/9/Add.5 and E/2015/9.
_CLOSE = 0.6

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
    return Sides(pair, english, russian, frozenset(english), frozenset(russian))


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
