"""What speaks for each bead: log-likelihood ratios of "translations" against "strangers"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from termcheck.alignment.features import MOST, NO_MARK, Evidence, Floats, Ints
from termcheck.alignment.lattice import NEVER, Band, Bead, Step, best_way, empty_scores, posteriors
from termcheck.alignment.shared import SharedKeys, compare
from termcheck.alignment.weights import Weights

BEADS: tuple[Bead, ...] = ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1), (2, 2), (1, 3), (3, 1))
BLOCK = 32  # rows computed at once: small enough for the cache, large enough for few calls
# Lengths follow Student's distribution with four degrees of freedom: a translator now and then adds much.
STUDENT_LEVEL = float(np.log(3 / 8))
COUNTED = ("sentences", "colons", "brackets", "quotes")

Numbers = TypeVar("Numbers", Ints, Floats)


@dataclass(frozen=True, slots=True)
class _Runs:
    """`size` consecutive segments of one side as if they were one, by the first (arrays of shape (n,)).

    `fitness` is what speaks against their being one, NEVER past the end of the document.
    """

    size: int
    length: Floats
    counts: Mapping[str, Ints]
    opening: Ints
    ending: Ints
    fitness: Floats


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents made ready to be compared, any segment with any other."""

    english: Evidence
    russian: Evidence
    weights: Weights
    whole: SharedKeys
    heads: SharedKeys
    tails: SharedKeys

    @classmethod
    def of(cls, english: Evidence, russian: Evidence, weights: Weights) -> "Comparison":
        """Weigh what two documents have in common."""
        return cls(
            english,
            russian,
            weights,
            whole=compare(english.keys, russian.keys, weights, weights.scales, alone=weights.alone),
            heads=compare(english.heads, russian.heads, weights, _edge_scales(weights, "head")),
            tails=compare(english.tails, russian.tails, weights, _edge_scales(weights, "tail")),
        )

    def bead_scores(self, band: Band) -> Floats:
        """The score of each bead at each cell where it may begin, shape (kinds, diagonals, width).

        A score is a log-likelihood ratio plus the log-odds of the bead's shape; one-sided beads have the
        latter alone.
        """
        scores = empty_scores(band, BEADS)
        _one_sided(scores, band, self.weights)
        two_sided = tuple(bead for bead in BEADS if all(bead))
        for bead, block, rows, columns in self._scored(two_sided, _blocks(band)):
            block += self.weights.beads[f"{bead[0]}:{bead[1]}"]
            _place(scores[BEADS.index(bead)], block, rows, columns, band)
        return scores

    def way(self, band: Band, allowed: NDArray[np.bool_] | None = None) -> list[Step]:
        """The way that puts most segments into their right beads, as far as can be told, in reading order.

        `allowed` says, in the shape of the scores, which beads may be taken at which cells.
        """
        scores = self.bead_scores(band)
        if allowed is not None:
            scores[~allowed] = NEVER
        probabilities, _ = posteriors(band, BEADS, scores)
        gains = probabilities * np.array([a + b for a, b in BEADS])[:, None, None]
        return [
            replace(step, score=float(scores[BEADS.index(step.bead), t, step.row - band.low[t]]))
            for step in best_way(band, BEADS, probabilities, gains)
            for t in (step.row + step.column,)
        ]

    def part(self, english: Sequence[int], russian: Sequence[int]) -> "Comparison":
        """Some segments of each document, what they have in common as rare as in the whole."""
        return Comparison(
            self.english.take(english),
            self.russian.take(russian),
            self.weights,
            *(keys.part(english, russian) for keys in (self.whole, self.heads, self.tails)),
        )

    def likeness(self, english: Sequence[int], russian: Sequence[int]) -> Floats:
        """The log-likelihood ratio of each pair of one English and one Russian segment, shape (n, m)."""
        part = self.part(english, russian)
        table = np.zeros((len(english), len(russian)))
        columns = slice(0, len(russian))
        blocks = [
            (slice(first, min(first + BLOCK, len(english))), columns)
            for first in range(0, len(english), BLOCK)
        ]
        for _, block, rows, _ in part._scored(((1, 1),), blocks):
            table[rows] = block
        return table

    def _scored(
        self, beads: Sequence[Bead], blocks: Iterable[tuple[slice, slice]]
    ) -> Iterator[tuple[Bead, Floats, slice, slice]]:
        english, russian, weights = self.english, self.russian, self.weights
        longest = max(chain.from_iterable(beads))
        english_runs = {size: _runs(english, size, weights) for size in range(1, longest + 1)}
        russian_runs = {size: _runs(russian, size, weights) for size in range(1, longest + 1)}
        lengths = np.log(russian.length)
        typical = lengths.mean(), max(float(lengths.std()), 0.5)
        for rows, columns in blocks:
            tables = self.whole.runs(rows, columns, longest)
            at_first = _labels_and_kinds(english, russian, rows, columns, weights)
            at_first += self.heads.singles(rows, columns)
            at_last = self.tails.singles(_widened(rows, longest), _widened(columns, longest))
            for a, b in beads:
                block = _shape(english_runs[a], russian_runs[b], rows, columns, typical, weights)
                block += tables.odds(a, b) + at_first
                block += at_last[a - 1 : a - 1 + len(block), b - 1 : b - 1 + block.shape[1]]
                yield (a, b), block, rows, columns


def _edge_scales(weights: Weights, edge: str) -> dict[str, float]:
    return {name: scale * weights.scales[edge] for name, scale in weights.scales.items()}


def _widened(part: slice, longest: int) -> slice:
    """Where the last segments of the beads stand whose first ones stand here."""
    return slice(part.start, part.stop + longest - 1)


