"""Find the terms of a glossary in a text, in any inflection."""

import re
from collections.abc import Iterator, Sequence
from copy import copy

from spacy import attrs
from spacy.tokens import Doc

from termcheck.glossary.compiled import Candidate, CompiledGlossary
from termcheck.glossary.forms import GAP, HEADING
from termcheck.model import ENGLISH, Mention, Passage, Register, Segment, Span, Status

_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"\d{4}")
_OFFICIAL = (Status.PREFERRED, Status.ADMITTED)
_LONGEST_NUMBER = 4  # words that fill a gap in a heading: «4 и 5»
# After these a capital is no sign of a name.
_SENTENCE_ENDS = frozenset({".", "!", "?", ":", "…"})


def find_terms(
    doc: Doc, segment: Segment, language: str, glossary: CompiledGlossary, masked: Sequence[Span] = ()
) -> tuple[tuple[Mention, ...], frozenset[str]]:
    """Return the mentions in a segment, and the ids of the concepts named inside longer names.

    The longest term wins, and its words belong to it alone: «Южный Судан» is no «Судан». What was found
    inside it is told apart, since it still answers a name on the other side: the "General Assembly" in
    "President of the General Assembly". So is a name with a year put into it, «Конференция 2015 года
    участников …». Nothing is found in masked spans (symbols, addresses).
    """
    words = _Words(doc, segment.prose, language, glossary, masked)
    mentions: list[Mention] = []
    inner: set[str] = set()
    if heading := words.heading():  # and the names in it stand there all the same
        mentions.append(_mention(heading, Passage(segment, Span(0, len(segment.text)))))
    reached = 0
    for first in words.beginnings():
        if first < reached or not (candidate := words.match(first)):
            continue
        reached = first + len(candidate.form.words)
        span = Span(words.starts[first], words.end(reached - 1))
        mentions.append(_mention(candidate, Passage(segment, span)))
        inner.update(set(words.inside(first, candidate)) - {candidate.concept.id})
    inner.update(words.parted_by_years())
    return tuple(mentions), frozenset(inner)


def _mention(candidate: Candidate, passage: Passage) -> Mention:
    form = candidate.form
    return Mention(candidate.concept, candidate.term, passage, form.text, form.readings)


