"""Which Russian term answers an English one, where that depends on what else is named."""

from pathlib import Path

import pytest

from termcheck.checks.selection import named
from termcheck.formats.plain import read_plain
from termcheck.formats.structure import document
from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import CompiledGlossary, load
from termcheck.model import Document
from termcheck.pipeline import check

OWN = """
[glossary]
domain = "title"
[[concept]]
id = "keeper"
kind = "office"
full.en = "Keeper"
full.ru = [
    "Хранитель",
    { text = "Смотритель", status = "admitted", depends = ["world-food-programme", "series:LETTERS"] },
]
"""


@pytest.fixture(scope="module")
def with_keeper(tmp_path_factory: pytest.TempPathFactory) -> CompiledGlossary:
    folder: Path = tmp_path_factory.mktemp("own")
    (folder / "own.toml").write_text(OWN, encoding="utf-8")
    return load([*bundled(), folder / "own.toml"], folder)


def _document(text: str, language: str) -> Document:
    return document(read_plain(text), path="text.txt", language=language)


@pytest.mark.parametrize(
    ("russian", "english", "suggested"),
    [
        ("Доклад был принят.", "The report of the Keeper was adopted.", "Хранитель"),
        ("Доклад ВПП был принят.", "The report of the Keeper of the World Food Programme.", "Смотритель"),
        ("LETTERS/2021/1\n\nДоклад был принят.", "LETTERS/2021/1\n\nThe report of the Keeper.", "Смотритель"),
    ],
)
def test_the_context_decides(
    russian: str, english: str, suggested: str, with_keeper: CompiledGlossary
) -> None:
    result = check(
        _document(russian, "ru"),
        _document(english, "en"),
        with_keeper,
        checks=named("title/missing"),
        parallel=True,
    )
    assert [finding.problem.suggestions for finding in result.findings] == [(suggested,)]
