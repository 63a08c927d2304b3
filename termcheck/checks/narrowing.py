"""The narrowest part of a name that is wrong: a name within it, or a State's without its kind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from termcheck.checks.wording import same_words
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.glossary.forms import declension
from termcheck.language.pipelines import tokenize
from termcheck.model import RUSSIAN, Concept, Mention, Passage, Register, Span, Status
from termcheck.recognition.terms import find_terms

_OFFICIAL = (Status.PREFERRED, Status.ADMITTED)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u00ad]|[-’'](?=[^\W\d_]))*")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What stands wrong, what should stand there, and the name that it is."""

    passage: Passage
    right: str
    mention: Mention


def narrowest(mention: Mention, right: str, glossary: CompiledGlossary) -> Narrowed:
    """Return the shortest name in a mention that holds all that is wrong; if none does, the mention itself.

    «Председателя Совета безопасности» is wrong in «Совета безопасности». Both what stands there and what
    should must be names of one thing by themselves, of two words or more: «Секретарь» alone is another.
    `right` is the whole in its right form.
    """
    text = mention.passage.text
    ours, theirs = list(_WORD.finditer(text)), list(_WORD.finditer(right))
    wrong = [n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a.group() != b.group()]
    if wrong and len(ours) == len(theirs):
        for first, last in _windows(len(ours), wrong[0], wrong[-1]):
            start, end = ours[first].start(), ours[last].end()
            answer = right[theirs[first].start() : theirs[last].end()]
            found, meant = _name(text[start:end], mention, glossary), _name(answer, mention, glossary)
            if found and meant and found.concept.id == meant.concept.id and meant.term.status in _OFFICIAL:
                passage = _part(mention.passage, start, end)
                return Narrowed(passage, answer, replace(found, passage=passage))
    return Narrowed(mention.passage, right, mention)


def without_kind(
    mention: Mention, meant: Concept, suggestions: Sequence[str]
) -> tuple[Passage, tuple[str, ...]]:
    """Return the passage and what to put there without the kind of State that stands there already.

    «Королевство Марокко» in the place of «Королевство Таиланд», or of «Таиланд» after «Королевство», leaves
    «Марокко». What is left must be a name by itself: «Республика Молдова» has no shorter one.
    """
    passage = mention.passage
    for number in range(1, len(suggestions[0].split()) if suggestions else 0):
        words = suggestions[0].split()
        kind, rest = " ".join(words[:number]), " ".join(words[number:])
        if rest not in _short_names(meant):
            continue
        right = tuple(text[len(kind) + 1 :] for text in suggestions if text == f"{kind} {rest}")
        if passage.text.startswith(f"{kind} ") and passage.text[len(kind) + 1 :] in _short_names(
            mention.concept
        ):
            return _part(passage, len(kind) + 1, len(passage.text)), right
        before = passage.segment.text[: passage.span.start].split()[-number:]
        if same_words(" ".join(before), kind):
            return passage, right
    return passage, tuple(suggestions)


def _short_names(concept: Concept) -> frozenset[str]:
    return frozenset(
        text
        for term in concept.terms
        if (term.language, term.register) == (RUSSIAN, Register.SHORT) and term.status in _OFFICIAL
        for _, text in declension(term, concept)
    )


def _windows(words: int, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last words of all parts that hold some words, the shortest first."""
    for length in range(max(2, last - first + 1), words):
        for start in range(max(0, last - length + 1), min(first, words - length) + 1):
            yield start, start + length - 1


def _name(text: str, whole: Mention, glossary: CompiledGlossary) -> Mention | None:
    """Return the title that a text is from end to end."""
    segment = replace(whole.passage.segment, text=text)
    mentions, _ = find_terms(tokenize(text, RUSSIAN), segment, RUSSIAN, glossary)
    whole_text = len(mentions) == 1 and mentions[0].passage.text == text
    return mentions[0] if whole_text and mentions[0].concept.domain == whole.concept.domain else None


def _part(passage: Passage, start: int, end: int) -> Passage:
    return Passage(passage.segment, Span(passage.span.start + start, passage.span.start + end))
