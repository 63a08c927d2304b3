"""Findings that a document asks not to be told of."""

from pathlib import Path

import pytest

from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Result
from termcheck.pipeline import check_files

REPORT = "1. См. документ СТОС/COP/2008/19.\n\n{comment}\n\n2. См. документ СТОС/COP/2008/20.\n"
NAME = "symbol/mixed-script"


def _check(tmp_path: Path, glossary: CompiledGlossary, text: str) -> Result:
    file = tmp_path / "report.md"
    file.write_text(text, encoding="utf-8")
    (result,) = check_files(file, None, glossary)
    return result


def _told(result: Result) -> list[str]:
    return [f.problem.passage.text for f in result.findings if f.check == NAME]


@pytest.mark.parametrize("asked", ["ignore", "ignore symbol", f"ignore {NAME}"])
def test_a_paragraph_falls_silent(asked: str, tmp_path: Path, glossary: CompiledGlossary) -> None:
    result = _check(tmp_path, glossary, REPORT.format(comment=f"<!-- termcheck: {asked} -->"))
    assert _told(result) == ["СТОС/COP/2008/19"]
    assert result.unused == ()


@pytest.mark.parametrize("asked", ["ignore title", "ignore symbol/no-such-check"])
def test_a_request_that_silences_nothing_is_told(
    asked: str, tmp_path: Path, glossary: CompiledGlossary
) -> None:
    result = _check(tmp_path, glossary, REPORT.format(comment=f"<!-- termcheck: {asked} -->"))
    assert _told(result) == ["СТОС/COP/2008/19", "СТОС/COP/2008/20"]
    (unused,) = result.unused
    assert unused.place.line == 3


def test_a_request_for_a_check_that_did_not_run_is_not_unused(
    tmp_path: Path, glossary: CompiledGlossary
) -> None:
    from termcheck.checks.selection import selected

    file = tmp_path / "report.md"
    file.write_text(REPORT.format(comment="<!-- termcheck: ignore title -->"), encoding="utf-8")
    (result,) = check_files(file, None, glossary, checks=selected(["symbol"], []))
    assert result.unused == ()
