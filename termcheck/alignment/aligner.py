"""Two documents in, pairs of what says the same out."""

from collections.abc import Iterable

from termcheck.alignment.features import Evidence, Side, gather, text_keys
from termcheck.alignment.guide import common_points
from termcheck.alignment.lattice import SURE, Step, band_around, full_band, touches_edge
from termcheck.alignment.learning import Learnt, learn
from termcheck.alignment.moves import find_moves
from termcheck.alignment.rows import keep_rows
from termcheck.alignment.scoring import Comparison
from termcheck.alignment.strangers import without_strangers
from termcheck.alignment.weights import Weights, standard_weights
from termcheck.model import ENGLISH, RUSSIAN, Pair, Passage, Segment, Span

COMPLETE_UP_TO = 300  # segments of the longer side: below, all cells are cheaper than finding the right ones
FIRST_WIDTH = 31
MOST_CELLS = 3_000_000  # about a gigabyte in all
LEARNING_ROUNDS = 2
LEARNING_UP_TO = 5000  # segments of both sides: a longer document has taught the first pass enough


def align(english: Side, russian: Side, memory: Learnt | None = None) -> tuple[Pair, ...]:
    """Pair the segments of two documents; every segment is in exactly one pair.

    The pairs stand in the order of the English. A pair holds whole segments; one side is empty where there
    is no counterpart. `score` is the probability that the pair is right as it stands, neither too short nor
    too long. `memory` holds words learnt from other texts.
    """
    ours, theirs = gather(english, ENGLISH), gather(russian, RUSSIAN)
    if memory:
        ours, theirs = memory.within(ours, theirs)
    return tuple(
        Pair(
            source=_passages(english.segments[step.row : step.row + step.bead[0]]),
            target=_passages(russian.segments[step.column : step.column + step.bead[1]]),
            score=step.probability,
        )
        for step in keep_rows(
            align_evidence(ours, theirs, standard_weights()), english.segments, russian.segments
        )
    )


def learn_from_texts(texts: Iterable[tuple[str, str]]) -> Learnt:
    """Learn words from texts, English and Russian, that answer each other."""
    return learn((text_keys(english, ENGLISH), text_keys(russian, RUSSIAN)) for english, russian in texts)


def align_evidence(english: Evidence, russian: Evidence, weights: Weights) -> list[Step]:
    """The best pairing of two documents, given what their segments show."""
    if not len(english) or not len(russian):
        return [Step(i, 0, (1, 0), 1.0) for i in range(len(english))] + [
            Step(0, j, (0, 1), 1.0) for j in range(len(russian))
        ]
    comparison = Comparison.of(english, russian, weights)
    steps = without_strangers(_way(comparison), weights.beads)
    known: Learnt | None = None
    for _ in range(LEARNING_ROUNDS if len(english) + len(russian) <= LEARNING_UP_TO else 0):
        words = learn((english.keys[step.row], russian.keys[step.column]) for step in _sure(steps))
        if not words or words == known or not any(map(_doubtful, steps)):
            break
        comparison, known = Comparison.of(*words.within(english, russian), weights), words
        steps = without_strangers(_way(comparison), weights.beads)
    return find_moves(steps, comparison)


def _sure(steps: list[Step]) -> list[Step]:
    return [step for step in steps if step.bead == (1, 1) and step.probability >= SURE]


def _doubtful(step: Step) -> bool:
    return step.probability < SURE or not all(step.bead)


def _way(comparison: Comparison) -> list[Step]:
    """The best way through two documents, in reading order."""
    english, russian = comparison.english, comparison.russian
    if max(len(english), len(russian)) <= COMPLETE_UP_TO:
        return comparison.way(full_band(len(english), len(russian)))
    points = common_points(english, russian)
    widest = max(FIRST_WIDTH, MOST_CELLS // (len(english) + len(russian)))
    width = FIRST_WIDTH
    while True:
        band = band_around(len(english), len(russian), points, width)
        steps = comparison.way(band)
        if width == widest or not touches_edge(band, steps):
            return steps
        # Look around the way that was found, and further.
        points = [(step.row, step.column) for step in steps if all(step.bead) and step.probability > SURE]
        width = min(2 * width, widest)


def _passages(segments: tuple[Segment, ...]) -> tuple[Passage, ...]:
    return tuple(Passage(segment, Span(0, len(segment.text))) for segment in segments)
