"""Two documents in, pairs of what says the same out."""

from termcheck.alignment.features import Evidence, Side, gather
from termcheck.alignment.guide import common_points
from termcheck.alignment.lattice import (
    Band,
    Step,
    band_around,
    best_way,
    full_band,
    posteriors,
    touches_edge,
)
from termcheck.alignment.scoring import BEADS, bead_scores
from termcheck.alignment.weights import Weights, standard_weights
from termcheck.model import ENGLISH, RUSSIAN, Pair, Passage, Segment, Span

COMPLETE_UP_TO = 300  # segments of the longer side: below, all cells are cheaper than finding the right ones
FIRST_WIDTH = 41
MOST_CELLS = 3_000_000  # about a gigabyte in all
SURE = 0.9


def align(english: Side, russian: Side) -> tuple[Pair, ...]:
    """Pair the segments of two documents, in reading order; every segment is in exactly one pair.

    A pair holds whole segments; one side is empty where there is no counterpart. `score` is the probability
    that the pair is right as it stands, neither too short nor too long.
    """
    steps = align_evidence(gather(english, ENGLISH), gather(russian, RUSSIAN), standard_weights())
    return tuple(
        Pair(
            source=_passages(english.segments[step.row : step.row + step.bead[0]]),
            target=_passages(russian.segments[step.column : step.column + step.bead[1]]),
            score=step.probability,
        )
        for step in steps
    )


def align_evidence(english: Evidence, russian: Evidence, weights: Weights) -> list[Step]:
    """The best way through two documents, given what their segments show."""
    if not len(english) or not len(russian):
        return [Step(i, 0, (1, 0), 1.0) for i in range(len(english))] + [
            Step(0, j, (0, 1), 1.0) for j in range(len(russian))
        ]
    if max(len(english), len(russian)) <= COMPLETE_UP_TO:
        return _way(english, russian, full_band(len(english), len(russian)), weights)
    points = common_points(english, russian)
    widest = max(FIRST_WIDTH, MOST_CELLS // (len(english) + len(russian)))
    width = FIRST_WIDTH
    while True:
        band = band_around(len(english), len(russian), points, width)
        steps = _way(english, russian, band, weights)
        if width == widest or not touches_edge(band, steps):
            return steps
        # Look around the way that was found, and further.
        points = [(step.row, step.column) for step in steps if all(step.bead) and step.probability > SURE]
        width = min(2 * width, widest)


def _way(english: Evidence, russian: Evidence, band: Band, weights: Weights) -> list[Step]:
    probabilities, _ = posteriors(band, BEADS, bead_scores(english, russian, band, weights))
    gains = probabilities.copy()
    for kind, (a, b) in enumerate(BEADS):
        gains[kind] *= a + b
    return best_way(band, BEADS, probabilities, gains)


def _passages(segments: tuple[Segment, ...]) -> tuple[Passage, ...]:
    return tuple(Passage(segment, Span(0, len(segment.text))) for segment in segments)
