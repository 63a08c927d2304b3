"""Annotations: workflow commands that GitHub shows beside the changed lines."""

from collections.abc import Iterable, Iterator, Sequence

from termcheck.model import UNREADABLE, Finding, Result, Severity, Unreadable
from termcheck.writers.locations import document_of, extent, relative
from termcheck.writers.telling import lines

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}

# What would end a command, or a value in it.
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def as_github(results: Sequence[Result], least: Severity, unreadable: Sequence[Unreadable] = ()) -> str:
    """Return a command for each unreadable file and each finding from this severity up.

    A hint is a notice.
    """
    commands = (
        *map(_trouble, unreadable),
        *(
            _about(finding, result)
            for result in results
            for finding in result.findings
            if finding.severity >= least
        ),
    )
    return "".join(f"{command}\n" for command in commands)


def _trouble(file: Unreadable) -> str:
    place = (("file", relative(file.path)), ("title", UNREADABLE))
    return _command("notice" if file.known else "error", place, file.told)


def _about(finding: Finding, result: Result) -> str:
    told = lines(finding, result)
    label = finding.place.label
    message = "\n".join((f"{label}: {told[0]}", *told[1:]) if label else told)
    return _command(_COMMANDS[finding.severity], _properties(finding, result), message)


def _command(name: str, properties: Iterable[tuple[str, str]], message: str) -> str:
    told = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties)
    return f"::{name} {told}::{message.translate(_DATA)}"


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
