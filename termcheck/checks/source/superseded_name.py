"""source/superseded-name."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.enumeration import NAMING
from termcheck.model import ENGLISH, Mention, Message, Pair, Problem, Severity, Status, Term


@check("source/superseded-name", Severity.HINT, Reach.PAIR)
def superseded_name(bitext: Bitext) -> Iterator[Problem]:
    """Find a name of a State in the English original that did not hold on the date of the report.

    Only where the Russian has the name of that date, so that no history is meant.

    Authority: UNTERM, official names of States, with the dates of their changes.

    Wrong:  (2021) the Government of Swaziland
    Right:  (2021) the Government of Eswatini
    """
    if bitext.date is None:
        return
    for pair in bitext.trusted:
        timely = _timely_states(pair, bitext)
        for mention in bitext.english_mentions(pair.source) if timely else ():
            right = _name_of_the_time(mention, bitext) if mention.concept.id in timely else None
            if right:
                yield Problem(
                    mention.passage,
                    Message(
                        "the English says “{found}”; on the date of the report the name was “{right}”",
                        {"found": mention.passage.text, "right": right.text},
                    ),
                    suggestions=(right.text,),
                    cause=f"{mention.concept.id} {mention.term.text}",
                )


def _timely_states(pair: Pair, bitext: Bitext) -> set[str]:
    """The States that the Russian names as they were called on the date of the report.

    Where the Russian has the old name too, history is told, or country/superseded-name speaks.
    """
    held = dict[str, bool]()
    for mention in bitext.russian_mentions(pair.target):
        if mention.term.register in NAMING:
            holds = mention.term.holds(bitext.date)
            held[mention.concept.id] = holds and held.get(mention.concept.id, True)
    return {state for state, holds in held.items() if holds}


def _name_of_the_time(mention: Mention, bitext: Bitext) -> Term | None:
    concept, term = mention.concept, mention.term
    if concept.domain != "country" or concept.kind == "former" or term.register not in NAMING:
        return None
    if term.holds(bitext.date):
        return None
    return next(
        (
            other
            for other in concept.terms
            if other.language == ENGLISH
            and other.register == term.register
            and other.status is not Status.DEPRECATED
            and other.holds(bitext.date)
        ),
        None,
    )
