"""Numbers in brackets behind names: "Italy* (2015), Panama (2016)"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from termcheck.alignment.lexicon import word_keys
from termcheck.checks.placed_numbers import Placed
from termcheck.model import ENGLISH, RUSSIAN

_NAME_BEFORE = re.compile(r"([^\W\d_]{3,})\*{0,2},?[a-z]?\s?\($")
_NEAR = 40  # code points
_MOST = 2  # names with another number: more of them are another list


def misplaced_in_brackets(
    russian: Sequence[Placed], english: Sequence[Placed]
) -> Iterator[tuple[Placed, Placed]]:
    """Yield the numbers behind one or two names that have others in the English, while the rest agree."""
    ours, theirs = _by_name(russian, RUSSIAN), _by_name(english, ENGLISH)
    names = [name for name in ours if name in theirs]
    other = [name for name in names if ours[name].number.value != theirs[name].number.value]
    if 0 < len(other) <= _MOST and len(names) > 2 * len(other):
        yield from ((ours[name], theirs[name]) for name in other)


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
