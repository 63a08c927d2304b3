"""structure/missing-paragraph."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.known_russian import beginning, known_russian
from termcheck.checks.unanswered import is_weighty, unanswered
from termcheck.model import Message, Passage, Problem, Severity, Span


@check("structure/missing-paragraph", Severity.WARNING, Reach.DOCUMENT)
def missing_paragraph(bitext: Bitext) -> Iterator[Problem]:
    """Find a paragraph, heading or list item of the English that the Russian lacks.

    Told only where the paragraphs before and after it surely answer each other.

    Wrong:  1. The session was opened. ¶ 2. The agenda was adopted.: 1. Сессия была открыта.
    Right:  the same: 1. Сессия была открыта. ¶ 2. Повестка дня была утверждена.
    """
    for missing in unanswered(bitext):
        segment = missing.english.segment
        if not is_weighty(segment):
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
