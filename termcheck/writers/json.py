"""The report for other programs: every finding, whatever its severity. The format is a contract."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from termcheck import formats
from termcheck.model import Document, Finding, Passage, Place, Result, Severity


def as_json(results: Sequence[Result], _least: Severity) -> str:
    """Return the report as one JSON object."""
    counts = Counter(finding.severity for result in results for finding in result.findings)
    report = {
        "version": 1,
        "documents": [_document(result) for result in results],
        "findings": [finding_as_object(finding, result) for result in results for finding in result.findings],
        "summary": {severity.label: counts[severity] for severity in sorted(Severity, reverse=True)},
    }
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _document(result: Result) -> dict[str, Any]:
    return {
        "path": result.russian.path,
        "source": result.source.path if result.source else None,
        "date": result.date.isoformat() if result.date else None,
        "segments": len(result.russian.segments),
    }


def finding_as_object(finding: Finding, result: Result) -> dict[str, Any]:
    """Return what a report in JSON tells of a finding."""
    problem = finding.problem
    return {
        "check": finding.check,
        "severity": finding.severity.label,
        "message": str(problem.message),
        "path": finding.place.path,
        "place": _place(finding.place),
        "part": problem.passage.part.value,
        "start": problem.passage.span.start,
        "end": problem.passage.span.end,
        "text": "" if problem.absent else problem.passage.text,
        "suggestions": list(problem.suggestions),
        "source": _source(problem.source, result.source),
        "related": [_place(formats.locate(result.russian, passage)) for passage in problem.related],
        "cause": finding.cause,
    }


def _source(passage: Passage | None, document: Document | None) -> dict[str, Any] | None:
    if passage is None or document is None:
        return None
    place = formats.locate(document, passage)
    return {"path": place.path, "place": _place(place), "text": passage.text}


def _place(place: Place) -> dict[str, Any]:
    return {"label": place.label, "line": place.line, "column": place.column, "unit": place.unit}
