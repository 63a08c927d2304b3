"""abbreviation/unused."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.introductions import Introduction, english_uses, introductions, russian_uses
from termcheck.checks.slipped_abbreviations import slipped_abbreviations
from termcheck.checks.wrong_abbreviations import wrong_abbreviations
from termcheck.model import Document, Message, Problem, Severity
from termcheck.recognition.abbreviations import Definition

_WORD = re.compile(r"[^\W_]+")
_ENDING = 2  # letters at the end of a short name that change with the case: «Комитету»
_STEM = 3
_ENDINGS = "[а-яёa-z]{0,4}"
_LIST = 3  # so many abbreviations in one paragraph: a list that names them for the record


@check("abbreviation/unused", Severity.HINT, Reach.DOCUMENT)
def unused(bitext: Bitext) -> Iterator[Problem]:
    """Find an abbreviation or short name that is introduced and does not come again.

    «Далее» promises that it will. Nothing is said where the English does not use its own again either, nor
    in a list of participants, which gives the abbreviations for the record.

    Wrong:  Фонд развития сел (ФРС) был создан в 2004 году. Взносы в Фонд развития сел растут.
    Right:  Фонд развития сел (ФРС) был создан в 2004 году. Взносы в ФРС растут.
    """
    found = introductions(bitext)
    amiss = {wrong.introduction.russian.label for wrong in wrong_abbreviations(bitext)}
    amiss |= {slip.introduction.russian.label for slip in slipped_abbreviations(bitext)}
    together = [introduction.russian.label.segment.position for introduction in found]
    for introduction in found:
        definition = introduction.russian
        if definition.label in amiss or together.count(definition.label.segment.position) >= _LIST:
            continue
        if _comes_again(
            definition, bitext.russian.document, len(russian_uses(bitext).get(definition.key, ()))
        ):
            continue
        if bitext.english is not None and not _english_uses_it(introduction, bitext):
            continue
        yield Problem(
            definition.label,
            Message("«{name}» is introduced here and does not come again", {"name": definition.label.text}),
            source=introduction.english.label if introduction.english else None,
            cause=definition.key,
        )


def _english_uses_it(introduction: Introduction, bitext: Bitext) -> bool:
    """Tell whether the English introduces a short name at this place, and uses it."""
    english = introduction.english
    if english is None or bitext.english is None:
        return False
    return _comes_again(english, bitext.english.document, len(english_uses(bitext).get(english.key, ())))


def _comes_again(definition: Definition, document: Document, uses: int) -> bool:
    """Tell whether a short name stands anywhere else, in any case form."""
    if uses > 1:
        return True
    words = [
        word if word.isupper() else word[: max(_STEM, len(word) - _ENDING)]
        for word in _WORD.findall(definition.label.text)
    ]
    if not words:
        return True
    form = re.compile(r"(?<!\w)" + (_ENDINGS + r"\W+").join(map(re.escape, words)) + _ENDINGS + r"(?!\w)")
    own = definition.label
    return any(
        segment is not own.segment or not own.span.start <= match.start() < own.span.end
        for segment in document.segments
        for match in form.finditer(segment.text)
    )
