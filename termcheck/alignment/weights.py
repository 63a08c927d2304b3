"""How much each kind of evidence says: numbers learnt from United Nations texts, kept as data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from termcheck.alignment.features import Floats


@dataclass(frozen=True, slots=True)
class LengthModel:
    """Russian length given the English: log-ratio normal, its variance falling with the English length."""

    mean: float
    variance: float
    variance_by_length: float


@dataclass(frozen=True, slots=True)
class Weights:
    """All numbers of the model. Logarithms are natural.

    `beads`: log-odds of each shape, by "1:2". `scales`: by how much each evidence counts (dependent
    evidence counts less than its own odds). `rates`: by class of key, the probability that a key on one side
    is on the other as well; `alone`: by language and class, that one which the other document has nowhere
    should have been there. `tables`: log-odds by the values of a feature on both sides. `marks` and
    `kinds`: log-odds of what labels and kinds of segments say.
    """

    beads: Mapping[str, float]
    scales: Mapping[str, float]
    rates: Mapping[str, float]
    alone: Mapping[str, Mapping[str, float]]
    tables: Mapping[str, Floats]
    length: LengthModel
    marks: Mapping[str, float]
    kinds: Mapping[str, float]


@cache
def standard_weights() -> Weights:
    """The weights that come with termcheck."""
    text = files("termcheck.alignment").joinpath("weights.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Weights(
        beads=data["beads"],
        scales=data["scales"],
        rates=data["rates"],
        alone=data["alone"],
        tables={name: np.array(rows) for name, rows in data["tables"].items()},
        length=LengthModel(**data["length"]),
        marks=data["marks"],
        kinds=data["kinds"],
    )
