"""country/extra."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.comparison import country_differences
from termcheck.model import Message, Problem, Severity


@check("country/extra", Severity.WARNING, Reach.PAIR)
def extra(bitext: Bitext) -> Iterator[Problem]:
    """Find a State that the Russian names and the English does not.

    Wrong:  Peru and Uruguay: Перу, Уругвай и Чили
    Right:  Peru and Uruguay: Перу и Уругвай
    """
    for difference in country_differences(bitext):
        if len(difference.missing) == len(difference.extra) == 1:
            continue  # country/changed says it
        for mention in difference.extra.values():
            yield Problem(
                mention.passage,
                Message("the English does not name «{found}» here", {"found": mention.passage.text}),
                source=difference.pair.source[0],
                cause=mention.concept.id,
            )
