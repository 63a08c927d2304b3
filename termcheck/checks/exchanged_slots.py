"""Numbers that stand where words ask for the other: «в 414 году 2012 случаев» for "in 2012, 414 cases"."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from termcheck.checks.placed_numbers import Placed, thing
from termcheck.numbers import Kind

# «3 года», «21 год» may be how long; «3 году» and «5 года» are which.
_YEAR_AFTER = re.compile(r"[-–—\d\s]*[\s\u00a0](?:году|годов|годах)\b")
_OF_YEAR_AFTER = re.compile(r"[\s\u00a0]года\b")
_FEW = re.compile(r"(?:^|[^1])[2-4]$")
_MONTH_BEFORE = re.compile(r"(?:ря|ля|аря|рта|мая|ня|ста)[\s\u00a0]$")
# Not shares and sums, which may be named once for two: "from 2 to 3 per cent", «с 2 процентов до 3».
_TELLING = frozenset({Kind.YEAR, Kind.DAY, Kind.ORDINAL, Kind.REFERENCE})
_Slot = tuple[Kind, str] | None


def out_of_slot(
    russian: Mapping[str, Placed], english: Mapping[str, Placed]
) -> Iterator[tuple[Placed, Placed]]:
    """Yield the Russian numbers that have each other's words in the English, each with what it stands for.

    The mappings hold the figures that stand once, by value.
    """
    both = [value for value in russian if value in english]
    ours = {value: _russian_slot(russian[value]) for value in both}
    theirs = {value: _slot(english[value]) for value in both}
    for one, other in combinations(both, 2):
        if theirs[one] == theirs[other] or ours[one] == theirs[one] or ours[other] == theirs[other]:
            continue
        fitting = [
            theirs[there] for here, there in ((one, other), (other, one)) if ours[here] == theirs[there]
        ]
        certain = len(fitting) + (ours[one] is None) + (ours[other] is None) > 1
        if certain and any(slot and slot[0] in _TELLING for slot in fitting):
            yield russian[one], english[other]
            yield russian[other], english[one]


def _slot(placed: Placed) -> _Slot:
    return placed.number.kind, thing(placed.number)


def _russian_slot(placed: Placed) -> _Slot:
    """Return what the words around ask for; None where a figure looks like a year and no word tells."""
    text, span = placed.passage.segment.text, placed.passage.span
    if not placed.number.text.isdigit():
        return _slot(placed)  # «77,0 года» is an age
    if _YEAR_AFTER.match(text, span.end):
        return Kind.YEAR, ""
    if _OF_YEAR_AFTER.match(text, span.end):
        which = _MONTH_BEFORE.search(text, 0, span.start) or not _FEW.search(placed.number.text)
        return (Kind.YEAR, "") if which else None
    return None if placed.number.kind is Kind.YEAR else _slot(placed)
