"""From findings to corrections: which of them are made, and in what order."""

from collections.abc import Iterable

from termcheck.formats.rewriting import Edit
from termcheck.model import Finding, Result, Severity


def corrigible(results: Iterable[Result], *, unsafe: bool = False) -> tuple[Finding, ...]:
    """The findings of some documents that are to be corrected, in reading order; none overlaps another.

    A correction is certain where an error has just one answer. With `unsafe` each finding that has a
    suggestion is corrected by its first one. What is missing is never put in: where it belongs is for the
    editor to say. Of overlapping corrections the more severe, then the longer one is made.
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
            finding
            for position in sorted(chosen)
            for finding in sorted(chosen[position], key=lambda f: f.problem.passage.span.start)
        ]
    return tuple(found)


def corrections(results: Iterable[Result], *, unsafe: bool = False) -> tuple[Edit, ...]:
    """The corrections of the findings that are to be corrected."""
    return tuple(map(edit_of, corrigible(results, unsafe=unsafe)))


def edit_of(finding: Finding) -> Edit:
    """The correction of a finding: its first suggestion in the place of its words."""
    return Edit(finding.problem.passage, finding.problem.suggestions[0])


def _correctable(finding: Finding, *, unsafe: bool) -> bool:
    problem = finding.problem
    if problem.absent or not problem.suggestions or problem.suggestions[0] == problem.passage.text:
        return False
    return unsafe or (finding.severity is Severity.ERROR and len(problem.suggestions) == 1)


def _weight(finding: Finding) -> tuple[int, int, int]:
    span = finding.problem.passage.span
    return -finding.severity, span.start - span.end, span.start


def _overlap(one: Finding, other: Finding) -> bool:
    a, b = one.problem.passage.span, other.problem.passage.span
    return a.start < b.end and b.start < a.end
