"""Pages and sites on the command line: checked, aligned, corrected, in folders and by configuration."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
RUSSIAN = """<!DOCTYPE html>
<html><head><meta charset="windows-1251"><title>Доклад Молдовы</title></head><body>
<nav><a href="/ru/молдова">Молдова</a></nav>
<h1>Доклад о&nbsp;работе</h1>
<p>1. Рабочая группа рассмотрела документ
<b>СТОС</b>/COP/WG.4/2021/1.</p>
<p>2. Выступил представитель <a title="Молдовы" href="#m">Молдовы</a>. <!-- termcheck: ignore --></p>
<p>3. Группа постановила вернуться к&nbsp;этому вопросу &amp; закрыла совещание.</p>
</body></html>
"""
ENGLISH = """<title>Report of Moldova</title><h1>Report on the work</h1>
<p>1. The Working Group considered document CTOC/COP/WG.4/2021/1.</p>
<p>2. A statement was made by the representative of the Republic of Moldova.</p>
<p>3. The Group decided to return to the question and closed the meeting.</p>
"""
SITE_RUSSIAN = """---
title: "Доклад делегации СТОС/COP/2021/1"
tags: [Молдова, Свазиленд]
date: 2021-05-12
---

# Доклад

Комитет рассмотрел доклад `СТОС/COP/2021/2` и закрыл заседание.

Он постановил вернуться к докладу {{ site.Молдова }} на своей следующей сессии.
"""
SITE_ENGLISH = """---
title: Report of the delegation CTOC/COP/2021/1
---

# Report

The Committee considered the report `CTOC/COP/2021/2` and closed the meeting.

It decided to return to the report {{ site.moldova }} at its next session.
"""


@pytest.fixture
def page(tmp_path: Path) -> tuple[Path, Path]:
    russian, english = tmp_path / "ru" / "a.html", tmp_path / "en" / "a.html"
    for path, text, encoding in ((russian, RUSSIAN, "cp1251"), (english, ENGLISH, "utf-8")):
        path.parent.mkdir()
        path.write_bytes(text.encode(encoding))
    return russian, english


@pytest.fixture
def site(tmp_path: Path) -> tuple[Path, Path]:
    russian, english = tmp_path / "a.ru.md", tmp_path / "a.en.md"
    russian.write_text(SITE_RUSSIAN, encoding="utf-8")
    english.write_text(SITE_ENGLISH, encoding="utf-8")
    return russian, english


def told(run: Run, russian: Path, english: Path) -> list[tuple[str, str, str]]:
    result = run("check", russian, "--source", english, "--format", "json", "--fail-on", "never")
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)["findings"]
    return [(one["check"], one["text"], one["place"]["label"]) for one in found]


def test_a_page_is_checked_beside_its_english(run: Run, page: tuple[Path, Path]) -> None:
    assert told(run, *page) == [
        ("country/unofficial-name", "Молдовы", "metadata (title)"),
        ("symbol/mixed-script", "СТОС/COP/WG.4/2021/1", "para. 1"),
    ]


def test_folders_of_pages(run: Run, page: tuple[Path, Path]) -> None:
    russian, english = (path.parent for path in page)
    assert len(told(run, russian, english)) == 2


def test_a_corrected_page_differs_in_the_letters_alone(run: Run, page: tuple[Path, Path]) -> None:
    russian, english = page
    assert run("fix", russian, "--source", english, "--unsafe").exit_code == 0
    answer = RUSSIAN.replace("<b>СТОС</b>", "<b>CTOC</b>")
    assert russian.read_bytes() == answer.encode("cp1251")


@pytest.mark.parametrize("pair", ["page", "site"])
def test_metadata_is_not_aligned_and_positions_are_those_of_all_segments(
    run: Run, pair: str, request: pytest.FixtureRequest
) -> None:
    russian, english = request.getfixturevalue(pair)
    result = run("align", russian, "--source", english, "--format", "json")
    pairs = json.loads(result.stdout)["pairs"]
    aligned = [(one["source"], one["target"]) for one in pairs]
    assert aligned == [([at], [at]) for at in range(1, len(aligned) + 1)]


def test_configurations_find_pages(
    run: Run, page: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(page[0].parent.parent)
    assert run("init").exit_code == 0
    assert 'russian = "ru/{path}.html"' in Path("termcheck.toml").read_text(encoding="utf-8")


def test_front_matter_is_checked_and_never_changed(run: Run, site: tuple[Path, Path]) -> None:
    russian, english = site
    found = told(run, russian, english)
    assert ("symbol/mixed-script", "СТОС/COP/2021/1", "metadata (title)") in found
    run("fix", russian, "--source", english, "--unsafe")
    assert russian.read_text(encoding="utf-8").startswith(SITE_RUSSIAN[: SITE_RUSSIAN.index("# Доклад")])
