"""Paths by pattern."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.patterns import among, files_below, filled, matched, names

WORD = st.text("abcя.-_[](+", min_size=1, max_size=6).filter(lambda word: word not in (".", ".."))


@pytest.mark.parametrize(
    ("pattern", "path", "values"),
    [
        ("ru/{path}.md", "ru/report.md", {"path": "report"}),
        ("ru/{path}.md", "ru/2021/a/report.md", {"path": "2021/a/report"}),
        ("ru/{path}.md", "en/report.md", None),
        ("ru/{path}.md", "ru/report.docx", None),
        ("{name}.R.docx", "report.R.docx", {"name": "report"}),
        ("{name}.R.docx", "2021/report.R.docx", None),  # a name is without folders
        ("{year}/ru/{name}.md", "2021/ru/a.md", {"year": "2021", "name": "a"}),
        ("ru.md", "ru.md", {}),
        ("ru.md", "ruXmd", None),  # a point is a point
        ("*.md", "a.md", {}),
        ("*.md", "b/a.md", None),
        ("**/*.md", "b/c/a.md", {}),
        ("**/*.md", "a.md", {}),
        ("a?.md", "ab.md", {}),
    ],
)
def test_a_pattern(pattern: str, path: str, values: dict[str, str] | None) -> None:
    assert matched(path, pattern) == values


@given(st.lists(WORD, min_size=1, max_size=3), WORD)
def test_the_original_is_where_the_russian_would_be(folders: list[str], name: str) -> None:
    path = "/".join((*folders, name))
    values = matched(f"ru/{path}.md", "ru/{path}.md")
    assert values is not None
    assert filled("en/{path}.md", values) == f"en/{path}.md"


@pytest.mark.parametrize("pattern", ["{}.md", "{a.md", "a}.md", "{a}/{a}.md", "{2a}.md"])
def test_braces_hold_a_name_and_each_name_stands_once(pattern: str) -> None:
    with pytest.raises(ValueError, match="braces"):
        names(pattern)


def test_a_pattern_of_a_folder_takes_all_in_it() -> None:
    assert among("ru/drafts/a/b.md", ["ru/drafts"])
    assert among("ru/drafts/a/b.md", ["ru/drafts/"])
    assert among("ru/drafts/a/b.md", ["**/drafts"])
    assert not among("ru/drafts.md", ["ru/drafts"])


def test_a_walk_begins_where_the_pattern_does_and_leaves_out_what_is_hidden(tmp_path: Path) -> None:
    for file in ("ru/a.md", "ru/x/b.md", "ru/.git/c.md", "ru/.d.md", "ru/~$e.md", "en/a.md"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    assert list(files_below(tmp_path, "ru/{path}.md")) == ["ru/a.md", "ru/x/b.md"]
    assert list(files_below(tmp_path)) == ["en/a.md", "ru/a.md", "ru/x/b.md"]
    assert list(files_below(tmp_path, "de/{path}.md")) == []
