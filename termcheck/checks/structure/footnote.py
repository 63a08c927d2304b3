"""structure/footnote."""

from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.known_russian import beginning, known_russian
from termcheck.checks.note_marks import NoteMark, marks_of, note_marks
from termcheck.checks.unanswered import is_bilingual, unanswered
from termcheck.model import Document, Kind, Message, Passage, Problem, Segment, Severity, Span

_LOST_ALTOGETHER = 3  # notes: so many are lost by a conversion, not by a translator


@check("structure/footnote", Severity.WARNING, Reach.DOCUMENT)
def footnote(bitext: Bitext) -> Iterator[Problem]:
    """Find a footnote, or the mark of one, that the Russian lost, has too many of or has out of order.

    A mark that stands in another paragraph than in the English is a hint.

    Wrong:  the report[^4] was adopted: доклад был принят
    Right:  the report[^4] was adopted: доклад[^4] был принят
    """
    russian = bitext.russian.document
    ours = marks_of(russian)
    yield from _without_half(russian, ours)
    theirs = marks_of(bitext.english.document) if bitext.english else ()
    if not _is_disordered(theirs):
        yield from _out_of_order(ours)
    yield from _compared(bitext, ours, theirs)
    yield from _missing_notes(bitext, ours, theirs)


def _without_half(russian: Document, marks: Sequence[NoteMark]) -> Iterator[Problem]:
    """Yield the marks that have no footnote, and the footnotes without a mark, where a format names both."""
    notes = {segment.mark: segment for segment in russian.segments if segment.kind is Kind.FOOTNOTE}
    referred = {note.mark for note in marks if note.mark and not note.typed}
    for note in marks:
        if note.mark and not note.typed and note.mark not in notes:
            yield _problem(note, "there is no footnote {mark}", note.mark)
    for mark, segment in notes.items():
        if referred and mark not in referred and not mark.startswith("*"):
            yield Problem(
                Passage(segment, Span(0, len(segment.text))),
                Message("nothing in the text refers to footnote {mark}", {"mark": mark}),
                cause=f"{segment.position}",
            )


def _is_disordered(marks: Sequence[NoteMark]) -> bool:
    return any(True for _ in _out_of_order(marks))


def _out_of_order(marks: Sequence[NoteMark]) -> Iterator[Problem]:
    """Yield the numbers that come after a higher one and have not been there before."""
    seen = list[int]()
    for note in marks:
        if not note.mark.isdecimal():
            continue
        number = int(note.mark)
        if seen and number < max(seen) and number not in seen:
            message = "the mark of footnote {mark} stands after that of footnote {other}"
            yield _problem(note, message, note.mark, other=str(max(seen)))
        seen.append(number)


def _compared(bitext: Bitext, ours: Sequence[NoteMark], theirs: Sequence[NoteMark]) -> Iterator[Problem]:
    """Yield the marks by which the Russian of a pair has more or fewer than its English."""
    surplus = len(ours) - len(theirs)
    english = bitext.english.document.segments if bitext.english else ()
    explained = {segment.mark for segment in english if segment.kind is Kind.FOOTNOTE}
    numbers = {note: str(number) for number, note in enumerate(theirs, 1)}
    for pair in bitext.trusted:
        here, there = list(note_marks(pair.target)), list(note_marks(pair.source))
        difference = len(here) - len(there)
        if not difference:
            continue
        # One that is lost here and there is one too many elsewhere: moved, perhaps with good reason.
        moved = surplus * difference <= 0
        unsure = moved or _may_be_converted(bitext.russian.document, ours, theirs)
        for note in _left_over(here, there)[: max(difference, 0)]:
            # «* На английском языке»: language versions have asterisks of their own.
            severity = Severity.HINT if unsure or note.typed else None
            yield _problem(note, "the English has no footnote mark here", note.mark, severity=severity)
        for note in _left_over(there, here)[: max(-difference, 0)]:
            target = pair.target[-1].segment
            mark = note.mark or numbers[note]
            severity = Severity.HINT if unsure or (note.typed and note.mark not in explained) else None
            yield Problem(
                Passage(target, Span(0, len(target.text))),
                Message("the mark of footnote {mark} of the English is not here", {"mark": mark}),
                source=note.at,
                absent=True,
                severity=severity,
                cause=f"{target.position} {mark}",
            )


def _left_over(some: Sequence[NoteMark], others: Sequence[NoteMark]) -> list[NoteMark]:
    """Return marks with those first that the others lack by name; then the last ones."""
    names = {note.mark for note in others}
    last_first = list(reversed(some))
    return sorted(last_first, key=lambda note: note.mark in names)


def _may_be_converted(russian: Document, ours: Sequence[NoteMark], theirs: Sequence[NoteMark]) -> bool:
    """Tell whether all marks of one side were lost on the way, or asterisks may mean something else."""
    fewer, more = sorted((len(ours), len(theirs)))
    return (fewer == 0 and more >= _LOST_ALTOGETHER) or is_bilingual(russian)


def _missing_notes(bitext: Bitext, ours: Sequence[NoteMark], theirs: Sequence[NoteMark]) -> Iterator[Problem]:
    """Yield the footnotes of the English that the Russian lacks though it has as many marks."""
    if len(ours) < len(theirs):
        return
    told = {note.mark for note in ours if not note.typed}  # by its mark, which has lost its footnote
    for missing in unanswered(bitext):
        segment = missing.english.segment
        if segment.kind is not Kind.FOOTNOTE or segment.mark in told:
            continue
        if _has_note(bitext.russian.document, segment):
            continue
        yield Problem(
            Passage(missing.after, Span(0, len(missing.after.text))),
            Message(
                "footnote {mark} of the English is not here: “{english}”",
                {"mark": segment.mark, "english": beginning(segment.text)},
            ),
            suggestions=known_russian(bitext, missing.english),
            source=missing.english,
            absent=True,
            cause=f"{segment.position}",
        )


def _has_note(russian: Document, english: Segment) -> bool:
    return any(segment.kind is Kind.FOOTNOTE and segment.mark == english.mark for segment in russian.segments)


def _problem(
    note: NoteMark, template: str, mark: str, *, other: str = "", severity: Severity | None = None
) -> Problem:
    return Problem(
        note.at,
        Message(template, {"mark": mark, "other": other}),
        severity=severity,
        cause=f"{note.at.segment.position} {mark}",
    )
