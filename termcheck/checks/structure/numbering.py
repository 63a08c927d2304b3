"""structure/numbering."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from termcheck.alignment.bitext import TRUSTED, Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.label_sequences import label_sequences, label_values
from termcheck.checks.unanswered import is_bilingual
from termcheck.formats.numerals import letter
from termcheck.language.scripts import to_latin
from termcheck.model import Kind, Message, Passage, Problem, Segment, Severity, Span
from termcheck.numbers.roman import roman, roman_value

_NUMBER = re.compile(r"(\d{1,3})\.")


@check("structure/numbering", Severity.WARNING, Reach.DOCUMENT)
def numbering(bitext: Bitext) -> Iterator[Problem]:
    """Find a number or a letter that repeats another, leaves a gap or falls out of step with the English.

    Paragraphs, headings and list items are counted each by themselves, and anew in each list.

    With the English, only its own numbers count: a gap that it has too is none. A gap in a text alone is a
    hint, as an excerpt has them.

    Wrong:  1. … 2. … 2. … 4. …
    Right:  1. … 2. … 3. … 4. …
    """
    if is_bilingual(bitext.russian.document):
        return
    segments = bitext.russian.document.segments
    in_lists = (problem for labels in label_sequences(segments) for problem in _out_of_sequence(labels))
    if bitext.english is not None:
        yield from _out_of_step(bitext)
        yield from (told for problem in in_lists if (told := _against_english(problem, bitext)))
        return
    yield from _out_of_sequence([(s, number) for s in segments if (number := _number(s)) is not None])
    yield from in_lists


def _out_of_step(bitext: Bitext) -> Iterator[Problem]:
    """Yield the first paragraph of each run that counts otherwise than the English.

    A paragraph that is missing or parted moves all that follow: that is told where it is missing.
    """
    offset, explained = 0, False
    for pair in bitext.pairs:
        if len(pair.source) != 1 or len(pair.target) != 1:
            explained = True
            continue
        english, russian = pair.source[0].segment, pair.target[0].segment
        theirs, ours = _number(english), _number(russian)
        if theirs is None or ours is None:
            explained = explained or theirs != ours
            continue
        if pair.score < TRUSTED:
            explained = True
            continue
        before, offset = offset, ours - theirs
        if offset not in (0, before) and not explained:
            yield _problem(
                russian,
                "paragraph {number} of the English is numbered {found}",
                {"number": str(theirs), "found": str(ours)},
                source=pair.source[0],
            )
        explained = False


def _against_english(problem: Problem, bitext: Bitext) -> Problem | None:
    """Return a problem of a list if the English item surely bears another label, as a warning."""
    segment = problem.passage.segment
    pair = bitext.counterpart(segment)
    if pair is None or len(pair.source) != 1 or len(pair.target) != 1:
        return None
    theirs = label_values(pair.source[0].segment.mark)
    if not theirs or theirs & label_values(segment.mark):
        return None
    return replace(problem, source=pair.source[0], severity=None)


def _out_of_sequence(numbered: Sequence[tuple[Segment, int]]) -> Iterator[Problem]:
    """Yield the numbers that do not follow the one before; a text may begin to count again from 1."""
    due = numbered[0][1] + 1 if numbered else 1
    for index in range(1, len(numbered)):
        segment, number = numbered[index]
        expected, due = due, number + 1
        if number in (1, expected):
            continue
        following = numbered[index + 1][1] if index + 1 < len(numbered) else None
        mark = segment.mark
        values = {"found": mark.strip("()."), "due": _like(mark, number, expected)}
        if number == expected - 1:
            yield _problem(segment, "the number {found} stands here a second time", values)
        elif following == expected + 1:  # 5, 17, 7: this one alone is wrong
            yield _problem(segment, "the number {found} stands where {due} is due", values)
            due = expected + 1
        elif number > expected:
            yield _problem(segment, "the number {found} stands where {due} is due", values, Severity.HINT)


def _like(mark: str, number: int, due: int) -> str:
    """Return a number as the label would have it: a figure, a letter or a Roman numeral."""
    body = mark.strip("().")
    if body.isdecimal() or due < 1:
        return str(due)
    written = roman(due) if roman_value(to_latin(body.upper())) == number else letter(due)
    return written.upper() if body.isupper() else written.lower()


def _number(segment: Segment) -> int | None:
    match = _NUMBER.fullmatch(segment.mark) if segment.kind is Kind.PARAGRAPH else None
    return int(match.group(1)) if match else None


def _problem(
    segment: Segment,
    template: str,
    values: dict[str, str],
    severity: Severity | None = None,
    source: Passage | None = None,
) -> Problem:
    return Problem(
        Passage(segment, Span(0, 0)),
        Message(template, values),
        source=source,
        severity=severity,
        cause=f"{segment.position}",
    )
