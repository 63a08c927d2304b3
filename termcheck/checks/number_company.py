"""What the words beside a number say of it, in a way that holds in both languages."""

import re

from termcheck.alignment.lexicon import word_keys
from termcheck.checks.placed_numbers import Placed
from termcheck.model import ENGLISH, RUSSIAN

# The next words in the same clause; "of" and the rest say nothing and answer nothing.
_FOLLOWING = re.compile(r"(?:[-‑]?[^\W\d_]{1,3}\b)?(?:\s+[^\W\d_][\w-]*){1,4}")
_WORD = re.compile(r"[^\W\d_]{3,}")
_DIRECTIONS = {
    ENGLISH: {"from": "from", "to": "to", "until": "to"},
    RUSSIAN: {"с": "from", "со": "from", "от": "from", "до": "to", "по": "to"},
}
_NEAR = 25  # code points
_BEFORE = re.compile(r"([^\W\d_]+)(?:\s+|\*?\s?\()[$€£]?$")  # "from $15", "Iraq* (2015)"
_RANGE_FROM = re.compile(r"\s?(?:--|[-–—‑])\s?\d")
_RANGE_TO = re.compile(r"\d\s?(?:--|[-–—‑])\s?$")


def company(placed: Placed, language: str) -> frozenset[str]:
    """Return the keys of the words beside a number, of its unit, and of the direction that it gives."""
    text, span = placed.passage.segment.text, placed.passage.span
    keys = {f"unit {placed.number.unit}"} if placed.number.unit else set[str]()
    if before := _BEFORE.search(text, max(0, span.start - _NEAR), span.start):
        word = before[1].lower()
        direction = _DIRECTIONS[language].get(word)
        keys.update([f"direction {direction}"] if direction else word_keys(word, language))
    if following := _FOLLOWING.match(text, span.end):
        for word in _WORD.findall(following.group().lower()):
            keys.update(word_keys(word, language))
    if _RANGE_FROM.match(text, span.end):
        keys.add("direction from")
    if _RANGE_TO.search(text, max(0, span.start - _NEAR), span.start):
        keys.add("direction to")
    return frozenset(keys)
