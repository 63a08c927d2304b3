"""From findings to corrections: which of them are made, and in what order."""

from collections.abc import Iterable

from termcheck.formats.rewriting import Edit, differences
from termcheck.model import Finding, Kind, Part, Passage, Result, Severity, Span

# A label has its neighbours to go by: a warning about «Д.» after C. has no second reading, as a word has.
_CERTAIN = {Part.TEXT: Severity.ERROR, Part.LABEL: Severity.WARNING}


def corrigible(results: Iterable[Result], *, unsafe: bool = False) -> tuple[Finding, ...]:
    """The findings of some documents that are to be corrected, in reading order; none overlaps another.

    A correction is certain where an error has just one answer; of a label, where a warning has. With `unsafe`
    each finding that has a suggestion is corrected by its first one. What is missing is never put in: where
    it belongs is for the editor to say; nor is a label changed that the format counts, nor metadata, which
    other programs read, nor a tag, a placeholder or code. Of overlapping corrections the more severe, then
    the longer one is made.
    """
    found = list[Finding]()
    for result in results:
        chosen = dict[int, list[Finding]]()
        for finding in sorted(result.findings, key=_weight):
            passage = finding.problem.passage
            others = chosen.setdefault(passage.segment.position, [])
            own = result.russian.holds(passage)
            if own and _correctable(finding, unsafe=unsafe) and not any(_overlap(finding, o) for o in others):
                others.append(finding)
        found += [
            finding for position in sorted(chosen) for finding in sorted(chosen[position], key=_reading_order)
        ]
    return tuple(found)


def corrections(results: Iterable[Result], *, unsafe: bool = False) -> tuple[Edit, ...]:
    """The corrections of the findings that are to be corrected."""
    return tuple(map(edit_of, corrigible(results, unsafe=unsafe)))


def edit_of(finding: Finding) -> Edit:
    """The correction of a finding: its first suggestion in the place of its words."""
    return Edit(finding.problem.passage, finding.problem.suggestions[0])


def _correctable(finding: Finding, *, unsafe: bool) -> bool:
    problem, passage = finding.problem, finding.problem.passage
    if passage.segment.kind is Kind.METADATA:
        return False
    if problem.absent or not problem.suggestions or problem.suggestions[0] == passage.text:
        return False
    if passage.part is Part.LABEL and not passage.pieces:
        return False
    if _touches_code(passage, problem.suggestions[0]):
        return False
    return unsafe or (finding.severity >= _CERTAIN[passage.part] and len(problem.suggestions) == 1)


def _reading_order(finding: Finding) -> tuple[bool, int]:
    passage = finding.problem.passage
    return passage.part is Part.TEXT, passage.span.start


def _touches_code(passage: Passage, right: str) -> bool:
    """Whether a correction changes a code, or letters on both sides of one."""
    if passage.part is Part.LABEL or not passage.segment.codes:
        return False
    start, end = passage.span.start, passage.span.end
    changed = [Span(start + low, start + high) for low, high, _ in differences(passage.text, right)]
    for code in passage.segment.codes:
        if code.span.end <= start or code.span.start >= end:
            continue
        sides = {_side_of(code.span, span) for span in changed}
        if None in sides or len(sides) > 1:
            return True
    return False


def _side_of(code: Span, changed: Span) -> bool | None:
    """Whether changed letters stand after a code; None where it is among them."""
    if changed.end <= code.start:
        return False  # what is put in beside a code is put after the letter before
    return True if changed.start >= code.end else None


def _weight(finding: Finding) -> tuple[int, int, int]:
    span = finding.problem.passage.span
    return -finding.severity, span.start - span.end, span.start


def _overlap(one: Finding, other: Finding) -> bool:
    a, b = one.problem.passage, other.problem.passage
    return a.part is b.part and a.span.start < b.span.end and b.span.start < a.span.end
