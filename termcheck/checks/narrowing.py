"""The narrowest name in which a longer one is wrong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from termcheck.glossary.compiled import CompiledGlossary
from termcheck.language.pipelines import tokenize
from termcheck.model import RUSSIAN, Mention, Passage, Span, Status
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
