"""What an office's own glossary does to the bundled ones."""

from pathlib import Path

import pytest

from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import CompiledGlossary, load
from termcheck.glossary.merging import merged
from termcheck.glossary.toml import read
from termcheck.model import RUSSIAN, Register, Status

BUNDLED = """
[glossary]
domain = "title"
[[concept]]
id = "committee"
full.en = "Committee on Letters"
full.ru = ["Комитет по буквам", "Буквенный комитет"]
abbreviation.ru = "КБ"
[[concept]]
id = "fund"
full.en = "Letters Fund"
full.ru = "Фонд букв"
"""


def statuses(own: str, tmp_path: Path) -> dict[str, dict[str, str]]:
    paths = []
    for name, text in (("bundled.toml", BUNDLED), ("own.toml", own)):
        paths.append(tmp_path / name)
        paths[-1].write_text(text, encoding="utf-8")
    concepts = merged(map(read, paths))
    return {
        concept.id: {term.text: term.status.value for term in concept.terms if term.language == RUSSIAN}
        for concept in concepts.values()
    }


def test_an_entry_of_the_same_id_replaces(tmp_path: Path) -> None:
    own = '[[concept]]\nid = "fund"\nfull.en = "Letters Fund"\nfull.ru = "Буквенный фонд"'
    assert statuses(own, tmp_path)["fund"] == {"Буквенный фонд": "preferred"}


def test_an_entry_may_forbid_a_rendering(tmp_path: Path) -> None:
    own = '[[concept]]\nid = "committee"\nchange = "extend"\n' + (
        'full.ru = { text = "Буквенный комитет", status = "deprecated" }'
    )
    assert statuses(own, tmp_path)["committee"] == {
        "Комитет по буквам": "preferred",
        "Буквенный комитет": "deprecated",
        "КБ": "preferred",
    }


def test_an_entry_may_allow_a_rendering(tmp_path: Path) -> None:
    own = '[[concept]]\nid = "fund"\nchange = "extend"\nfull.ru = { text = "Фондбук", status = "admitted" }'
    assert statuses(own, tmp_path)["fund"] == {"Фонд букв": "preferred", "Фондбук": "admitted"}


def test_a_new_preferred_rendering_leaves_the_old_one_admitted(tmp_path: Path) -> None:
    own = '[[concept]]\nid = "fund"\nchange = "extend"\nfull.ru = "Буквенный фонд"'
    assert statuses(own, tmp_path)["fund"] == {"Фонд букв": "admitted", "Буквенный фонд": "preferred"}


def test_an_entry_may_switch_a_concept_off(tmp_path: Path) -> None:
    assert "fund" not in statuses('[[concept]]\nid = "fund"\nchange = "off"', tmp_path)


@pytest.fixture
def with_table(tmp_path: Path) -> CompiledGlossary:
    own = tmp_path / "own.csv"
    own.write_text("English,Russian,Status\nSecurity Council,Совбез,forbidden\nwebsite,веб-сайт,\n", "utf-8")
    return load([*bundled(), own], tmp_path)


def test_a_row_without_an_id_extends_the_concept_of_its_english_name(with_table: CompiledGlossary) -> None:
    (council,) = with_table.named("Security Council")
    assert council.preferred(RUSSIAN, Register.FULL) is not None
    assert {term.text: term.status for term in council.terms}["Совбез"] is Status.DEPRECATED


def test_a_row_of_a_new_name_is_a_concept_of_its_own(with_table: CompiledGlossary) -> None:
    assert [concept.id for concept in with_table.named("веб-сайтами")] == ["website"]
