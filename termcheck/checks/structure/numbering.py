"""structure/numbering."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from termcheck.alignment.bitext import TRUSTED, Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.label_sequences import label_sequences, label_values
from termcheck.checks.unanswered import is_bilingual
from termcheck.formats.numerals import letter
from termcheck.language.scripts import to_latin
from termcheck.model import Kind, Message, Pair, Passage, Problem, Segment, Severity
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


@dataclass(frozen=True, slots=True)
class _Step:
    """A numbered paragraph and its English; `explained` tells that what stands before may move its number."""

    english: Passage
    russian: Segment
    theirs: int
    ours: int
    explained: bool

    @property
    def offset(self) -> int:
        return self.ours - self.theirs


def _out_of_step(bitext: Bitext) -> Iterator[Problem]:
    """Yield the first paragraph of each run that counts otherwise than the English.

    A paragraph that is missing or parted moves all that follow: that is told where it is missing.
    """
    before = 0
    for step, following in pairwise((*_steps(bitext.pairs), None)):
        assert step is not None
        if step.offset not in (0, before) and not step.explained:
            alone = before == 0 and following and following.offset == 0 and not following.explained
            yield _problem(
                step.russian,
                "paragraph {number} of the English is numbered {found}",
                {"number": str(step.theirs), "found": str(step.ours)},
                right=f"{step.theirs}." if alone else "",
                source=step.english,
            )
        before = step.offset


def _steps(pairs: Sequence[Pair]) -> Iterator[_Step]:
    """Yield the numbered paragraphs that surely answer each other."""
    explained = False
    for pair in pairs:
        if len(pair.source) != 1 or len(pair.target) != 1:
            explained = True
            continue
        russian = pair.target[0].segment
        theirs, ours = _number(pair.source[0].segment), _number(russian)
        if theirs is None or ours is None:
            explained = explained or theirs != ours
        elif pair.score < TRUSTED:
            explained = True
        else:
            yield _Step(pair.source[0], russian, theirs, ours, explained)
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
    right = tuple(label for label in problem.suggestions if theirs & label_values(label))
    return replace(problem, suggestions=right, source=pair.source[0], severity=None)


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
        found, wanted = mark.strip("()."), _like(mark, number, expected)
        values = {"found": found, "due": wanted}
        alone = following == expected + 1  # 5, 17, 7: this one is wrong, and surely
        right = mark.replace(found, wanted) if alone and found.isascii() else ""
        if alone:
            due = expected + 1
        if number == expected - 1:
            yield _problem(segment, "the number {found} stands here a second time", values, right=right)
        elif alone or number > expected:
            message = "the number {found} stands where {due} is due"
            severity = None if alone else Severity.HINT
            yield _problem(segment, message, values, right=right, severity=severity)


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
    *,
    right: str = "",
    severity: Severity | None = None,
    source: Passage | None = None,
) -> Problem:
    return Problem(
        Passage.label(segment),
        Message(template, values),
        suggestions=(right,) if right else (),
        source=source,
        severity=severity,
        cause=f"{segment.position}",
    )
