"""Enumerations of States: one after the other, with nothing between them but commas and «и» or "and"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

from termcheck.language.scripts import fold
from termcheck.model import Mention, Register

Name = TypeVar("Name", str, tuple[str, ...])

ALPHABETICAL = 8  # an order is told from chance in a list as long as this

# Registers that name a State outright.
NAMING = frozenset({Register.SHORT, Register.FORMAL, Register.LIST})

_WORD = re.compile(r"\w+")
# A footnote mark, a year or a number of votes may follow a name: «Италия* (2015 год), Канада (2016 год)».
_BETWEEN = re.compile(r"\s*[*†\d]*\s*(?:\([^()]*\))?\s*(?:[,;]|[,;]?\s*\b(?:и|или|and|or)\b)\s*(?:the\s+)?")


def enumerations(mentions: Sequence[Mention], at_least: int) -> Iterator[tuple[Mention, ...]]:
    """Yield the runs of at least so many States that stand next to each other in one segment."""
    run: list[Mention] = []
    for mention in mentions:
        if mention.concept.domain != "country" or mention.term.register not in NAMING:
            continue
        if run and not _follows(run[-1], mention):
            if len(run) >= at_least:
                yield tuple(run)
            run = []
        run.append(mention)
    if len(run) >= at_least:
        yield tuple(run)


def _follows(before: Mention, mention: Mention) -> bool:
    text = mention.passage.segment.text
    return bool(_BETWEEN.fullmatch(text, before.passage.span.end, mention.passage.span.start))


def out_of_place(run: Sequence[Mention]) -> tuple[Mention, ...] | None:
    """Return the members of an enumeration that break its alphabetical order; None if it has no such order.

    Both usual orders are accepted, word by word and letter by letter.
    """
    by_words = _out_of_order([alphabetical_key(mention) for mention in run])
    by_letters = _out_of_order(["".join(alphabetical_key(mention)) for mention in run])
    wrong = min(by_words, by_letters, key=len)
    if len(run) < ALPHABETICAL or len(wrong) > max(1, len(run) // 8):
        return None
    return tuple(run[index] for index in wrong)


def alphabetical_key(mention: Mention) -> tuple[str, ...]:
    """Return what a name is sorted by: its words, without capitals, ё and marks."""
    return tuple(fold(word) for word in _WORD.findall(mention.passage.text))


def _out_of_order(names: Sequence[Name]) -> list[int]:
    """Return the fewest positions without which the names are in order (the longest rising run is kept)."""
    tails: list[Name] = []
    last: list[int] = []
    before: list[int] = []
    for index, name in enumerate(names):
        place = bisect_left(tails, name)
        before.append(last[place - 1] if place else -1)
        tails[place : place + 1] = [name]
        last[place : place + 1] = [index]
    kept = set()
    index = last[-1] if last else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return [index for index in range(len(names)) if index not in kept]
