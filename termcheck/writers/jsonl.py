"""The report line by line, for programs that read a stream: every finding, as it is in JSON."""

import json
from collections.abc import Sequence

from termcheck.model import Result, Severity
from termcheck.writers.json import finding_as_object


def as_jsonl(results: Sequence[Result], _least: Severity) -> str:
    """Return a line of JSON for each finding, whatever its severity."""
    return "".join(
        json.dumps(finding_as_object(finding, result), ensure_ascii=False) + "\n"
        for result in results
        for finding in result.findings
    )
