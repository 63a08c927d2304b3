"""The dynamic programme against the plain enumeration of all ways."""

import math
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termcheck.alignment.lattice import (
    Band,
    Bead,
    band_around,
    best_way,
    empty_scores,
    full_band,
    posteriors,
    touches_edge,
)

BEADS: tuple[Bead, ...] = ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1))


def ways(rows: int, columns: int, i: int = 0, j: int = 0) -> Iterator[tuple[tuple[int, int, int], ...]]:
    """All ways from (i, j) to the end, as (row, column, kind)."""
    if (i, j) == (rows, columns):
        yield ()
        return
    for kind, (a, b) in enumerate(BEADS):
        if i + a <= rows and j + b <= columns:
            for rest in ways(rows, columns, i + a, j + b):
                yield (i, j, kind), *rest


def random_scores(band: Band, seed: int) -> np.ndarray:  # type: ignore[type-arg]
    scores = empty_scores(band, BEADS)
    chance = np.random.default_rng(seed)
    for i in range(band.rows + 1):
        for j in range(band.columns + 1):
            within = i - band.low[i + j]
            for kind, (a, b) in enumerate(BEADS):
                if i + a <= band.rows and j + b <= band.columns and 0 <= within < band.width:
                    scores[kind, i + j, within] = chance.normal()
    return scores


@given(st.integers(0, 4), st.integers(0, 4), st.integers(0, 1000))
@settings(max_examples=40)
def test_posteriors_are_those_of_all_ways(rows: int, columns: int, seed: int) -> None:
    band = full_band(rows, columns)
    scores = random_scores(band, seed)
    totals = dict[tuple[int, int, int], float]()
    whole = 0.0
    for way in ways(rows, columns):
        weight = math.exp(sum(scores[kind, i + j, i - band.low[i + j]] for i, j, kind in way))
        whole += weight
        for step in way:
            totals[step] = totals.get(step, 0.0) + weight
    probabilities, total = posteriors(band, BEADS, scores)
    assert total == pytest.approx(math.log(whole))
    for (i, j, kind), weight in totals.items():
        assert probabilities[kind, i + j, i - band.low[i + j]] == pytest.approx(weight / whole)


@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 1000))
@settings(max_examples=40)
def test_the_best_way_is_the_best_of_all(rows: int, columns: int, seed: int) -> None:
    band = full_band(rows, columns)
    gains = random_scores(band, seed)

    def gain(way: tuple[tuple[int, int, int], ...]) -> float:
        return float(sum(gains[kind, i + j, i - band.low[i + j]] for i, j, kind in way))

    found = best_way(band, BEADS, np.ones_like(gains), gains)
    way = tuple((step.row, step.column, BEADS.index(step.bead)) for step in found)
    assert gain(way) == pytest.approx(max(map(gain, ways(rows, columns))))


@given(st.integers(1, 30), st.integers(1, 30), st.integers(2, 12))
@settings(max_examples=60)
def test_a_band_leads_from_the_first_cell_to_the_last(rows: int, columns: int, width: int) -> None:
    band = band_around(rows, columns, [], width)
    steps = np.diff(band.low)
    assert set(steps.tolist()) <= {0, 1}
    assert band.low[0] == 0
    assert band.low[-1] <= rows < band.low[-1] + band.width
    scores = random_scores(band, 0)
    probabilities, _ = posteriors(band, BEADS, scores)
    found = best_way(band, BEADS, probabilities, probabilities)
    assert sum(step.bead[0] for step in found) == rows
    assert sum(step.bead[1] for step in found) == columns


def test_a_way_along_the_edge_is_noticed() -> None:
    band = band_around(40, 40, [], 9)
    gains = np.zeros((len(BEADS), band.diagonals, band.width))
    middle = best_way(band, BEADS, np.ones_like(gains), gains + np.array([2, 0, 0, 0, 0])[:, None, None])
    assert not touches_edge(band, middle)
    # All the rows of the first half without counterpart: the way leaves the middle at once.
    gains[3, :40] = 5.0
    assert touches_edge(band, best_way(band, BEADS, np.ones_like(gains), gains))
