"""number/missing."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.number_pairs import number_differences, weighs
from termcheck.model import Message, Problem, Severity
from termcheck.numbers import Notation, in_russian


@check("number/missing", Severity.HINT, Reach.PAIR)
def missing(bitext: Bitext) -> Iterator[Problem]:
    """Find a figure of the English that the Russian lacks, in words and as part of something too.

    A sum, a share, a day or an hour is told as a warning. Official Russian may leave out other figures with
    good reason, such as a year that goes without saying: worth a look.

    Wrong:  in 26 of 35 States: в 26 государствах
    Right:  in 26 of 35 States: в 26 из 35 государств
    """
    for difference in number_differences(bitext):
        english = difference.english
        if difference.russian is not None or english is None or not english.absent:
            continue
        if english.number.notation is not Notation.DIGITS:
            continue
        yield Problem(
            difference.pair.target[0],
            Message("{number} of the English is not here", {"number": english.number.text}),
            suggestions=(in_russian(english.number),),
            source=english.passage,
            absent=True,
            severity=Severity.WARNING if weighs(english.number) else None,
            cause=english.number.value,
        )
