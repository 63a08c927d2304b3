"""symbol/extra."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.symbol_pairs import matched_differences
from termcheck.model import Message, Problem, Severity


@check("symbol/extra", Severity.WARNING, Reach.PAIR)
def extra(bitext: Bitext) -> Iterator[Problem]:
    """Find a document symbol that the English does not have.

    A corrigendum may exist in one language only: that is a hint.

    Wrong:  the report (A/76/100): доклад (A/76/100 и A/76/200)
    Right:  the report (A/76/100): доклад (A/76/100)
    """
    if bitext.english is None or not any(bitext.english.symbols):
        return  # an original without any symbols has been stripped of them
    for difference in matched_differences(bitext):
        if difference.russian is None or difference.english is not None:
            continue
        passage, russian = difference.russian
        yield Problem(
            passage,
            Message("the English does not have {symbol} here", {"symbol": russian.text}),
            source=difference.pair.source[0],
            severity=Severity.HINT if "Corr." in russian.text else None,
            cause=russian.text,
        )
