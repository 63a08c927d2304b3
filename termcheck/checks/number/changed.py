"""number/changed."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.changed_magnitudes import changed_magnitudes
from termcheck.checks.check import Reach, check
from termcheck.checks.number_pairs import number_differences
from termcheck.model import Message, Problem, Severity
from termcheck.numbers import Kind, Number, rewritten

_NUMBER = "the English has {right}, not {found}"
_REFERENCE = "the English refers to {what} {right}, not {found}"


@check("number/changed", Severity.WARNING, Reach.PAIR)
def changed(bitext: Bitext) -> Iterator[Problem]:
    """Find a number that is not the one in the English.

    Figures, words and Roman numerals are compared by what they mean: "1.5 million" is «1,5 млн», "eleventh"
    is «11-й» and "3 p.m." is «15 ч. 00 м.». What the Russian adds or leaves out is not told here.
    Two figures that have changed places are told where the words beside them or their order leave no doubt.

    Wrong:  in 26 of 35 States: в 26 из 38 государств
    Right:  in 26 of 35 States: в 26 из 35 государств
    """
    for difference in number_differences(bitext):
        english, russian = difference.english, difference.russian
        if english is None or russian is None:
            continue
        right = rewritten(russian.number, english.number)
        refers = russian.number.kind is Kind.REFERENCE and english.number.kind is Kind.REFERENCE
        found = russian.number.text
        values = {"found": _said(russian.number), "right": _said(english.number), "what": english.number.unit}
        yield Problem(
            russian.passage,
            Message(_REFERENCE if refers else _NUMBER, values),
            suggestions=(right,) if right and right != found else (),
            source=english.passage,
            severity=None if difference.certain else Severity.HINT,
            cause="{found} for {right}".format_map(values),
        )
    for place, source in changed_magnitudes(bitext):
        values = {"found": place.text, "right": source.text}
        yield Problem(
            place, Message(_NUMBER, values), source=source, cause="{found} for {right}".format_map(values)
        )


def _said(number: Number) -> str:
    return f"{number.text} {number.scale}".rstrip()
