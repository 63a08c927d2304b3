"""Neighbours in a row that have changed places: "2012-2013" and «2013–2012 годы»."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from termcheck.checks.placed_numbers import Placed, grounds
from termcheck.numbers import Notation

_LINK = re.compile(
    r"(?:st|nd|rd|th|[-‑–]?(?:го|му|м|ой|я|й|е|х)|\s?\(\w\))?(?:\s?(?:--|[-–—‑])\s?|\s(?:and|to|through|or|и|или|по|до)\s)"
)


def reversed_neighbours(
    russian: Sequence[Placed], english: Sequence[Placed]
) -> Iterator[tuple[Placed, Placed]]:
    """Yield the numbers of each two that only a dash, "and" or "to" joins, and the English turned round.

    Where a side joins the same two both ways, there is no telling.
    """
    ours, theirs = _joined(russian), _joined(english)
    for one, other in ours:
        turned = [pair for pair in theirs if _values(pair) == (other.number.value, one.number.value)]
        alike = [pair for pair in theirs if _values(pair) == _values((one, other))]
        if len(turned) == 1 and not alike:
            yield one, turned[0][0]
            yield other, turned[0][1]


def _values(pair: tuple[Placed, Placed]) -> tuple[str, str]:
    return pair[0].number.value, pair[1].number.value


def _joined(numbers: Sequence[Placed]) -> list[tuple[Placed, Placed]]:
    return [
        (left, right)
        for left, right in pairwise(numbers)
        if left.number.value != right.number.value
        and left.number.notation is right.number.notation is Notation.DIGITS
        and grounds(left.number)
        and grounds(right.number)
        and _is_link(left, right)
    ]


def _is_link(left: Placed, right: Placed) -> bool:
    if left.passage.segment is not right.passage.segment:
        return False
    text = left.passage.segment.text[left.passage.span.end : right.passage.span.start]
    return _LINK.fullmatch(text) is not None
