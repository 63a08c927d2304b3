"""Symbols whose writing is damaged: the checks of single faults share it."""

from collections.abc import Iterator

from termcheck import symbols
from termcheck.alignment.bitext import Bitext
from termcheck.checks.symbol_pairs import matched_differences
from termcheck.model import Message, Passage, Problem


def with_fault(bitext: Bitext, message: str, *kinds: symbols.Fault) -> Iterator[Problem]:
    """Yield a problem for each symbol of the Russian whose main fault is of these kinds."""
    for segment, matches in zip(bitext.russian.document.segments, bitext.russian.symbols, strict=True):
        for match in matches:
            if symbols.main_fault(symbols.faults(match.text)) not in kinds:
                continue
            passage = Passage(segment, match.span)
            right = symbols.mend(match.text) or _original(bitext, passage)
            yield Problem(
                passage,
                Message(message, {"found": match.text, "right": right or ""}),
                suggestions=(right,) if right else (),
                source=_english(bitext, passage, right),
                cause=right or match.text,
            )


def _original(bitext: Bitext, passage: Passage) -> str | None:
    """Return the English symbol that one past mending was meant to be: «A/СПЧ/46/7»."""
    for difference in matched_differences(bitext):
        if difference.english and difference.russian and difference.russian[0] == passage:
            match = difference.english[1]
            return str(match.symbol or match.text)
    return None


def _english(bitext: Bitext, passage: Passage, right: str | None) -> Passage | None:
    """Return where the English has the symbol as it should be."""
    pair = bitext.counterpart(passage.segment)
    if pair is None or bitext.english is None or right is None:
        return None
    wanted = symbols.key(right)
    for other in pair.source:
        for match in bitext.english.symbols[other.segment.position]:
            if symbols.key(match.text) == wanted:
                return Passage(other.segment, match.span)
    return None
