"""Where a finding stands in its file, and what CI calls the file."""

import subprocess
from pathlib import Path

import pytest

from termcheck.formats import read
from termcheck.model import Passage, Span
from termcheck.writers.locations import Extent, extent, relative, within


@pytest.mark.parametrize("path", ["ru/доклад.md", "./ru/доклад.md", "ru/../ru/доклад.md"])
def test_a_path_is_told_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert relative(path) == "ru/доклад.md"
    assert relative(str(tmp_path / path)) == "ru/доклад.md"


def test_a_path_outside_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert relative("../en.md") == "../en.md"
    assert within("../en.md") is None
    assert relative(str(tmp_path / "en.md")) == (tmp_path / "en.md").as_posix()


def test_a_folder_under_another_name_is_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    monkeypatch.chdir(tmp_path / "real")
    assert relative(str(tmp_path / "link" / "ru.md")) == "ru.md"


def test_a_linked_file_keeps_the_name_that_it_has_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "store.md").write_text("", encoding="utf-8")
    (tmp_path / "here" / "ru.md").symlink_to(tmp_path / "store.md")
    monkeypatch.chdir(tmp_path / "here")
    assert relative("ru.md") == "ru.md"


@pytest.mark.parametrize(
    ("text", "words", "reach"),
    [
        ("Выступил представитель Чили.\n", "Чили", Extent(1, 24, 1, 28)),
        ("Выступил **представитель** Чили.\n", "представитель", Extent(1, 12, 1, 25)),
        ("Генеральная\nАссамблея решила.\n", "Генеральная Ассамблея", Extent(1, 1, 2, 10)),
        ("Генеральная\nАссамблея решила.\n", "Генеральная ", Extent(1, 1, 1, 12)),
        ("Слово 𝔐 Чили.\n", "Чили", Extent(1, 9, 1, 13)),  # one code point, two units of UTF-16
    ],
)
def test_a_passage_reaches_from_its_first_letter_to_behind_its_last(
    tmp_path: Path, text: str, words: str, reach: Extent
) -> None:
    file = tmp_path / "ru.md"
    file.write_text(text, encoding="utf-8")
    document = read(file, "ru")
    (segment,) = document.segments
    start = segment.text.index(words)
    assert extent(Passage(segment, Span(start, start + len(words))), document) == reach


def test_paths_count_from_the_root_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = tmp_path / "docs" / "ru"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert relative("a.md") == "a.md"
    assert within("../en/a.md") is None
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    assert relative("a.md") == "docs/ru/a.md"
    assert within("../en/a.md") == "docs/en/a.md"
    assert within(str(tmp_path / "a.md")) == "a.md"
    assert within("../../../a.md") is None


def test_another_working_tree_is_a_root_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    tree = tmp_path / "tree"
    (tree / "ru").mkdir(parents=True)
    (tree / ".git").write_text("gitdir: ../.git/worktrees/tree\n", encoding="utf-8")
    monkeypatch.chdir(tree / "ru")
    assert relative("a.md") == "ru/a.md"


def test_a_folder_called_git_is_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "ru").mkdir()
    monkeypatch.chdir(tmp_path / "ru")
    assert relative("a.md") == "a.md"
