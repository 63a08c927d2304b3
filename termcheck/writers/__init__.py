"""Reports on what was found, one format a file."""

from collections.abc import Callable, Sequence

from termcheck.model import Result, Severity
from termcheck.writers.github import as_github
from termcheck.writers.gitlab import as_gitlab
from termcheck.writers.json import as_json
from termcheck.writers.jsonl import as_jsonl
from termcheck.writers.text import as_text

# A writer takes all results and the least severity that a person wants to see.
Writer = Callable[[Sequence[Result], Severity], str]


def _sarif(results: Sequence[Result], least: Severity) -> str:
    from termcheck.writers.sarif import as_sarif  # the checks come with it, and spaCy with them

    return as_sarif(results, least)


def _junit(results: Sequence[Result], least: Severity) -> str:
    from termcheck.writers.junit import as_junit  # XML comes with it

    return as_junit(results, least)


WRITERS: dict[str, Writer] = {
    "text": as_text,
    "json": as_json,
    "jsonl": as_jsonl,
    "sarif": _sarif,
    "github": as_github,
    "gitlab": as_gitlab,
    "junit": _junit,
}
