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
_MOST_STEPS = 600  # of a page, be it a poster
_NARROWEST = 0.8  # of the size of the print
_INK = b"\x01"


def column_strips(rows: Sequence[Sequence[Word]]) -> list[tuple[Strip, ...]]:
    """For each row, from top to bottom, the strips that go through it and many rows around it."""
    if len(rows) < _FEWEST_ROWS:
        return [()] * len(rows)
    left = min(row[0][0][0].left for row in rows)
    width = max(row[-1][0][-1].right for row in rows) - left
    step = max(_STEP, width / _MOST_STEPS)
    sides = [
        (int((row[0][0][0].left - left) / step), int((row[-1][0][-1].right - left) / step)) for row in rows
    ]
    ink = _inked(rows, left, step, int(width / step) + 2)
    found: list[list[Strip]] = [[] for _ in rows]
    narrowest = _NARROWEST * sorted(row[0][0][0].size for row in rows)[len(rows) // 2]
    taken = [bytearray(len(rows)) for _ in ink]
    runs = [run for at in range(1, len(ink) - 1) for run in _runs(at, ink[at], sides)]
    for at, first, end in sorted(runs, key=lambda run: run[1] - run[2]):
        if _INK in taken[at][first:end]:
            continue
        low = high = at
        while low > 0 and _INK not in ink[low - 1][first:end]:
            low -= 1
        while high < len(ink) - 1 and _INK not in ink[high + 1][first:end]:
            high += 1
        for line in taken[low : high + 1]:
            line[first:end] = _INK * (end - first)
        if (high - low + 1) * step >= narrowest:
            for strips in found[first:end]:
                strips.append((left + low * step, left + (high + 1) * step))
    return [tuple(sorted(strips)) for strips in found]


def _inked(rows: Sequence[Sequence[Word]], left: float, step: float, count: int) -> list[bytearray]:
    """For each upright line, from left to right, the rows of which a word stands on it."""
    ink = [bytearray(len(rows)) for _ in range(count)]
    for number, row in enumerate(rows):
        for word, _ in row:
            start, end = int((word[0].left - left) / step), int((word[-1].right - left) / step) + 1
            for line in ink[max(start, 0) : end]:
                line[number] = 1
    return ink


def _runs(at: int, ink: bytearray, sides: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """The runs of rows (the upright line, first row, end) that leave a line free and have words beside it."""
    first = 0
    for free in ink.split(_INK):
        end = first + len(free)
        if len(free) >= _FEWEST_ROWS:
            before = sum(left < at for left, _ in sides[first:end])
            after = sum(right > at for _, right in sides[first:end])
            if min(before, after) >= _FEWEST_ROWS:
                yield at, first, end
        first = end + 1
