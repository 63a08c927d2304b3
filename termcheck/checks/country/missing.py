"""country/missing."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.comparison import country_differences
from termcheck.checks.rendering import russian_answer
from termcheck.model import Message, Problem, Severity


@check("country/missing", Severity.WARNING, Reach.PAIR)
def missing(bitext: Bitext) -> Iterator[Problem]:
    """Find a State that the English names and the Russian does not.

    An adjective, a noun of nationality or the capital counts as naming the State; how often it is named
    does not matter.

    Wrong:  Chile, Peru and Uruguay: Перу и Уругвай
    Right:  Chile, Peru and Uruguay: Перу, Уругвай и Чили
    """
    for difference in country_differences(bitext):
        if len(difference.missing) == len(difference.extra) == 1:
            continue  # country/changed says it
        for mention in difference.missing.values():
            term = russian_answer(mention.concept, mention.term)
            yield Problem(
                difference.pair.target[0],
                Message("“{english}” is not named here", {"english": mention.passage.text}),
                suggestions=(term.text,) if term else (),
                source=mention.passage,
                absent=True,
                cause=mention.concept.id,
            )
