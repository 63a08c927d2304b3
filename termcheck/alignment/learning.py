"""Words that answer each other in the pair itself, or in a corpus: what the lexicon does not have.

A report on fisheries says "trawl" and «трал» a hundred times; where the sure pairs hold both or neither, each
speaks for the other in the doubtful ones.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from termcheck.alignment.features import Evidence

Keys = frozenset[str]

LEARNT = "learnt"  # the class of the keys that learning gives
CLASSES = ("sound", "word")  # the classes of words, those outside the lexicon and those in it
FEWEST = 3  # pairs that must have both
LEAST = 0.6  # how often one comes with the other, by Dice
MOST_KEYS = 60  # longer segments tell little about single words


@dataclass(frozen=True, slots=True)
class Learnt:
    """New common keys, by the key of a word of each language."""

    english: Mapping[str, str]
    russian: Mapping[str, str]

    def __bool__(self) -> bool:
        return bool(self.english)

    def within(self, english: Evidence, russian: Evidence) -> tuple[Evidence, Evidence]:
        """The same evidence with the learnt keys put in."""
        return _with_keys(english, self.english), _with_keys(russian, self.russian)


def learn(pairs: Iterable[tuple[Keys, Keys]]) -> Learnt:
    """Learn from the keys of segments that surely answer each other.

    Only a word that is the other's best answer, and whose best answer is the other, is taken.
    """
    ours, theirs = Counter[str](), Counter[str]()
    together: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for english, russian in pairs:
        left, right = _unanswered(english, russian), _unanswered(russian, english)
        ours.update(left)
        theirs.update(right)
        if len(left) <= MOST_KEYS and len(right) <= MOST_KEYS:
            for key in left:
                together[key].update(right)
    likeness = {
        (key, other): 2 * count / (ours[key] + theirs[other])
        for key, others in together.items()
        if ours[key] >= FEWEST
        for other, count in others.items()
        if count >= FEWEST
    }
    best_of_ours, best_of_theirs = dict[str, tuple[float, str]](), dict[str, tuple[float, str]]()
    for (key, other), value in likeness.items():
        best_of_ours[key] = max(best_of_ours.get(key, (0.0, "")), (value, other))
        best_of_theirs[other] = max(best_of_theirs.get(other, (0.0, "")), (value, key))
    english_keys, russian_keys = dict[str, str](), dict[str, str]()
    for key, (value, other) in best_of_ours.items():
        if value >= LEAST and best_of_theirs[other][1] == key:
            english_keys[key] = russian_keys[other] = f"{LEARNT}:{other}"
    return Learnt(english_keys, russian_keys)


def _unanswered(keys: Keys, others: Keys) -> list[str]:
    return [key for key in keys if key.partition(":")[0] in CLASSES and key not in others]


def _with_keys(side: Evidence, learnt: Mapping[str, str]) -> Evidence:
    def added(keys: Keys) -> Keys:
        return keys.union(learnt[key] for key in keys if key in learnt)

    return replace(side, keys=tuple(map(added, side.keys)))
