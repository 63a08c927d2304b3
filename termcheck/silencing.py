"""Which findings an author or an editor has asked not to be told of."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from termcheck.checks import CHECKS
from termcheck.model import Directive, Finding, Result


def silence(result: Result) -> Result:
    """Leave out the findings that the directives of their document silence.

    A directive for a check that did not run is not unused, one for a check that does not exist is.
    """
    source = result.source.directives if result.source else ()
    asked = (*result.russian.directives, *source)
    if not asked:
        return result
    kept, decided, used = list[Finding](), list[Finding](), list[Directive]()
    for finding in result.findings:
        found = list(_silencing(finding, result))
        used += found
        if not found:
            kept.append(finding)
        elif any(directive.span for directive in found):
            decided.append(finding)
    unused = (
        directive for directive in asked if directive not in used and _could_speak(directive, result.checks)
    )
    return replace(result, findings=tuple(kept), decided=tuple(decided), unused=tuple(unused))


def _silencing(finding: Finding, result: Result) -> Iterator[Directive]:
    segment = finding.problem.passage.segment
    document = result.russian if result.russian.holds(finding.problem.passage) else result.source
    for directive in document.directives if document else ():
        meant = not directive.checks or {finding.check, _family(finding.check)} & {*directive.checks}
        if meant and _is_on(directive, finding) and directive.first <= segment.position <= directive.last:
            yield directive


def _is_on(directive: Directive, finding: Finding) -> bool:
    """Tell whether a finding is on the words that a directive is about; one on a label, on no words, is."""
    span, words = directive.span, finding.problem.passage.in_text
    if span is None or finding.problem.absent or words.start == words.end:
        return True
    return span.start < words.end and words.start < span.end


def _could_speak(directive: Directive, checks: Collection[str]) -> bool:
    families = {_family(check) for check in checks}
    known = {name for check in CHECKS for name in (check.name, check.family)}
    return all(name in checks or name in families or name not in known for name in directive.checks)


def _family(check: str) -> str:
    return check.partition("/")[0]
