"""symbol/missing."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext, references_in
from termcheck.checks.check import Reach, check
from termcheck.checks.symbol_pairs import matched_differences
from termcheck.model import Message, Pair, Passage, Problem, Severity
from termcheck.symbols import Reference

_FIGURE = re.compile(r"[\w-]+")  # "1267" of "1267 (1999)", "55" of "55/100"


@check("symbol/missing", Severity.WARNING, Reach.PAIR)
def missing(bitext: Bitext) -> Iterator[Problem]:
    """Find a document symbol of the English that the Russian lacks, or one number in a list of resolutions.

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
    for pair in bitext.trusted:
        for source, reference in _left_out(pair, bitext):
            yield Problem(
                pair.target[0],
                Message("{symbol} of the English is not here", {"symbol": reference.number}),
                suggestions=(reference.number,),
                source=source,
                absent=True,
                cause=reference.number,
            )


def _left_out(pair: Pair, bitext: Bitext) -> Iterator[tuple[Passage, Reference]]:
    """Yield the one resolution or decision that the Russian leaves out of several, if it has all others.

    A single one may well be «эта резолюция».
    """
    assert bitext.english is not None
    english = {
        reference.number: (place, reference)
        for place, reference in references_in(bitext.english, pair.source)
    }
    russian = {reference.number for _, reference in references_in(bitext.russian, pair.target)}
    missing = [number for number in english if number not in russian]
    text = " ".join(passage.segment.text for passage in pair.target)
    if len(missing) == 1 and len(english) > 1 and russian <= set(english):
        figure = _FIGURE.match(missing[0])
        if figure and not re.search(rf"(?<!\d){re.escape(figure.group())}(?!\d)", text):
            yield english[missing[0]]
