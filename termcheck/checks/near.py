"""What stands almost as a title in a text: misspelt, run together, or with one word that is another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from termcheck.glossary.forms import declension
from termcheck.language.morphology import readings
from termcheck.language.scripts import fold
from termcheck.model import RUSSIAN, Concept, Mention, Passage, Reading, Register, Span, Status, Term
from termcheck.recognition.context import likely_readings

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
    `goes_on` tells that the other word has more words of its own: «людей с инвалидностью» for «инвалидов».
    """

    passage: Passage
    form: str
    term: Term
    reading: Reading
    other_word: str
    goes_on: bool = False


def nearest(concept: Concept, target: Sequence[Passage], mentions: Sequence[Mention]) -> Near | None:
    """Return what comes nearest to a title in a text, outside the titles that stand there by right."""
    taken = [(mention.passage.segment, mention.passage.span) for mention in mentions]
    candidates = [
        (score, near)
        for passage in target
        for form, term, reading in _forms(concept)
        for score, near in _near_windows(form, term, reading, passage)
        if not any(
            segment is passage.segment
            and span.start <= near.passage.span.start
            and near.passage.span.end <= span.end
            for segment, span in taken
        )
    ]
    if not candidates:
        return None
    best = max(candidates, key=lambda candidate: candidate[0])[1]
    return (
        _in_its_case(best, [near for _, near in candidates], concept, mentions) if best.other_word else best
    )


def _in_its_case(best: Near, here: Sequence[Near], concept: Concept, mentions: Sequence[Mention]) -> Near:
    """Return what comes near in the case that the other words tell, or the place of the whole."""
    most = max(map(_common, here))
    forms = {near.reading: near for near in here if _common(near) == most}
    if len(forms) > 1:
        forms = {reading: near for reading, near in forms.items() if _may_be(reading, best.other_word)}
    mention = Mention(concept, best.term, best.passage, best.form, tuple(forms))
    neighbours = [other for other in mentions if other.passage.segment is best.passage.segment]
    likely = likely_readings(mention, neighbours)
    return forms[likely[0]] if likely else best


def _common(near: Near) -> int:
    """How many words are those of the form."""
    pairs = zip(_WORD.findall(near.form), _WORD.findall(near.passage.text), strict=False)
    return sum(fold(ours) == fold(theirs) for ours, theirs in pairs)


def _near_windows(form: str, term: Term, reading: Reading, passage: Passage) -> Iterator[tuple[float, Near]]:
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
                goes_on = window[-1].group() == other_word and _has_attribute(passage, span.end)
                yield score, Near(Passage(passage.segment, span), form, term, reading, other_word, goes_on)


def _may_be(reading: Reading, word: str) -> bool:
    """Tell whether a word may stand in a case and number."""
    return any((other.case, other.number) == (reading.case, reading.number) for other in readings(word))


def _has_attribute(passage: Passage, end: int) -> bool:
    """Tell whether a preposition follows, which may belong to the word before it."""
    word = re.match(r"\s+([а-яё]+)", passage.segment.text[end:])
    return word is not None and any(reading.part == "PREP" for reading in readings(word[1]))


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
    if not strange and len(other) == 1 and _are_two_words(*other[0]):
        strange = other  # «Азиатский союз»: letters in common make no misspelt «Африканский»
    unbroken = (
        not set(_WORD.sub("", found)) - set(form) - {" ", "\u00a0"}
    )  # no comma, no figure among the words
    if len(strange) == 1 and len(wanted) > 1 and unbroken and _may_replace(*strange[0]):
        return score / 2, strange[0][1]
    return 0.0, ""


def _may_replace(ours: str, theirs: str) -> bool:
    """Tell whether one word may stand for another in a title: of one kind and shape, with its capital."""
    return len(ours) > 3 and len(theirs) > 3 and ours[0].isupper() == theirs[0].isupper()


def _are_two_words(ours: str, theirs: str) -> bool:
    """Tell whether the dictionary has two words, and not as forms of one."""
    lemmas = [{reading.lemma for reading in readings(word) if reading.known} for word in (ours, theirs)]
    return all(lemmas) and lemmas[0].isdisjoint(lemmas[1])


def _forms(concept: Concept) -> tuple[tuple[str, Term, Reading], ...]:
    return tuple(
        (text, term, reading)
        for term in concept.terms
        if term.language == RUSSIAN and term.register in TITLES and term.status in _OFFICIAL
        for reading, text in declension(term, concept)
    )
