"""country/list-duplicate."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.enumeration import enumerations
from termcheck.model import Kind, Mention, Message, Problem, Segment, Severity

_AT_LEAST = 4
_AND = re.compile(r"\bи\b")
# «были представлены следующие государства»: who is represented as one thing is not as another.
_REPRESENTED = re.compile(r"\bпредставлен[аы]?\b", re.IGNORECASE)


@check("country/list-duplicate", Severity.ERROR, Reach.DOCUMENT)
def list_duplicate(bitext: Bitext) -> Iterator[Problem]:
    """Find a State that is listed twice, or stands in two lists that exclude each other.

    Under one heading, a State represented as a party is not represented as a non-party as well.

    Wrong:  Австрия, Гана, Дания, Индия, Гана
    Right:  Австрия, Гана, Дания, Индия
    """
    listed: dict[str, Mention] = {}
    for segment in bitext.russian.document.segments:
        if segment.kind is Kind.HEADING:
            listed = {}
        for run in enumerations(bitext.russian.mentions[segment.position], _AT_LEAST):
            if _of_pairs(run):
                continue
            here: dict[str, Mention] = {}
            for mention in run:
                if mention.concept.id in here:
                    yield _problem(here[mention.concept.id], mention, "«{found}» is listed twice")
                here.setdefault(mention.concept.id, mention)
            if not _of_represented(bitext, segment):
                continue
            for identity in here.keys() & listed.keys():
                yield _in_two(listed[identity], here[identity], bitext)
            listed.update(here)


def _in_two(earlier: Mention, later: Mention, bitext: Bitext) -> Problem:
    """Report it in the list that the English does not have it in, else in the later one."""
    if bitext.counterpart(earlier.passage.segment) and not bitext.english_of(earlier):
        earlier, later = later, earlier
    return _problem(earlier, later, "«{found}» stands in two lists that exclude each other")


def _problem(first: Mention, second: Mention, template: str) -> Problem:
    return Problem(
        second.passage,
        Message(template, {"found": second.passage.text}),
        related=(first.passage,),
        cause=second.concept.id,
    )


def _of_pairs(run: Sequence[Mention]) -> bool:
    """Tell an enumeration of pairs («между Индией и Непалом, Индией и Бутаном») from a list of States."""
    text = run[0].passage.segment.text
    gaps = (text[one.passage.span.end : other.passage.span.start] for one, other in pairwise(run))
    return sum(bool(_AND.search(gap)) for gap in gaps) > 1


def _of_represented(bitext: Bitext, segment: Segment) -> bool:
    """Tell whether a list is one of those represented, by its own words or those that lead up to it."""
    segments = bitext.russian.document.segments
    before = segments[segment.position - 1].text if segment.position else ""
    introduction = segment.text if not before.rstrip().endswith(":") else f"{before} {segment.text}"
    return bool(_REPRESENTED.search(introduction))
