"""What a careful terminologist would look at again."""

from pathlib import Path

import pytest

from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.glossary.files import read
from termcheck.glossary.validation import doubts

CASES = [
    ('id = "x"\nfull.en = "Fund"', "has no Russian term"),
    ('id = "x"\nfull.en = "Fund"\nfull.ru = "Foнд"', "letters of two alphabets"),
    ('id = "x"\nfull.en = "Fund"\nfull.ru = "Fund"', "said to be Russian and is not"),
    ('id = "x"\nfull.en = "Fund"\nfull.ru = ["Фонд", { text = "Касса", status = "superseded" }]', "until"),
    ('id = "x"\nfull.en = "Fund"\nfull.ru = { text = "Фонд", depends = ["no-such-body"] }', "no-such-body"),
    ('id = "no-such"\nchange = "extend"\nfull.ru = "Фонд"', "changes a concept that does not exist"),
    (
        'id = "x"\nfull.en = "Fund"\nfull.ru = "Фонд"\n[[concept]]\n'
        'id = "y"\nfull.en = "Box"\nfull.ru = "Фонд"',
        "preferred name of several concepts: x, y",
    ),
]


@pytest.mark.parametrize(("entry", "said"), CASES)
def test_what_is_doubtful_is_told(entry: str, said: str, tmp_path: Path, glossary: CompiledGlossary) -> None:
    path = tmp_path / "own.toml"
    path.write_text(f"[[concept]]\n{entry}", encoding="utf-8")
    assert any(said in doubt for doubt in doubts(read(path), glossary))


@pytest.mark.parametrize("path", bundled(), ids=lambda path: path.name)
def test_the_bundled_glossaries_leave_no_doubt(path: Path, glossary: CompiledGlossary) -> None:
    assert list(doubts(read(path), glossary)) == []
