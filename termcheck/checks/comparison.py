"""What each side of a pair has that the other lacks: the ground of missing, extra and changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from termcheck.model import Pair

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Sides(Generic[Thing]):
    """What the sides of a pair name, by key, and the keys of all that would answer a name."""

    pair: Pair
    english: Mapping[str, Thing]
    russian: Mapping[str, Thing]
    english_answers: frozenset[str]
    russian_answers: frozenset[str]

    def missing(self) -> set[str]:
        """The keys that only the English has."""
        return set(self.english) - self.russian_answers

    def extra(self) -> set[str]:
        """The keys that only the Russian has."""
        return set(self.russian) - self.english_answers


@dataclass(frozen=True, slots=True)
class Difference(Generic[Thing]):
    """What only the English and what only the Russian of a pair has, by key."""

    pair: Pair
    missing: Mapping[str, Thing]
    extra: Mapping[str, Thing]


def differences(sides: Sequence[Sides[Thing]]) -> Iterator[Difference[Thing]]:
    """Yield the differences of pairs in reading order.

    What merely stands in the neighbouring pair is left out: a sentence cut elsewhere is no omission.
    """
    for index, here in enumerate(sides):
        around = [sides[other] for other in (index - 1, index + 1) if 0 <= other < len(sides)]
        missing = here.missing().difference(*(other.extra() for other in around))
        extra = here.extra().difference(*(other.missing() for other in around))
        if missing or extra:
            yield Difference(
                here.pair,
                {key: thing for key, thing in here.english.items() if key in missing},
                {key: thing for key, thing in here.russian.items() if key in extra},
            )
