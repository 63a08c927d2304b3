"""A Code Quality report, which GitLab shows in a merge request and beside its changes."""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from termcheck.fingerprints import fingerprints
from termcheck.model import Finding, Result, Severity
from termcheck.writers.locations import document_of, extent, relative
from termcheck.writers.telling import lines

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.HINT: "info"}


def as_gitlab(results: Sequence[Result], least: Severity) -> str:
    """Return the findings from this severity up as a JSON array; one in a file without lines is in line 1."""
    found = [(finding, result) for result in results for finding in result.findings]
    known = fingerprints(finding for finding, _ in found)
    report = [
        _issue(finding, result, fingerprint)
        for (finding, result), fingerprint in zip(found, known, strict=True)
        if finding.severity >= least
    ]
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _issue(finding: Finding, result: Result, fingerprint: str) -> dict[str, Any]:
    path = relative(finding.place.path)
    passage = finding.problem.passage
    reach = extent(passage, document_of(passage, result))
    label = f"{finding.place.label}: " if finding.place.label else ""
    return {
        "description": label + "; ".join(lines(finding, result)),
        "check_name": finding.check,
        # GitLab keeps one issue of a fingerprint in the whole report.
        "fingerprint": sha256(f"{path}\0{fingerprint}".encode(errors="surrogatepass")).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": path,
            "lines": {"begin": reach.line, "end": reach.end_line} if reach else {"begin": 1},
        },
    }
