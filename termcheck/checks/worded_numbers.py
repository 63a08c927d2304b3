"""Numbers in words that stand for another: "Two members" and «Три члена»."""

from collections.abc import Iterator, Sequence

from termcheck.checks.number_company import company
from termcheck.checks.placed_numbers import Placed
from termcheck.model import ENGLISH, RUSSIAN
from termcheck.numbers import Kind, Notation

# "one" and «один» come and go as the sentence asks: "a member", «один из членов».
_FREE = frozenset({"0", "1"})
_COUNTING = frozenset({Kind.PLAIN, Kind.ORDINAL})


def worded(russian: Sequence[Placed], english: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Yield each number word that stands for another; of the numbers that do not answer each other.

    Both are the only ones of their kind that nothing on the other side explains; or they count the same
    thing, as the words beside them tell; or all other numbers answer each other and stand in the same order.
    """
    lone = len(russian) == len(english) == 1
    for kind in _COUNTING:
        here, there = _words(russian, kind), _words(english, kind)
        ours, theirs = ([placed for placed in side if placed.absent] for side in (here, there))
        if len(ours) == len(theirs) == 1:
            yield ours[0], theirs[0]
        elif len(here) == len(there) == 1:
            (left,), (right,) = here, there
            signs = (
                left.absent or right.absent,
                lone and left.rank == right.rank,  # all others answer each other
                _count_the_same(left, right),
            )
            if sum(signs) > 1:
                yield left, right
        else:
            yield from _counting_the_same(ours, theirs)
    if lone and (russian[0].absent or english[0].absent) and _is_other_kind(russian[0], english[0]):
        yield russian[0], english[0]


def _is_other_kind(russian: Placed, english: Placed) -> bool:
    """Tell whether one counts and one orders the same thing: "Twenty-eight session", an error of its own."""
    in_words = russian.number.notation is english.number.notation is Notation.WORDS
    kinds = {russian.number.kind, english.number.kind}
    free = _FREE & {russian.number.value, english.number.value}
    return in_words and kinds == _COUNTING and not free and _count_the_same(russian, english)


def _words(numbers: Sequence[Placed], kind: Kind) -> list[Placed]:
    return [
        placed
        for placed in numbers
        if placed.number.kind is kind
        and placed.number.notation is Notation.WORDS
        and not (kind is Kind.PLAIN and placed.number.value in _FREE)
    ]


def _counting_the_same(
    russian: Sequence[Placed], english: Sequence[Placed]
) -> Iterator[tuple[Placed, Placed]]:
    for left in russian:
        fitting = [right for right in english if _count_the_same(left, right)]
        if len(fitting) == 1 and sum(_count_the_same(other, fitting[0]) for other in russian) == 1:
            yield left, fitting[0]


def _count_the_same(russian: Placed, english: Placed) -> bool:
    return not company(russian, RUSSIAN).isdisjoint(company(english, ENGLISH))
