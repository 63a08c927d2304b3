"""structure/missing-paragraph."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.known_russian import beginning, known_russian
from termcheck.checks.unanswered import unanswered
from termcheck.formats.frontmatter import is_front_line
from termcheck.model import Kind, Message, Passage, Problem, Segment, Severity, Span

_WORD = re.compile(r"[^\W\d_]{2,}")
_TOLD_ELSEWHERE = (Kind.TABLE_CELL, Kind.HEADER, Kind.FOOTNOTE)  # a footnote by structure/footnote
_LONG_ENOUGH = 5  # words: shorter lines come and go with the layout
_LONG_ENOUGH_LABELLED = 2  # what has a label, or is a heading, is a part of the text


@check("structure/missing-paragraph", Severity.WARNING, Reach.DOCUMENT)
def missing_paragraph(bitext: Bitext) -> Iterator[Problem]:
    """Find a paragraph, heading or list item of the English that the Russian lacks.

    Told only where the paragraphs before and after it surely answer each other.

    Wrong:  1. The session was opened. ¶ 2. The agenda was adopted.: 1. Сессия была открыта.
    Right:  the same: 1. Сессия была открыта. ¶ 2. Повестка дня была утверждена.
    """
    for missing in unanswered(bitext):
        segment = missing.english.segment
        if not _matters(segment):
            continue
        text = " ".join(filter(None, (segment.mark, segment.text)))
        after = missing.after
        yield Problem(
            Passage(after, Span(0, len(after.text))),
            Message("nothing here answers “{english}”", {"english": beginning(text)}),
            suggestions=known_russian(bitext, missing.english),
            source=missing.english,
            absent=True,
            cause=f"{after.position} {segment.position}",
        )


def _matters(segment: Segment) -> bool:
    if segment.kind in _TOLD_ELSEWHERE or is_front_line(segment.text):
        return False
    labelled = segment.mark or segment.kind is Kind.HEADING
    return len(_WORD.findall(segment.text)) >= (_LONG_ENOUGH_LABELLED if labelled else _LONG_ENOUGH)
