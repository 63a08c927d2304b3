"""What two segments have in common, key by key, and what only one of them has."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from termcheck.alignment.features import Floats
from termcheck.alignment.weights import Weights
from termcheck.model import ENGLISH, RUSSIAN

# Of a key that stands once in a document of three segments we know that it is rarer than one in three.
USUAL_SEGMENTS = 20
USUAL_FREQUENCY = 0.02

# Products so small are computed in one thread: many threads for a moment each hinder everything else.
ONE_THREAD = 262_144
LEAST_KEYS = 16

Singles = NDArray[np.float32]
Indices = NDArray[np.intp]
Keys = Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class RunTables:
    """The runs of 1, 2, … segments of a part of each document.

    `english` and `russian` say which runs have which of the part's common keys (arrays of runs × keys),
    `english_only` and `russian_only` what all keys of a run amount to if the other side has none of them.
    `gains` are what a common key adds to that when both have it.
    """

    english: Sequence[Singles]
    russian: Sequence[Singles]
    english_only: Sequence[Floats]
    russian_only: Sequence[Floats]
    gains: Singles

    @np.errstate(invalid="ignore")  # as of `SharedKeys.runs`
    def odds(self, ours: int, theirs: int) -> Floats:
        """Log-odds of each run of `ours` English segments and each of `theirs` Russian ones."""
        left, right = self.english[ours - 1] * self.gains, self.russian[theirs - 1].T
        table = self.english_only[ours - 1][:, None] + self.russian_only[theirs - 1][None, :]
        step = max(LEAST_KEYS, ONE_THREAD // max(table.size, 1))
        for first in range(0, len(right), step):
            table += left[:, first : first + step] @ right[first : first + step]
        return table


@dataclass(frozen=True, slots=True)
class SharedKeys:
    """The keys that both documents have, by number: who has them and what they say.

    `odds` has a row for each key and columns for: on both sides, in the English only, in the Russian only.
    The `alone` arrays say, by segment, what its keys amount to that the other document has nowhere.
    """

    english: Sequence[Indices]
    russian: Sequence[Indices]
    english_alone: Floats
    russian_alone: Floats
    odds: Singles

    # Some builds of BLAS raise this flag for lanes that they leave empty; every number here is finite.
    @np.errstate(invalid="ignore")
    def runs(self, rows: slice, columns: slice, longest: int) -> RunTables:
        """Tables for the runs that begin in `rows` and in `columns`, of up to `longest` segments."""
        ours = self.english[rows.start : rows.stop + longest - 1]
        theirs = self.russian[columns.start : columns.stop + longest - 1]
        our_keys, their_keys = np.unique(np.concatenate(ours)), np.unique(np.concatenate(theirs))
        our_runs = _joined(_table(ours, our_keys), rows.stop - rows.start, longest)
        their_runs = _joined(_table(theirs, their_keys), columns.stop - columns.start, longest)
        both, only_ours, only_theirs = self.odds.T
        our_sums = _summed(self.english_alone, rows, longest)
        their_sums = _summed(self.russian_alone, columns, longest)
        common, in_ours, in_theirs = np.intersect1d(
            our_keys, their_keys, assume_unique=True, return_indices=True
        )
        return RunTables(
            english=[runs[:, in_ours] for runs in our_runs],
            russian=[runs[:, in_theirs] for runs in their_runs],
            english_only=[
                sums + runs @ only_ours[our_keys] for sums, runs in zip(our_sums, our_runs, strict=True)
            ],
            russian_only=[
                sums + runs @ only_theirs[their_keys]
                for sums, runs in zip(their_sums, their_runs, strict=True)
            ],
            gains=(both - only_ours - only_theirs)[common],
        )

    def part(self, ours: Sequence[int], theirs: Sequence[int]) -> "SharedKeys":
        """The same keys, as rare as they were, for some of the segments."""
        return SharedKeys(
            english=[self.english[i] for i in ours],
            russian=[self.russian[j] for j in theirs],
            english_alone=self.english_alone[list(ours)],
            russian_alone=self.russian_alone[list(theirs)],
            odds=self.odds,
        )

    def singles(self, rows: slice, columns: slice) -> Floats:
        """Log-odds of each segment of `rows` and each of `columns`; nothing beyond the documents' ends."""
        table = np.zeros((rows.stop - rows.start, columns.stop - columns.start))
        found = self.runs(rows, columns, 1).odds(1, 1)
        table[: found.shape[0], : found.shape[1]] = found
        return table


