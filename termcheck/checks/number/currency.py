"""number/currency."""

from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.placed_numbers import Placed, placed_numbers
from termcheck.model import ENGLISH, RUSSIAN, Message, Passage, Problem, Severity
from termcheck.numbers import Currency, currency_of, names_currency


@check("number/currency", Severity.WARNING, Reach.PAIR)
def currency(bitext: Bitext) -> Iterator[Problem]:
    """Find money in another currency than in the English.

    One and the same sum stands once on either side, with its currency beside it.

    Wrong:  €2.5 million: 2,5 млн долл. США
    Right:  €2.5 million: 2,5 млн евро
    """
    if bitext.english is None:
        return
    for pair in bitext.trusted:
        if not any(names_currency(passage.text, ENGLISH) for passage in pair.source):
            continue
        english, _ = placed_numbers(bitext.english, pair.source, ENGLISH, whole=True)
        theirs = _sums(english, ENGLISH)
        if not theirs:
            continue
        russian, _ = placed_numbers(bitext.russian, pair.target, RUSSIAN, whole=True)
        for value, (place, ours) in _sums(russian, RUSSIAN).items():
            if value not in theirs or theirs[value][1].key == ours.key:
                continue
            source, right = theirs[value]
            found = Passage(place.segment, ours.span)
            sign = Passage(source.segment, right.span)
            yield Problem(
                found,
                Message("the English has {right}, not {found}", {"right": sign.text, "found": found.text}),
                source=sign,
                cause=f"{ours.key} for {right.key}",
            )


def _sums(numbers: Sequence[Placed], language: str) -> dict[str, tuple[Passage, Currency]]:
    """The sums with a currency, by their value; those that stand there twice are left out."""
    found = dict[str, tuple[Passage, Currency]]()
    twice = set[str]()
    for placed in numbers:
        of = currency_of(placed.number, placed.passage.segment.text, language)
        value = placed.number.value
        if of and value in found:
            twice.add(value)
        elif of:
            found[value] = (placed.passage, of)
    return {value: known for value, known in found.items() if value not in twice}
