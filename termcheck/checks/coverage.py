"""Which words of a paragraph the other language answers, by the lexicon of the aligner."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from termcheck.alignment.bitext import Bitext
from termcheck.alignment.features import text_keys
from termcheck.model import ENGLISH, RUSSIAN, Kind, Pair, Passage, Segment, Span
from termcheck.recognition import Recognition

ANSWERED = -1.5  # what an answered word takes from a row of others: now and then one answers by chance
_PROSE = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.FOOTNOTE)
_WORD = re.compile(r"[A-Za-z]+|[А-Яа-яЁё]+|\d+")
_ABBREVIATION = re.compile(r"\b[A-ZА-ЯЁ]{2,}\b")
# A name that sounds alike or a figure may answer, and need not: 7200 is «7,2 тыс.».
_UNCERTAIN = ("sound:", "latin:", "figure:")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, where it stands, and whether the other text has an answer to it."""

    span: Span
    answered: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a pair, the spans of the names, symbols and addresses in it, and its length without them.

    They are left out because one abbreviation may do for a name of many words: «ЮНИСЕФ».
    """

    passage: Passage
    language: str
    left_out: tuple[Span, ...]
    length: int


@dataclass(frozen=True, slots=True)
class Texts:
    """An English paragraph and the Russian one that surely answers it, and it alone."""

    english: Side
    russian: Side

    @property
    def ratio(self) -> float:
        """Code points of Russian for each one of English: 1.1 in official text, seldom 0.8 or 1.6.

        Counted with the names and without them, the longer of both: names may be abbreviated.
        """
        whole = len(self.russian.passage.text) / max(len(self.english.passage.text), 1)
        return max(whole, self.russian.length / max(self.english.length, 1))


@lru_cache(maxsize=4)
def compared(bitext: Bitext) -> tuple[Texts, ...]:
    """Return the paragraphs of prose that answer each other one to one.

    A neighbour without counterpart may hold the rest of either: then they are left out.
    """
    return tuple(_texts(bitext)) if bitext.english else ()


def _texts(bitext: Bitext) -> Iterator[Texts]:
    assert bitext.english is not None
    trusted = set(map(id, bitext.trusted))
    for index, pair in enumerate(bitext.pairs):
        if id(pair) not in trusted or not _is_single(pair):
            continue
        around = bitext.pairs[max(0, index - 1) : index + 2]
        if any(not (other.source and other.target) for other in around):
            continue
        yield Texts(
            _side(bitext.english, pair.source[0].segment, ENGLISH),
            _side(bitext.russian, pair.target[0].segment, RUSSIAN),
        )


def _is_single(pair: Pair) -> bool:
    if len(pair.source) != 1 or len(pair.target) != 1:
        return False
    return pair.source[0].segment.kind in _PROSE and pair.target[0].segment.kind in _PROSE


def _side(found: Recognition, segment: Segment, language: str) -> Side:
    mentions = (mention.passage.span for mention in found.mentions[segment.position])
    left_out = (*mentions, *found.masked[segment.position])
    covered = len({at for span in left_out for at in range(span.start, span.end)})
    passage = Passage(segment, Span(0, len(segment.text)))
    return Side(passage, language, left_out, len(segment.text) - covered)


def words(side: Side, other: Side) -> list[Word]:
    """Return the words of a text that are in the lexicon, and others that the other text answers."""
    keys = text_keys(other.passage.prose, other.language)
    found = list[Word]()
    for match in _WORD.finditer(side.passage.text):
        if any(span.start < match.end() and match.start() < span.end for span in side.left_out):
            continue
        own = text_keys(match.group(), side.language)
        answered = not keys.isdisjoint(own)
        if answered or any(not key.startswith(_UNCERTAIN) for key in own):
            found.append(Word(Span(*match.span()), answered))
    return found


def abbreviated(texts: Texts) -> int:
    """Return how many words the abbreviations that only the Russian has may stand for: «ФОЗЛ» for four."""
    english, russian = (
        sum(map(len, _ABBREVIATION.findall(side.passage.text))) for side in (texts.english, texts.russian)
    )
    return max(0, russian - english)


@dataclass(frozen=True, slots=True)
class Row:
    """Words that stand in a row, most of them unanswered: their number, less what the answered ones take."""

    words: Sequence[Word] = ()
    weight: float = 0.0


def longest_row(found: Sequence[Word]) -> Row:
    """Return the row of the greatest weight, from its first unanswered word to its last."""
    best, start, weight = Row(), 0, 0.0
    for index, word in enumerate(found):
        if weight <= 0:
            start, weight = index, 0.0
        weight += ANSWERED if word.answered else 1
        if weight > best.weight:
            best = Row(found[start : index + 1], weight)
    return best