def compare(
    english: Keys,
    russian: Keys,
    weights: Weights,
    scales: Mapping[str, float],
    *,
    alone: Mapping[str, Mapping[str, float]] | None = None,
) -> SharedKeys:
    """Weigh the keys of two documents, given by segment.

    A rare key on both sides says much, a frequent one little; a key on one side only says less, as
    translators are free. `alone` gives, by language and class, how surely a key should have been there that
    the other document has nowhere.
    """
    in_english, in_russian = Counter(chain.from_iterable(english)), Counter(chain.from_iterable(russian))
    shared = sorted(in_english.keys() & in_russian.keys())
    numbers = {key: number for number, key in enumerate(shared)}
    classes = [key.partition(":")[0] for key in shared]
    rate = np.array([weights.rates.get(name, weights.rates["anchor"]) for name in classes])
    scale = np.array([scales.get(name, scales["anchor"]) for name in classes])
    ours = _frequencies([in_english[key] for key in shared], len(english))
    theirs = _frequencies([in_russian[key] for key in shared], len(russian))
    joint = np.maximum(rate * np.minimum(ours, theirs), ours * theirs)
    least = 1e-4 * joint
    columns = (
        np.log(joint / (ours * theirs)),
        np.log(np.maximum(ours - joint, least) / (ours * (1.0 - theirs))),
        np.log(np.maximum(theirs - joint, least) / (theirs * (1.0 - ours))),
    )
    lost = {
        language: {name: scales[name] * float(np.log1p(-sure)) for name, sure in classes_lost.items()}
        for language, classes_lost in (alone or {}).items()
    }
    return SharedKeys(
        english=_numbered(english, numbers),
        russian=_numbered(russian, numbers),
        english_alone=_lost(english, numbers, lost.get(ENGLISH, {})),
        russian_alone=_lost(russian, numbers, lost.get(RUSSIAN, {})),
        odds=(np.stack(columns, axis=1) * scale[:, None]).astype(np.float32),
    )


def _frequencies(counts: Sequence[int], segments: int) -> Floats:
    """How often keys stand in segments like these; a short document is filled up with what is usual."""
    shares = (np.array(counts) + USUAL_SEGMENTS * USUAL_FREQUENCY) / (segments + USUAL_SEGMENTS)
    return np.asarray(shares, dtype=np.float64)


def _numbered(segments: Keys, numbers: Mapping[str, int]) -> tuple[Indices, ...]:
    return tuple(
        np.array([numbers[key] for key in keys if key in numbers], dtype=np.intp) for keys in segments
    )


def _lost(segments: Keys, numbers: Mapping[str, int], lost: Mapping[str, float]) -> Floats:
    if not lost:
        return np.zeros(len(segments))
    return np.array(
        [sum(lost.get(key.partition(":")[0], 0.0) for key in keys if key not in numbers) for keys in segments]
    )


def _table(segments: Sequence[Indices], used: Indices) -> Singles:
    table = np.zeros((len(segments), len(used)), dtype=np.float32)
    rows = np.repeat(np.arange(len(segments)), [len(keys) for keys in segments])
    table[rows, np.searchsorted(used, np.concatenate(segments))] = 1.0
    return table


def _joined(singles: Singles, count: int, longest: int) -> list[Singles]:
    """Keys of runs of 1 … `longest` segments, for the first `count` segments."""
    tables = [singles]
    for offset in range(1, longest):
        longer = tables[-1].copy()
        if offset < len(singles):
            np.maximum(longer[:-offset], singles[offset:], out=longer[:-offset])
        tables.append(longer)
    return [table[:count] for table in tables]


def _summed(alone: Floats, part: slice, longest: int) -> list[Floats]:
    sums = [alone]
    for offset in range(1, longest):
        longer = sums[-1].copy()
        if offset < len(alone):
            longer[:-offset] += alone[offset:]
        sums.append(longer)
    return [values[part] for values in sums]
