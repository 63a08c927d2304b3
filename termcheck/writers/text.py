"""The report for a person at a terminal: each finding in its line, with the English beside it."""

import shutil
from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from termcheck import formats
from termcheck.model import Finding, Passage, Place, Result, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
_INDENT = "    "


def as_text(results: Sequence[Result], least: Severity) -> str:
    """Return the findings from this severity up, those of one cause told once with all their places."""
    blocks = [_block(group, result) for result in results for group in _by_cause(result, least)]
    return "".join(f"{block}\n\n" for block in blocks) + _summary(results, least) + "\n"


def _by_cause(result: Result, least: Severity) -> Iterator[list[Finding]]:
    """Yield the findings that share a cause together, at the place of the first."""
    groups: dict[str, list[Finding]] = {}
    for finding in result.findings:
        if finding.severity >= least:
            groups.setdefault(finding.cause, []).append(finding)
    yield from groups.values()


def _block(findings: Sequence[Finding], result: Result) -> str:
    return "\n".join(_lines(findings, result))


def _lines(findings: Sequence[Finding], result: Result) -> Iterator[str]:
    first, *others = findings
    problem = first.problem
    severity = click.style(first.severity.label, fg=_COLOURS[first.severity], bold=True)
    yield f"{click.style(_where(first.place), bold=True)}: {severity}: {problem.message} [{first.check}]"
    if problem.passage.segment.text:
        yield from _quotation(problem.passage, absent=problem.absent, colour=_COLOURS[first.severity])
    if problem.source and result.source:
        place = formats.locate(result.source, problem.source.segment, problem.source.span.start)
        yield f"{_INDENT}{_dim('English:')} {_excerpt(problem.source)} {_dim(f'({_short(place)})')}"
    if problem.suggestions:
        label = "insert" if problem.absent else "write"
        yield f"{_INDENT}{_dim(label + ':')} {click.style(' | '.join(problem.suggestions), fg='green')}"
    places = [formats.locate(result.russian, p.segment, p.span.start) for p in problem.related]
    if places:
        yield f"{_INDENT}{_dim('see also:')} {'; '.join(_grouped(places))}"
    if others:
        yield f"{_INDENT}{_dim('likewise:')} {'; '.join(_grouped([other.place for other in others]))}"


def _where(place: Place) -> str:
    position = ":".join(str(part) for part in (place.path, place.line, place.column) if part is not None)
    return f"{position} ({place.label})" if place.label else position


def _short(place: Place) -> str:
    return ", ".join(filter(None, (place.label, f"line {place.line}" if place.line else "")))


def _grouped(places: Sequence[Place]) -> Iterator[str]:
    for text, same in groupby(map(_short, places)):
        count = len(list(same))
        yield text if count == 1 else f"{text} ({count}×)"


def _quotation(passage: Passage, *, absent: bool, colour: str) -> Iterator[str]:
    """Yield a line of the text around a passage, and one that points at it."""
    width = max(40, min(shutil.get_terminal_size((100, 24)).columns, 120) - len(_INDENT))
    text, span = passage.segment.text, passage.span
    if absent:
        yield _INDENT + _cut(text, 0, width)
        return
    start = max(0, min(span.start - width // 3, len(text) - width))
    line = _cut(text, start, width)
    yield _INDENT + line
    shift = span.start - start
    length = max(1, min(span.end, start + len(line)) - span.start)
    yield _INDENT + " " * shift + click.style("^" * length, fg=colour, bold=True)


def _cut(text: str, start: int, width: int) -> str:
    """Return so many characters of a text from an offset, with an ellipsis where more was cut off."""
    line = text[start : start + width]
    if start:
        line = "…" + line[1:]
    if start + width < len(text):
        line = line[:-1] + "…"
    return line.replace("\t", " ").replace("\n", " ")


def _excerpt(passage: Passage) -> str:
    return f"“{_cut(passage.text, 0, 80)}”"


def _dim(text: str) -> str:
    return click.style(text, dim=True)


def _summary(results: Sequence[Result], least: Severity) -> str:
    findings = [finding for result in results for finding in result.findings]
    counts = [
        (severity, sum(f.severity is severity for f in findings))
        for severity in sorted(Severity, reverse=True)
    ]
    shown = ", ".join(_count(number, severity.label) for severity, number in counts if severity >= least)
    hidden = ", ".join(
        _count(number, severity.label) for severity, number in counts if severity < least and number
    )
    files = len({result.russian.path for result in results})
    note = f" ({hidden} not shown: --show hint)" if hidden else ""
    return f"{shown} in {_count(files, 'file')}{note}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
