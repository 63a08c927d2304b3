"""Words that no dictionary knows, and that would make a name if they were spelt right."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from termcheck.alignment.bitext import Bitext
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.language.morphology import is_known
from termcheck.language.pipelines import tokenize
from termcheck.language.scripts import CYRILLIC, fold, script
from termcheck.model import RUSSIAN, Mention, Passage, Register, Segment, Span
from termcheck.recognition.terms import find_terms

_WORD = re.compile(r"[^\W\d_]{5,}(?:[-‑][^\W\d_]+)*")
_SLIPS = 2  # letters left out, put in, changed or exchanged; one in a word of fewer than eight
_MEANINGS = 12  # words of a glossary that a misspelt one is tried for


@lru_cache(maxsize=4)
def misspelt_names(bitext: Bitext) -> tuple[tuple[Passage, Mention], ...]:
    """Return the Russian passages that are nearly a name, each with the mention meant.

    That is a name of several words, or of a State: other single words are near too many.
    """
    return tuple(
        (passage, meant)
        for segment in bitext.russian.document.segments
        for passage, meant in _in_segment(segment, bitext)
    )


def _in_segment(segment: Segment, bitext: Bitext) -> Iterator[tuple[Passage, Mention]]:
    taken = [mention.passage.span for mention in bitext.russian.mentions[segment.position]]
    taken += bitext.russian.masked[segment.position]
    for match in _WORD.finditer(segment.text):
        if _known(match.group()) or script(match.group()) != CYRILLIC:
            continue
        if any(span.start <= match.start() < span.end for span in taken):
            continue
        for word in _near_words(match.group(), bitext.glossary):
            if meant := _with(word, Span(*match.span()), segment, bitext.glossary):
                yield meant
                break


def _near_words(word: str, glossary: CompiledGlossary) -> list[str]:
    """Return the words of names that a word may be a slip of; the first letter is seldom wrong."""
    key = fold(word)
    known = _words(glossary).get(key[0], ())
    slips = _SLIPS if len(word) >= 8 else 1
    found = process.extract(key, known, scorer=OSA.distance, score_cutoff=slips, limit=_MEANINGS)
    return [near for near, _, _ in found]


@lru_cache(maxsize=4)
def _words(glossary: CompiledGlossary) -> dict[str, list[str]]:
    """Return the Russian words of a glossary's names in all forms, by their first letters."""
    words: dict[str, list[str]] = defaultdict(list)
    for word in glossary.words():
        if len(word) > 4:
            words[word[0]].append(word)
    return words


_known = lru_cache(maxsize=1 << 16)(is_known)


def _with(
    word: str, span: Span, segment: Segment, glossary: CompiledGlossary
) -> tuple[Passage, Mention] | None:
    """Return the name that another word here would make, and where it would stand."""
    if segment.text[span.start].isupper():
        word = word.capitalize()
    text = segment.text[: span.start] + word + segment.text[span.end :]
    mentions, _ = find_terms(tokenize(text, RUSSIAN), replace(segment, text=text), RUSSIAN, glossary)
    for mention in mentions:
        found = mention.passage.span
        several = found.end - found.start > len(word) + 1
        # «Ливийсокй национальной армии»: an adjective has a capital where a name begins with it.
        adjective = mention.term.register is Register.ADJECTIVE
        state = mention.concept.domain == "country" and (
            adjective or _written_alike(mention.form, span, segment)
        )
        if found.start <= span.start < found.end and (several or state):
            end = found.end + len(segment.text) - len(text)
            return Passage(segment, Span(found.start, end)), mention
    return None


def _written_alike(name: str, span: Span, segment: Segment) -> bool:
    """Tell whether a word has the capital that the name has: «Словакки» is no «словаки»."""
    begins = not segment.text[: span.start].rstrip(" «(")[-1:].strip(".!?:…")
    return name[0].isupper() == segment.text[span.start].isupper() or begins
