"""Inside paragraphs that answer each other: which sentence answers which.

All sentences of both documents go through one dynamic programme, as segments do, which may not leave the
rectangle of cells that each pair of paragraphs spans. So a word is as rare as it is in the whole document.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from termcheck.alignment.features import Ints, Side, gather
from termcheck.alignment.lattice import Band, Step, band_around, full_band
from termcheck.alignment.scoring import BEADS, Comparison
from termcheck.alignment.weights import standard_weights
from termcheck.language.pipelines import sentences
from termcheck.model import ENGLISH, RUSSIAN, Pair, Passage

COMPLETE_UP_TO = 300  # sentences of the longer side
WIDTH = 41
MARGIN = 8


def align_sentences(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """The pairs of sentences within pairs of segments, in the same order.

    A score is the probability that the sentences answer each other and that their segments do.
    """
    found = list[Pair]()
    between = [pair for pair in pairs if pair.source and pair.target]
    within = iter(_within(between))
    for pair in pairs:
        if pair.source and pair.target:
            found += next(within)
        else:
            source, target = _cut(pair.source, ENGLISH), _cut(pair.target, RUSSIAN)
            found += [Pair((passage,), (), pair.score) for passage in source]
            found += [Pair((), (passage,), pair.score) for passage in target]
    return tuple(found)


def _within(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """For each pair with both sides, its pairs of sentences."""
    ours = [_cut(pair.source, ENGLISH) for pair in pairs]
    theirs = [_cut(pair.target, RUSSIAN) for pair in pairs]
    source, target = list(chain.from_iterable(ours)), list(chain.from_iterable(theirs))
    rows, columns = _bounds(ours), _bounds(theirs)
    found = [list[Pair]() for _ in pairs]
    for step in _way(source, target, rows, columns) if source and target else ():
        bounds, at = (rows, step.row) if step.bead[0] else (columns, step.column)
        number = int(np.searchsorted(bounds, at, side="right")) - 1
        found[number].append(
            Pair(
                tuple(source[step.row : step.row + step.bead[0]]),
                tuple(target[step.column : step.column + step.bead[1]]),
                step.probability * pairs[number].score,
            )
        )
    return found


def _way(source: list[Passage], target: list[Passage], rows: Ints, columns: Ints) -> list[Step]:
    english, russian = gather(_side(source), ENGLISH), gather(_side(target), RUSSIAN)
    band = _band(rows, columns)
    comparison = Comparison.of(english, russian, standard_weights())
    return comparison.way(band, _allowed(band, rows, columns))


def _band(rows: Ints, columns: Ints) -> Band:
    n, m = int(rows[-1]), int(columns[-1])
    if max(n, m) <= COMPLETE_UP_TO:
        return full_band(n, m)
    largest = int(np.minimum(np.diff(rows), np.diff(columns)).max())
    corners = list(zip(rows.tolist(), columns.tolist(), strict=True))
    return band_around(n, m, corners, max(WIDTH, 2 * largest + MARGIN))


def _allowed(band: Band, rows: Ints, columns: Ints) -> NDArray[np.bool_]:
    """Which beads at which cells stay inside one pair, in the shape of their scores.

    Pair k spans the cells from (rows[k], columns[k]) to (rows[k + 1], columns[k + 1]); one sentence in each
    language answers the other, as their paragraphs do.
    """
    i = band.low[:, None] + np.arange(band.width)
    j = np.arange(band.diagonals)[:, None] - i
    of_row = np.repeat(np.arange(len(rows) - 1), np.diff(rows))
    of_column = np.repeat(np.arange(len(columns) - 1), np.diff(columns))
    single = (np.diff(rows) == 1) & (np.diff(columns) == 1)
    allowed = np.zeros((len(BEADS), *i.shape), dtype=np.bool_)
    for kind, (a, b) in enumerate(BEADS):
        inside = (i >= 0) & (j >= 0) & (i + a <= band.rows) & (j + b <= band.columns)
        row, column = i[inside], j[inside]
        if a and b:
            pair = of_row[row]
            fits = (
                (pair == of_row[row + a - 1])
                & (pair == of_column[column])
                & (pair == of_column[column + b - 1])
            )
        else:
            pair = of_row[row] if a else of_column[column]
            fits = (rows[pair] <= row) & (row + a <= rows[pair + 1]) & ~single[pair]
            fits &= (columns[pair] <= column) & (column + b <= columns[pair + 1])
        allowed[kind][inside] = fits
    return allowed


def _cut(passages: Iterable[Passage], language: str) -> list[Passage]:
    """The sentences of some passages that are whole segments."""
    return [
        Passage(passage.segment, span)
        for passage in passages
        for span in sentences(passage.segment.prose, language)
    ]


def _side(passages: Iterable[Passage]) -> Side:
    """Sentences as segments of their own; only the first one has the label of its segment."""
    return Side(
        tuple(
            replace(
                passage.segment,
                text=passage.prose,
                codes=(),
                mark=passage.segment.mark if passage.span.start == 0 else "",
            )
            for passage in passages
        )
    )


def _bounds(cut: Iterable[Sequence[Passage]]) -> Ints:
    """Where each pair's sentences begin, and the end of the last."""
    return np.cumsum([0, *map(len, cut)])
