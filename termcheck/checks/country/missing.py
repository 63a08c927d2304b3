"""country/missing."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.country_adjectives import exchanged_adjectives
from termcheck.checks.country_pairs import country_differences, exchanged, goes_without_saying
from termcheck.checks.rendering import russian_answer
from termcheck.model import Message, Problem, Severity


@check("country/missing", Severity.WARNING, Reach.PAIR)
def missing(bitext: Bitext) -> Iterator[Problem]:
    """Find a State that the English names and the Russian does not.

    An adjective, a noun of nationality or the capital counts as naming the State; how often it is named
    does not matter. It is a hint where a pronoun may stand for the name.

    Wrong:  Chile, Peru and Uruguay: Перу и Уругвай
    Right:  Chile, Peru and Uruguay: Перу, Уругвай и Чили
    """
    for difference in country_differences(bitext):
        # country/changed says it
        told = {english.concept.id for english, _ in exchanged(difference, bitext)}
        told |= {
            english.concept.id
            for english, russian in exchanged_adjectives(bitext)
            if bitext.counterpart(russian.passage.segment) is difference.pair
        }
        for mention in difference.missing.values():
            if mention.concept.id in told:
                continue
            term = russian_answer(mention.concept, mention.term)
            implied = goes_without_saying(mention, difference.pair, bitext)
            yield Problem(
                difference.pair.target[0],
                Message("“{english}” is not named here", {"english": mention.passage.text}),
                suggestions=(term.text,) if term else (),
                source=mention.passage,
                absent=True,
                severity=Severity.HINT if implied else None,
                cause=mention.concept.id,
            )
