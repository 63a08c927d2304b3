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
    """Yield each number word that stands for another, of the numbers that nothing on the other side explains.

    It is the only one of its kind that is not explained on either side; or both count the same thing, as the
    words beside them tell.
    """
    ours, theirs = _told(russian), _told(english)
    for kind in _COUNTING:
        here = [placed for placed in ours if placed.number.kind is kind]
        there = [placed for placed in theirs if placed.number.kind is kind]
        if len(here) == len(there) == 1:
            yield here[0], there[0]
            continue
        for left in here:
            fitting = [right for right in there if _count_the_same(left, right)]
            if len(fitting) == 1 and sum(_count_the_same(other, fitting[0]) for other in here) == 1:
                yield left, fitting[0]


def _told(numbers: Sequence[Placed]) -> list[Placed]:
    return [
        placed
        for placed in numbers
        if placed.absent
        and placed.number.notation is Notation.WORDS
        and not (placed.number.kind is Kind.PLAIN and placed.number.value in _FREE)
    ]


def _count_the_same(russian: Placed, english: Placed) -> bool:
    return not company(russian, RUSSIAN).isdisjoint(company(english, ENGLISH))
