"""symbol/missing."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.symbol_pairs import matched_differences
from termcheck.model import Message, Problem, Severity


@check("symbol/missing", Severity.WARNING, Reach.PAIR)
def missing(bitext: Bitext) -> Iterator[Problem]:
    """Find a document symbol of the English that the Russian lacks.

    Wrong:  the report (A/76/100): этот доклад
    Right:  the report (A/76/100): этот доклад (A/76/100)
    """
    for difference in matched_differences(bitext):
        if difference.english is None or difference.russian is not None:
            continue
        source, english = difference.english
        symbol = str(english.symbol or english.text)
        yield Problem(
            difference.pair.target[0],
            Message("{symbol} of the English is not here", {"symbol": symbol}),
            suggestions=(symbol,),
            source=source,
            absent=True,
            cause=symbol,
        )
