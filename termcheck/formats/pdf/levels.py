"""Letters gathered by the height that they stand on, raised and lowered ones with those they stand beside."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from termcheck.formats.pdf.glyphs import Glyph

_STEP = 10.0  # points: letters are looked up by their place on a level
_ABOVE, _BELOW = 12.0, 8.0  # points within which an exponent or an index stands by its letters
_SMALLER = 0.85  # of the size of the letters that it stands beside


@dataclass(slots=True)
class _Level:
    """The letters on a height; `edges` are those that others can stand beside, by their places."""

    glyphs: list[Glyph] = field(default_factory=list)
    edges: dict[int, list[Glyph]] = field(default_factory=dict)
    largest: float = 0.0

    def add(self, glyphs: Iterable[Glyph]) -> None:
        for glyph in glyphs:
            self.glyphs.append(glyph)
            if glyph.raised or glyph.text.isspace():
                continue
            self.largest = max(self.largest, glyph.size)
            for place in {int(glyph.left // _STEP), int(glyph.right // _STEP)}:
                self.edges.setdefault(place, []).append(glyph)

    def near(self, left: float, right: float) -> Iterator[Glyph]:
        """The letters with an edge near one of two places."""
        reach = 0.4 * self.largest
        for edge in (left, right):
            for place in range(int((edge - reach) // _STEP), int((edge + reach) // _STEP) + 1):
                yield from self.edges.get(place, ())


def levels(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The letters by the heights that they stand on, from top to bottom."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        last = runs[-1][-1] if runs else None
        if last and abs(last.base - glyph.base) < 0.1 and abs(last.size - glyph.size) < 0.1:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    heights: list[float] = []
    found: dict[float, _Level] = {}
    for run in sorted(runs, key=lambda run: -run[0].size):
        first = run[0]
        beside = _beside(heights, found, run)
        if beside is not None:
            is_raised = first.base < beside - 0.1 * first.size
            found[beside].add(replace(glyph, raised=is_raised) for glyph in run)
            continue
        near = _near(heights, first.base, 0.2 * first.size)
        if near is not None:
            found[near].add(run)
        elif not all(glyph.text.isspace() for glyph in run):
            insort(heights, first.base)
            found[first.base] = _Level()
            found[first.base].add(run)
    return [found[height].glyphs for height in heights]


def _near(heights: Sequence[float], height: float, tolerance: float) -> float | None:
    at = bisect_left(heights, height)
    close = [other for other in heights[max(at - 1, 0) : at + 1] if abs(other - height) <= tolerance]
    return min(close, key=lambda other: abs(other - height)) if close else None


def _beside(heights: Sequence[float], found: dict[float, _Level], run: Sequence[Glyph]) -> float | None:
    """The height of the larger letters that a small run touches as an exponent or an index does."""
    first, last = run[0], run[-1]
    start, end = bisect_left(heights, first.base - _BELOW), bisect_left(heights, first.base + _ABOVE)
    for height in heights[start:end]:
        for glyph in found[height].near(first.left, last.right):
            if glyph.size * _SMALLER < first.size:
                continue
            within = height - 0.65 * glyph.size < first.base < height + 0.4 * glyph.size
            room = 0.4 * glyph.size
            touches = abs(glyph.right - first.left) < room or abs(last.right - glyph.left) < room
            if within and touches:
                return height
    return None


def distinct(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The letters from left to right; one that is printed twice, to look bold, counts once."""
    kept: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: (round(glyph.left, 1), glyph.index)):
        twice = any(
            glyph.text == other.text
            and abs(glyph.index - other.index) > 2  # "ﬃ" is three letters in one place
            and abs(glyph.left - other.left) < 0.12 * glyph.size
            and abs(glyph.left - other.left) < 0.5 * (glyph.right - glyph.left)
            for other in kept[-2:]
        )
        if not twice or glyph.text.isspace():
            kept.append(glyph)
    return kept
