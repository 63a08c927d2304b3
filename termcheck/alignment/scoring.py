"""What speaks for each bead: log-likelihood ratios of "translations" against "strangers"."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from termcheck.alignment.features import MOST, NO_MARK, Evidence, Floats, Ints
from termcheck.alignment.lattice import NEVER, Band, Bead, empty_scores
from termcheck.alignment.weights import Weights
from termcheck.model import ENGLISH, RUSSIAN

BEADS: tuple[Bead, ...] = ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1), (2, 2), (1, 3), (3, 1))
LONGEST = max(chain.from_iterable(BEADS))
BLOCK = 64  # rows computed at once: small enough for the cache, large enough for few calls
COUNTED = ("sentences", "brackets", "quotes")

Singles = NDArray[np.float32]
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
class _Keys:
    """Keys of one side that the other has too, by number, and what those that it has not amount to."""

    numbers: tuple[NDArray[np.intp], ...]
    alone: Floats


def bead_scores(english: Evidence, russian: Evidence, band: Band, weights: Weights) -> Floats:
    """The score of each bead at each cell where it may begin, shape (kinds, diagonals, width).

    A score is a log-likelihood ratio plus the log-odds of the bead's shape; one-sided beads have the latter
    alone.
    """
    scores = empty_scores(band, BEADS)
    _one_sided(scores, band, weights)
    odds, english_keys, russian_keys = _compare_keys(english, russian, weights)
    english_runs = {size: _runs(english, size, weights) for size in range(1, LONGEST + 1)}
    russian_runs = {size: _runs(russian, size, weights) for size in range(1, LONGEST + 1)}
    typical = np.log(russian.length).mean(), max(float(np.log(russian.length).std()), 0.5)
    for rows, columns in _blocks(band):
        shared = _shared(english_keys, russian_keys, odds, rows, columns)
        same_kind = _labels_and_kinds(english, russian, rows, columns, weights)
        for kind, (a, b) in enumerate(BEADS):
            if not a or not b:
                continue
            block = _shape(english_runs[a], russian_runs[b], rows, columns, typical, weights)
            block += shared[a, b] + same_kind + weights.beads[f"{a}:{b}"]
            _place(scores[kind], block, rows, columns, band)
    return scores


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
    stranger = -0.5 * ((long - mean) / deviation) ** 2 - np.log(deviation)
    surprise = (long[None, :] - expected[:, None]) ** 2 / variance[:, None]
    block = scales["length"] * (-0.5 * (surprise + np.log(variance)[:, None]) - stranger[None, :])
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


def _compare_keys(english: Evidence, russian: Evidence, weights: Weights) -> tuple[Floats, _Keys, _Keys]:
    """Log-odds of each shared key (columns: on both sides, English only, Russian only), and who has it.

    A rare key on both sides says much; a key on one side only says less, as translators are free.
    """
    in_english = Counter(chain.from_iterable(english.keys))
    in_russian = Counter(chain.from_iterable(russian.keys))
    shared = sorted(in_english.keys() & in_russian.keys())
    numbers = {key: number for number, key in enumerate(shared)}
    classes = [key.partition(":")[0] for key in shared]
    rate = np.array([weights.rates.get(name, weights.rates["anchor"]) for name in classes])
    scale = np.array([weights.scales.get(name, weights.scales["anchor"]) for name in classes])
    ours = np.array([in_english[key] + 0.5 for key in shared]) / (len(english) + 1.5)
    theirs = np.array([in_russian[key] + 0.5 for key in shared]) / (len(russian) + 1.5)
    joint = np.maximum(rate * np.minimum(ours, theirs), ours * theirs)
    least = 1e-4 * joint
    columns = (
        np.log(joint / (ours * theirs)),
        np.log(np.maximum(ours - joint, least) / (ours * (1.0 - theirs))),
        np.log(np.maximum(theirs - joint, least) / (theirs * (1.0 - ours))),
    )
    odds = np.stack(columns, axis=1) * scale[:, None]
    return odds, _numbered(english, numbers, weights, ENGLISH), _numbered(russian, numbers, weights, RUSSIAN)


def _numbered(side: Evidence, numbers: Mapping[str, int], weights: Weights, language: str) -> _Keys:
    found = tuple(
        np.array([numbers[key] for key in keys if key in numbers], dtype=np.intp) for keys in side.keys
    )
    # What the other document has nowhere is missing from every candidate: a sign of a segment left out.
    lost = {
        name: weights.scales[name] * float(np.log1p(-rate)) for name, rate in weights.alone[language].items()
    }
    alone = [
        sum(lost.get(key.partition(":")[0], 0.0) for key in keys if key not in numbers) for keys in side.keys
    ]
    return _Keys(found, np.array(alone))


def _shared(english: _Keys, russian: _Keys, odds: Floats, rows: slice, columns: slice) -> dict[Bead, Floats]:
    """What the keys say, by bead, for a block."""
    ours = english.numbers[rows.start : rows.stop + LONGEST]
    theirs = russian.numbers[columns.start : columns.stop + LONGEST]
    used = np.unique(np.concatenate([*ours, *theirs])) if ours and theirs else np.zeros(0, dtype=np.intp)
    both, only_ours, only_theirs = odds[used].astype(np.float32).T
    height, width = rows.stop - rows.start, columns.stop - columns.start
    our_runs = _run_tables(_table(ours, used), height)
    their_runs = _run_tables(_table(theirs, used), width)
    our_alone = _run_sums(english.alone, rows)
    their_alone = _run_sums(russian.alone, columns)
    result = dict[Bead, Floats]()
    for a, b in BEADS:
        if not a or not b:
            continue
        left, right = our_runs[a], their_runs[b]
        block = (left * (both - only_ours - only_theirs)) @ right.T
        block += (left @ only_ours)[:, None] + (right @ only_theirs)[None, :]
        result[a, b] = block + our_alone[a][:, None] + their_alone[b][None, :]
    return result


def _table(numbers: tuple[NDArray[np.intp], ...], used: NDArray[np.intp]) -> Singles:
    table = np.zeros((len(numbers), len(used)), dtype=np.float32)
    rows = np.repeat(np.arange(len(numbers)), [len(row) for row in numbers])
    table[rows, np.searchsorted(used, np.concatenate(numbers))] = 1.0
    return table


def _run_tables(singles: Singles, count: int) -> dict[int, Singles]:
    tables = {1: singles}
    for size in range(2, LONGEST + 1):
        longer = tables[size - 1].copy()
        offset = size - 1
        if offset < len(singles):
            np.maximum(longer[:-offset], singles[offset:], out=longer[:-offset])
        tables[size] = longer
    return {size: table[:count] for size, table in tables.items()}


def _run_sums(alone: Floats, part: slice) -> dict[int, Floats]:
    return {size: _summed(alone, size)[part] for size in range(1, LONGEST + 1)}
