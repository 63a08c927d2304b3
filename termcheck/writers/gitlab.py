"""A Code Quality report, which GitLab shows in a merge request and beside its changes."""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from termcheck.fingerprints import fingerprints
from termcheck.model import UNREADABLE, Finding, Result, Severity, Unreadable
from termcheck.writers.columns import plain
from termcheck.writers.locations import document_of, extent, relative
from termcheck.writers.telling import lines

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.HINT: "info"}


def as_gitlab(results: Sequence[Result], least: Severity, unreadable: Sequence[Unreadable] = ()) -> str:
    """Return unreadable files and the findings from this severity up as a JSON array.

    What is in a file without lines is in line 1.
    """
    found = [(finding, result) for result in results for finding in result.findings]
    known = fingerprints(finding for finding, _ in found)
    report = [
        _issue(finding, result, fingerprint)
        for (finding, result), fingerprint in zip(found, known, strict=True)
        if finding.severity >= least
    ]
    return json.dumps([*map(_trouble, unreadable), *report], ensure_ascii=False, indent=1) + "\n"


def _trouble(file: Unreadable) -> dict[str, Any]:
    path = relative(file.path)
    return {
        "description": plain(file.told),
        "check_name": UNREADABLE,
        "fingerprint": _fingerprint(path, file.reason),
        "severity": "info" if file.known else "blocker",
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _fingerprint(path: str, told: str) -> str:
    """Return a fingerprint: GitLab keeps one issue of each in the whole report."""
    return sha256(f"{path}\0{told}".encode(errors="surrogatepass")).hexdigest()


def _issue(finding: Finding, result: Result, fingerprint: str) -> dict[str, Any]:
    path = relative(finding.place.path)
    passage = finding.problem.passage
    reach = extent(passage, document_of(passage, result))
    label = f"{finding.place.label}: " if finding.place.label else ""
    return {
        "description": label + "; ".join(lines(finding, result)),
        "check_name": finding.check,
        "fingerprint": _fingerprint(path, fingerprint),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": path,
            "lines": {"begin": reach.line, "end": reach.end_line} if reach else {"begin": 1},
        },
    }
