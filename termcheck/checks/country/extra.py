"""country/extra."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.country_pairs import country_differences, exchanged, goes_without_saying
from termcheck.model import Message, Problem, Severity


@check("country/extra", Severity.WARNING, Reach.PAIR)
def extra(bitext: Bitext) -> Iterator[Problem]:
    """Find a State that the Russian names and the English does not.

    It is a hint where the English may mean it by a pronoun.

    Wrong:  Peru and Uruguay: Перу, Уругвай и Чили
    Right:  Peru and Uruguay: Перу и Уругвай
    """
    for difference in country_differences(bitext):
        # country/changed says it
        told = {russian.concept.id for _, russian in exchanged(difference, bitext)}
        for mention in difference.extra.values():
            if mention.concept.id in told:
                continue
            implied = goes_without_saying(mention, difference.pair, bitext)
            yield Problem(
                mention.passage,
                Message("the English does not name «{found}» here", {"found": mention.passage.text}),
                source=difference.pair.source[0],
                severity=Severity.HINT if implied else None,
                cause=mention.concept.id,
            )
