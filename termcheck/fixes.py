"""From findings to corrections: which of them are made, and in what order."""

from collections.abc import Iterable

from termcheck.formats.rewriting import Edit, differences
from termcheck.model import Finding, Part, Passage, Result, Severity, Span


def corrections(results: Iterable[Result], *, unsafe: bool = False) -> tuple[Edit, ...]:
    """The corrections of some documents in reading order; none overlaps another.

    A correction is certain where an error has just one answer. With `unsafe` each finding that has a
    suggestion is corrected by its first one. What is missing is never put in: where it belongs is for the
    editor to say. Of overlapping corrections the more severe, then the longer one is made; none touches a
    tag, a placeholder or code.
    """
    made = list[Edit]()
    for result in results:
        chosen = dict[int, list[Finding]]()
        for finding in sorted(result.findings, key=_weight):
            passage = finding.problem.passage
            others = chosen.setdefault(passage.segment.position, [])
            own = result.russian.holds(passage)
            if own and _correctable(finding, unsafe=unsafe) and not any(_overlap(finding, o) for o in others):
                others.append(finding)
        made += [
            Edit(finding.problem.passage, finding.problem.suggestions[0])
            for position in sorted(chosen)
            for finding in sorted(chosen[position], key=lambda f: f.problem.passage.span.start)
        ]
    return tuple(made)


def _correctable(finding: Finding, *, unsafe: bool) -> bool:
    problem = finding.problem
    if problem.absent or not problem.suggestions or problem.suggestions[0] == problem.passage.text:
        return False
    if _touches_code(problem.passage, problem.suggestions[0]):
        return False
    return unsafe or (finding.severity is Severity.ERROR and len(problem.suggestions) == 1)


def _touches_code(passage: Passage, right: str) -> bool:
    """Whether a correction changes a code, adds one, or changes letters on both sides of one."""
    if passage.part is Part.LABEL or not passage.segment.codes:
        return False
    start, end = passage.span.start, passage.span.end
    changed = [Span(start + low, start + high) for low, high, _ in differences(passage.text, right)]
    for code in passage.segment.codes:
        written = passage.segment.text[code.span.start : code.span.end]
        if written and right.count(written) != passage.text.count(written):
            return True
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
    a, b = one.problem.passage.span, other.problem.passage.span
    return a.start < b.end and b.start < a.end
