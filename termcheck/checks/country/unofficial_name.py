"""country/unofficial-name."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.rendering import in_place_of, russian_answer
from termcheck.model import Mention, Message, Problem, Severity, Status


@check("country/unofficial-name", Severity.WARNING, Reach.PAIR)
def unofficial_name(bitext: Bitext) -> Iterator[Problem]:
    """Find a name of a State that is not its official one.

    It is an error where the English has the official name, a hint where the English is as informal.

    Authority: UNTERM, official names of States.

    Wrong:  Йемен, Молдова и Пакистан
    Right:  Йемен, Пакистан и Республика Молдова
    """
    for segment_mentions in bitext.russian.mentions:
        for mention in segment_mentions:
            if mention.concept.domain == "country" and mention.term.status is Status.DEPRECATED:
                yield _problem(mention, bitext)


def _problem(mention: Mention, bitext: Bitext) -> Problem:
    english = bitext.english_of(mention)
    official = [other for other in english if other.term.status in (Status.PREFERRED, Status.ADMITTED)]
    severity = None
    if official:
        severity = Severity.ERROR
    elif english:
        severity = Severity.HINT
    term = russian_answer(mention.concept, official[0].term if official else None)
    suggestions = in_place_of(mention, term, mention.concept, bitext) if term else ()
    return Problem(
        mention.passage,
        Message(
            "«{found}» is not the official name; it is «{right}»",
            {"found": mention.passage.text, "right": term.text if term else ""},
        ),
        suggestions=suggestions,
        source=(official or english)[0].passage if english else None,
        severity=severity,
        cause=f"{mention.concept.id} {mention.term.text}",
    )
