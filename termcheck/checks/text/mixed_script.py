"""text/mixed-script."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.language.morphology import is_known
from termcheck.language.scripts import CYRILLIC, LATIN, mixed_script_words, script, unmix
from termcheck.model import Message, Passage, Problem, Severity


@check("text/mixed-script", Severity.ERROR, Reach.PAIR)
def mixed_script(bitext: Bitext) -> Iterator[Problem]:
    """Find a word with letters of two alphabets.

    It looks right and is not found by any search. Symbols and addresses are the business of other checks.

    Wrong:  правительство Aрмении (the first letter is Latin)
    Right:  правительство Армении
    """
    for segment, masked in zip(bitext.russian.document.segments, bitext.russian.masked, strict=True):
        for span in mixed_script_words(segment.prose):
            if any(other.start < span.end and span.start < other.end for other in masked):
                continue
            passage = Passage(segment, span)
            if _has_note_letter(passage.text):
                continue
            right = _whole_word(passage.text)
            yield Problem(
                passage,
                Message("«{found}» has letters of two alphabets", {"found": passage.text}),
                suggestions=(right,) if right else (),
                severity=None if right else Severity.WARNING,
                cause=right or passage.text,
            )


def _has_note_letter(word: str) -> bool:
    """Tell whether the letter of a footnote sticks to the end of a Russian word: «доставкиb»."""
    body, last = word[:-1], word[-1]
    looks_right = unmix(word)
    return (
        script(last) == LATIN
        and last.islower()
        and script(body) == CYRILLIC
        and is_known(body)
        and not (looks_right and is_known(looks_right))
    )


def _whole_word(word: str) -> str | None:
    """Return the word that was meant: in one alphabet, or without a letter typed twice («cсирийских»)."""
    unmixed = unmix(word)
    if unmixed and is_known(unmixed):
        return unmixed
    without = "".join(letter for letter in word if script(letter) != LATIN)
    return without if len(without) == len(word) - 1 and is_known(without) else unmixed
