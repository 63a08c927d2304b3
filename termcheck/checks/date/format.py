"""date/format."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import RUSSIAN, Kind, Message, Passage, Problem, Segment, Severity, Span
from termcheck.numbers import DateWord, find_months

_RUNNING = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM})
_ORDINAL = re.compile(r"(?P<day>\b\d{1,2})[-‑–]?го[\s\u00a0]\Z")
_DAY = re.compile(r"\b\d{1,2}[\s\u00a0]\Z")
_YEAR = re.compile(
    r"[\s\u00a0](?P<year>(?:1[89]|20)\d\d)(?P<after>[\s\u00a0]?г\.(?!\s?г)|(?![\s\u00a0]?г|[-–—/\d]|\s[-–—]\s\d))"
)
_ENOUGH = 40  # characters: a shorter segment is a line of a table or of the front matter, no running text


@check("date/format", Severity.HINT, Reach.PAIR)
def format(bitext: Bitext) -> Iterator[Problem]:
    """Find a date in a sentence that is not written as «12 октября 2021 года».

    The day takes no ending, and the year the whole word «года»; «г.» is for tables and footnotes.

    Wrong:  состоялось 12-го октября 2021 г. в Вене
    Right:  состоялось 12 октября 2021 года в Вене
    """
    for segment in bitext.russian.document.segments:
        if segment.kind not in _RUNNING or len(segment.text) < _ENOUGH:
            continue
        masked = bitext.russian.masked[segment.position]
        for month in find_months(segment.text, RUSSIAN, masked).found:
            yield from _faults(segment, month)


def _faults(segment: Segment, month: DateWord) -> Iterator[Problem]:
    before = segment.text[max(0, month.span.start - 8) : month.span.start]
    if ordinal := _ORDINAL.search(before):
        start = month.span.start - len(ordinal.group())
        yield _problem(segment, start, month.span.start - 1, ordinal["day"])
    elif not _DAY.search(before):
        return
    if year := _YEAR.match(segment.text, month.span.end):
        ends = segment.text[year.end() :].strip() == "" and year["after"] != ""
        end = year.end() - 1 if ends else year.end()  # the full stop of «г.» ends the sentence too
        yield _problem(segment, year.start("year"), end, f"{year['year']} года")


def _problem(segment: Segment, start: int, end: int, right: str) -> Problem:
    found = segment.text[start:end]
    return Problem(
        Passage(segment, Span(start, end)),
        Message("in a sentence a date has {right}, not {found}", {"right": right, "found": found}),
        suggestions=(right,),
        cause=f"{found} for {right}",
    )
