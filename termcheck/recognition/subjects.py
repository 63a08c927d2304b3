"""Whether a name is what the verb after it speaks of: «В ходе сессии Чили заявила»."""

import re
from collections.abc import Iterator

from termcheck.language import morphology
from termcheck.language.morphology import WordReading
from termcheck.model import Mention

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_AFTER = re.compile(r"(?:\s\([^)]*\))?\s+((?:[а-яё]+\s){0,2}[а-яё]+)")  # past an abbreviation in brackets
_CLAUSE = re.compile(r"[^.;:!?,()«»—–<>]*$")
_SMALL = frozenset({"PREP", "CONJ"})
_BETWEEN = frozenset({"ADVB", "PRCL", "CONJ"})  # «Чили также не поддержала»


def is_subject(mention: Mention) -> bool:
    """Tell whether a finite verb follows that agrees with a name and with no other noun before it."""
    text, span = mention.passage.segment.text, mention.passage.span
    numbers = {reading.number for reading in mention.readings if reading.case == "nomn"}
    verb = _verb_after(text[span.end :])
    if verb is None or verb.number not in numbers:
        return False
    clause = _CLAUSE.search(text[: span.start])
    return not any(_agree(noun, verb) for noun in _nominatives(clause[0] if clause else ""))


def _verb_after(text: str) -> WordReading | None:
    after = _AFTER.match(text)
    before = ""
    for word in after[1].split() if after else ():
        first = morphology.readings(word)[0]
        if first.part == "VERB":
            return None if before == "не" and first.lemma == "быть" else first  # «возражений Чили не было»
        if first.part not in _BETWEEN or word in ("и", "или"):
            return None
        before = word
    return None


def _nominatives(clause: str) -> Iterator[WordReading]:
    for word in _WORD.findall(clause):
        if any(reading.part in _SMALL for reading in morphology.readings(word)):
            continue  # «в» is a letter as well
        for reading in morphology.readings(word):
            if reading.case == "nomn" and reading.part in ("NOUN", "NPRO"):
                yield reading


def _agree(noun: WordReading, verb: WordReading) -> bool:
    # Past tenses have a gender, and plurals none.
    return noun.number == verb.number and ("" in (noun.gender, verb.gender) or noun.gender == verb.gender)
