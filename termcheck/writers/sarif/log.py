"""A SARIF log: one run with all checks as rules, and a result for each finding."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from termcheck.fingerprints import fingerprints
from termcheck.model import UNREADABLE, Finding, Result, Severity, Unreadable
from termcheck.writers.columns import plain
from termcheck.writers.exchange import TOOL, version
from termcheck.writers.sarif.fixes import Fixes
from termcheck.writers.sarif.places import ROOT, artifact, location
from termcheck.writers.sarif.rules import LEVELS, rules
from termcheck.writers.telling import counterparts, remedy

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT = "termcheck/v1"
# What GitHub tells alerts apart by. Its own would be the line, and a paragraph of Markdown is one line.
_GITHUB_FINGERPRINT = "primaryLocationLineHash"


def as_sarif(results: Sequence[Result], least: Severity, unreadable: Sequence[Unreadable] = ()) -> str:
    """Return the findings from this severity up, and unreadable files, as a SARIF log with a single run."""
    from termcheck.checks import CHECKS  # spaCy comes with it

    driver = {
        "name": TOOL,
        "version": version(),
        "rules": rules(CHECKS),
        "notifications": [{"id": UNREADABLE, "shortDescription": {"text": "A file that cannot be read."}}],
    }
    order = {check.name: number for number, check in enumerate(CHECKS)}
    run = {
        "tool": {"driver": driver},
        "invocations": [_invocation(unreadable)],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            ROOT: {
                "description": {
                    "text": "The root of the repository, or else the folder in which termcheck ran."
                }
            }
        },
        "artifacts": _artifacts(results),
        "results": list(_results(results, least, order)),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _invocation(unreadable: Sequence[Unreadable]) -> dict[str, Any]:
    return {
        "executionSuccessful": all(file.known for file in unreadable),
        "toolExecutionNotifications": [
            {
                "descriptor": {"id": UNREADABLE, "index": 0},
                "level": "note" if file.known else "error",
                "message": {"text": plain(file.told)},
                "locations": [{"physicalLocation": {"artifactLocation": artifact(file.path)}}],
            }
            for file in unreadable
        ],
    }


def _artifacts(results: Sequence[Result]) -> list[dict[str, Any]]:
    documents = (document for result in results for document in (result.russian, result.source) if document)
    paths = dict.fromkeys(document.path for document in documents)
    return [{"location": artifact(path), "roles": ["analysisTarget"]} for path in paths]


def _results(results: Sequence[Result], least: Severity, order: dict[str, int]) -> Iterator[dict[str, Any]]:
    found = [(finding, result) for result in results for finding in result.findings]
    fixes = Fixes()
    known = fingerprints(finding for finding, _ in found)
    for (finding, result), fingerprint in zip(found, known, strict=True):
        if finding.severity >= least:
            yield {
                "ruleId": finding.check,
                **({"ruleIndex": order[finding.check]} if finding.check in order else {}),
                "level": LEVELS[finding.severity],
                "message": {"text": _message(finding, result)},
                "locations": [location(finding.problem.passage, result)],
                "relatedLocations": _related(finding, result),
                "partialFingerprints": {_GITHUB_FINGERPRINT: fingerprint, _FINGERPRINT: fingerprint},
                "fixes": fixes.of(finding, result),
            }


def _message(finding: Finding, result: Result) -> str:
    """Return the lines of a message; the other places in it are links to the related locations."""
    links = (
        f"{other.label}: [“{_link_text(other.words)}”]({number})"
        for number, other in enumerate(counterparts(finding, result), start=1)
    )
    told = (plain(str(finding.problem.message)), remedy(finding))
    first, last = (line.replace("](", "] (") for line in told)  # "заседания[-ях](2)" would be a link
    return "\n".join(filter(None, (first, *links, last)))


def _related(finding: Finding, result: Result) -> list[dict[str, Any]]:
    return [
        {"id": number, "message": {"text": str(other)}, **location(other.passage, result)}
        for number, other in enumerate(counterparts(finding, result), start=1)
    ]


def _link_text(text: str) -> str:
    return re.sub(r"[\\\[\]]", r"\\\g<0>", text)
