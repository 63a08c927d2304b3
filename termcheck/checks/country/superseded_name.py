"""country/superseded-name."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.enumeration import NAMING
from termcheck.checks.rendering import in_place_of
from termcheck.model import RUSSIAN, Mention, Message, Problem, Severity, Status, Term


@check("country/superseded-name", Severity.WARNING, Reach.PAIR)
def superseded_name(bitext: Bitext) -> Iterator[Problem]:
    """Find a name of a State that did not hold on the date of the report.

    An error where the English has the name of that date, a hint where it has another as well. Without a
    date the English decides.

    Authority: UNTERM, official names of States, with the dates of their changes.

    Wrong:  (2021) правительство Свазиленда
    Right:  (2021) правительство Эсватини
    """
    for segment_mentions in bitext.russian.mentions:
        for mention in segment_mentions:
            if mention.concept.domain == "country" and mention.concept.kind != "former":
                yield from _problems(mention, bitext)


def _problems(mention: Mention, bitext: Bitext) -> Iterator[Problem]:
    right = _name_of_the_time(mention, bitext)
    if right is None:
        return
    english = _names(mention, bitext)
    if not english and bitext.date is None:
        return
    timely = [other for other in english if other.term.holds(bitext.date)]
    yield Problem(
        mention.passage,
        Message(
            _template(mention.term),
            {"found": mention.passage.text, "right": right.text, "year": _year(mention.term)},
        ),
        suggestions=in_place_of(mention, right, mention.concept, bitext),
        source=(timely or english)[0].passage if english else None,
        severity=_severity(len(english), len(timely)),
        cause=f"{mention.concept.id} {mention.term.text}",
    )


def _severity(names: int, timely: int) -> Severity | None:
    """Tell how sure it is, by the English names of the State and how many of them are those of the date."""
    if not names:
        return None
    # "North Macedonia, then called the former Yugoslav Republic of Macedonia": the old name is meant.
    return Severity.ERROR if names == timely else Severity.HINT


def _names(mention: Mention, bitext: Bitext) -> tuple[Mention, ...]:
    return tuple(other for other in bitext.english_of(mention) if other.term.register in NAMING)


def _name_of_the_time(mention: Mention, bitext: Bitext) -> Term | None:
    """Return the name that should stand here if the mention's own did not hold at the time."""
    if mention.term.register not in NAMING:
        return None
    if bitext.date is None:
        old = {other.term.status is Status.SUPERSEDED for other in _names(mention, bitext)}
        if mention.term.status is not Status.SUPERSEDED or old != {False}:
            return None
    elif mention.term.holds(bitext.date):
        return None
    return next(
        (
            term
            for term in mention.concept.terms
            if term.language == RUSSIAN
            and term.register == mention.term.register
            and term.status is not Status.DEPRECATED
            and term is not mention.term
            and term.holds(bitext.date)
        ),
        None,
    )


def _template(term: Term) -> str:
    if term.until:
        return "«{found}» has not been the name since {year}; it is «{right}»"
    if term.since:
        return "«{found}» has been the name only since {year}; it was «{right}»"
    return "«{found}» is no longer the name; it is «{right}»"


def _year(term: Term) -> str:
    day = term.until or term.since
    return str(day.year) if day else ""
