"""Where two long documents surely meet, so that the search can stay near."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from termcheck.alignment.features import Evidence

FEWEST_KEYS = 2  # one rare word in common is chance, two hardly
MOST_PLACES = 20


def common_points(english: Evidence, russian: Evidence) -> list[tuple[int, int]]:
    """Cells (i, j) whose segments share rare keys, a way that grows in both numbers.

    A key that stands equally often in both documents is taken to stand in the same places, first to first,
    last to last.
    """
    ours, theirs = _places(english.keys), _places(russian.keys)
    votes = Counter[tuple[int, int]]()
    for key, places in ours.items():
        others = theirs.get(key, ())
        if len(places) == len(others) <= MOST_PLACES:
            votes.update(zip(places, others, strict=True))
    return _longest_chain([cell for cell, count in votes.items() if count >= FEWEST_KEYS])


def _places(keys: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    """The numbers of the segments that have each key."""
    places = dict[str, list[int]]()
    for number, found in enumerate(keys):
        for key in found:
            places.setdefault(key, []).append(number)
    return places


def _longest_chain(cells: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of some cells that grows strictly in both numbers."""
    # In one row from the right, so that no two cells of a row can follow each other.
    cells = sorted(cells, key=lambda cell: (cell[0], -cell[1]))
    ends = list[int]()  # ends[k]: the smallest column that closes a chain of k + 1 cells
    closing = list[int]()  # and the number of the cell that does
    before = list[int]()
    for number, (_, j) in enumerate(cells):
        place = bisect_left(ends, j)
        before.append(closing[place - 1] if place else -1)
        ends[place : place + 1] = [j]
        closing[place : place + 1] = [number]
    chain = list[tuple[int, int]]()
    number = closing[-1] if closing else -1
    while number >= 0:
        chain.append(cells[number])
        number = before[number]
    return chain[::-1]
