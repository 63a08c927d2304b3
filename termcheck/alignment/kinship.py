"""Whether two documents belong together at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from termcheck.alignment.bitext import TRUSTED
from termcheck.model import Pair, Passage

# Between documents of the same kind on other subjects, less than a tenth answers each other; between a report
# and its translation with a fifth dropped and a third merged, more than four fifths. Of 475 excerpts of four
# paragraphs none was below a quarter, of 250 pairs of different ones 244 were below a fifth.
LEAST_ANSWERED = 0.2
FEWEST_SEGMENTS = 4


@dataclass(frozen=True, slots=True)
class Kinship:
    """How much of two documents answers the other.

    `answered` is the part of the text, 0 to 1, in trusted pairs: of the document that has more of it, as one
    may be an excerpt of the other. `english` and `russian` count segments, `pairs` the trusted pairs.
    """

    english: int
    russian: int
    pairs: int
    answered: float

    @property
    def doubtful(self) -> bool:
        """Whether the documents seem to have nothing to do with each other."""
        return min(self.english, self.russian) >= FEWEST_SEGMENTS and self.answered < LEAST_ANSWERED


def kinship(pairs: Sequence[Pair]) -> Kinship:
    """Measure how much of two documents answers the other, by the pairs of their segments."""
    trusted = [pair for pair in pairs if pair.source and pair.target and pair.score >= TRUSTED]
    parts = []
    for side in ("source", "target"):
        whole = _length(passage for pair in pairs for passage in getattr(pair, side))
        answered = _length(passage for pair in trusted for passage in getattr(pair, side))
        parts.append(answered / max(whole, 1))
    return Kinship(
        english=sum(len(pair.source) for pair in pairs),
        russian=sum(len(pair.target) for pair in pairs),
        pairs=len(trusted),
        answered=max(parts),
    )


def _length(passages: Iterable[Passage]) -> int:
    return sum(len(passage.text) for passage in passages)
