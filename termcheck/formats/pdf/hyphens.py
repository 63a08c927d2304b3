"""Words broken at the end of a line put together again, true hyphens kept.

A break at a hyphen says nothing by itself: "приня-/тие" is one word, "Директор-/исполнитель" has its hyphen
anyway. What the document writes elsewhere decides, then a list of usual words.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

HYPHENS = "-\u2010\u00ad"
_SOFT = "\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010’'][^\W\d_]+)*")
_LAST = re.compile(r"[^\s(«“„\"\[]+$")
_FIRST = re.compile(r"[^\W\d_]+(?:[-\u2010’'][^\W\d_]+)*")
_VOWEL = re.compile(r"[аеёиоуыэюяaeiouy]", re.IGNORECASE)
_NAMED = re.compile(r"(?:^|/)([A-Za-z]{1,5})\.$")  # a part of a symbol that a number must follow
_SHORTEST_PART = 4  # letters of a word that can stand by itself on both sides of a hyphen


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the document writes within its lines: stems of words, and of the two parts beside a hyphen."""

    words: frozenset[str]
    stems: frozenset[str] = field(repr=False)
    pairs: frozenset[tuple[str, str]] = field(repr=False)


def vocabulary(texts: Iterable[str]) -> Vocabulary:
    """The vocabulary of lines that follow each other, without the words that are broken between them."""
    words, pairs = set[str](), set[tuple[str, str]]()
    is_broken = False
    for text in texts:
        was_broken, is_broken = is_broken, text[-1] in HYPHENS
        for match in _WORD.finditer(text):
            if (match.start() == 0 and was_broken) or (match.end() == len(text) - 1 and is_broken):
                continue
            parts = re.split(r"[-\u2010]", match.group().lower())
            words.update(parts)
            pairs.update((_stem(one), _stem(other)) for one, other in pairwise(parts))
    return Vocabulary(frozenset(words), frozenset(map(_stem, words)), frozenset(pairs))


def keeps_hyphen(before: str, after: str, known: Vocabulary) -> bool:
    """Whether the hyphen at the end of the line `before` belongs to the word that goes on in `after`."""
    if before[-1] == _SOFT:
        return False
    token = _LAST.search(before[:-1])
    following = _FIRST.match(after)
    if not token or not following or not token.group()[-1].isalpha():
        return True  # "2021-/22", "- /", "6-/м"
    first, second = token.group().lower(), following.group()
    if any(letter.isdigit() or letter in "/@." for letter in token.group()):
        return True  # a symbol or an address
    if second[0].isupper() and not token.group().isupper():
        return True  # "Буркина-/Фасо"
    if re.search("[’'][A-ZА-ЯЁ]", second):
        return True  # "Кот-/д’Ивуар"
    second = second.lower()
    first_part, second_part = re.split(r"[-\u2010]", first)[-1], re.split(r"[-\u2010]", second)[0]
    joined = first_part + second_part
    hyphened = (_stem(first_part), _stem(second_part)) in known.pairs
    solid = joined in known.words or _stem(joined) in known.stems
    if hyphened != solid:
        return hyphened
    pair = f"{first_part}-{second_part}"
    if any(re.fullmatch(pattern, pair) for pattern in _facts()["patterns"]):
        return True
    if not (_VOWEL.search(first_part) and _VOWEL.search(second_part)):
        return True  # no word is broken where a part has no syllable
    alone = min(len(first_part), len(second_part)) >= _SHORTEST_PART
    return alone and first_part in known.words and second_part in known.words


@cache
def _facts() -> dict[str, list[str]]:
    """The facts of hyphens.toml."""
    return tomllib.loads((Path(__file__).parent / "hyphens.toml").read_text(encoding="utf-8"))


def is_solid(before: str, after: str) -> bool:
    """Whether no blank stands between two lines: "E/CN.15/2023/" and "L.1", "2021–" and "2022".

    A line breaks within a symbol or an address after a stroke, or where the next part cannot be a word:
    "A/CN.9/WG.III/WP." and "125/Rev.1", but "A/CN.9/WG.III/WP.125/Rev.1" and «Комитета».
    """
    if before[-1] == "/":
        return before[-2:-1] != " "
    if before[-1] in "–—":
        return before[-2:-1].isdigit() and after[0].isdigit()
    token = _LAST.search(before)
    if not token:
        return False
    is_symbol = "/" in token.group()
    if after[0] == "/":
        return is_symbol
    named = _NAMED.search(token.group())
    return bool(named and after[0].isdigit() and (is_symbol or named.group(1) in _facts()["parts"]))


def _stem(word: str) -> str:
    """What stays of a word in most of its forms."""
    return word if len(word) < 6 else word[: max(5, len(word) - 3)]
