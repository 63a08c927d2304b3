"""`termcheck check` under a configuration."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
Refused = Callable[..., str]
Pair = tuple[Path, Path]

PAIRS = '[[pairs]]\nrussian = "ru/{path}.md"\nenglish = "en/{path}.md"\n'


def says(text: str, name: str = "termcheck.toml") -> None:
    Path(name).write_text(text, encoding="utf-8")


def found(result: Any) -> list[tuple[str, str]]:
    return [(finding["path"], finding["check"]) for finding in json.loads(result.stdout)["findings"]]


def severities(result: Any) -> dict[str, set[str]]:
    told: dict[str, set[str]] = {}
    for finding in json.loads(result.stdout)["findings"]:
        told.setdefault(finding["check"], set()).add(finding["severity"])
    return told


@pytest.fixture
def folders(report: Pair) -> None:
    """ru/a.md and ru/sub/b.md with their originals in en, and a configuration that pairs them."""
    for language, file in zip(("ru", "en"), report, strict=True):
        for path in ("a.md", "sub/b.md"):
            Path(language, path).parent.mkdir(parents=True, exist_ok=True)
            Path(language, path).write_bytes(file.read_bytes())
        file.unlink()
    says(PAIRS)


# Which files


def test_without_arguments_the_configuration_says_what_is_checked(run: Run, folders: None) -> None:
    result = run("check", "--format", "json")
    assert result.exit_code == 1
    documents = [(one["path"], one["source"]) for one in json.loads(result.stdout)["documents"]]
    assert documents == [("ru/a.md", "en/a.md"), ("ru/sub/b.md", "en/sub/b.md")]


def test_paths_are_shown_as_from_the_current_folder(
    run: Run, folders: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("ru/sub")
    documents = json.loads(run("check", "--format", "json").stdout)["documents"]
    assert [one["path"] for one in documents] == ["../a.md", "b.md"]


def test_a_russian_file_takes_its_original_by_the_pattern(run: Run, folders: None) -> None:
    assert run("check", "ru/a.md").stdout == run("check", "ru/a.md", "--source", "en/a.md").stdout
    assert run("check", "ru/a.md").stdout != run("check", "ru/a.md", "--no-config").stdout


def test_a_folder_stands_for_its_pairs(run: Run, folders: None) -> None:
    documents = json.loads(run("check", "ru/sub", "--format", "json").stdout)["documents"]
    assert [(one["path"], one["source"]) for one in documents] == [("ru/sub/b.md", "en/sub/b.md")]
    documents = json.loads(run("check", ".", "--format", "json").stdout)["documents"]
    assert [one["path"] for one in documents] == ["ru/a.md", "ru/sub/b.md"]


def test_what_is_excluded_is_checked_only_when_named(run: Run, folders: None) -> None:
    says('exclude = ["ru/sub"]\n' + PAIRS)
    assert {path for path, _ in found(run("check", "--format", "json"))} == {"ru/a.md"}
    assert {path for path, _ in found(run("check", "ru/sub/b.md", "--format", "json"))} == {"ru/sub/b.md"}


def test_an_original_that_a_pattern_takes_for_russian_is_none(run: Run, report: Pair) -> None:
    for name, file in (("a.md", report[0]), ("a.en.md", report[1])):
        file.rename(name)
    says('[[pairs]]\nrussian = "{path}.md"\nenglish = "{path}.en.md"\n')
    documents = json.loads(run("check", "--format", "json").stdout)["documents"]
    assert [(one["path"], one["source"]) for one in documents] == [("a.md", "a.en.md")]


def test_the_first_pattern_with_an_original_holds(run: Run, folders: None) -> None:
    says('[[pairs]]\nrussian = "ru/{path}.md"\nenglish = "old/{path}.md"\n' + PAIRS)
    documents = json.loads(run("check", "--format", "json").stdout)["documents"]
    assert {one["source"] for one in documents} == {"en/a.md", "en/sub/b.md"}


def test_a_missing_original_is_told_and_the_rest_checked(run: Run, folders: None) -> None:
    Path("en/a.md").unlink()
    result = run("check", "--format", "json")
    assert (result.exit_code, result.stderr) == (2, "termcheck: en/a.md: no such file\n")
    assert {path for path, _ in found(result)} == {"ru/sub/b.md"}


def test_bilingual_files_need_no_original(run: Run, here: Path) -> None:
    Path("part.po").write_text(
        'msgid ""\nmsgstr "Language: ru\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "The Republic of Moldova spoke."\nmsgstr "Выступила Молдова."\n',
        encoding="utf-8",
    )
    says('[[pairs]]\nrussian = "{path}.po"\n')
    assert ("part.po", "country/unofficial-name") in found(run("check", "--format", "json"))


def test_nothing_to_check(refused: Refused, here: Path) -> None:
    line = refused("check")
    assert line == "nothing to check: name a RUSSIAN file, or let `termcheck init` write a termcheck.toml"


def test_no_pairs(refused: Refused, here: Path) -> None:
    says('show = "hint"\n')
    assert refused("check") == "termcheck.toml: has no [[pairs]]; add one, or name a RUSSIAN file"


def test_no_file_like_a_pattern(refused: Refused, here: Path) -> None:
    says(PAIRS)
    assert refused("check") == "termcheck.toml: no file is like ru/{path}.md; mend the pattern, or add files"


def test_a_source_needs_its_russian(refused: Refused, folders: None) -> None:
    assert "name the RUSSIAN files" in refused("check", "--source", "en/a.md")


# Which options


def test_keys_are_defaults_that_options_override(run: Run, folders: None) -> None:
    says('select = ["symbol"]\nformat = "json"\nfail-on = "never"\n' + PAIRS)
    result = run("check", "ru/a.md")
    assert result.exit_code == 0
    assert {check for _, check in found(result)} == {"symbol/mixed-script"}
    result = run("check", "ru/a.md", "--select", "country", "--fail-on", "error")
    assert result.exit_code == 1
    assert {check.partition("/")[0] for _, check in found(result)} == {"country"}
    assert run("check", "ru/a.md", "--format", "text").stdout.startswith("ru/a.md:")


def test_show_and_ignore_and_date(run: Run, folders: None) -> None:
    says('show = "hint"\nignore = ["country"]\ndate = 2001-02-03\n' + PAIRS)
    assert "[structure/placeholder]" in run("check", "ru/a.md").stdout
    data = json.loads(run("check", "ru/a.md", "--format", "json").stdout)
    assert data["documents"][0]["date"] == "2001-02-03"
    assert not any(finding["check"].startswith("country") for finding in data["findings"])


def test_glossaries_are_relative_to_the_file(
    run: Run, folders: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("own.csv").write_text("English,Russian\nreport,отчет\n", encoding="utf-8")
    says('glossaries = ["own.csv"]\nselect = ["term"]\nshow = "hint"\n' + PAIRS)
    monkeypatch.chdir("ru")
    data = json.loads(run("check", "a.md", "--format", "json").stdout)
    assert {finding["check"] for finding in data["findings"]} == {"term/missing"}


def test_another_file_or_none(run: Run, folders: None) -> None:
    Path("other").mkdir()
    says(
        'select = ["structure"]\nformat = "json"\n[[pairs]]\nrussian = "../ru/a.md"'.partition("[[")[0],
        "other/x.toml",
    )
    assert {check for _, check in found(run("check", "ru/a.md", "--config", "other/x.toml"))} == {
        "structure/placeholder"
    }
    assert run("check", "--no-config").exit_code == 2
    assert "leave one out" in run("check", "--no-config", "--config", "other/x.toml").stderr
    assert "leave one out" in run("check", "--config", "other/x.toml", "--no-config").stderr


def test_no_such_configuration(refused: Refused, clean: Path) -> None:
    line = refused("check", clean, "--config", "no.toml")
    assert line == "no.toml: no such file; `termcheck init` writes a configuration"


def test_fix_takes_the_original_by_the_pattern_too(run: Run, folders: None) -> None:
    says('ignore = ["symbol"]\n' + PAIRS)
    assert "Республики Молдова" in run("fix", "ru/a.md", "--diff").stdout
    assert "CTOC" not in run("fix", "ru/a.md", "--diff").stdout
    assert "+1. Рабочая" in run("fix", "ru/a.md", "--diff", "--no-config").stdout


# Severities


def test_severities_by_check_path_and_concept(run: Run, folders: None) -> None:
    says(
        '[[severity]]\ncheck = "symbol"\nto = "hint"\n'
        '[[severity]]\nconcept = "MDA"\nto = "off"\n'
        '[[severity]]\ncheck = "country/missing"\npath = "ru/a.md"\nto = "error"\n' + PAIRS
    )
    told = severities(run("check", "ru/a.md", "--format", "json"))
    assert told["symbol/mixed-script"] == {"hint"}
    assert "country/unofficial-name" not in told
    assert told["country/missing"] == {"error"}
    assert severities(run("check", "ru/sub/b.md", "--format", "json"))["country/missing"] == {"warning"}


def test_the_exit_status_goes_by_the_changed_severity(run: Run, folders: None) -> None:
    says('[[severity]]\npath = "ru"\nto = "hint"\n' + PAIRS)
    result = run("check")
    assert (result.exit_code, result.stdout.splitlines()[-1][:26]) == (0, "no errors, no warnings in ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('exclude = ["ru/drafts/**"]\n', 'termcheck.toml: exclude "ru/drafts/**"'),
        ('exclude = ["ru/sub", "en/a.md"]\n', 'termcheck.toml: exclude "en/a.md"'),
        (
            'exclude = ["ru/sub"]\n[[severity]]\npath = ["ru/sub/**", "ru/a.md"]\nto = "hint"\n',
            'termcheck.toml, line 2: path "ru/sub/**"',
        ),
        (
            '[[pairs]]\nrussian = "rus/{path}.md"\n',
            'termcheck.toml: russian = "rus/{path}.md"',
        ),
    ],
)
def test_a_pattern_that_fits_no_file_is_told(run: Run, folders: None, text: str, told: str) -> None:
    says(text + PAIRS)
    result = run("check")
    assert result.stderr == f"termcheck: {told} fits no file; mend the pattern, or take it out\n"
    assert result.exit_code == 1 - ("hint" in text)
    assert run("check", "ru/a.md").stderr == ""  # other files may be what it is for


def test_patterns_that_fit_are_no_matter(run: Run, folders: None) -> None:
    says('exclude = ["ru/sub"]\n[[severity]]\npath = "ru"\nto = "hint"\n' + PAIRS)
    assert run("check").stderr == ""


@pytest.mark.parametrize("concept", ["nonsense", "office-x", "zzzz"])
def test_no_concept_is_suggested_for_a_name_unlike_it(refused: Refused, clean: Path, concept: str) -> None:
    says(f'[[severity]]\nconcept = "{concept}"\nto = "off"')
    assert refused("check", clean).endswith(f'the id "{concept}"; `termcheck glossary show NAME` tells ids')


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            '[[severity]]\ncheck = "symbl"\nto = "off"',
            'termcheck.toml, line 1: no check or family is called "symbl"; did you mean "symbol"?',
        ),
        (
            '\n[[severity]]\nconcept = "Peru"\nto = "off"',
            'termcheck.toml, line 2: no concept has the id "Peru"; did you mean "PER"?',
        ),
        ('ignore = ["txt"]', 'termcheck.toml: no check or family is called "txt"; did you mean "text"?'),
        ('format = "jsn"', 'termcheck.toml: "format" is one of "text", "json"'),
    ],
)
def test_a_name_in_vain_is_told_every_time(refused: Refused, clean: Path, text: str, line: str) -> None:
    refused_once = None
    for _ in range(2):  # no earlier run makes it right
        says(text)
        refused_once = refused("check", clean)
        assert refused_once.startswith(line)
        Path("termcheck.toml").unlink()


def test_fix_corrects_nothing_that_is_switched_off(run: Run, folders: None) -> None:
    says('[[severity]]\nconcept = "MDA"\nto = "off"\n' + PAIRS)
    diff = run("fix", "ru/a.md", "--diff").stdout
    assert "CTOC" in diff
    assert "Республики Молдова" not in diff
