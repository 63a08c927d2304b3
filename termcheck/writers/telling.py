"""A finding in a few plain lines, for programs that show a message beside the text."""

from collections.abc import Iterator
from typing import NamedTuple

from termcheck import formats
from termcheck.model import Finding, Passage, Result
from termcheck.writers.columns import head, plain
from termcheck.writers.locations import document_of

_QUOTED = 120  # columns: a whole paragraph of the English stands beside it anyway


class Counterpart(NamedTuple):
    """Another place that a finding speaks of: what to call it, and the words there."""

    label: str
    words: str
    passage: Passage

    def __str__(self) -> str:
        return f"{self.label}: “{self.words}”"


def counterparts(finding: Finding, result: Result) -> Iterator[Counterpart]:
    """Yield the English of a finding, if there is any, and then the other places."""
    problem = finding.problem
    if problem.source and result.source:
        yield Counterpart("English", head(plain(problem.source.text), _QUOTED), problem.source)
    for passage in problem.related:
        yield Counterpart("See also", head(plain(passage.text), _QUOTED), passage)


def remedy(finding: Finding) -> str:
    """Return what to write or insert, "" if the finding does not say."""
    problem = finding.problem
    right = " | ".join(map(plain, problem.suggestions))
    return f"{'Insert' if problem.absent else 'Write'}: {right}" if right else ""


def lines(finding: Finding, result: Result) -> tuple[str, ...]:
    """Return the message, the English, other places and the remedy, each on a line and without codes."""
    others = (f"{other} ({_where(other.passage, result)})" for other in counterparts(finding, result))
    return (plain(str(finding.problem.message)), *filter(None, (*others, remedy(finding))))


def _where(passage: Passage, result: Result) -> str:
    place = formats.locate(document_of(passage, result), passage)
    return ", ".join(filter(None, (plain(place.label), f"line {place.line}" if place.line else "")))
