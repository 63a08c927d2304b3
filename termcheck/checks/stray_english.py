"""A few English words that stand among Russian ones."""

import re
from collections.abc import Iterator, Sequence

from termcheck.model import Span

SHORTEST = 4  # letters: what is shorter may be a unit, "rpm", or a label, "xii"

# Small letters alone: with a capital, a figure or a sign inside it would be a name, an address, a code.
_WORDS = re.compile(
    r"(?:(?<!\S)|(?<=[а-яё]{3}-))[a-z]{2,}(?: [a-z]{2,}){0,3}(?=[,;:.!?»)]*(?:\s|$)|-[а-яё]{3})"
)
# Russian on both sides: «P. falciparum», «команда grep -r», «растение khat (кат)» are names, and so are words
# in quotation marks. A document symbol in brackets tells nothing.
_BEFORE = re.compile(r"(?:^|[а-яё»)*][,;:.]?)(?:\s*|-)$", re.IGNORECASE)
_AFTER = re.compile(r"[,;:.!?»)]*(?:\s+(?:[а-яё«№\d]|[–—-]+\s|<<|\([A-Z]+/)|-[а-яё]|\s*$)", re.IGNORECASE)
# Foreign words that Russian documents keep. Of several words, none is of those that make an English sentence:
# "hors de combat".
_KEPT = frozenset("versus passim ibid idem circa vide apartheid quorum".split())
_OF_SENTENCES = frozenset(
    "the of and for with by from that this these which are was were has have had their its into to".split()
)


def stray_english(text: str, masked: Sequence[Span], english: str) -> Iterator[Span]:
    """Yield up to four words at a time that a Russian text shares with its English original.

    What lies in masked spans (symbols, addresses) is left out.
    """
    for match in _WORDS.finditer(text):
        words = match.group().split(" ")
        if len(words) == 1 and (len(words[0]) < SHORTEST or words[0] in _KEPT):
            continue
        if len(words) > 1 and _OF_SENTENCES.isdisjoint(words):
            continue
        if any(span.start < match.end() and match.start() < span.end for span in masked):
            continue
        if not _BEFORE.search(text[: match.start()]) or not _AFTER.match(text, match.end()):
            continue
        if re.search(rf"\b{match.group()}\b", english):
            yield Span(*match.span())
