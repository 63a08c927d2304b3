"""Fixes, applied to the file by the rules of the standard."""

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from termcheck.fixes import corrections
from termcheck.formats import read, read_bilingual
from termcheck.formats.decoding import decode
from termcheck.formats.rewriting import rewrite
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Document, Part, Passage, Result, Severity
from termcheck.pipeline import check_files
from termcheck.writers.sarif import as_sarif

Single = Callable[..., Result]

SAMPLES = Path(__file__).parents[3] / "samples"

XLIFF = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="part" source-language="en" target-language="ru" datatype="plaintext"><body>
<trans-unit id="u7">
<source>The Republic of Moldova spoke &amp; sat down.</source>
<target>Представитель Молдовы &amp; выступил.</target>
</trans-unit>
</body></file>
</xliff>
"""


def results(found: Result) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(as_sarif([found], Severity.HINT))["runs"][0]["results"]
    return told


def replacements(fix: dict[str, Any]) -> list[dict[str, Any]]:
    (change,) = fix["artifactChanges"]
    made: list[dict[str, Any]] = change["replacements"]
    return made


def applied(text: str, made: list[dict[str, Any]]) -> str:
    """A text with replacements made, the last first, so that places before them hold."""
    starts = [0, *accumulate(len(line) for line in text.splitlines(keepends=True))]

    def offset(line: int, column: int) -> int:
        return starts[line - 1] + column - 1

    edits = sorted(
        (
            offset(part["deletedRegion"]["startLine"], part["deletedRegion"]["startColumn"]),
            offset(part["deletedRegion"]["endLine"], part["deletedRegion"]["endColumn"]),
            part["insertedContent"]["text"],
        )
        for part in made
    )
    for start, end, new in reversed(edits):
        text = text[:start] + new + text[end:]
    return text


def corrected_one_by_one(found: Result, file: Path, documents: Any) -> int:
    """Make each fix by itself: the file then reads as the suggestion says. Returns how many there were."""
    text = file.read_text(encoding="utf-8")
    count = 0
    for finding, result in zip(found.findings, results(found), strict=True):
        passage, right = finding.problem.passage, finding.problem.suggestions
        if finding.place.path != str(file) or finding.check.startswith("source/"):
            continue
        for suggestion, fix in zip(right if result["fixes"] else (), result["fixes"], strict=True):
            file.write_text(applied(text, replacements(fix)), encoding="utf-8")
            old, span = passage.whole, passage.span
            wanted = old[: span.start] + suggestion + old[span.end :]
            in_label = passage.part is Part.LABEL
            assert wanted in [s.mark if in_label else s.text for s in documents(file).segments]
            count += 1
    file.write_text(text, encoding="utf-8")
    return count


def russian(file: Path) -> Document:
    return read(file, "ru")


def test_each_fix_of_a_report_makes_its_suggestion(glossary: CompiledGlossary, tmp_path: Path) -> None:
    file = tmp_path / "ru.md"
    file.write_text((SAMPLES / "planted.ru.md").read_text(encoding="utf-8"), encoding="utf-8")
    (found,) = check_files(file, SAMPLES / "planted.en.md", glossary)
    assert corrected_one_by_one(found, file, russian) > 25


@pytest.mark.parametrize(
    "text",
    [
        "Слово взял представитель Хартии\nОрганизации Объединенных Наций и Молдовы.\n",
        "Слово взял представитель *Молдовы*, см. СТОС/COP/WG.4/2021/1.\n",
        "> Слово взял представитель Молдовы,\n> см. СТОС/COP/WG.4/2021/1.\n",
        "Слово &amp; дело\\* представителя Молдовы\\*, см. СТОС/COP/WG.4/2021/1.\n",
    ],
)
def test_fixes_go_around_markup(glossary: CompiledGlossary, tmp_path: Path, text: str) -> None:
    file = tmp_path / "ru.md"
    file.write_text(text, encoding="utf-8")
    (found,) = check_files(file, None, glossary)
    assert corrected_one_by_one(found, file, russian) >= 1


def test_fixes_in_xml(glossary: CompiledGlossary, tmp_path: Path) -> None:
    file = tmp_path / "part.xlf"
    file.write_text(XLIFF, encoding="utf-8")
    (found,) = check_files(file, None, glossary)
    assert corrected_one_by_one(found, file, lambda path: read_bilingual(path)[0].russian) == 1


def test_the_certain_fixes_together_are_what_fix_does(glossary: CompiledGlossary, tmp_path: Path) -> None:
    file = tmp_path / "ru.md"
    file.write_text((SAMPLES / "planted.ru.md").read_text(encoding="utf-8"), encoding="utf-8")
    (found,) = check_files(file, SAMPLES / "planted.en.md", glossary)
    edits = corrections([found])
    assert len(edits) > 5
    chosen = {edit.passage for edit in edits}
    made = [
        part
        for finding, result in zip(found.findings, results(found), strict=True)
        if finding.problem.passage in chosen and len(result["fixes"]) == 1
        if result["level"] == "error" or finding.problem.passage.part is Part.LABEL
        for part in replacements(result["fixes"][0])
    ]
    data = file.read_bytes()
    assert applied(data.decode(), made).encode() == rewrite(
        decode(data, "ru", shown="ru.md"), edits, shown=""
    )


def test_what_is_missing_has_no_fix(planted: tuple[Result, ...]) -> None:
    fixes = [
        result["fixes"]
        for finding, result in zip(planted[0].findings, results(planted[0]), strict=True)
        if finding.problem.absent
    ]
    assert len(fixes) >= 4
    assert not any(fixes)


def test_a_label_that_the_format_counts_has_no_fix(single: Single, at_root: None) -> None:
    found = single("[[В.]]Открытие совещания", path="samples/planted.ru.md", suggestions=("B.",))
    [finding] = found.findings
    segment = replace(finding.problem.passage.segment, text="Открытие совещания", mark="В.", origin=())
    problem = replace(finding.problem, passage=Passage.label(segment))
    document = replace(found.russian, segments=(segment,))
    found = replace(found, russian=document, findings=(replace(finding, problem=problem),))
    assert [result["fixes"] for result in results(found)] == [[]]


def test_a_file_that_has_gone_has_no_fixes(glossary: CompiledGlossary, tmp_path: Path) -> None:
    file = tmp_path / "ru.md"
    file.write_text("Слово взял представитель Молдовы.\n", encoding="utf-8")
    (found,) = check_files(file, None, glossary)
    file.unlink()
    assert [result["fixes"] for result in results(found)] == [[]]
