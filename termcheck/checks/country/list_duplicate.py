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
# «были представлены следующие государства»: who is represented as one thing is not as another. Reports that
# «были представлены следующими государствами» are another matter.
_REPRESENTED = re.compile(r"\bпредставлен[аы]?\b", re.IGNORECASE)
_PAPERS = re.compile(
    r"\b(?:доклад|ответ|информац|документ|замечани|кандидат|проект|заявлени|данн|сведени|предложени)"
)
# A vote begins with those in favour; the next one has lists of its own.
_IN_FAVOUR = re.compile(r"\bголосовали\s+за\b|^\W*за\s*:", re.IGNORECASE)
_VOTES = re.compile(r"\bголосовали\s+(?:за|против)\b|\bвоздержал\w+|^\W*(?:за|против)\s*:", re.IGNORECASE)


@check("country/list-duplicate", Severity.ERROR, Reach.DOCUMENT)
def list_duplicate(bitext: Bitext) -> Iterator[Problem]:
    """Find a State that is listed twice, or stands in two lists that exclude each other.

    Under one heading, a State represented as a party is not represented as a non-party as well; in one vote,
    a State that votes in favour does not abstain.

    Wrong:  Австрия, Гана, Дания, Индия, Гана
    Right:  Австрия, Гана, Дания, Индия
    """
    represented: dict[str, Mention] = {}
    voted: dict[str, Mention] = {}
    for segment in bitext.russian.document.segments:
        if segment.kind is Kind.HEADING:
            represented, voted = {}, {}
        for run in enumerations(bitext.russian.mentions[segment.position], 1):
            introduction = _introduction(bitext, run)
            here: dict[str, Mention] = {}
            for mention in run:
                if mention.concept.id in here and len(run) >= _AT_LEAST and not _of_pairs(run):
                    yield _problem(here[mention.concept.id], mention, "«{found}» is listed twice")
                here.setdefault(mention.concept.id, mention)
            if _IN_FAVOUR.search(introduction):
                voted = {}
            if _VOTES.search(introduction):
                yield from _in_both(voted, here, bitext)
            elif len(run) >= _AT_LEAST and _of_represented(bitext, segment):
                yield from _in_both(represented, here, bitext)


def _in_both(listed: dict[str, Mention], here: dict[str, Mention], bitext: Bitext) -> Iterator[Problem]:
    """Yield the States of a list that stand in one before, and put the others beside those."""
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


def _introduction(bitext: Bitext, run: Sequence[Mention]) -> str:
    """Return the sentence that leads up to a list, from the segment before if that ends with a colon."""
    segment = run[0].passage.segment
    text = segment.text[: run[0].passage.span.start]
    before = _text_before(bitext, segment)
    if not text.strip():
        return before
    return re.split(r"[.;]\s", text)[-1] if ":" in text else ""


def _text_before(bitext: Bitext, segment: Segment) -> str:
    before = bitext.russian.document.segments[segment.position - 1].text if segment.position else ""
    return before if before.rstrip().endswith(":") else ""


def _of_represented(bitext: Bitext, segment: Segment) -> bool:
    """Tell whether a list is one of those represented, by its own words or those that lead up to it."""
    introduction = f"{_text_before(bitext, segment)} {segment.text}"
    return bool(_REPRESENTED.search(introduction)) and not _PAPERS.search(introduction)
