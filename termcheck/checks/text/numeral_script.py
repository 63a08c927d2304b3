"""text/numeral-script."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import Message, Passage, Problem, Segment, Severity, Span
from termcheck.numbers.roman import roman_value

# Cyrillic throughout: with a Latin letter among them, text/mixed-script tells.
_CYRILLIC = re.compile(r"(?<![\w-])[ІХУ]{1,7}(?![\w’'-]|\.[А-ЯA-Z])")
_LATIN = str.maketrans("ІХУ", "IXV")
# «Х» may be any name; beside one of these words it counts.
_BEFORE = re.compile(
    r"\b(?:[Гг]лав|[Рр]аздел|[Чч]аст|[Пп]риложени|[Дд]обавлени|[Тт]ом|[Ээ]тап|[Фф]аз|[Гг]рупп|[Кк]ласс|[Кк]вартал"
    r"|[Тт]ип|[Уу]ров|[Кк]атегори)[а-яё]*\s$"  # not «ГРУППА У РЕКИ»
)
_AFTER = re.compile(r"(?:\s(?:и|до)\s|\s?[–—-]\s?)?[IVXІХУ]*\s(?:век|столети|тысячелети|съезд|сесси)[а-яё]*")
_CONTEXT = 20  # code points


@check("text/numeral-script", Severity.WARNING, Reach.PAIR)
def numeral_script(bitext: Bitext) -> Iterator[Problem]:
    """Find a Roman numeral that is written in Cyrillic letters.

    It looks right and is not found by any search; «У» is often typed for V.

    Wrong:  в главе ІІІ (all letters are Cyrillic)
    Right:  в главе III
    """
    for segment, masked in zip(bitext.russian.document.segments, bitext.russian.masked, strict=True):
        for found in _CYRILLIC.finditer(segment.text):
            span = Span(*found.span())
            if any(other.start < span.end and span.start < other.end for other in masked):
                continue
            right = found.group().translate(_LATIN)
            if roman_value(right) is None or not _counts(segment, found):
                continue
            yield Problem(
                Passage(segment, span),
                Message(
                    "«{found}» is in Cyrillic letters; it should be Latin {right}",
                    {"found": found.group(), "right": right},
                ),
                suggestions=(right,),
                cause=right,
            )


def _counts(segment: Segment, found: re.Match[str]) -> bool:
    """Tell whether letters surely are a numeral: «І» is no Russian letter, but «І» alone may be Ukrainian."""
    if "І" in found.group() and len(found.group()) > 1:
        return True
    before = segment.text[max(0, found.start() - _CONTEXT) : found.start()]
    return bool(_BEFORE.search(before) or _AFTER.match(segment.text, found.end()))