def _one_sided(scores: Floats, band: Band, weights: Weights) -> None:
    steps = np.arange(band.diagonals)[:, None]
    i = band.low[:, None] + np.arange(band.width)
    j = steps - i
    inside = (i >= 0) & (j >= 0) & (i <= band.rows) & (j <= band.columns)
    scores[BEADS.index((1, 0))][inside & (i < band.rows)] = weights.beads["1:0"]
    scores[BEADS.index((0, 1))][inside & (j < band.columns)] = weights.beads["0:1"]


def _blocks(band: Band) -> list[tuple[slice, slice]]:
    """Rows and columns that cover the band."""
    blocks = []
    size = BLOCK if not band.complete else max(BLOCK, min(band.rows, 4 * BLOCK))
    steps = np.arange(band.diagonals)
    for first in range(0, band.rows, size):
        last = min(first + size, band.rows)
        crossed = steps[(band.low < last) & (band.low + band.width > first)]
        # On diagonal t the block's rows see the columns from t - (last - 1) to t - first.
        low = max(0, int(crossed[0]) - last + 1)
        high = min(band.columns, int(crossed[-1]) - first + 1)
        if low < high:
            blocks.append((slice(first, last), slice(low, high)))
    return blocks


def _place(scores: Floats, block: Floats, rows: slice, columns: slice, band: Band) -> None:
    i = np.arange(rows.start, rows.stop)[:, None]
    t = i + np.arange(columns.start, columns.stop)
    within = i - band.low[t]
    if band.complete:
        scores[t, within] = block
        return
    inside = (within >= 0) & (within < band.width)
    scores[t[inside], within[inside]] = block[inside]


def _runs(side: Evidence, size: int, weights: Weights) -> _Runs:
    count = len(side)
    fitness = np.zeros(count)
    if size > 1:
        fitness[max(count - size + 1, 0) :] = NEVER
    last = np.minimum(np.arange(count) + size - 1, max(count - 1, 0))
    for offset in range(1, min(size, count)):
        inner = slice(offset, None)
        differs = side.kind[inner] != side.kind[:-offset]
        lettered = (side.marks[inner, 0] != NO_MARK) & ~side.numbered[inner]
        fitness[:-offset] += weights.kinds["merge_across"] * differs
        fitness[:-offset] += weights.marks["merge_lettered"] * lettered
        fitness[:-offset] += weights.marks["merge_numbered"] * side.numbered[inner]
    return _Runs(
        size=size,
        length=_summed(side.length, size),
        counts={name: np.minimum(_summed(side.counts[name], size), MOST) for name in COUNTED},
        opening=side.opening,
        ending=side.ending[last],
        fitness=fitness,
    )


def _summed(values: Numbers, size: int) -> Numbers:
    total = values.copy()
    for offset in range(1, min(size, len(values))):
        total[:-offset] += values[offset:]
    return total


def _shape(
    english: _Runs,
    russian: _Runs,
    rows: slice,
    columns: slice,
    typical: tuple[float, float],
    weights: Weights,
) -> Floats:
    """Length, counted things, first and last characters."""
    scales = weights.scales
    model = weights.length
    mean, deviation = typical
    long = np.log(russian.length[columns])
    expected = np.log(english.length[rows]) + model.mean
    variance = model.variance + model.variance_by_length / english.length[rows]
    stranger = -0.5 * ((long - mean) / deviation) ** 2 - np.log(deviation) - 0.5 * np.log(2 * np.pi)
    surprise = (long[None, :] - expected[:, None]) ** 2 / variance[:, None]
    translation = STUDENT_LEVEL - 2.5 * np.log1p(surprise / 4) - 0.5 * np.log(variance)[:, None]
    block = scales["length"] * (translation - stranger[None, :])
    block += english.fitness[rows, None] + russian.fitness[None, columns]
    for name in COUNTED:
        table = scales[name] * weights.tables[name]
        block += table[english.counts[name][rows, None], russian.counts[name][None, columns]]
    for name, first, other in (
        ("opening", english.opening, russian.opening),
        ("ending", english.ending, russian.ending),
    ):
        table = scales[name] * weights.tables[name]
        block += table[first[rows, None], other[None, columns]]
    return np.asarray(block)


def _labels_and_kinds(
    english: Evidence, russian: Evidence, rows: slice, columns: slice, weights: Weights
) -> Floats:
    marks, kinds = weights.marks, weights.kinds
    ours, theirs = english.marks[rows], russian.marks[columns]
    has_ours, has_theirs = ours[:, 0] != NO_MARK, theirs[:, 0] != NO_MARK
    block = np.where(
        english.kind[rows, None] == russian.kind[None, columns], kinds["same"], kinds["different"]
    ) + np.where(english.level[rows, None] == russian.level[None, columns], 0.0, kinds["other_level"])
    if not has_ours.any() and not has_theirs.any():
        return block
    equal = (ours[:, None, :, None] == theirs[None, :, None, :]) & (ours[:, None, :, None] != NO_MARK)
    both = has_ours[:, None] & has_theirs[None, :]
    figures = english.numbered[rows, None] & russian.numbered[None, columns]
    by_figure = np.where(equal.any(axis=(2, 3)), marks["figure_equal"], marks["figure_unequal"])
    by_letter = np.where(equal.any(axis=(2, 3)), marks["letter_equal"], marks["letter_unequal"])
    labelled = np.where(figures, by_figure, by_letter)
    one_sided = (has_ours[:, None] != has_theirs[None, :]) * marks["one_sided"]
    return np.asarray(block + np.where(both, labelled, one_sided))
