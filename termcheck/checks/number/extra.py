"""number/extra."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.number_pairs import number_differences
from termcheck.model import Message, Problem, Severity
from termcheck.numbers import Notation


@check("number/extra", Severity.HINT, Reach.PAIR)
def extra(bitext: Bitext) -> Iterator[Problem]:
    """Find a figure of the Russian that the English has not, in words and as part of something either.

    Official Russian may add one with good reason, such as the year of a date: worth a look.

    Wrong:  the States present: 35 присутствовавших государств
    Right:  the 35 States present: 35 присутствовавших государств
    """
    for difference in number_differences(bitext):
        russian = difference.russian
        if difference.english is not None or russian is None or not russian.absent:
            continue
        if russian.number.notation is not Notation.DIGITS:
            continue
        yield Problem(
            russian.passage,
            Message("{number} is not in the English", {"number": russian.number.text}),
            source=bitext.english_for(russian.passage),
            cause=russian.number.value,
        )
