"""JSON Lines: the findings of the JSON report, one a line."""

import json

from termcheck.model import Result, Severity
from termcheck.writers.json import as_json
from termcheck.writers.jsonl import as_jsonl


def test_the_lines_are_the_findings_of_the_json_report(planted: tuple[Result, ...]) -> None:
    lines = as_jsonl(planted, Severity.ERROR).splitlines()
    assert len(lines) > 40
    assert [json.loads(line) for line in lines] == json.loads(as_json(planted, Severity.ERROR))["findings"]


def test_nothing_found_is_nothing_written(planted: tuple[Result, ...]) -> None:
    assert as_jsonl([], Severity.HINT) == ""
