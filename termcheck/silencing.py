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
        elif any(directive.text for directive in found):
            decided.append(finding)
    unused = (
        directive for directive in asked if directive not in used and _could_speak(directive, result.checks)
    )
    return replace(result, findings=tuple(kept), decided=tuple(decided), unused=tuple(unused))


def _silencing(finding: Finding, result: Result) -> Iterator[Directive]:
    segment = finding.problem.passage.segment
    segments = result.russian.segments
    in_russian = segment.position < len(segments) and segments[segment.position] is segment
    document = result.russian if in_russian else result.source
    for directive in document.directives if document else ():
        meant = not directive.checks or {finding.check, _family(finding.check)} & {*directive.checks}
        words = not directive.text or directive.text == finding.problem.passage.text
        if meant and words and directive.first <= segment.position <= directive.last:
            yield directive


def _could_speak(directive: Directive, checks: Collection[str]) -> bool:
    families = {_family(check) for check in checks}
    known = {name for check in CHECKS for name in (check.name, check.family)}
    return all(name in checks or name in families or name not in known for name in directive.checks)


def _family(check: str) -> str:
    return check.partition("/")[0]
