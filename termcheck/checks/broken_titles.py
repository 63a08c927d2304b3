"""Titles with a word lost («Организации Объединенных»), or with one in another case than its neighbour.

No dictionary tells these from right words; the glossary does, as the other words of the title stand there.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

from termcheck.alignment.bitext import Bitext
from termcheck.checks.near import TITLES
from termcheck.glossary.compiled import Candidate, CompiledGlossary
from termcheck.language.inflection import adjective_forms
from termcheck.language.morphology import WordReading, readings
from termcheck.language.pipelines import tokenize
from termcheck.language.scripts import fold
from termcheck.model import RUSSIAN, Concept, Passage, Register, Segment, Span, Status

_WHOLE = TITLES | {Register.FORMAL}
_OFFICIAL = (Status.PREFERRED, Status.ADMITTED)
_MODIFIERS = frozenset({"ADJF", "PRTF"})
_NAMING = frozenset({"NOUN", "NPRO", "NUMR", *_MODIFIERS})
_JOINING = frozenset({"PREP", "CONJ", "PRCL"})
_PHRASE = 2  # words that come together without a title
_CYRILLIC = re.compile(r"[А-Яа-яЁё-]+")


@dataclass(frozen=True, slots=True)
class BrokenTitle:
    """Words that are a title's but for one, lost or in another case.

    `right` is the title in the form that was meant, `english` where the English names it.
    """

    passage: Passage
    right: str
    concept: Concept
    english: Passage | None


@dataclass(frozen=True, slots=True)
class _Found:
    """A title that may be meant by some words; `torn` if they can be nothing else."""

    passage: Passage
    candidate: Candidate
    torn: bool


@lru_cache(maxsize=4)
def broken_titles(bitext: Bitext) -> tuple[BrokenTitle, ...]:
    """Return the broken titles of the Russian, in reading order, each place once.

    One that may be a phrase as well has to be named in the English, more often than in the Russian.
    """
    found = (
        _judged(list(places), bitext)
        for segment in bitext.russian.document.segments
        if not segment.text.isupper()
        for _, places in groupby(_Reader(segment, bitext).broken(), lambda broken: broken.passage.span.start)
    )
    return tuple(broken for broken in found if broken)


def _judged(found: Sequence[_Found], bitext: Bitext) -> BrokenTitle | None:
    """Return which of the titles that may be meant is, as far as the English tells."""
    pair = bitext.counterpart(found[0].passage.segment)
    english = bitext.english_mentions(pair.source) if pair else ()
    russian = bitext.russian_mentions(pair.target) if pair else ()
    named = Counter(mention.concept.id for mention in english)
    answered = Counter(mention.concept.id for mention in russian)
    best = max(found, key=lambda broken: (broken.candidate.identity in named, broken.torn))
    identity = best.candidate.identity
    if not best.torn and named[identity] <= answered[identity]:
        return None
    source = next((mention.passage for mention in english if mention.concept.id == identity), None)
    return BrokenTitle(best.passage, best.candidate.form.text, best.candidate.concept, source)


class _Reader:
    """The words of a segment, and the names in it that are whole."""

    def __init__(self, segment: Segment, bitext: Bitext) -> None:
        doc = [token for token in tokenize(segment.prose, RUSSIAN) if not token.is_space]
        self._keys = [token.norm_ for token in doc]
        self._spans = [Span(token.idx, token.idx + len(token)) for token in doc]
        self._segment = segment
        self._glossary = bitext.glossary
        self._whole = [mention.passage.span for mention in bitext.russian.mentions[segment.position]]
        self._whole += bitext.russian.masked[segment.position]

    def broken(self) -> Iterator[_Found]:
        """Yield what may be meant by broken titles, place by place."""
        text = self._segment.text
        for first, (span, following) in enumerate(pairwise(self._spans)):
            begins = text[span.start].isupper() and text[following.start].isalpha()
            if not begins or any(whole.start < span.start < whole.end for whole in self._whole):
                continue
            if disagreeing := self._disagreeing(first):
                yield disagreeing
                continue
            for candidate, lost in self._with_lost_word(first):
                broken = self._shortened(first, candidate, lost)
                # «Группа оценки» may be another one than «Группа управленческой оценки».
                if broken.torn or _is_unmistakable(broken.passage.text):
                    yield broken

    def _with_lost_word(self, first: int) -> Iterator[tuple[Candidate, int]]:
        """Yield the titles whose words begin here, all but one, with the number of that one."""
        glossary, keys = self._glossary, self._keys
        second = keys[first + 1]
        for candidate in glossary.candidates(RUSSIAN, keys[first], second):
            words = candidate.form.words
            lost = next((n for n, word in enumerate(words) if self._key(first + n) != word), len(words))
            if 2 <= lost < len(words) and self._stands(first, candidate, lost):
                yield candidate, lost
        for other in _seconds(glossary, keys[first]):
            if other in ("", second):
                continue
            for candidate in glossary.candidates(RUSSIAN, keys[first], other):
                if candidate.form.words[2:3] == (second,) and self._stands(first, candidate, 1):
                    yield candidate, 1

    def _stands(self, first: int, candidate: Candidate, lost: int) -> bool:
        """Tell whether the words of a title but one stand here, and are no other name."""
        words = candidate.form.words
        rest = words[:lost] + words[lost + 1 :]
        end = first + len(rest)
        if sum(word[0].isalpha() for word in rest) < 2 or not words[lost].isalpha():
            return False
        if tuple(self._keys[first:end]) != rest or not _is_official(candidate):
            return False
        span = Span(self._spans[first].start, self._spans[end - 1].end)
        if any(whole.start <= span.start and span.end <= whole.end for whole in self._whole):
            return False
        if any(other.form.words == rest for other in self._glossary.candidates(RUSSIAN, *rest[:2])):
            return False
        return lost < len(words) - 1 or self._breaks_off(end, words[lost])

    def _breaks_off(self, end: int, lost: str) -> bool:
        """Tell whether what follows can be no other last word: «Комитет по правам пациентов»."""
        before, after = self._key(end - 1), self._key(end)
        if not after:  # the line goes on in the next one
            return False
        if not _is_modifier(before) and not _is_preposition(before):
            return bool(_CYRILLIC.fullmatch(after)) and not _may_name(after) and after not in ("и", "или")
        if any(reading.part in _JOINING for reading in readings(after)[:1]):
            return True
        cases = {reading.case for reading in readings(lost)}
        return not any(
            reading.part in _NAMING and reading.case in cases for reading in readings(after) if reading.case
        )

    def _shortened(self, first: int, candidate: Candidate, lost: int) -> _Found:
        words, own = candidate.form.words, candidate.form.text
        inside = lost < len(words) - 1
        # «Организация Наций»: a name has each of its capitals, even where its words make a phrase.
        named = candidate.concept.domain == "title" and words[lost].capitalize() in own
        torn = named if inside else _is_modifier(words[lost - 1])
        return _Found(self._passage(first, len(words) - 1), candidate, torn)

    def _passage(self, first: int, length: int) -> Passage:
        return Passage(self._segment, Span(self._spans[first].start, self._spans[first + length - 1].end))

    def _disagreeing(self, first: int) -> _Found | None:
        """Return a title of an adjective and a noun of which one is in another case or number."""
        adjective, noun = self._keys[first], self._keys[first + 1]
        modifiers = [reading for reading in readings(adjective) if reading.part in _MODIFIERS]
        nouns = [reading for reading in readings(noun) if reading.part == "NOUN" and reading.known]
        if not modifiers or not nouns or any(_agree(one, other) for one in modifiers for other in nouns):
            return None
        forms = adjective_forms(modifiers[0].lemma)
        for reading in nouns:
            gender = "" if reading.number == "plur" else reading.gender
            form = forms.get((reading.case, reading.number, gender))
            found = self._title(first, fold(form), noun) if form else None
            if found:
                return _Found(self._passage(first, len(found.form.words)), found, torn=True)
        return None

    def _title(self, first: int, adjective: str, noun: str) -> Candidate | None:
        """Return the longest title that stands here if its first word is put right."""
        following = tuple(self._keys[first + 1 :])
        return next(
            (
                candidate
                for candidate in self._glossary.candidates(RUSSIAN, adjective, noun)
                if following[: len(candidate.rest)] == candidate.rest and _is_official(candidate)
            ),
            None,
        )

    def _key(self, word: int) -> str:
        return self._keys[word] if word < len(self._keys) else ""


@lru_cache(maxsize=1 << 14)
def _seconds(glossary: CompiledGlossary, first: str) -> frozenset[str]:
    return glossary.seconds(RUSSIAN, first)


def _is_official(candidate: Candidate) -> bool:
    term, concept = candidate.term, candidate.concept
    return (
        concept.domain in ("title", "country")
        and concept.kind != "role"
        and term.register in _WHOLE
        and term.status in _OFFICIAL
        and term.attested
        and candidate.form.text[0].isupper()
    )


def _agree(one: WordReading, other: WordReading) -> bool:
    same = one.case == other.case and one.number == other.number
    same = same and (one.animacy == other.animacy or not one.animacy or not other.animacy)
    return same and (one.number == "plur" or one.gender in ("", other.gender) or not other.gender)


def _is_modifier(word: str) -> bool:
    found = [reading for reading in readings(word) if reading.known]
    return bool(found) and all(reading.part in _MODIFIERS for reading in found)


def _is_preposition(word: str) -> bool:
    return any(reading.part == "PREP" for reading in readings(word)[:1])


def _is_unmistakable(text: str) -> bool:
    words = _CYRILLIC.findall(text)
    return len(words) > _PHRASE or any(map(_is_preposition, words))


def _may_name(word: str) -> bool:
    return any(reading.part in _NAMING for reading in readings(word))
