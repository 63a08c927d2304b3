"""country/changed."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.country_adjectives import exchanged_adjectives
from termcheck.checks.country_pairs import country_differences, exchanged
from termcheck.checks.narrowing import without_kind
from termcheck.checks.rendering import in_place_of, russian_answer
from termcheck.model import Message, Problem, Severity


@check("country/changed", Severity.ERROR, Reach.PAIR)
def changed(bitext: Bitext) -> Iterator[Problem]:
    """Find a State that stands where the English names another one.

    One State of the English has no counterpart in the Russian, and the Russian names one that the English
    does not. Also, for a warning, an adjective or a noun of nationality that nothing in the English explains,
    where the English names another State more often than the Russian.

    Wrong:  the Government of Niger: правительство Нигерии
    Right:  the Government of Niger: правительство Нигера
    """
    for difference in country_differences(bitext):
        for english, russian in exchanged(difference, bitext):
            term = russian_answer(english.concept, english.term)
            suggestions = in_place_of(russian, term, english.concept, bitext) if term else ()
            passage, right = without_kind(russian, english.concept, suggestions)
            yield Problem(
                passage,
                Message(
                    "“{english}” is another State than «{found}»",
                    {"english": english.passage.text, "found": russian.passage.text},
                ),
                suggestions=right,
                source=english.passage,
                cause=f"{russian.concept.id} for {english.concept.id}",
            )
    for english, russian in exchanged_adjectives(bitext):
        yield Problem(
            russian.passage,
            Message(
                "“{english}” is of another State than «{found}»",
                {"english": english.passage.text, "found": russian.passage.text},
            ),
            source=english.passage,
            severity=Severity.WARNING,
            cause=f"{russian.concept.id} for {english.concept.id}",
        )
