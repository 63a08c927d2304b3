"""What each side of a pair names that the other does not; checks for missing, extra and changed share it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from termcheck import symbols
from termcheck.alignment.bitext import Bitext, symbols_in
from termcheck.model import Mention, Pair, Passage, Register

# Registers that name a State outright. An adjective, a national or a capital may answer such a name, but
# asks for no answer itself: "Haitian" is «Гаити», "the question of Cyprus" «кипрский вопрос».
_NAMING = frozenset({Register.SHORT, Register.FORMAL, Register.LIST})

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Difference(Generic[Thing]):
    """One pair's differences: what only the English and what only the Russian has, by key."""

    pair: Pair
    missing: Mapping[str, Thing]
    extra: Mapping[str, Thing]


@dataclass(frozen=True, slots=True)
class _Sides(Generic[Thing]):
    """What a pair's sides name outright, and the keys of all that would answer a name."""

    pair: Pair
    english: Mapping[str, Thing]
    russian: Mapping[str, Thing]
    english_answers: frozenset[str]
    russian_answers: frozenset[str]

    def missing(self) -> set[str]:
        return set(self.english) - self.russian_answers

    def extra(self) -> set[str]:
        return set(self.russian) - self.english_answers


@lru_cache(maxsize=4)
def country_differences(bitext: Bitext) -> tuple[Difference[Mention], ...]:
    """Compare the States named in each trusted pair; presence counts, not number or order."""
    return _differences([_country_sides(bitext, pair) for pair in bitext.trusted])


@lru_cache(maxsize=4)
def symbol_differences(bitext: Bitext) -> tuple[Difference[tuple[Passage, symbols.Match]], ...]:
    """Compare the document symbols in each trusted pair, damaged ones as they were meant."""
    return _differences([_symbol_sides(bitext, pair) for pair in bitext.trusted])


def _differences(sides: Sequence[_Sides[Thing]]) -> tuple[Difference[Thing], ...]:
    """Leave out what merely stands in the neighbouring pair: a sentence cut elsewhere is no omission."""
    found = []
    for index, here in enumerate(sides):
        around = [sides[i] for i in (index - 1, index + 1) if 0 <= i < len(sides)]
        missing = here.missing() - set().union(*(other.extra() for other in around))
        extra = here.extra() - set().union(*(other.missing() for other in around))
        if missing or extra:
            found.append(
                Difference(
                    here.pair,
                    {key: thing for key, thing in here.english.items() if key in missing},
                    {key: thing for key, thing in here.russian.items() if key in extra},
                )
            )
    return tuple(found)


def _country_sides(bitext: Bitext, pair: Pair) -> _Sides[Mention]:
    english, russian = bitext.english_mentions(pair.source), bitext.russian_mentions(pair.target)
    assert bitext.english is not None
    return _Sides(
        pair,
        _named(english),
        _named(russian),
        _all(english) | _inner(bitext.english.inner, pair.source),
        _all(russian) | _inner(bitext.russian.inner, pair.target),
    )


def _symbol_sides(bitext: Bitext, pair: Pair) -> _Sides[tuple[Passage, symbols.Match]]:
    assert bitext.english is not None
    english = {
        symbols.key(match.text): (passage, match)
        for passage, match in symbols_in(bitext.english, pair.source)
    }
    russian = {
        symbols.key(match.text): (passage, match)
        for passage, match in symbols_in(bitext.russian, pair.target)
    }
    return _Sides(pair, english, russian, frozenset(english), frozenset(russian))


def _named(mentions: Sequence[Mention]) -> dict[str, Mention]:
    found: dict[str, Mention] = {}
    for mention in mentions:
        concept, register = mention.concept, mention.term.register
        if concept.domain == "country" and concept.kind != "former" and register in _NAMING:
            found.setdefault(concept.id, mention)
    return found


def _all(mentions: Sequence[Mention]) -> frozenset[str]:
    return frozenset(mention.concept.id for mention in mentions)


def _inner(inner: Sequence[frozenset[str]], passages: Sequence[Passage]) -> frozenset[str]:
    return frozenset().union(*(inner[passage.segment.position] for passage in passages))
