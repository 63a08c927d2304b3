"""Numbers in brackets behind names: "Italy* (2015), Panama (2016)"."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from termcheck.alignment.lexicon import word_keys
from termcheck.checks.placed_numbers import Placed
from termcheck.model import ENGLISH, RUSSIAN

_NAME_BEFORE = re.compile(r"([^\W\d_]{3,})(?:\s\([^()\d]*\))?\*{0,2},?[a-z]?\s?\($")
_NEAR = 80  # code points: "Iran (Islamic Republic of) (2017)"


def misplaced_in_brackets(
    russian: Sequence[Placed], english: Sequence[Placed]
) -> Iterator[tuple[Placed, Placed]]:
    """Yield the numbers behind one or two names that have others in the English, while the rest agree."""
    ours, theirs = _by_name(russian, RUSSIAN), _by_name(english, ENGLISH)
    names = [name for name in ours if name in theirs]
    other = [name for name in names if ours[name].number.value != theirs[name].number.value]
    swapped = len(other) == 2 and sorted(_values(ours, other)) == sorted(_values(theirs, other))
    if len(names) > (2 if swapped else 2 * len(other)) and len(other) in (1, 2):
        yield from ((ours[name], theirs[name]) for name in other)


def _values(numbers: Mapping[str, Placed], names: Sequence[str]) -> list[str]:
    return [numbers[name].number.value for name in names]


def _by_name(numbers: Sequence[Placed], language: str) -> dict[str, Placed]:
    """Return the numbers by the names before their brackets; a name that stands twice is left out."""
    found = list[tuple[str, Placed]]()
    for placed in numbers:
        start = placed.passage.span.start
        before = _NAME_BEFORE.search(placed.passage.segment.text, max(0, start - _NEAR), start)
        if before and (keys := word_keys(before[1].lower(), language)):
            found.append((keys[0], placed))
    times = Counter(name for name, _ in found)
    return {name: placed for name, placed in found if times[name] == 1}
