"""Find the terms of a glossary in a text, in any inflection."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from termcheck.glossary.compiled import Candidate, CompiledGlossary
from termcheck.model import ENGLISH, Mention, Passage, Register, Segment, Span

_WORD = re.compile(r"[^\W_]+")
# After these a capital is no sign of a name.
_SENTENCE_ENDS = frozenset({".", "!", "?", ":", "…"})


def find_terms(
    doc: Doc, segment: Segment, language: str, glossary: CompiledGlossary, masked: Sequence[Span] = ()
) -> tuple[tuple[Mention, ...], frozenset[str]]:
    """Return the mentions in a segment, and the ids of the concepts named inside longer names.

    The longest term wins, and its words belong to it alone: «Южный Судан» is no «Судан». What was found
    inside it is told apart, since it still answers a name on the other side: the "General Assembly" in
    "President of the General Assembly". Nothing is found in masked spans (symbols, addresses).
    """
    words = _Words(doc, masked)
    mentions: list[Mention] = []
    inner: set[str] = set()
    position = 0
    while position < len(words.keys):
        candidate = words.match(position, language, glossary)
        if candidate is None:
            position += 1
            continue
        end = position + 1 + len(candidate.rest)
        span = Span(words.starts[position], words.ends[end - 1])
        mentions.append(_mention(candidate, Passage(segment, span)))
        inner.update(words.namesakes(candidate, language, glossary))
        for inside in range(position, end):
            within = words.match(inside, language, glossary, shorter_than=end - position, limit=end)
            if within and within.concept.id != candidate.concept.id:
                inner.add(within.concept.id)
        position = end
    return tuple(mentions), frozenset(inner)


class _Words:
    """The words of a text without its blanks: comparison keys, offsets, and what the text writes."""

    def __init__(self, doc: Doc, masked: Sequence[Span]) -> None:
        tokens = [(token.norm_, token.idx, token.text) for token in doc if not token.is_space]
        self.keys = tuple(key for key, _, _ in tokens)
        self.starts = tuple(start for _, start, _ in tokens)
        self.texts = tuple(text for _, _, text in tokens)
        self.ends = tuple(start + len(text) for _, start, text in tokens)
        self._masked = masked
        # In a title written in capitals throughout, a capital tells nothing.
        self._all_capitals = doc.text.isupper()

    def match(
        self,
        first: int,
        language: str,
        glossary: CompiledGlossary,
        shorter_than: int = 1000,
        limit: int | None = None,
    ) -> Candidate | None:
        """Return the longest term that begins at this word."""
        candidates = glossary.candidates(language, self.keys[first])
        if not candidates or self._is_masked(first):
            return None
        for candidate in candidates:
            end = first + 1 + len(candidate.rest)
            if end - first >= shorter_than or (limit is not None and end > limit):
                continue
            if self.keys[first + 1 : end] == candidate.rest and self._is_name(
                first, end, candidate, language
            ):
                return candidate
        return None

    def _best_written(
        self, first: int, end: int, candidate: Candidate, candidates: Sequence[Candidate]
    ) -> Candidate:
        """Return the term of the same words and concept whose capitals are those of the text.

        «Европейский Суд по правам человека» and «Европейский суд …» are both in official use.
        """
        text = "".join(self.texts[first:end])
        for other in candidates:
            if (
                other.rest == candidate.rest
                and other.concept is candidate.concept
                and other.term.status is candidate.term.status
                and other.form.text.replace(" ", "") == text
            ):
                return other
        return candidate

    def namesakes(self, candidate: Candidate, language: str, glossary: CompiledGlossary) -> set[str]:
        """Return the other concepts that have this form: «корейский» answers both Koreas."""
        words = candidate.form.words
        return {
            other.concept.id for other in glossary.candidates(language, words[0]) if other.form.words == words
        } - {candidate.concept.id}

    def _is_masked(self, word: int) -> bool:
        return any(span.start <= self.starts[word] < span.end for span in self._masked)

    def _is_name(self, first: int, end: int, candidate: Candidate, language: str) -> bool:
        """Tell whether the capitals of the text allow this term here."""
        term, form = candidate.term, candidate.form
        texts = self.texts[first:end]
        if term.register is Register.ABBREVIATION:  # WHO is no "who", МОМ no «мом»
            return "".join(texts) == form.text.replace(" ", "") and not (
                self._all_capitals and len(self.keys) > 1
            )
        if not any(character.isupper() for character in form.text):
            return True
        if term.homonym and self._begins_sentence(first) and not self._stands_in_list(end):
            return False
        if language == ENGLISH:
            return _capitals_kept(form.text, " ".join(texts))
        # A name of several words is unmistakable even in small letters; one word is not: «того», «чад».
        return (len(texts) > 1 and not term.homonym) or texts[0][0].isupper()

    def _begins_sentence(self, word: int) -> bool:
        return word == 0 or self.texts[word - 1] in _SENTENCE_ENDS

    def _stands_in_list(self, end: int) -> bool:
        """Tell whether a text ends here, or goes on with a comma and another name: «Того, Тонга …»."""
        after = self.texts[end : end + 2]
        return not after or (len(after) == 2 and after[0] == "," and after[1][0].isupper())


def _capitals_kept(ours: str, text: str) -> bool:
    """Tell whether each word that we write with a capital has one in the text."""
    pairs = zip(_WORD.findall(ours), _WORD.findall(text), strict=False)
    return all(found[0].isupper() or not word[0].isupper() for word, found in pairs)


def _mention(candidate: Candidate, passage: Passage) -> Mention:
    form = candidate.form
    return Mention(candidate.concept, candidate.term, passage, form.text, form.readings)
