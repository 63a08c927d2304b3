"""The samples: one report without mistakes, one with a mistake planted for every check."""

import re
import tomllib
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from termcheck.checks import CHECKS
from termcheck.formats import read
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Finding, Kind
from termcheck.pipeline import check_files

SAMPLES = Path(__file__).parents[2] / "samples"
PLANTED: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "planted.toml").read_text(encoding="utf-8")
)["planted"]

# What needs a glossary or a memory of the user's; what Word numbers by itself; and what stands elsewhere in
# the two formats (the head is a table in Word), or needs a strange sentence that is aligned all the same. And
# what is about the markup of units.
ELSEWHERE = {
    "term/missing",
    "term/forbidden",
    "consistency/memory",
    "structure/numbering",
    "structure/masthead",
    "consistency/same-target",
    "structure/markup",
}


def findings(name: str, suffix: str, glossary: CompiledGlossary) -> list[Finding]:
    russian, english = (SAMPLES / f"{name}.{language}{suffix}" for language in ("ru", "en"))
    (result,) = check_files(russian, english, glossary)
    return list(result.findings)


@pytest.mark.parametrize("suffix", [".md", ".docx"])
def test_nothing_is_said_of_the_clean_report(suffix: str, glossary: CompiledGlossary) -> None:
    assert [str(finding.problem.message) for finding in findings("clean", suffix, glossary)] == []


@pytest.mark.parametrize("suffix", [".md", ".docx"])
def test_every_planted_mistake_is_found_and_nothing_else(suffix: str, glossary: CompiledGlossary) -> None:
    found = [
        (
            finding.check,
            finding.place.label,
            "" if finding.problem.absent else finding.problem.passage.text,
            (*finding.problem.suggestions, None)[0],
        )
        for finding in findings("planted", suffix, glossary)
    ]
    assert found == [(p["check"], p["label"], p["text"], p.get("suggestion")) for p in PLANTED]


def test_a_mistake_is_planted_for_every_check() -> None:
    assert {planted["check"] for planted in PLANTED} | ELSEWHERE == {check.name for check in CHECKS}


@pytest.mark.parametrize("name", ["clean", "planted"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_word_and_markdown_say_the_same(name: str, language: str) -> None:
    """The DOCX files are made by build_docx.py; whoever changes a sample makes them anew."""
    markdown, word = (read(SAMPLES / f"{name}.{language}{suffix}", language) for suffix in (".md", ".docx"))
    pages = [s.text for s in word.segments if s.kind is Kind.HEADER]
    assert [(s.mark, s.text) for s in word.segments if s.kind is not Kind.HEADER] == [
        (s.mark, s.text) for s in markdown.segments
    ]
    assert (word.date, word.symbol) == (markdown.date, markdown.symbol)
    assert pages == [word.symbol]  # over the pages, in Word alone


@pytest.mark.parametrize("name", ["clean", "planted"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_word_itself_numbers_paragraphs_lists_and_notes(name: str, language: str) -> None:
    """The labels of the DOCX files stand nowhere in their text: reading them is part of the test."""
    with ZipFile(SAMPLES / f"{name}.{language}.docx") as package:
        body = package.read("word/document.xml").decode()
    markdown = (SAMPLES / f"{name}.{language}.md").read_text(encoding="utf-8")
    labels = re.findall(r"^ *(?:- )?(?:\d+\.|\(?\w\)) ", markdown, re.MULTILINE)
    assert body.count("<w:numPr>") == len(labels)
    notes = re.findall(r"^\[\^\d+\]: ", markdown, re.MULTILINE)
    assert body.count("<w:footnoteReference ") == len(notes) > 0
