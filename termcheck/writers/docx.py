"""The reader's own Word document, with a comment on the words of each finding."""

from collections.abc import Iterator
from datetime import datetime

from termcheck import formats
from termcheck.model import Finding, Passage, Result, Severity
from termcheck.writers.columns import head, plain

_ROOM = 240  # letters of the English; a comment is narrow


def as_docx(result: Result, least: Severity, data: bytes, day: datetime) -> bytes:
    """Return the bytes of the document checked, given as it was, with the findings from this severity up.

    `day` is the time that the comments bear. What is found in the English stands at the beginning of the
    document. Raises InputError for bytes that are no DOCX file.
    """
    from termcheck.formats.docx_writing import Note, add_comments

    notes = [
        Note(_passage(finding, result), tuple(_paragraphs(finding, result)))
        for finding in result.findings
        if finding.severity >= least
    ]
    return add_comments(data, notes, day=day, shown=result.russian.path)


def _passage(finding: Finding, result: Result) -> Passage | None:
    """Return the words of the Russian that a finding is about, None where it is about the English."""
    passage = finding.problem.passage
    return passage if result.russian.holds(passage) else None


def _paragraphs(finding: Finding, result: Result) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs of a comment: what comes in bold, and what follows it."""
    problem = finding.problem
    yield f"{finding.severity.label.capitalize()}:", plain(str(problem.message))
    if _passage(finding, result) is None:
        place = finding.place.label or finding.place.path
        yield f"In the English ({place}):", _quoted(problem.passage)
    if problem.suggestions:
        yield "Insert:" if problem.absent else "Write:", " | ".join(map(plain, problem.suggestions))
    if problem.source and result.source:
        place = formats.locate(result.source, problem.source).label
        yield "English:", _quoted(problem.source) + (f" ({place})" if place else "")
    if problem.related:
        labels = dict.fromkeys(passage.segment.place.label for passage in problem.related)
        yield "See also:", "; ".join(filter(None, labels))
    yield "", finding.check


def _quoted(passage: Passage) -> str:
    return f"“{head(plain(passage.text), _ROOM)}”"
