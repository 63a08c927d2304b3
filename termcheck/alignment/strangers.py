"""Pairs that merely stand side by side.

Where a paragraph was exchanged for another one, or the two files have nothing to do with each other, order
still pairs what stands at the same place. What the pairs themselves show tells how much of that there is.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from termcheck.alignment.lattice import Step

ROUNDS = 20
# One pair in a hundred, which ten pairs of a document may gainsay.
EXPECTED = 0.01
FIRMNESS = 10


def without_strangers(steps: list[Step], shapes: Mapping[str, float]) -> list[Step]:
    """The same steps, less probable by the chance that their segments are no translation of each other.

    `shapes` are the log-odds of each shape, by "1:2". The share of strangers is estimated from the document:
    hardly any in a report and its translation, nearly all between strange files.
    """
    joined = [number for number, step in enumerate(steps) if all(step.bead)]
    if not joined:
        return steps
    likeness = np.array(
        [steps[number].score - shapes["{}:{}".format(*steps[number].bead)] for number in joined]
    )
    against = np.exp(-np.clip(likeness, -30.0, 30.0))
    share = EXPECTED
    for _ in range(ROUNDS):
        strange = share * against / (share * against + 1.0 - share)
        share = (float(strange.sum()) + EXPECTED * FIRMNESS) / (len(joined) + FIRMNESS)
    weighed = list(steps)
    for number, chance in zip(joined, strange.tolist(), strict=True):
        weighed[number] = replace(steps[number], probability=steps[number].probability * (1.0 - chance))
    return weighed
