"""text/mixed-script."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.language.scripts import mixed_script_words, unmix
from termcheck.model import Message, Passage, Problem, Severity


@check("text/mixed-script", Severity.ERROR, Reach.PAIR)
def mixed_script(bitext: Bitext) -> Iterator[Problem]:
    """Find a word with letters of two alphabets.

    It looks right and is not found by any search. Symbols and addresses are the business of other checks.

    Wrong:  правительство Aрмении (the first letter is Latin)
    Right:  правительство Армении
    """
    for segment, masked in zip(bitext.russian.document.segments, bitext.russian.masked, strict=True):
        for span in mixed_script_words(segment.text):
            if any(other.start < span.end and span.start < other.end for other in masked):
                continue
            passage = Passage(segment, span)
            right = unmix(passage.text)
            yield Problem(
                passage,
                Message("«{found}» has letters of two alphabets", {"found": passage.text}),
                suggestions=(right,) if right else (),
                severity=None if right else Severity.WARNING,
                cause=right or passage.text,
            )
