"""What a segment shows of itself that its translation shows too: figures, words, marks, shape.

Everything is computed once a segment, so that the many candidate pairs cost only arithmetic on arrays.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from termcheck.alignment.lexicon import word_keys
from termcheck.model import ENGLISH, Kind, Segment

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

MOST = 4  # counts above this tell nothing more
NO_MARK = -1
EDGE = 6

_WORD = re.compile(r"[A-Za-z]+|[А-Яа-яЁё]+")
# "156,734" and «156 734» are one figure, "2.5" and «2,5» too; "2014 (2" or "15, 16" are two.
_FIGURE = {
    "en": re.compile(r"\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?"),
    "ru": re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?"),
}
_SENTENCE_END = re.compile(r"[.!?;:…][\"»”’)\]>]*\s+(?=[\"«“(\[<-]*[A-ZА-ЯЁ0-9])")
_COLON = re.compile(r":(?=\s|$)")
_BRACKET = re.compile(r"[(\[]")
_QUOTED = re.compile(r"[«“„]|<<|(?<![\w\"])\"")
# What may follow the mark that ends a segment: closing quotes and brackets, a footnote's number or asterisk.
_AFTER_LAST = "\"'»”’)]>*0123456789 \u00a0\u202f\t\n"
_COLUMN = re.compile(r"\bcolumn (\d+)$")
_MOST_COLUMNS = 6  # letters that a value tells apart; tables are seldom wider
_LABEL = re.compile(r"[A-Za-zА-Яа-яЁё]+|\d+")
_ENDS = {"": 0, ".": 1, "…": 1, "!": 1, ":": 2, ";": 3, ",": 4, "?": 5}
_KINDS = {kind: number for number, kind in enumerate(Kind)}
# A Cyrillic label is its look-alike in headings («В.» typed for "B."), or counts by its own alphabet.
_LOOKALIKES = dict(zip("авсехіімд", "abcexiimd", strict=True))
_BY_ALPHABET = dict(zip("абвгдежзик", "abcdefghij", strict=True))


@dataclass(frozen=True, slots=True)
class Side:
    """The segments of one document in reading order, and what recognition found in each.

    `anchors` are language-neutral keys by segment, such as "concept:MDA" or "symbol:CTOC/COP/2008/19";
    empty where nothing was recognised, or altogether.
    """

    segments: tuple[Segment, ...]
    anchors: tuple[frozenset[str], ...] = ()

    def __post_init__(self) -> None:
        if self.anchors and len(self.anchors) != len(self.segments):
            raise ValueError(f"{len(self.anchors)} sets of anchors for {len(self.segments)} segments")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The features of one side, by segment (arrays of shape (n,), marks (n, 2)).

    `length` counts code points. `counts` are additive when segments merge: sentences, colons,
    brackets, quotations. `ending` and `opening` are classes of the last and first character. `marks` are the
    one or two values that a label may have, NO_MARK where there are fewer. `keys` are those of the whole
    segment, `heads` and `tails` those of its first and last EDGE words: a text that is merged or split keeps
    them.
    """

    length: Floats
    counts: Mapping[str, Ints]
    opening: Ints
    ending: Ints
    kind: Ints
    level: Ints
    marks: Ints
    numbered: NDArray[np.bool_]
    keys: tuple[frozenset[str], ...]
    heads: tuple[frozenset[str], ...]
    tails: tuple[frozenset[str], ...]

    def __len__(self) -> int:
        return len(self.keys)

    def take(self, segments: Sequence[int]) -> "Evidence":
        """The evidence of some segments, in the order given."""
        chosen = list(segments)
        return Evidence(
            length=self.length[chosen],
            counts={name: values[chosen] for name, values in self.counts.items()},
            opening=self.opening[chosen],
            ending=self.ending[chosen],
            kind=self.kind[chosen],
            level=self.level[chosen],
            marks=self.marks[chosen],
            numbered=self.numbered[chosen],
            keys=tuple(self.keys[i] for i in chosen),
            heads=tuple(self.heads[i] for i in chosen),
            tails=tuple(self.tails[i] for i in chosen),
        )


