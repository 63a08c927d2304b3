"""Code Quality reports, checked against what GitLab says that it reads."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from termcheck.model import UNREADABLE, Result, Severity, Unreadable
from termcheck.writers.columns import plain
from termcheck.writers.gitlab import as_gitlab

Single = Callable[..., Result]

HINT = Severity.HINT
TEXT = {"type": "string", "minLength": 1}
LINE = {"type": "integer", "minimum": 1}
# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": LINE, "end": LINE},
                    },
                },
            },
        },
    },
}


def issues(report: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(report)
    Draft202012Validator(SCHEMA).validate(found)
    return found


def test_an_issue_tells_all_in_its_description(single: Single) -> None:
    result = single("[[Чили]].", message="it is Peru", suggestions=("Перу",), english="Peru spoke.")
    (issue,) = issues(as_gitlab([result], HINT))
    told = "para. 1: it is Peru; English: “Peru spoke.” (para. 1, line 1); Write: Перу"
    assert issue["description"] == told
    assert issue["check_name"] == "country/missing"
    assert issue["location"] == {"path": "ru.md", "lines": {"begin": 1, "end": 1}}


@pytest.mark.parametrize(
    ("severity", "word"), [(Severity.ERROR, "major"), (Severity.WARNING, "minor"), (Severity.HINT, "info")]
)
def test_severities(single: Single, severity: Severity, word: str) -> None:
    (issue,) = issues(as_gitlab([single("[[Чили]]", severity=severity)], HINT))
    assert issue["severity"] == word


def test_what_is_less_than_asked_for_is_left_out(single: Single) -> None:
    assert issues(as_gitlab([single("[[Чили]]", severity=HINT)], Severity.WARNING)) == []


def test_a_file_without_lines_is_in_line_1(single: Single) -> None:
    (issue,) = issues(as_gitlab([single("[[Чили]]", has_lines=False)], HINT))
    assert issue["location"]["lines"] == {"begin": 1}


def test_no_two_issues_have_one_fingerprint(planted: tuple[Result, ...], at_root: None) -> None:
    twice = replace(planted[0], findings=planted[0].findings * 2)  # as a text that is there twice
    found = issues(as_gitlab([twice], HINT))
    assert len({issue["fingerprint"] for issue in found}) == len(found) > 80


def test_one_slip_in_two_files_is_two_issues(single: Single) -> None:
    one, two = issues(as_gitlab([single("[[Чили]]", path=path) for path in ("a.md", "b.md")], HINT))
    assert one["fingerprint"] != two["fingerprint"]


def test_what_is_shown_does_not_change_a_fingerprint(planted: tuple[Result, ...], at_root: None) -> None:
    everything = {issue["fingerprint"] for issue in issues(as_gitlab(planted, HINT))}
    errors = {issue["fingerprint"] for issue in issues(as_gitlab(planted, Severity.ERROR))}
    assert errors < everything


def test_a_file_that_cannot_be_read_blocks(single: Single) -> None:
    files = [Unreadable(f"ru/{name}.docx", f"ru/{name}.docx: is no Word document") for name in "ab"]
    first, second, finding = issues(as_gitlab([single("[[Чили]]")], HINT, files))
    assert (first["check_name"], first["severity"]) == (UNREADABLE, "blocker")
    assert first["description"] == "ru/a.docx: is no Word document"
    assert first["location"] == {"path": "ru/a.docx", "lines": {"begin": 1}}
    assert first["fingerprint"] != second["fingerprint"]
    assert finding["check_name"] == "country/missing"


@given(message=st.text(min_size=1), right=st.text())
def test_any_text_is_read_back(single: Single, message: str, right: str) -> None:
    (issue,) = issues(as_gitlab([single("[[Чили]]", message=message, suggestions=(right,))], HINT))
    remedy = [f"Write: {plain(right)}"] if right else []
    assert issue["description"] == "; ".join([f"para. 1: {plain(message)}", *remedy])
