"""structure/markup."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.known_russian import beginning
from termcheck.checks.markup_faults import Found, markup_faults
from termcheck.model import Message, Passage, Problem, Segment, Severity, Span


@check("structure/markup", Severity.WARNING, Reach.PAIR)
def markup(bitext: Bitext) -> Iterator[Problem]:
    """Find tags, attributes, addresses and placeholders of a unit that the translation has changed.

    Told of bilingual files. Attributes whose words a reader sees, those of a language, the same page in the
    other language, and tags and named placeholders in another order are no fault. An error where the program
    that fills in the text would fail: at a placeholder that it has no value for, or one of another kind. A
    hint where an attribute only tells how something looks.

    Wrong:  Found %(count)d reports in <a href="/list">the list</a>.:
            В <a href="/перечень">перечне</a> найдено докладов: %(число)d.
    Right:  the same: В <a href="/list">перечне</a> найдено докладов: %(count)d.
    """
    english = bitext.english.document.segments if bitext.english else ()
    for ours, theirs in zip(bitext.russian.document.segments, english, strict=False):
        if ours.place.unit is None or not ours.text:
            continue
        for found in markup_faults(ours, theirs):
            yield _problem(found, ours, theirs)


def _problem(found: Found, ours: Segment, theirs: Segment) -> Problem:
    whole = Passage(ours, Span(0, len(ours.text)))
    source = found.english_words or (Passage(theirs, Span(0, len(theirs.text))) if theirs.text else None)
    values = {"found": beginning(found.found), "english": beginning(found.english)}
    return Problem(
        found.russian_words or whole,
        Message(found.fault.value, {name: value for name, value in values.items() if value}),
        source=source,
        absent=found.russian_words is None,
        severity=found.severity,
        cause=f"{found.fault.name} {found.found} {found.english}",
    )
