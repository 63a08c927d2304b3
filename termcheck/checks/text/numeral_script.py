"""text/numeral-script."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.language.scripts import to_latin
from termcheck.model import ENGLISH, Message, Passage, Problem, Segment, Severity, Span
from termcheck.numbers import find_numbers
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
# «2О15», «З0», «l2»: letters that a typist, or the reading of a scan, puts for figures. A small «о» after all
# figures is the sign of degrees («70о с. ш.»).
_FIGURE = re.compile(r"(?<![\w/])(?=[ОоOoЗзlIІ]*\d)(?=\d*[ОоOoЗзlIІ])[\dОоOoЗзlIІ]{2,}(?<!\d[оo])(?![\w/])")
_DIGITS = str.maketrans("ОоOoЗзlIІ", "000033111")


@check("text/numeral-script", Severity.WARNING, Reach.PAIR)
def numeral_script(bitext: Bitext) -> Iterator[Problem]:
    """Find a numeral with letters that only look like its own: Cyrillic in a Roman one, any in a figure.

    It looks right and is not found by any search; «У» is often typed for V, and О, З or l for 0, 3 or 1. A
    figure that the English has the same way is a name.

    Wrong:  в главе ІІІ (all letters are Cyrillic); в 2О15 году (О is a letter)
    Right:  в главе III; в 2015 году
    """
    for segment, masked in zip(bitext.russian.document.segments, bitext.russian.masked, strict=True):
        for problem in (*_romans(segment), *_figures(segment, bitext)):
            span = problem.passage.span
            if not any(other.start < span.end and span.start < other.end for other in masked):
                yield problem


def _romans(segment: Segment) -> Iterator[Problem]:
    for found in _CYRILLIC.finditer(segment.prose):
        right = found.group().translate(_LATIN)
        if roman_value(right) is None or not _counts(segment, found):
            continue
        yield Problem(
            Passage(segment, Span(*found.span())),
            Message(
                "«{found}» is in Cyrillic letters; it should be Latin {right}",
                {"found": found.group(), "right": right},
            ),
            suggestions=(right,),
            cause=right,
        )


def _figures(segment: Segment, bitext: Bitext) -> Iterator[Problem]:
    for found in _FIGURE.finditer(segment.prose):
        passage = Passage(segment, Span(*found.span()))
        right = found.group().translate(_DIGITS)
        pair = bitext.counterpart(segment)
        english = " ".join(source.prose for source in pair.source) if pair else ""
        if _has_figure(english, to_latin(found.group())):
            continue
        yield Problem(
            passage,
            Message("«{found}» has a letter for a figure", {"found": found.group()}),
            suggestions=(right,),
            source=bitext.english_for(passage),
            severity=_severity(found.group(), right, english),
            cause=right,
        )


def _severity(found: str, right: str, english: str) -> Severity:
    """Tell how sure it is: the English has the figure; or no such name, as «О3» may be without English."""
    if right.lstrip("0") in find_numbers(english, ENGLISH).known:
        return Severity.ERROR
    return Severity.WARNING if english or found[0].isdigit() else Severity.HINT


def _has_figure(text: str, figure: str) -> bool:
    return re.search(rf"(?<!\w){figure}(?![^\W_]*\d)", text) is not None


def _counts(segment: Segment, found: re.Match[str]) -> bool:
    """Tell whether letters surely are a numeral: «І» is no Russian letter, but «І» alone may be Ukrainian."""
    if "І" in found.group() and len(found.group()) > 1:
        return True
    before = segment.prose[max(0, found.start() - _CONTEXT) : found.start()]
    return bool(_BEFORE.search(before) or _AFTER.match(segment.prose, found.end()))
