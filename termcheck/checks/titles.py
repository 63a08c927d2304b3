"""Titles of the English that no title of the Russian answers, and what stands in their place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from termcheck.alignment.bitext import Bitext
from termcheck.glossary.forms import declension
from termcheck.model import RUSSIAN, Concept, Mention, Pair, Passage, Register, Span, Status

_TITLES = frozenset({Register.FULL, Register.SHORT})
_OFFICIAL = (Status.PREFERRED, Status.ADMITTED)
# Below this likeness other words are meant; "Генеральной Асамблеи" is at 97.
_LIKE = 86.0
_LIKE_WORD = 72.0
_WORD = re.compile(r"\w+(?:[-’']\w+)*")


@dataclass(frozen=True, slots=True)
class Near:
    """What stands almost as a title: its place, and the form that it comes nearest to."""

    passage: Passage
    form: str


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A title of the English without an answer in its pair; `near` is what was probably meant for one."""

    pair: Pair
    english: Mention
    near: Near | None


def is_title(mention: Mention) -> bool:
    """Tell whether a mention is of a fixed title, not of a common noun with a role."""
    return (
        mention.concept.domain == "title"
        and mention.concept.kind != "role"
        and mention.term.register in _TITLES
    )


@lru_cache(maxsize=4)
def unanswered_titles(bitext: Bitext) -> tuple[Unanswered, ...]:
    """Return the titles that the English of a trusted pair has and its Russian lacks, each once a pair."""
    return tuple(_unanswered(bitext))


def _unanswered(bitext: Bitext) -> Iterator[Unanswered]:
    for pair in bitext.trusted:
        titles = {
            mention.concept.id: mention
            for mention in bitext.english_mentions(pair.source)
            if is_title(mention)
        }
        if not titles:
            continue
        answered = {mention.concept.id for mention in bitext.russian_mentions(pair.target)}
        answered.update(*(bitext.russian.inner[passage.segment.position] for passage in pair.target))
        for identity, mention in titles.items():
            if identity not in answered:
                yield Unanswered(pair, mention, _nearest(mention.concept, pair))


def _nearest(concept: Concept, pair: Pair) -> Near | None:
    best: tuple[float, Near] | None = None
    for passage in pair.target:
        text = passage.text
        for form in _forms(concept):
            if len(form) < 8:
                continue
            alignment = fuzz.partial_ratio_alignment(form, text, score_cutoff=_LIKE)
            if alignment is None:
                continue
            span = _whole_words(text, alignment.dest_start, alignment.dest_end)
            found = text[span.start : span.end]
            score = fuzz.ratio(form, found)
            if score < _LIKE or not _same_words_nearly(form, found) or (best and score <= best[0]):
                continue
            place = Span(passage.span.start + span.start, passage.span.start + span.end)
            best = score, Near(Passage(passage.segment, place), form)
    return best[1] if best else None


def _forms(concept: Concept) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            text
            for term in concept.terms
            if term.language == RUSSIAN and term.register in _TITLES and term.status in _OFFICIAL
            for _, text in declension(term, concept)
        )
    )


def _whole_words(text: str, start: int, end: int) -> Span:
    while (
        start and (text[start - 1].isalnum() or text[start - 1] in "-’'") and text[start : start + 1].strip()
    ):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] in "-’'") and text[end - 1].strip():
        end += 1
    found = text[start:end]
    start += len(found) - len(found.lstrip(" ,.;:()«»"))
    return Span(start, start + len(found.strip(" ,.;:()«»")))


def _same_words_nearly(form: str, found: str) -> bool:
    """Tell a slip from other words: each word must be near its own, or two run together make one."""
    ours, theirs = _WORD.findall(form), _WORD.findall(found)
    if len(ours) != len(theirs):
        return fuzz.ratio("".join(ours), "".join(theirs)) > 94
    return all(fuzz.ratio(one, other) >= _LIKE_WORD for one, other in zip(ours, theirs, strict=True))
