"""Severities as a configuration changes them."""

from dataclasses import replace
from pathlib import Path

import pytest

from termcheck.config import SeverityRule
from termcheck.model import (
    Document,
    Finding,
    Kind,
    Message,
    Passage,
    Place,
    Problem,
    Result,
    Segment,
    Severity,
    Span,
)
from termcheck.severities import changed

ROOT = Path("/repo")
SEGMENT = Segment(0, Place("/repo/ru/a.md"), Kind.PARAGRAPH, "Выступил представитель Молдовы.")
PROBLEM = Problem(Passage(SEGMENT, Span(23, 30)), Message("not the official name"))
FINDING = Finding("country/unofficial-name", Severity.ERROR, PROBLEM, SEGMENT.place, "MDA", ("MDA",))
RESULT = Result(Document("/repo/ru/a.md", "ru", (SEGMENT,)), None, None, (FINDING,))


@pytest.mark.parametrize(
    ("rule", "holds"),
    [
        (SeverityRule(Severity.HINT, checks=("country",)), True),
        (SeverityRule(Severity.HINT, checks=("country/unofficial-name",)), True),
        (SeverityRule(Severity.HINT, checks=("symbol", "country")), True),
        (SeverityRule(Severity.HINT, checks=("country/extra",)), False),
        (SeverityRule(Severity.HINT, paths=("ru/**",)), True),
        (SeverityRule(Severity.HINT, paths=("ru",)), True),
        (SeverityRule(Severity.HINT, paths=("en/**",)), False),
        (SeverityRule(Severity.HINT, concepts=("MDA",)), True),
        (SeverityRule(Severity.HINT, concepts=("PER",)), False),
        (SeverityRule(Severity.HINT, checks=("country",), concepts=("PER",)), False),  # all must fit
        (SeverityRule(Severity.HINT, checks=("country",), paths=("ru/*.md",), concepts=("MDA",)), True),
    ],
)
def test_a_rule_holds_where_all_that_it_names_fits(rule: SeverityRule, holds: bool) -> None:
    (finding,) = changed(RESULT, [rule], ROOT).findings
    assert finding == (replace(FINDING, severity=Severity.HINT) if holds else FINDING)


def test_off_leaves_a_finding_out() -> None:
    assert changed(RESULT, [SeverityRule(None, checks=("country",))], ROOT).findings == ()


def test_the_last_rule_that_fits_holds() -> None:
    off, warning = SeverityRule(None, checks=("country",)), SeverityRule(Severity.WARNING, concepts=("MDA",))
    assert [f.severity for f in changed(RESULT, [off, warning], ROOT).findings] == [Severity.WARNING]
    assert changed(RESULT, [warning, off], ROOT).findings == ()
