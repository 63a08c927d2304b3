"""What a number in a text is."""

from dataclasses import dataclass
from enum import StrEnum

from termcheck.model import Span


class Notation(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    ROMAN = "roman"


class Kind(StrEnum):
    """What a number does in its sentence, as far as the words beside it tell."""

    PLAIN = "plain"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    MONEY = "money"
    DAY = "day"
    YEAR = "year"
    TIME = "time"
    REFERENCE = "reference"
    CODE = "code"
    LABEL = "label"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands: `text` is as written, without unit or ending («7391» of «7391-го»).

    `values` are what it may mean, normalised, the likeliest first: «1.500» is 1500 or 1.5, "10 a.m." 10:00
    or 10. `unit` says more of the kind: the month of a day ("10"), what a reference is to ("article").
    `scale` is the word that multiplies a figure («млн»); the first half of the values is then multiplied.
    """

    span: Span
    text: str
    values: tuple[str, ...]
    kind: Kind = Kind.PLAIN
    notation: Notation = Notation.DIGITS
    unit: str = ""
    scale: str = ""

    @property
    def value(self) -> str:
        """The likeliest value."""
        return self.values[0]

    @property
    def scaled(self) -> tuple[str, ...]:
        """The values with the scale in them; all where there is none."""
        return self.values[: len(self.values) // 2] if self.scale else self.values
