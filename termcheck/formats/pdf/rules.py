"""The lines drawn on a page: level ones and upright ones, edges of boxes among them.

Points, from the upper left corner of the page as it is read.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_MOST_OBJECTS = 5_000  # of a page that are looked at: a map has a hundred thousand strokes
_MOST_CORNERS = 200  # of one stroke
_THICKEST = 4.0
_SHORTEST = 4.0


@dataclass(frozen=True, slots=True)
class View:
    """How a page of these edges is seen: `turn` is the direction of its text in quarters of a circle."""

    turn: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From the left edge to the right one, as it is seen."""
        return self.right - self.left if self.turn in (0, 2) else self.top - self.bottom

    @property
    def height(self) -> float:
        """From the upper edge to the lower one, as it is seen."""
        return self.top - self.bottom if self.turn in (0, 2) else self.right - self.left

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """The left, right, upper and lower edge of a box that the file gives by two corners."""
        if self.turn == 0:
            return x0 - self.left, x1 - self.left, self.top - y1, self.top - y0
        if self.turn == 1:
            return y0 - self.bottom, y1 - self.bottom, x0 - self.left, x1 - self.left
        if self.turn == 2:
            return self.right - x1, self.right - x0, y0 - self.bottom, y1 - self.bottom
        return self.top - y1, self.top - y0, self.right - x1, self.right - x0


@dataclass(frozen=True, slots=True)
class Rule:
    """A line from one edge to the other: a level one at a height, an upright one so far from the left."""

    start: float
    end: float
    at: float


def read_rules(page: Any, view: View) -> tuple[list[Rule], list[Rule]]:
    """The level rules of a page of PDFium from top to bottom, and the upright ones from left to right."""
    level, upright = list[Rule](), list[Rule]()
    for left, right, top, bottom in _strokes(page, view):
        if bottom - top < _THICKEST and right - left > _SHORTEST:
            level.append(Rule(left, right, (top + bottom) / 2))
        elif right - left < _THICKEST and bottom - top > _SHORTEST:
            upright.append(Rule(top, bottom, (left + right) / 2))
    return sorted(level, key=lambda rule: rule.at), sorted(upright, key=lambda rule: rule.at)


def _strokes(page: Any, view: View) -> Iterator[tuple[float, float, float, float]]:
    """The boxes of the lines on a page: of thin shapes, and of each side of a larger one."""
    from pypdfium2 import raw

    edges = [ctypes.c_float() for _ in range(4)]
    for at in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        item = raw.FPDFPage_GetObject(page, at)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if not raw.FPDFPageObj_GetBounds(item, *edges):
            continue
        x0, y0, x1, y1 = (edge.value for edge in edges)
        if min(x1 - x0, y1 - y0) < _THICKEST:
            yield view.box(x0, y0, x1, y1)
            continue
        for (ax, ay), (bx, by) in _sides(item):
            yield view.box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _sides(item: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight sides of a shape that is drawn with a pen and not only filled."""
    from pypdfium2 import raw

    fill, stroke, matrix = ctypes.c_int(), ctypes.c_int(), raw.FS_MATRIX()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    corners = raw.FPDFPath_CountSegments(item)
    if not stroke.value or corners > _MOST_CORNERS:
        return
    raw.FPDFPageObj_GetMatrix(item, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for at in range(corners):
        segment = raw.FPDFPath_GetPathSegment(item, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield point, first
            last = first
