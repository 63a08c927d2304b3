"""What stands almost as a title in a text: misspelt, run together, or with one word that is another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from termcheck.glossary.forms import declension
from termcheck.language.scripts import fold
from termcheck.model import RUSSIAN, Concept, Mention, Passage, Register, Span, Status

TITLES = frozenset({Register.FULL, Register.SHORT})
_OFFICIAL = (Status.PREFERRED, Status.ADMITTED)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u00ad]|[-’'](?=[^\W\d_]))*")
_FIGURE = re.compile(r"\d+")
_NEAR = 86.0  # «Генеральной Асамблеи» is at 97 of 100
_NEAR_WORD = 72.0  # each word by itself: «Асамблеи» and «Ассамблеи» are at 94, «Устава» and «Хартии» at 17
_SHORT = 8  # letters: a shorter title is near too many words


@dataclass(frozen=True, slots=True)
class Near:
    """What stands almost as a title: its place, the form that it comes nearest to, and how.

    `other_word` is the one word that is another than the title's; empty if all are its own, but misspelt.
    """

    passage: Passage
    form: str
    other_word: str


def nearest(concept: Concept, target: Sequence[Passage], mentions: Sequence[Mention]) -> Near | None:
    """Return what comes nearest to a title in a text, outside the titles that stand there by right."""
    taken = [(mention.passage.segment, mention.passage.span) for mention in mentions]
    candidates = [
        (score, near)
        for passage in target
        for form in _forms(concept)
        for score, near in _near_windows(form, passage)
        if not any(
            segment is passage.segment
            and span.start <= near.passage.span.start
            and near.passage.span.end <= span.end
            for segment, span in taken
        )
    ]
    return max(candidates, key=lambda candidate: candidate[0])[1] if candidates else None


def _near_windows(form: str, passage: Passage) -> Iterator[tuple[float, Near]]:
    """Yield the places in a passage that come near to a form, each with its likeness from 0 to 100."""
    wanted = _WORD.findall(form)
    words = list(_WORD.finditer(passage.text))
    # Words may be run together or torn apart, so windows of one word less or more are looked at as well.
    for length in (len(wanted), len(wanted) - 1, len(wanted) + 1):
        for first in range(len(words) - length + 1) if length else ():
            window = words[first : first + length]
            span = Span(passage.span.start + window[0].start(), passage.span.start + window[-1].end())
            found = passage.segment.text[span.start : span.end]
            score, other_word = _likeness(form, wanted, found, [word.group() for word in window])
            if score:
                yield score, Near(Passage(passage.segment, span), form, other_word)


def _likeness(form: str, wanted: Sequence[str], found: str, words: Sequence[str]) -> tuple[float, str]:
    """Return how near some words come to a title, 0 if not near, and the one word that is another."""
    # «Конвенция 1999 года о …»: a year that is put into a title misspells nothing.
    if set(_FIGURE.findall(found)) - set(_FIGURE.findall(form)):
        return 0.0, ""
    if len(words) != len(wanted):
        near = len(form) >= _SHORT and fuzz.ratio("".join(wanted).lower(), "".join(words).lower()) > 94
        return (fuzz.ratio(form, found), "") if near else (0.0, "")
    other = [(ours, theirs) for ours, theirs in zip(wanted, words, strict=True) if fold(ours) != fold(theirs)]
    if len(other) > max(1, 2 * len(wanted) // 3):
        return 0.0, ""
    strange = [pair for pair in other if fuzz.ratio(fold(pair[0]), fold(pair[1])) < _NEAR_WORD]
    score = fuzz.ratio(fold(form), fold(found))
    if not strange and len(form) >= _SHORT and score >= _NEAR:
        return score, ""
    unbroken = (
        not set(_WORD.sub("", found)) - set(form) - {" ", "\u00a0"}
    )  # no comma, no figure among the words
    if len(strange) == 1 and len(wanted) > 1 and unbroken and _may_replace(*strange[0]):
        return score / 2, strange[0][1]
    return 0.0, ""


def _may_replace(ours: str, theirs: str) -> bool:
    """Tell whether one word may stand for another in a title: of one kind and shape, with its capital."""
    return len(ours) > 3 and len(theirs) > 3 and ours[0].isupper() == theirs[0].isupper()


def _forms(concept: Concept) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            text
            for term in concept.terms
            if term.language == RUSSIAN and term.register in TITLES and term.status in _OFFICIAL
            for _, text in declension(term, concept)
        )
    )
