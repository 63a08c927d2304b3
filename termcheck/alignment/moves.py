"""What the two documents have in another order: lists sorted anew, annexes exchanged.

The way through both documents only goes forward. What it leaves aside, or joins in doubt, is looked at once
more without regard to order.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from termcheck.alignment.features import Floats
from termcheck.alignment.lattice import SURE, Step, full_band
from termcheck.alignment.scoring import Comparison

MOST_CELLS = 4_000_000  # more left on both sides: two documents that have little in common
ROUNDS = 5
FIRST_SHARE = 0.2
FARTHER = 2  # steps from where the order has a segment to where a moved pair would
NEAR = 3  # segments from one pair of a moved block to the next


def find_moves(steps: list[Step], comparison: Comparison) -> list[Step]:
    """The steps with those put right whose segments answer each other out of order.

    They stand in the order of the English; steps without English after the Russian before them.
    """
    ours, theirs = _left_aside(steps, comparison.weights.beads["1:1"])
    if not ours or not theirs or len(ours) * len(theirs) > MOST_CELLS:
        return steps
    likeness = comparison.likeness(ours, theirs)
    probability = _assigned(likeness)
    places = _places(steps)
    moved = [
        Step(ours[i], theirs[j], (1, 1), float(probability[i, j]), float(likeness[i, j]))
        for i, j in zip(*np.nonzero(probability >= SURE), strict=True)
        if _moves(ours[i], theirs[j], steps, places)
    ]
    if not moved:
        return steps
    anew = _blocks_anew(moved, set(ours), set(theirs), comparison)
    return in_order(without(steps, anew), anew)


def _blocks_anew(moved: list[Step], ours: set[int], theirs: set[int], comparison: Comparison) -> list[Step]:
    """The moved pairs, and what was merged or split among them.

    Pairs that follow each other in both documents moved as one block: within it, and for a few segments
    around, order counts again. `ours` and `theirs` are the segments that may be used.
    """
    ours.difference_update(step.row for step in moved)
    theirs.difference_update(step.column for step in moved)
    anew = list[Step]()
    for block in _blocks(moved):
        rows = _stretch([step.row for step in block], ours)
        columns = _stretch([step.column for step in block], theirs)
        way = comparison.part(rows, columns).way(full_band(len(rows), len(columns)))
        found = [
            replace(step, row=rows[step.row], column=columns[step.column])
            for step in way
            if all(step.bead) and step.probability >= SURE and _touching(step, rows, columns)
        ]
        anew += found or block
        ours.difference_update(*(range(step.row, step.row + step.bead[0]) for step in found))
        theirs.difference_update(*(range(step.column, step.column + step.bead[1]) for step in found))
    return anew


def _blocks(moved: list[Step]) -> Iterator[list[Step]]:
    block = list[Step]()
    for step in sorted(moved, key=lambda step: step.row):
        if block and not (step.row - block[-1].row <= NEAR and 0 < step.column - block[-1].column <= NEAR):
            yield block
            block = []
        block.append(step)
    yield block


def _touching(step: Step, rows: list[int], columns: list[int]) -> bool:
    """Whether what a bead joins stands together in the documents too."""
    (a, b), row, column = step.bead, step.row, step.column
    return rows[row + a - 1] - rows[row] == a - 1 and columns[column + b - 1] - columns[column] == b - 1


def _stretch(taken: list[int], free: set[int]) -> list[int]:
    """The taken segments with the free ones between and around them that touch."""
    wanted = set(taken)
    for number in range(min(taken), max(taken)):
        if number in free:
            wanted.add(number)
    for start, step in ((min(taken), -1), (max(taken), 1)):
        number = start + step
        while number in free and abs(number - start) < NEAR:
            wanted.add(number)
            number += step
    return sorted(wanted)


_Places = tuple[dict[int, tuple[int, int]], dict[int, tuple[int, int]]]


def _places(steps: Iterable[Step]) -> _Places:
    """By segment of each side, the number of its step and its own number in that."""
    ours, theirs = dict[int, tuple[int, int]](), dict[int, tuple[int, int]]()
    for number, step in enumerate(steps):
        a, b = step.bead
        ours.update({step.row + offset: (number, offset) for offset in range(a)})
        theirs.update({step.column + offset: (number, offset) for offset in range(b)})
    return ours, theirs


def _moves(row: int, column: int, steps: list[Step], places: _Places) -> bool:
    """Whether a pair is out of order, and not a part of a merge in doubt that the way has weighed already."""
    (ours, first), (theirs, second) = places[0][row], places[1][column]
    # Two neighbours that changed places look like one bead of two and two.
    crossed = ours == theirs and first != second and steps[ours].bead == (2, 2)
    return crossed or abs(ours - theirs) >= FARTHER


def _left_aside(steps: Iterable[Step], usual: float) -> tuple[list[int], list[int]]:
    """The segments without counterpart, those of doubtful pairs and of two and two.

    Doubtful is also a pair against which its own words speak, however well its place fits: "Viet Nam" and
    «Эфиопия», each the last row of a table sorted by language. `usual` is the log-odds of one to one.
    """
    ours, theirs = list[int](), list[int]()
    for step in steps:
        a, b = step.bead
        contradicted = step.bead == (1, 1) and step.score < usual
        if not a or not b or step.probability < SURE or step.bead == (2, 2) or contradicted:
            ours.extend(range(step.row, step.row + a))
            theirs.extend(range(step.column, step.column + b))
    return ours, theirs


def _assigned(likeness: Floats) -> Floats:
    """The probability of each pair, where each segment answers one of the other side, or none.

    The share of those that answer one is not known beforehand: it is estimated from the text itself.
    """
    n, m = likeness.shape
    share = FIRST_SHARE
    for _ in range(ROUNDS):
        by_row = _posterior(likeness, share / m, 1 - share, axis=1)
        by_column = _posterior(likeness, share / n, 1 - share, axis=0)
        probability = np.minimum(by_row, by_column)
        share = float(np.clip(2 * probability.sum() / (n + m), 0.01, 0.95))
    return np.asarray(probability)


def _posterior(likeness: Floats, chance: float, none: float, *, axis: int) -> Floats:
    scores = likeness + np.log(chance)
    highest = np.maximum(scores.max(axis=axis, keepdims=True), np.log(none))
    weights = np.exp(scores - highest)
    return np.asarray(weights / (weights.sum(axis=axis, keepdims=True) + np.exp(np.log(none) - highest)))


def without(steps: Iterable[Step], moved: Iterable[Step]) -> list[Step]:
    """The steps less those of moved segments; what they leave alone is without counterpart."""
    rows = {row for step in moved for row in range(step.row, step.row + step.bead[0])}
    columns = {column for step in moved for column in range(step.column, step.column + step.bead[1])}
    kept = list[Step]()
    for step in steps:
        ours = range(step.row, step.row + step.bead[0])
        theirs = range(step.column, step.column + step.bead[1])
        if rows.isdisjoint(ours) and columns.isdisjoint(theirs):
            kept.append(step)
            continue
        left = 1.0 - step.probability
        kept.extend(Step(i, step.column, (1, 0), left) for i in ours if i not in rows)
        kept.extend(Step(step.row, j, (0, 1), left) for j in theirs if j not in columns)
    return kept


def in_order(kept: list[Step], moved: list[Step]) -> list[Step]:
    """All steps in the order of the English; those without English after the Russian before them."""
    with_english = sorted((step for step in (*kept, *moved) if step.bead[0]), key=lambda step: step.row)
    at_column = {
        step.column + offset: number
        for number, step in enumerate(with_english)
        for offset in range(step.bead[1])
    }
    after: dict[int, list[Step]] = {}
    before = -1
    alone = {step.column: step for step in kept if not step.bead[0]}
    for column in sorted(at_column.keys() | alone.keys()):
        if column in alone:
            after.setdefault(before, []).append(alone[column])
        else:
            before = at_column[column]
    ordered = after.get(-1, [])
    for number, step in enumerate(with_english):
        ordered += [step, *after.get(number, [])]
    return ordered
