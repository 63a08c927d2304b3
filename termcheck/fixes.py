"""From findings to corrections: which of them are made, and in what order."""

from collections.abc import Iterable

from termcheck.formats.rewriting import Edit
from termcheck.model import Finding, Kind, Part, Result, Severity

# A label has its neighbours to go by: a warning about «Д.» after C. has no second reading, as a word has.
_CERTAIN = {Part.TEXT: Severity.ERROR, Part.LABEL: Severity.WARNING}


def corrections(results: Iterable[Result], *, unsafe: bool = False) -> tuple[Edit, ...]:
    """The corrections of some documents in reading order; none overlaps another.

    A correction is certain where an error has just one answer; of a label, where a warning has. With `unsafe`
    each finding that has a suggestion is corrected by its first one. What is missing is never put in: where
    it belongs is for the editor to say; nor is a label changed that the format counts, nor metadata, which
    other programs read. Of overlapping corrections the more severe, then the longer one is made.
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
            for finding in sorted(chosen[position], key=_reading_order)
        ]
    return tuple(made)


def _correctable(finding: Finding, *, unsafe: bool) -> bool:
    problem, passage = finding.problem, finding.problem.passage
    if passage.segment.kind is Kind.METADATA:
        return False
    if problem.absent or not problem.suggestions or problem.suggestions[0] == passage.text:
        return False
    if passage.part is Part.LABEL and not passage.pieces:
        return False
    return unsafe or (finding.severity >= _CERTAIN[passage.part] and len(problem.suggestions) == 1)


def _reading_order(finding: Finding) -> tuple[bool, int]:
    passage = finding.problem.passage
    return passage.part is Part.TEXT, passage.span.start


def _weight(finding: Finding) -> tuple[int, int, int]:
    span = finding.problem.passage.span
    return -finding.severity, span.start - span.end, span.start


def _overlap(one: Finding, other: Finding) -> bool:
    a, b = one.problem.passage, other.problem.passage
    return a.part is b.part and a.span.start < b.span.end and b.span.start < a.span.end