class _Words:
    """The words of a text without its blanks, and the terms that may begin at them."""

    def __init__(
        self, doc: Doc, text: str, language: str, glossary: CompiledGlossary, masked: Sequence[Span]
    ) -> None:
        # Numbers by the array, not tokens one by one: most words are asked for nothing but their key.
        table = doc.to_array([attrs.NORM, attrs.IDX, attrs.LENGTH, attrs.IS_SPACE])
        keys, starts, lengths, _ = table[table[:, 3] == 0].T.tolist() if len(doc) else ([],) * 4
        self.starts: list[int] = starts
        self._keys: list[int] = keys
        self._lengths: list[int] = lengths
        self._strings = doc.vocab.strings
        self._text = text
        self._language = language
        self._glossary = glossary
        self._masked = masked
        # In a title written in capitals throughout, a capital tells nothing.
        self._all_capitals = self._text.isupper() and len(keys) > 1

    def beginnings(self) -> Iterator[int]:
        """Yield the words at which some term may begin."""
        seen = self._glossary.seen(self._language)
        for word, key in enumerate(self._keys):
            seconds = seen.get(key)
            if seconds is None:
                seconds = seen[key] = self._glossary.seconds(self._language, self._strings[key])
            if seconds and ("" in seconds or self._key(word + 1) in seconds) and not self._is_masked(word):
                yield word

    def match(self, first: int, within: int | None = None) -> Candidate | None:
        """Return the longest term that begins at this word, shorter than `within` words if that is given."""
        candidates = self._candidates(first)
        if not candidates:
            return None
        longest = len(candidates[0].rest)
        following = tuple(self._strings[key] for key in self._keys[first + 1 : first + 1 + longest])
        for candidate in candidates:
            length = len(candidate.rest)
            if following[:length] != candidate.rest or (within is not None and length + 1 >= within):
                continue
            if candidate.concept.domain == HEADING:
                continue
            end = first + 1 + length
            if self._is_name(first, end, candidate):
                return self._best_written(first, end, candidate, candidates)
        return None

    def heading(self) -> Candidate | None:
        """Return the heading that the words are as a whole."""
        if not self._keys:
            return None
        with_gap = self._glossary.candidates(self._language, self._key(0), GAP)
        headings = (found for found in (*self._candidates(0), *with_gap) if found.concept.domain == HEADING)
        return next((heading for heading in headings if self._is_heading(heading.form.words)), None)

    def inside(self, first: int, candidate: Candidate) -> Iterator[str]:
        """Yield the other concepts that a match names: «корейский» is of both Koreas, and names in a name."""
        for other in self._candidates(first):
            if other.form.words == candidate.form.words:
                yield other.identity
        length = len(candidate.form.words)
        for word in range(first, first + length):
            found = self.match(word, within=length)
            if found and word + len(found.form.words) <= first + length:
                yield found.concept.id

    def parted_by_years(self) -> Iterator[str]:
        """Yield the concepts whose names have a year put into them."""
        years = [word for word in range(1, len(self._keys) - 1) if self._is_year(word)]
        if not years:
            return
        whole = copy(self)
        whole.starts, whole._keys, whole._lengths = (
            [number for word, number in enumerate(numbers) if word not in years and word - 1 not in years]
            for numbers in (self.starts, self._keys, self._lengths)
        )
        for first in whole.beginnings():
            found = whole.match(first)
            if not found:
                continue
            begins, ends = whole.starts[first], whole.starts[first + len(found.form.words) - 1]
            if any(begins < self.starts[year] < ends for year in years):
                yield found.concept.id

    def _is_year(self, word: int) -> bool:
        return self._key(word + 1) == "года" and _YEAR.fullmatch(self._key(word)) is not None

    def end(self, word: int) -> int:
        """Return the offset after a word."""
        return self.starts[word] + self._lengths[word]

    def _candidates(self, word: int) -> tuple[Candidate, ...]:
        return self._glossary.candidates(self._language, self._key(word), self._key(word + 1))

    def _key(self, word: int) -> str:
        return self._strings[self._keys[word]] if word < len(self._keys) else ""

    def _best_written(
        self, first: int, end: int, candidate: Candidate, candidates: Sequence[Candidate]
    ) -> Candidate:
        """Return the term of the same words and concept whose capitals are those of the text.

        «Европейский Суд по правам человека» and «Европейский суд …» are both in official use.
        """
        text = "".join(self._written(first, end))
        alike = (
            other
            for other in candidates
            if other.rest == candidate.rest
            and other.identity == candidate.identity
            and (other.term.status in _OFFICIAL) is (candidate.term.status in _OFFICIAL)
            and other.form.text.replace(" ", "") == text
        )
        return next(alike, candidate)

    def _is_heading(self, words: Sequence[str]) -> bool:
        """Tell whether a segment is this heading, a mark at its end aside; "…" stands for a number or two."""
        keys = [self._strings[key] for key in self._keys]
        while keys and not keys[-1].isalnum():
            keys.pop()
        return _is_filled(words, keys)

    def _is_masked(self, word: int) -> bool:
        return any(span.start <= self.starts[word] < span.end for span in self._masked)

    def _written(self, first: int, end: int) -> list[str]:
        return [self._text[self.starts[word] : self.end(word)] for word in range(first, end)]

    def _is_name(self, first: int, end: int, candidate: Candidate) -> bool:
        """Tell whether the capitals of the text allow this term here."""
        term, form = candidate.term, candidate.form
        words = self._written(first, end)
        if term.register is Register.ABBREVIATION:  # WHO is no "who", МОМ no «мом»
            return "".join(words) == form.text.replace(" ", "") and not self._all_capitals
        if form.text == form.text.lower():
            return True
        if term.homonym and self._begins_sentence(first) and not self._stands_in_list(end):
            return False
        if self._language == ENGLISH:
            return _capitals_kept(form.text, " ".join(words))
        # A name of several words is unmistakable even in small letters; one word is not: «того», «чад».
        return (len(words) > 1 and not term.homonym) or words[0][0].isupper()

    def _begins_sentence(self, word: int) -> bool:
        return word == 0 or self._written(word - 1, word)[0] in _SENTENCE_ENDS

    def _stands_in_list(self, end: int) -> bool:
        """Tell whether a text ends here, or goes on with a comma and another name: «Того, Тонга …»."""
        after = self._written(end, min(end + 2, len(self._keys)))
        return not after or (len(after) == 2 and after[0] == "," and after[1][0].isupper())


def _is_filled(words: Sequence[str], keys: Sequence[str]) -> bool:
    """Tell whether words with gaps become these keys when the gaps are filled with numbers."""
    if not words or not keys:
        return not words and not keys
    if words[0] != GAP:
        return words[0] == keys[0] and _is_filled(words[1:], keys[1:])
    return any(
        any(character.isdigit() for character in "".join(keys[:length]))
        and _is_filled(words[1:], keys[length:])
        for length in range(1, min(_LONGEST_NUMBER, len(keys)) + 1)
    )


def _capitals_kept(ours: str, text: str) -> bool:
    """Tell whether each word that we write with a capital has one in the text."""
    pairs = zip(_WORD.findall(ours), _WORD.findall(text), strict=False)
    return all(found[0].isupper() or not word[0].isupper() for word, found in pairs)
