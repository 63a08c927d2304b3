"""What the README says is so."""

from pathlib import Path

import pytest

from termcheck.checks import CHECKS, Check

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_every_check_is_in_the_table(check: Check) -> None:
    says = check.summary.removeprefix("Find ").rstrip(".")
    assert f"| `{check.name}` | {check.severity.label} | {says} |" in README
