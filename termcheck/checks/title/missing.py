"""title/missing."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.rendering import russian_answer
from termcheck.checks.titles import unanswered_titles
from termcheck.model import Message, Problem, Severity


@check("title/missing", Severity.HINT, Reach.PAIR)
def missing(bitext: Bitext) -> Iterator[Problem]:
    """Find a title of the English for which the Russian has none of the known renderings.

    A hint: the second mention of a body may well be «Комитет» or «он».

    Wrong:  the General Assembly decided: постановила она
    Right:  the General Assembly decided: Генеральная Ассамблея постановила
    """
    for title in unanswered_titles(bitext):
        if title.near is not None:
            continue  # title/misspelt says it
        concept = title.english.concept
        term = russian_answer(concept, title.english.term)
        yield Problem(
            title.pair.target[0],
            Message("no known rendering of “{english}” stands here", {"english": title.english.passage.text}),
            suggestions=(term.text,) if term else (),
            source=title.english.passage,
            absent=True,
            cause=concept.id,
        )
