"""The report for a person at a terminal: each finding in its line, with the English beside it."""

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import wrap

import click

from termcheck import formats
from termcheck.model import Finding, Part, Place, Problem, Result, Severity
from termcheck.writers.columns import excerpt, head, plain

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
_INDENT = "    "
_PLACES = 12  # of one cause: who mends so many searches for the rest


def as_text(results: Sequence[Result], least: Severity) -> str:
    """Return the findings from this severity up, those of one cause told once with all their places."""
    room = max(40, min(shutil.get_terminal_size((100, 24)).columns, 120) - len(_INDENT))
    blocks = (
        "\n".join(_block(group, result, room)) for result in results for group in _groups(result, least)
    )
    return "".join(f"{block}\n\n" for block in blocks) + _summary(results, least) + "\n"


def _groups(result: Result, least: Severity) -> Iterable[Sequence[Finding]]:
    """Return the findings that share a cause together, at the place of the first."""
    groups: dict[str, list[Finding]] = {}
    for finding in result.findings:
        if finding.severity >= least:
            groups.setdefault(finding.cause, []).append(finding)
    return groups.values()


def _block(findings: Sequence[Finding], result: Result, room: int) -> Iterator[str]:
    first, *others = findings
    problem, colour = first.problem, _COLOURS[first.severity]
    yield _headline(first, colour)
    yield from (_INDENT + line for line in _quotation(problem, room, colour))
    if problem.source and result.source:
        place = _short(formats.locate(result.source, problem.source))
        said = head(plain(problem.source.text), room - len(f"English: “” ({place})"))
        yield f"{_INDENT}{_dim('English:')} “{said}” {_dim(f'({place})')}"
    if problem.suggestions:
        label = "insert" if problem.absent else "write"
        right = " | ".join(map(plain, problem.suggestions))
        yield f"{_INDENT}{_dim(label + ':')} {click.style(right, fg='green')}"
    related = (formats.locate(result.russian, passage) for passage in problem.related)
    yield from _list("see also", map(_short, related), room)
    yield from _list("likewise", (_another(other, problem) for other in others), room)


def _headline(finding: Finding, colour: str) -> str:
    """Return the first line of a block; broken between words for a terminal, which would not care."""
    where, severity = f"{_where(finding.place)}: ", f"{finding.severity.label}: "
    line = f"{where}{severity}{plain(str(finding.problem.message))} [{finding.check}]"
    if sys.stdout.isatty():
        columns = shutil.get_terminal_size().columns
        line = "\n".join(wrap(line, columns, subsequent_indent="  ", break_on_hyphens=False))
    styled = click.style(where, bold=True) + click.style(severity, fg=colour, bold=True)
    said, check = line.replace(where + severity, styled, 1), f"[{finding.check}]"
    return said.removesuffix(check) + _dim(check)


def _quotation(problem: Problem, room: int, colour: str) -> Iterator[str]:
    """Yield a line of the text around a problem, and one that points at it."""
    segment, span = problem.passage.segment, problem.passage.span
    if problem.absent:
        yield head(plain(segment.text), room)
        return
    text, start, end = segment.text, span.start, span.end
    if problem.passage.part is Part.LABEL:
        text = f"{segment.mark} {text}"
    line, before, marked = excerpt(text, start, end, room)
    yield line
    yield " " * before + click.style("^" * marked, fg=colour, bold=True)


def _another(finding: Finding, problem: Problem) -> str:
    """Say where else, and what to write there if the sentence asks for another case."""
    place = _short(finding.place)
    same = finding.problem.suggestions == problem.suggestions
    return place if same else f"{place}: {plain(' | '.join(finding.problem.suggestions))}"


def _list(label: str, places: Iterable[str], room: int) -> Iterator[str]:
    """Yield the lines of a list of places, each told once."""
    counted = [(text, len(list(same))) for text, same in groupby(places)]
    if not counted:
        return
    shown = [text if count == 1 else f"{text} ({count}×)" for text, count in counted[:_PLACES]]
    more = [f"and {len(counted) - _PLACES} more"] if len(counted) > _PLACES else []
    first, *rest = wrap(f"{label}: {'; '.join(shown + more)}", room, break_long_words=False)
    yield _INDENT + _dim(f"{label}:") + first[len(label) + 1 :]
    yield from (_INDENT + line for line in rest)


def _where(place: Place) -> str:
    position = ":".join(str(part) for part in (place.path, place.line, place.column) if part is not None)
    return f"{position} ({place.label})" if place.label else position


def _short(place: Place) -> str:
    return ", ".join(filter(None, (place.label, f"line {place.line}" if place.line else "")))


def _dim(text: str) -> str:
    return click.style(text, dim=True)


def _summary(results: Sequence[Result], least: Severity) -> str:
    findings = [finding.severity for result in results for finding in result.findings]
    counts = [(severity, findings.count(severity)) for severity in sorted(Severity, reverse=True)]
    shown = [_coloured_count(number, severity) for severity, number in counts if severity >= least]
    hidden = [_count(number, severity.label) for severity, number in counts if severity < least and number]
    files = len({result.russian.path for result in results})
    note = f" ({', '.join(hidden)} not shown: --show hint)" if hidden else ""
    return f"{', '.join(shown)} in {_count(files, 'file')}{note}"


def _coloured_count(number: int, severity: Severity) -> str:
    told = _count(number, severity.label)
    return click.style(told, fg=_COLOURS[severity], bold=True) if number else told


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