def gather(side: Side, language: str) -> Evidence:
    """The evidence of one side; its language is "en" or "ru"."""
    segments = side.segments
    anchors = side.anchors or (frozenset[str](),) * len(segments)
    texts = [segment.prose for segment in segments]
    words = [_WORD.findall(text) for text in texts]
    marks = [_mark_values(_mark_of(segment)) for segment in segments]
    return Evidence(
        length=np.array([max(len(text), 1) for text in texts], dtype=np.float64),
        counts={
            "sentences": 1 + _counted(_SENTENCE_END, texts),
            "colons": _counted(_COLON, texts),
            "brackets": _counted(_BRACKET, texts),
            "quotes": _counted(_QUOTED, texts),
        },
        opening=np.array([_opening(spoken) for spoken in words], dtype=np.int64),
        ending=np.array([_ending(text) for text in texts], dtype=np.int64),
        kind=np.array([_KINDS[segment.kind] for segment in segments], dtype=np.int64),
        level=np.array([segment.level for segment in segments], dtype=np.int64),
        marks=np.array(marks, dtype=np.int64).reshape(len(segments), 2),
        numbered=np.array([any(map(str.isdigit, segment.mark)) for segment in segments], dtype=np.bool_),
        keys=tuple(
            _word_keys(spoken, language) | _figure_keys(text, language) | found
            for spoken, text, found in zip(words, texts, anchors, strict=True)
        ),
        heads=tuple(_word_keys(spoken[:EDGE], language) for spoken in words),
        tails=tuple(_word_keys(spoken[-EDGE:], language) for spoken in words),
    )


def text_keys(text: str, language: str) -> frozenset[str]:
    """The keys of a text that nothing else is known of."""
    return _word_keys(_WORD.findall(text), language) | _figure_keys(text, language)


def _counted(pattern: re.Pattern[str], texts: list[str]) -> Ints:
    return np.array([len(pattern.findall(text)) for text in texts], dtype=np.int64)


def _opening(words: Sequence[str]) -> int:
    """0 without a word, 1 a small letter, 2 a capital, 3 all capitals."""
    if not words:
        return 0
    first = words[0]
    if first[0].islower():
        return 1
    return 3 if len(first) > 1 and first.isupper() else 2


def _ending(text: str) -> int:
    return _ENDS.get(text.rstrip(_AFTER_LAST)[-1:], 0)


def _figure_keys(text: str, language: str) -> frozenset[str]:
    return frozenset(f"figure:{_folded(figure, language)}" for figure in _FIGURE[language].findall(text))


def _word_keys(words: Iterable[str], language: str) -> frozenset[str]:
    return frozenset(chain.from_iterable(_keys_of(word, language) for word in words))


@lru_cache(maxsize=65536)
def _keys_of(written: str, language: str) -> tuple[str, ...]:
    word = written.lower().replace("ё", "е")
    latin = written[0] < "А"
    as_it_stands = (f"latin:{word}",) if latin and len(word) > 1 else ()
    return as_it_stands + word_keys(word, language) if latin == (language == ENGLISH) else as_it_stands


def _folded(figure: str, language: str) -> str:
    """A figure with a decimal point and without marks between thousands."""
    if language == ENGLISH:
        return figure.replace(",", "")
    return re.sub(r"\s", "", figure).replace(",", ".")


def _mark_of(segment: Segment) -> str:
    """The label of a segment; of a cell its column, as "c", "cc" …: rows may be lost, columns stay."""
    column = _COLUMN.search(segment.place.label) if segment.kind is Kind.TABLE_CELL else None
    return "c" * min(int(column[1]), _MOST_COLUMNS) if column else segment.mark


def _mark_values(mark: str) -> tuple[int, int]:
    """The values that a label may have: «27.» one, "б)" one ("b"), «в)» two ("b" by look, "c" by place)."""
    label = _LABEL.search(mark)
    if not label:
        return NO_MARK, NO_MARK
    text = label[0].lower()
    if text.isdigit():
        return int(text[:9]), NO_MARK
    look = "".join(_LOOKALIKES.get(letter, letter) for letter in text)
    place = _BY_ALPHABET.get(text, look)
    return _letters_value(look), _letters_value(place)


def _letters_value(letters: str) -> int:
    """A number of its own for a label of letters, above those of figures."""
    value = 0
    for letter in letters[:6]:
        value = value * 1200 + ord(letter)
    return 10**9 + value
