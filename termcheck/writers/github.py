"""Annotations: workflow commands that GitHub shows beside the changed lines."""

from collections.abc import Iterator, Sequence

from termcheck.model import Finding, Result, Severity
from termcheck.writers.locations import document_of, extent, relative
from termcheck.writers.telling import lines

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}

# What would end a command, or a value in it.
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def as_github(results: Sequence[Result], least: Severity) -> str:
    """Return a command for each finding from this severity up; a hint is a notice."""
    return "".join(
        _command(finding, result) + "\n"
        for result in results
        for finding in result.findings
        if finding.severity >= least
    )


def _command(finding: Finding, result: Result) -> str:
    properties = (f"{name}={value.translate(_PROPERTY)}" for name, value in _properties(finding, result))
    told = lines(finding, result)
    label = finding.place.label
    message = "\n".join((f"{label}: {told[0]}", *told[1:]) if label else told)
    name = _COMMANDS[finding.severity]
    return f"::{name} {','.join(properties)}::{message.translate(_DATA)}"


def _properties(finding: Finding, result: Result) -> Iterator[tuple[str, str]]:
    yield "file", relative(finding.place.path)
    passage = finding.problem.passage
    reach = extent(passage, document_of(passage, result))
    if reach:
        yield "line", str(reach.line)
        yield "endLine", str(reach.end_line)
        if reach.line == reach.end_line:  # columns of several lines are refused
            yield "col", str(reach.column)
            yield "endColumn", str(max(reach.column, reach.end_column - 1))  # the last one itself
    yield "title", finding.check
