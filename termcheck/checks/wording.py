"""Whether two texts have the same words, whatever the case endings that their places ask for."""

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeVar

from termcheck.language.morphology import readings
from termcheck.language.scripts import CYRILLIC, fold, script, to_cyrillic
from termcheck.model import Span

# Hyphens part words («государства-участники»), and one that was lost tells nothing.
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300\u0301\u0306\u0308\u00ad])+|\d+(?:[.,]\d+)*")
_NOTE = re.compile(r"(?<=[^\W\d]{4})\d{1,2}(?!\w)")  # the mark of a footnote stuck to a word: «доклада12»
_ENGLISH_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# What "it" and "its" are depends on the gender of what they stand for.
_PRONOUNS = frozenset("он она оно они его ее их него нее них".split())

Word = frozenset[str]
T = TypeVar("T")


def lemmas(text: str) -> tuple[Word, ...]:
    """Return the words of a Russian text in order, each as the set of the lemmas that its form may have."""
    return tuple(_lemmas(word) for word in _WORD.findall(_NOTE.sub("", text)))


def same_words(one: str, other: str) -> bool:
    """Tell whether two Russian texts have the same words in the same order, in any cases."""
    ours, theirs = lemmas(one), lemmas(other)
    return len(ours) == len(theirs) and all(not a.isdisjoint(b) for a, b in zip(ours, theirs, strict=True))


def grouped(places: Sequence[T], words: Callable[[T], str]) -> list[list[T]]:
    """Return places in groups of the same Russian words, each group and its places in order of appearance."""
    groups: list[list[T]] = []
    for place in places:
        for group in groups:
            if same_words(words(group[0]), words(place)):
                group.append(place)
                break
        else:
            groups.append([place])
    return groups


def likeness(one: str, other: str) -> float:
    """Return the share of words, from 0 to 1, that two Russian texts have in common and in order."""
    ours = [min(word) for word in lemmas(one)]
    theirs = [min(word) for word in lemmas(other)]
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio()


def difference(one: str, other: str, *, in_form: bool = False) -> tuple[Span, Span] | None:
    """Return where two Russian texts differ, from the first other word to the last, in each of them.

    Another form of a word is another word only if asked: «о своей», «на свою». Where one text has nothing, a
    word beside belongs to it. None without words or difference.
    """
    same = _same_form if in_form else _same
    ours, theirs = (list(_WORD.finditer(_NOTE.sub(_blank, text))) for text in (one, other))
    shorter = min(len(ours), len(theirs))
    first = 0
    while first < shorter and same(ours[first], theirs[first]):
        first += 1
    last = 0
    while last < shorter - first and same(ours[-1 - last], theirs[-1 - last]):
        last += 1
    if not shorter or first == len(ours) == len(theirs):
        return None
    if first + last == shorter:  # nothing stands between on one side
        first, last = (first - 1, last) if first else (first, last - 1)
    return _between(ours, first, last), _between(theirs, first, last)


def _between(words: Sequence[re.Match[str]], first: int, last: int) -> Span:
    return Span(words[first].start(), words[len(words) - 1 - last].end())


def _same(one: re.Match[str], other: re.Match[str]) -> bool:
    return not _lemmas(one.group()).isdisjoint(_lemmas(other.group()))


def _same_form(one: re.Match[str], other: re.Match[str]) -> bool:
    return fold(one.group()) == fold(other.group())


def _blank(note: re.Match[str]) -> str:
    return " " * len(note.group())


def figures(text: str) -> tuple[str, ...]:
    """Return the numbers of a text in figures, sorted."""
    return tuple(sorted(word for word in _WORD.findall(_NOTE.sub("", text)) if word[0].isdigit()))


def english_key(text: str) -> str:
    """Return the words of an English text to compare: small, without signs or a first "the"."""
    words = _ENGLISH_WORD.findall(_NOTE.sub("", text).casefold())
    return " ".join(words[1:] if words[:1] == ["the"] else words)


@lru_cache(maxsize=1 << 14)
def _lemmas(word: str) -> Word:
    # «cекретаря» with a Latin letter is the business of text/mixed-script.
    plain = fold(word if script(word) == CYRILLIC else to_cyrillic(word))
    found = frozenset({plain, *(reading.lemma for reading in readings(plain))})
    return _PRONOUNS if not found.isdisjoint(_PRONOUNS) else found
