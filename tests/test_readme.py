"""What the README says is so."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from termcheck.checks import CHECKS, Check
from termcheck.cli import main

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_every_check_is_in_the_table(check: Check) -> None:
    says = check.summary.removeprefix("Find ").rstrip(".")
    assert f"| `{check.name}` | {check.severity.label} | {says} |" in README


def test_the_screen_is_what_the_command_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(Path(__file__).parent.parent)
    arguments = ["check", "samples/planted.ru.md", "--source", "samples/planted.en.md"]
    printed = CliRunner().invoke(main, arguments).stdout
    screen = README.partition("```text\n")[2].partition("```")[0]
    blocks = [block.strip("\n") for block in screen.split("\n\n") if block.strip("\n") != "…"]
    assert len(blocks) > 3
    assert [block for block in blocks if block not in printed] == []
