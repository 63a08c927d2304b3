"""Severities as a configuration changes them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from termcheck import patterns
from termcheck.config import SeverityRule
from termcheck.model import Finding, Result


def changed(result: Result, rules: Sequence[SeverityRule], root: Path) -> Result:
    """Return a result with the severities that the rules say; what they switch off is left out.

    Of the rules that choose a finding the last one holds. Paths are those of the Russian file in `root`.
    """
    path = patterns.relative(Path(result.russian.path), root).as_posix()
    here = [rule for rule in rules if not rule.paths or patterns.among(path, rule.paths)]
    if not here:
        return result
    findings = (_under(finding, here) for finding in result.findings)
    return replace(result, findings=tuple(finding for finding in findings if finding))


def _under(finding: Finding, rules: Sequence[SeverityRule]) -> Finding | None:
    for rule in reversed(rules):
        if _chooses(rule, finding):
            return replace(finding, severity=rule.to) if rule.to else None
    return finding


def _chooses(rule: SeverityRule, finding: Finding) -> bool:
    family = finding.check.partition("/")[0]
    return (not rule.checks or finding.check in rule.checks or family in rule.checks) and (
        not rule.concepts or any(concept in rule.concepts for concept in finding.concepts)
    )
