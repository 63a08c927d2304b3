"""Enumerations of States in a text: one after the other, with nothing between them but commas and «и»."""

import re
from collections.abc import Iterator, Sequence

from termcheck.model import Mention, Register

_NAMING = frozenset({Register.SHORT, Register.FORMAL, Register.LIST})
# A footnote mark, a year or a number of votes may follow a name: «Италия* (2015 год), Канада (2016 год)».
_BETWEEN = re.compile(r"\s*[*†\d]*\s*(?:\([^()]*\))?\s*(?:[,;]|\bи\b|,\s*и\b)\s*")


def enumerations(mentions: Sequence[Mention], at_least: int) -> Iterator[tuple[Mention, ...]]:
    """Yield the runs of at least so many States that stand next to each other in one segment."""
    run: list[Mention] = []
    for mention in mentions:
        if mention.concept.domain != "country" or mention.term.register not in _NAMING:
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
