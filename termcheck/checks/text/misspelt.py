"""text/misspelt."""

import re
from collections.abc import Iterator
from functools import lru_cache

from termcheck.alignment.bitext import Bitext
from termcheck.alignment.features import text_keys
from termcheck.checks.broken_titles import broken_titles
from termcheck.checks.check import Reach, check
from termcheck.checks.misspelling import misspelt_names
from termcheck.checks.titles import unanswered_titles
from termcheck.language.morphology import is_known
from termcheck.model import ENGLISH, RUSSIAN, Message, Passage, Problem, Severity, Span

# A capital within a sentence begins a name, which may be anything. «й» may be «и» with a sign above it.
_WORD = re.compile(r"(?:(?<![\w-])[а-яё]|(?:^|(?<=[.!?] ))[А-ЯЁ])[а-яё]{4,}(?![\w\u0306\u0308-])")
_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_ENDING = 2  # letters; a rare form of a word differs there, and is no slip: «гендерно» and «гендерной»
# These keys of a word tell how it sounds or looks, not what it means.
_UNCERTAIN = ("sound:", "latin:", "figure:")
_LONGEST = 60  # letters: more are no word, and have as many words beside them


@check("text/misspelt", Severity.WARNING, Reach.DOCUMENT)
def misspelt(bitext: Bitext) -> Iterator[Problem]:
    """Find a word with a slip, one letter from a word that the English or the report confirms.

    Told of words that no dictionary knows, and not of names and endings, where nothing is certain. A hint
    where the report alone has the right word.

    Wrong:  Adjournment of debate: Перорыв в прениях
    Right:  Adjournment of debate: Перерыв в прениях
    """
    told = _told_as_names(bitext)
    for segment, masked in zip(bitext.russian.document.segments, bitext.russian.masked, strict=True):
        for match in _WORD.finditer(segment.prose):
            word, passage = match.group(), Passage(segment, Span(*match.span()))
            if len(word) > _LONGEST or is_known(word) or any(_overlap(passage.span, span) for span in masked):
                continue
            if any(passage.segment is other.segment and _overlap(passage.span, other.span) for other in told):
                continue
            pair = bitext.counterpart(segment)
            english = " ".join(source.prose for source in pair.source) if pair else ""
            meant = _one_slip_away(word.lower())
            sure = _in_english(meant, word.lower(), english)
            if right := sure or tuple(other for other in meant if other in _written(bitext)):
                if word[0].isupper():
                    right = tuple(map(str.capitalize, right))
                yield Problem(
                    passage,
                    Message("«{word}» is nearly «{right}»", {"word": word, "right": right[0]}),
                    suggestions=right,
                    severity=None if sure else Severity.HINT,
                    source=pair.source[0] if pair and pair.source else None,
                    cause=word.lower(),
                )


def _told_as_names(bitext: Bitext) -> tuple[Passage, ...]:
    """Return what title/misspelt and country/misspelt tell of."""
    return (
        *(passage for passage, _ in misspelt_names(bitext)),
        *(broken.passage for broken in broken_titles(bitext)),
        *(title.near.passage for title in unanswered_titles(bitext) if title.near),
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _in_english(meant: tuple[str, ...], word: str, english: str) -> tuple[str, ...]:
    """Return the words that may be meant and that the English has."""
    if not meant:
        return ()
    theirs = text_keys(english, ENGLISH) - text_keys(word, RUSSIAN)
    return tuple(other for other in meant if not theirs.isdisjoint(_meaning(other)))


def _one_slip_away(word: str) -> tuple[str, ...]:
    """Return the words of the dictionary that come of one letter left out, put in, changed or exchanged."""
    inner = range(1, len(word) - _ENDING)
    tried = {word[:at] + word[at + 1 :]: None for at in inner}
    tried |= {word[:at] + word[at + 1] + word[at] + word[at + 2 :]: None for at in inner}
    tried |= {word[:at] + letter + word[at + 1 :]: None for at in inner for letter in _LETTERS}
    tried |= {word[:at] + letter + word[at:]: None for at in inner for letter in _LETTERS}
    return tuple(other for other in tried if is_known(other))


def _meaning(word: str) -> set[str]:
    return {key for key in text_keys(word, RUSSIAN) if not key.startswith(_UNCERTAIN)}


@lru_cache(maxsize=4)
def _written(bitext: Bitext) -> frozenset[str]:
    """Return the forms of the words that the report has, written as the dictionary writes them."""
    return frozenset(
        match.group().lower()
        for segment in bitext.russian.document.segments
        for match in _WORD.finditer(segment.prose)
        if is_known(match.group())
    )
