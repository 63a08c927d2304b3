"""`termcheck init`: what it finds in a folder, and that its configuration works."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from termcheck.config import PairPattern, load

Run = Callable[..., Any]
Refused = Callable[..., str]
Pair = tuple[Path, Path]


def lay(*files: str) -> None:
    for file in files:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        Path(file).touch()


@pytest.mark.parametrize(
    ("files", "patterns"),
    [
        (["ru/a.md", "en/a.md", "ru/b/c.md", "en/b/c.md"], [("ru/{path}.md", "en/{path}.md")]),
        (["docs/RU/a.docx", "docs/EN/a.docx"], [("docs/RU/{path}.docx", "docs/EN/{path}.docx")]),
        (["Russian/a.txt", "English/a.txt"], [("Russian/{path}.txt", "English/{path}.txt")]),
        (["a.ru.md", "a.en.md", "x/b.ru.md", "x/b.en.md"], [("{path}.ru.md", "{path}.en.md")]),
        (["A_80_1.R.docx", "A_80_1.E.docx"], [("{path}.R.docx", "{path}.E.docx")]),
        (["a_ru.md", "a_en.md"], [("{path}_ru.md", "{path}_en.md")]),
        (["V2101-R.docx", "V2101-E.docx"], [("{path}-R.docx", "{path}-E.docx")]),
        (["2021/ru.md", "2021/en.md"], [("{path}/ru.md", "{path}/en.md")]),
        (["ru.md", "en.md"], [("ru.md", "en.md")]),
        (["a.xlf", "b/c.xlf"], [("{path}.xlf", None)]),
        # The more frequent one first.
        (
            ["a.ru.md", "a.en.md", "ru/1.md", "en/1.md", "ru/2.md", "en/2.md"],
            [("ru/{path}.md", "en/{path}.md"), ("{path}.ru.md", "{path}.en.md")],
        ),
        # None of these has its original there.
        (["ru/a.md", "en/b.md", "a.ru.md", "a.ru.docx", "b.en.md", "truth.md", "tenth.md"], []),
        ([".git/ru.md", ".git/en.md", "a{1}.ru.md", "a{1}.en.md"], []),
    ],
)
def test_pairs(run: Run, here: Path, files: list[str], patterns: list[tuple[str, str | None]]) -> None:
    lay(*files)
    assert run("init").exit_code == 0
    assert load(Path("termcheck.toml")).pairs == tuple(PairPattern(*pattern) for pattern in patterns)


def test_glossaries_and_memories(run: Run, here: Path) -> None:
    lay("terms/Our glossary.csv", "глоссарий.xlsx", "un.tbx", "adopted.tmx", "figures.csv", "glossary.md")
    said = run("init").stderr
    config = load(Path("termcheck.toml"))
    assert {str(path.relative_to(here)) for path in config.glossaries} == {
        *("terms/Our glossary.csv", "глоссарий.xlsx", "un.tbx")
    }
    assert [path.name for path in config.memories] == ["adopted.tmx"]
    assert "termcheck: found what looks like a glossary: un.tbx\n" in said
    assert "termcheck: found what looks like a memory: adopted.tmx\n" in said


def test_it_says_what_it_found(run: Run, here: Path) -> None:
    lay("ru/a.md", "en/a.md", "ru/b.md", "en/b.md")
    assert run("init").stderr.splitlines() == [
        "termcheck: found 2 × ru/{path}.md with en/{path}.md",
        "termcheck: wrote termcheck.toml: `termcheck check` does what it says",
    ]


def test_an_empty_folder_gets_an_example(run: Run, here: Path) -> None:
    assert run("init").stderr == "termcheck: wrote termcheck.toml: found no pairs; add them there\n"
    text = Path("termcheck.toml").read_text(encoding="utf-8")
    assert '# russian = "ru/{path}.md"' in text


def test_every_line_of_the_example_works(run: Run, here: Path) -> None:
    run("init")
    text = Path("termcheck.toml").read_text(encoding="utf-8")
    lines = [line.removeprefix("# ") if " = " in line or "[[" in line else line for line in text.splitlines()]
    Path("termcheck.toml").write_text("\n".join(lines), encoding="utf-8")
    config = load(Path("termcheck.toml"))
    assert config.pairs
    assert config.severities
    assert config.glossaries
    assert (config.show, config.fail_on, config.format) == ("warning", "error", "text")


def test_what_is_there_is_not_written_over(run: Run, refused: Refused, here: Path) -> None:
    Path("termcheck.toml").write_text('show = "hint"\n', encoding="utf-8")
    assert refused("init") == "termcheck.toml: is there already; --force writes over it"
    assert Path("termcheck.toml").read_text(encoding="utf-8") == 'show = "hint"\n'
    assert run("init", "--force").exit_code == 0
    assert load(Path("termcheck.toml")).show is None


def test_another_folder(run: Run, refused: Refused, here: Path) -> None:
    lay("x/a.ru.md", "x/a.en.md")
    assert run("init", "x").exit_code == 0
    assert load(Path("x/termcheck.toml")).pairs == (PairPattern("{path}.ru.md", "{path}.en.md"),)
    assert refused("init", "no") == "no: no such folder"


def test_check_then_needs_no_arguments(run: Run, report: Pair) -> None:
    run("init")
    assert run("check").stdout == run("check", "ru.md", "--source", "en.md", "--no-config").stdout


def test_a_configuration_that_holds_no_longer_is_told(run: Run, here: Path) -> None:
    lay("x/a.ru.md", "x/a.en.md")
    Path("termcheck.toml").write_text('show = "hint"\n', encoding="utf-8")
    assert "held here until now" in run("init", "x").stderr
