"""Empty strips that part the columns of a page, found before its words are made lines.

The words of two columns may stand no further apart than those of a stretched line; but no gap between words
goes on at the same place through many rows.
"""

from collections.abc import Iterator, Sequence

from termcheck.formats.pdf.glyphs import Glyph

Word = tuple[list[Glyph], Glyph | None]  # its letters, and the blank before it if the file has one
Strip = tuple[float, float]  # its left and right edge

_FEWEST_ROWS = 6  # with words on each side
_STEP = 2.0  # points between the upright lines that are tried
_NARROWEST = 0.8  # of the size of the print


def column_strips(rows: Sequence[Sequence[Word]]) -> list[tuple[Strip, ...]]:
    """For each row, from top to bottom, the strips that go through it and many rows around it."""
    found: list[list[Strip]] = [[] for _ in rows]
    if len(rows) < _FEWEST_ROWS:
        return [()] * len(rows)
    left = min(row[0][0][0].left for row in rows)
    bins = int((max(row[-1][0][-1].right for row in rows) - left) / _STEP) + 2
    inked = [_inked(row, left, bins) for row in rows]
    sides = [(_bin(row[0][0][0].left, left), _bin(row[-1][0][-1].right, left)) for row in rows]
    narrowest = _NARROWEST * sorted(row[0][0][0].size for row in rows)[len(rows) // 2]
    runs = [run for at in range(1, bins - 1) for run in _runs(at, inked, sides)]
    taken: list[tuple[int, int, int, int]] = []
    for at, first, end in sorted(runs, key=lambda run: run[1] - run[2]):
        if any(low <= at <= high and first < bottom and top < end for low, high, top, bottom in taken):
            continue
        low = high = at
        while low > 0 and not any(ink[low - 1] for ink in inked[first:end]):
            low -= 1
        while high < bins - 1 and not any(ink[high + 1] for ink in inked[first:end]):
            high += 1
        taken.append((low, high, first, end))
        if (high - low + 1) * _STEP >= narrowest:
            for strips in found[first:end]:
                strips.append((left + low * _STEP, left + (high + 1) * _STEP))
    return [tuple(sorted(strips)) for strips in found]


def _bin(x: float, left: float) -> int:
    return int((x - left) / _STEP)


def _inked(row: Sequence[Word], left: float, bins: int) -> bytearray:
    """For each upright line whether a word of the row stands on it."""
    ink = bytearray(bins)
    for word, _ in row:
        for at in range(max(_bin(word[0].left, left), 0), min(_bin(word[-1].right, left) + 1, bins)):
            ink[at] = 1
    return ink


def _runs(
    at: int, inked: Sequence[bytearray], sides: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, int]]:
    """The runs of rows (the upright line, first row, end) that leave a line free and have words beside it."""
    first = before = after = 0
    for row, (ink, (left, right)) in enumerate(zip((*inked, None), (*sides, (0, 0)), strict=True)):
        if ink is not None and not ink[at]:
            before += left < at
            after += right > at
            continue
        if before >= _FEWEST_ROWS and after >= _FEWEST_ROWS:
            yield at, first, row
        first, before, after = row + 1, 0, 0
