"""The dynamic programme: all ways through two documents at once, and the best of them.

A cell (i, j) means that i English and j Russian segments are behind us. Cells are kept by diagonal:
t = i + j from 0 to n + m, and within it the `width` cells from i = low[t]. A bead (a, b) leads from a cell
to (i + a, j + b); its score stands at the cell where it begins. All cells of a diagonal are computed at once.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from termcheck.alignment.features import Floats, Ints

Bead = tuple[int, int]
NEVER = -1e30
SURE = 0.9  # the probability from which a bead is relied on


@dataclass(frozen=True, slots=True)
class Band:
    """Which cells are looked at. `low` has shape (n + m + 1,) and grows by 0 or 1 a step."""

    rows: int
    columns: int
    low: Ints
    width: int

    @property
    def diagonals(self) -> int:
        """Number of diagonals, that is n + m + 1."""
        return self.rows + self.columns + 1

    @property
    def complete(self) -> bool:
        """Whether every cell is in the band."""
        return self.width > min(self.rows, self.columns)


def full_band(rows: int, columns: int) -> Band:
    """A band of all cells."""
    width = min(rows, columns) + 1
    low = np.clip(np.arange(rows + columns + 1) - columns, 0, rows + 1 - width)
    return Band(rows, columns, low, width)


def band_around(rows: int, columns: int, points: list[tuple[int, int]], width: int) -> Band:
    """A band of `width` cells around the line through `points`, cells that grow in both numbers."""
    if width > min(rows, columns):
        return full_band(rows, columns)
    line = [(0, 0), *points, (rows, columns)]
    steps = np.arange(rows + columns + 1)
    centre = np.interp(steps, [i + j for i, j in line], [i for i, _ in line])
    low = np.floor(centre).astype(np.int64) - width // 2
    return Band(rows, columns, np.clip(low, 0, rows + 1 - width), width)


@dataclass(frozen=True, slots=True)
class Step:
    """A bead on the way: from cell (row, column), with its probability, and its score where that is asked."""

    row: int
    column: int
    bead: Bead
    probability: float
    score: float = 0.0


def empty_scores(band: Band, beads: tuple[Bead, ...]) -> Floats:
    """An array for the scores of beads, shape (kinds, diagonals, width), nothing possible yet."""
    return np.full((len(beads), band.diagonals, band.width), NEVER)


def posteriors(band: Band, beads: tuple[Bead, ...], scores: Floats) -> tuple[Floats, float]:
    """Probability of each bead among all ways, in the shape of `scores`, and the logarithm of the total."""
    reach = max(a + b for a, b in beads)
    padded = _padded(scores, reach)
    width = band.width
    forward = np.full((band.diagonals, width + 2 * reach), NEVER)
    backward = forward.copy()
    inside = slice(reach, reach + width)
    forward[0, reach - band.low[0]] = 0.0
    backward[-1, reach + band.rows - band.low[-1]] = 0.0
    arriving = np.empty((len(beads), width))
    low = band.low.tolist()
    for t in range(1, band.diagonals):
        arriving.fill(NEVER)
        for kind, (a, b) in enumerate(beads):
            source = t - a - b
            if source >= 0:
                start = reach + low[t] - a - low[source]
                cells = slice(start, start + width)
                np.add(forward[source, cells], padded[kind, source, cells], out=arriving[kind])
        forward[t, inside] = _log_sum(arriving)
    for t in range(band.diagonals - 2, -1, -1):
        arriving.fill(NEVER)
        for kind, (a, b) in enumerate(beads):
            target = t + a + b
            if target < band.diagonals:
                start = reach + low[t] + a - low[target]
                np.add(backward[target, start : start + width], scores[kind, t], out=arriving[kind])
        backward[t, inside] = _log_sum(arriving)
    total = float(forward[-1, reach + band.rows - low[-1]])
    probabilities = np.zeros_like(scores)
    for kind, (a, b) in enumerate(beads):
        ends = band.diagonals - a - b
        if ends <= 0:
            continue
        starts = reach + band.low[:ends] + a - band.low[a + b :]
        onward = backward[np.arange(a + b, band.diagonals)[:, None], starts[:, None] + np.arange(width)]
        through = forward[:ends, inside] + scores[kind, :ends] + onward - total
        probabilities[kind, :ends] = np.exp(np.minimum(through, 0.0))
    return probabilities, total


def best_way(band: Band, beads: tuple[Bead, ...], probabilities: Floats, gains: Floats) -> list[Step]:
    """The way with the greatest sum of gains, in reading order.

    `gains` has the shape of `probabilities`; beads of no probability are not taken while there is a way.
    """
    reach = max(a + b for a, b in beads)
    padded = _padded(np.where(probabilities > 0.0, gains, NEVER), reach)
    width = band.width
    value = np.full((band.diagonals, width + 2 * reach), NEVER)
    value[0, reach - band.low[0]] = 0.0
    chosen = np.zeros((band.diagonals, width), dtype=np.int8)
    arriving = np.empty((len(beads), width))
    low = band.low.tolist()
    for t in range(1, band.diagonals):
        arriving.fill(NEVER)
        for kind, (a, b) in enumerate(beads):
            source = t - a - b
            if source >= 0:
                start = reach + low[t] - a - low[source]
                cells = slice(start, start + width)
                np.add(value[source, cells], padded[kind, source, cells], out=arriving[kind])
        chosen[t] = arriving.argmax(axis=0)
        value[t, reach : reach + width] = arriving.max(axis=0)
    return _walked_back(band, beads, probabilities, chosen)


def _walked_back(
    band: Band, beads: tuple[Bead, ...], probabilities: Floats, chosen: NDArray[np.int8]
) -> list[Step]:
    steps = list[Step]()
    row, column = band.rows, band.columns
    while row or column:
        kind = int(chosen[row + column, row - band.low[row + column]])
        bead = beads[kind]
        row, column = row - bead[0], column - bead[1]
        probability = float(probabilities[kind, row + column, row - band.low[row + column]])
        steps.append(Step(row, column, bead, probability))
    return steps[::-1]


def touches_edge(band: Band, steps: list[Step]) -> bool:
    """Whether the way comes so near the band's edge that a better one may lie outside."""
    if band.complete:
        return False
    margin = 3
    for step in steps:
        t = step.row + step.column
        within = step.row - int(band.low[t])
        first, last = int(band.low[t]), int(band.low[t]) + band.width - 1
        if within < margin and first > max(0, t - band.columns):
            return True
        if within >= band.width - margin and last < min(band.rows, t):
            return True
    return False


def _padded(scores: Floats, reach: int) -> Floats:
    return np.pad(scores, ((0, 0), (0, 0), (reach, reach)), constant_values=NEVER)


def _log_sum(arriving: Floats) -> Floats:
    highest = arriving.max(axis=0)
    return np.asarray(highest + np.log(np.exp(arriving - highest).sum(axis=0)))
