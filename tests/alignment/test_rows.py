"""Tables sorted by the names of States in each language: their rows belong together."""

import random
from pathlib import Path

import pytest

from termcheck.glossary.compiled import CompiledGlossary
from termcheck.pipeline import align_files

STATES = {
    "Bangladesh": "Бангладеш",
    "China": "Китай",
    "Ethiopia": "Эфиопия",
    "Ghana": "Гана",
    "India": "Индия",
    "Mongolia": "Монголия",
    "Nepal": "Непал",
    "Rwanda": "Руанда",
    "Viet Nam": "Вьетнам",
    "Hungary": "Венгрия",
    "Jordan": "Иордания",
    "Egypt": "Египет",
}


def _table(head: str, rows: list[tuple[str, tuple[str, ...]]]) -> str:
    lines = [
        head,
        "|---|---|---|",
        *(f"| {name} | {' | '.join(figures)} |" for name, figures in sorted(rows)),
    ]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(6))
def test_rows_keep_their_figures(seed: int, tmp_path: Path, glossary: CompiledGlossary) -> None:
    chance = random.Random(seed)
    states = chance.sample(list(STATES.items()), chance.randint(5, 12))
    figures = {english: (chance.randint(1, 2500), chance.randint(1, 300)) for english, _ in states}
    ours = [(english, tuple(f"{n:,}" for n in figures[english])) for english, _ in states]
    theirs = [
        (russian, tuple(f"{n:,}".replace(",", " ") for n in figures[english])) for english, russian in states
    ]
    english = ("Troops by country on 15 June", _table("| Country | Men | Women |", ours), "The report ends.")
    russian = (
        "Военнослужащие на 15 июня",
        _table("| Страна | Мужчины | Женщины |", theirs),
        "Конец доклада.",
    )
    for language, text in (("en", english), ("ru", russian)):
        (tmp_path / f"{language}.md").write_text("\n\n".join(text), encoding="utf-8")
    pairs = align_files(tmp_path / "ru.md", tmp_path / "en.md", glossary, force=True).pairs
    found = {
        (pair.source[0].text, pair.target[0].text)
        for pair in pairs
        if len(pair.source) == len(pair.target) == 1
    }
    assert set(states) <= found
    for numbers in figures.values():
        for number in numbers:
            assert (f"{number:,}", f"{number:,}".replace(",", " ")) in found
