"""`termcheck check`: its options, exit status and reports, which other programs rely on."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from termcheck.checks import CHECKS
from termcheck.cli.check import check as check_command
from termcheck.model import UNREADABLE
from termcheck.writers import TELL_UNREADABLE, WRITERS

XLIFF = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="part" source-language="en" target-language="ru" datatype="plaintext"><body>
<trans-unit id="u7">
<source>The Republic of Moldova spoke.</source>
<target>Выступила Молдова.</target>
</trans-unit>
</body></file>
</xliff>
"""
WHOLE = {"version", "documents", "findings", "summary"}
FINDING = {
    *("check", "severity", "message", "path", "place", "part", "start", "end", "text", "suggestions"),
    *("source", "related", "cause"),
}
PLACE = {"label", "line", "column", "unit"}

Run = Callable[..., Any]
Refused = Callable[..., str]
Pair = tuple[Path, Path]


def findings(result: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(result.stdout)["findings"]
    return found


def checks(result: Any) -> list[str]:
    return [finding["check"] for finding in findings(result)]


# Exit status


def test_a_clean_report_gives_0(run: Run, clean: Path) -> None:
    result = run("check", clean)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "no errors, no warnings in 1 file\n"


@pytest.mark.parametrize(
    ("worst", "level", "status"),
    [
        ("error", "error", 1), ("error", "warning", 1), ("error", "hint", 1), ("error", "never", 0),
        ("warning", "error", 0), ("warning", "warning", 1), ("warning", "hint", 1), ("warning", "never", 0),
        ("hint", "error", 0), ("hint", "warning", 0), ("hint", "hint", 1), ("hint", "never", 0),
    ],
)  # fmt: skip
def test_fail_on_says_from_which_severity_up_the_exit_status_is_1(
    run: Run, report: Pair, worst: str, level: str, status: int
) -> None:
    only = {"error": "symbol", "warning": "country/missing", "hint": "structure/placeholder"}[worst]
    result = run("check", report[0], "--source", report[1], "--select", only, "--fail-on", level)
    assert result.exit_code == status


def test_errors_alone_fail_without_the_option(run: Run, report: Pair) -> None:
    arguments = ("check", report[0], "--source", report[1])
    assert run(*arguments).exit_code == 1
    assert run(*arguments, "--select", "country/missing").exit_code == 0


# --show


@pytest.mark.parametrize(
    ("options", "shown", "summary"),
    [
        (("--show", "error"), {"error"}, "2 errors in 1 file (1 warning, 1 hint not shown: --show hint)"),
        ((), {"error", "warning"}, "2 errors, 1 warning in 1 file (1 hint not shown: --show hint)"),
        (("--show", "hint"), {"error", "warning", "hint"}, "2 errors, 1 warning, 1 hint in 1 file"),
    ],
)
def test_show_says_what_the_text_report_holds(
    run: Run, report: Pair, options: tuple[str, ...], shown: set[str], summary: str
) -> None:
    lines = run("check", report[0], "--source", report[1], *options).stdout.splitlines()
    assert {
        level for level in ("error", "warning", "hint") if any(f": {level}: " in line for line in lines)
    } == shown
    assert lines[-1] == summary


def test_json_holds_all_whatever_is_shown(run: Run, report: Pair) -> None:
    result = run("check", report[0], "--source", report[1], "--format", "json", "--show", "error")
    assert [finding["severity"] for finding in findings(result)] == ["error", "error", "warning", "hint"]


# --select, --ignore


def test_select_takes_families_and_checks(run: Run, report: Pair) -> None:
    arguments = ("check", report[0], "--source", report[1], "--format", "json")
    assert checks(run(*arguments, "--select", "country")) == ["country/unofficial-name", "country/missing"]
    assert checks(run(*arguments, "--select", "country/missing")) == ["country/missing"]
    both = run(*arguments, "--select", "country/missing", "--select", "symbol")
    assert checks(both) == ["symbol/mixed-script", "country/missing"]


def test_ignore_takes_families_and_checks_and_weighs_more(run: Run, report: Pair) -> None:
    arguments = ("check", report[0], "--source", report[1], "--format", "json")
    assert checks(run(*arguments, "--ignore", "country")) == ["symbol/mixed-script", "structure/placeholder"]
    left = run(*arguments, "--select", "country", "--ignore", "country/missing")
    assert checks(left) == ["country/unofficial-name"]


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("symbols", "symbol"),
        ("country/mising", "country/missing"),
        ("Title", "title"),
        ("quotes", "text/quotes"),
    ],
)
def test_an_unknown_check_is_told_with_the_nearest(
    refused: Refused, report: Pair, option: str, name: str, meant: str
) -> None:
    line = refused("check", report[0], option, name)
    assert line == f'no check or family is called "{name}"; did you mean "{meant}"?'


@pytest.mark.parametrize("name", ["foo", "all", "style", "names", "title/wrong", "person/name", "everything"])
def test_a_check_is_not_suggested_for_a_name_unlike_it(refused: Refused, report: Pair, name: str) -> None:
    line = refused("check", report[0], "--select", name)
    assert line == f'no check or family is called "{name}"; `termcheck checks` lists them'


# --date


def test_the_date_decides_which_name_is_right(run: Run, here: Path) -> None:
    Path("ru.md").write_text("1. С докладом выступил представитель Свазиленда.\n", encoding="utf-8")
    arguments = ("check", "ru.md", "--format", "json")
    assert checks(run(*arguments, "--date", "2012-05-01")) == []
    today = run(*arguments, "--date", "2021-05-01")
    assert checks(today) == ["country/superseded-name"]
    assert json.loads(today.stdout)["documents"][0]["date"] == "2021-05-01"


def test_the_date_of_the_report_is_read_and_overridden(run: Run, report: Pair) -> None:
    def date(*options: str) -> str | None:
        result = run("check", report[0], "--format", "json", *options)
        documents: list[dict[str, str | None]] = json.loads(result.stdout)["documents"]
        return documents[0]["date"]

    assert date() == "2021-10-13"
    assert date("--date", "2019-02-03") == "2019-02-03"


def test_a_date_that_is_none_is_told(refused: Refused, report: Pair) -> None:
    assert "2021-13-40" in refused("check", report[0], "--date", "2021-13-40")


# --format


def test_every_writer_is_a_format() -> None:
    (option,) = (option for option in check_command.params if option.name == "format_")
    assert isinstance(option.type, click.Choice)
    assert [*option.type.choices] == [*WRITERS, "docx"]


@pytest.mark.parametrize("name", WRITERS)
def test_a_report_in_any_format_speaks_of_the_finding(run: Run, report: Pair, name: str) -> None:
    result = run("check", report[0], "--source", report[1], "--format", name)
    assert (result.exit_code, result.stderr) == (1, "")
    assert "country/unofficial-name" in result.stdout
    assert "ru.md" in result.stdout


@pytest.mark.parametrize("name", ["github", "gitlab", "junit", "sarif"])
def test_hints_are_shown_by_ci_when_asked_for(run: Run, report: Pair, name: str) -> None:
    hint = "is left open"

    def told(*options: str) -> str:
        output: str = run("check", report[0], "--source", report[1], "--format", name, *options).stdout
        return output.split('"results"')[-1]  # SARIF explains all checks first

    assert hint not in told()
    assert hint in told("--show", "hint")


def test_junit_tells_of_the_checks_that_ran_alone(run: Run, report: Pair) -> None:
    output = run("check", report[0], "--format", "junit", "--select", "symbol/mixed-script").stdout
    assert 'tests="1" failures="1"' in output


# --format json


def test_json_is_the_contract(run: Run, report: Pair) -> None:
    result = run("check", report[0], "--source", report[1], "--format", "json")
    data = json.loads(result.stdout)
    assert set(data) == WHOLE
    assert data["version"] == 1
    assert data["documents"] == [{"path": "ru.md", "source": "en.md", "date": "2021-10-13", "segments": 6}]
    assert data["summary"] == {"error": 2, "warning": 1, "hint": 1}
    for finding in data["findings"]:
        assert set(finding) == FINDING
        assert set(finding["place"]) == PLACE
        assert set(finding["source"]) == {"path", "place", "text"}
        assert set(finding["source"]["place"]) == PLACE
    symbol = data["findings"][0]
    assert symbol["check"] == "symbol/mixed-script"
    assert symbol["severity"] == "error"
    assert symbol["path"] == "ru.md"
    assert symbol["place"] == {"label": "para. 1", "line": 5, "column": 40, "unit": None}
    assert (symbol["start"], symbol["end"]) == (36, 56)
    assert symbol["text"] == "СТОС/COP/WG.4/2021/1"  # the first word is Cyrillic
    assert symbol["suggestions"] == ["CTOC/COP/WG.4/2021/1"]
    assert symbol["source"]["path"] == "en.md"
    assert symbol["source"]["text"] == "CTOC/COP/WG.4/2021/1"
    assert symbol["source"]["place"] == {"label": "para. 1", "line": 5, "column": 42, "unit": None}
    assert symbol["cause"].startswith("symbol/mixed-script ")


def test_line_and_column_are_those_of_the_first_character(run: Run, report: Pair) -> None:
    lines = report[0].read_text(encoding="utf-8").splitlines()
    for finding in findings(run("check", report[0], "--source", report[1], "--format", "json")):
        if finding["text"]:
            line, column = finding["place"]["line"], finding["place"]["column"]
            assert lines[line - 1][column - 1 :].startswith(finding["text"])


def test_what_is_missing_has_no_text_and_a_suggestion(run: Run, report: Pair) -> None:
    result = run("check", report[0], "--source", report[1], "--format", "json", "--select", "country/missing")
    (missing,) = findings(result)
    assert missing["text"] == ""
    assert missing["suggestions"] == ["Перу"]
    assert missing["source"]["text"] == "Peru"
    # The place is the whole segment in which it should stand.
    assert (missing["start"], missing["end"]) == (0, len("Слово взяли представители Канады и Чили [...]."))


def test_source_is_null_without_an_original(run: Run, report: Pair) -> None:
    result = run("check", report[0], "--format", "json")
    assert json.loads(result.stdout)["documents"][0]["source"] is None
    assert findings(result)
    assert all(finding["source"] is None for finding in findings(result))


def test_a_docx_has_no_lines(run: Run, here: Path, docx: Callable[..., bytes]) -> None:
    Path("ru.docx").write_bytes(docx("1. Выступил представитель Молдовы."))
    (finding,) = findings(run("check", "ru.docx", "--format", "json"))
    assert finding["text"] == "Молдовы"
    assert finding["place"]["line"] is None
    assert finding["place"]["column"] is None


def test_xliff_tells_the_unit_and_brings_its_source(run: Run, here: Path) -> None:
    Path("part.xlf").write_text(XLIFF, encoding="utf-8")
    result = run("check", "part.xlf", "--format", "json")
    assert json.loads(result.stdout)["documents"][0]["source"] == "part.xlf"
    (finding,) = findings(result)
    assert finding["place"]["unit"] == "u7"
    assert finding["source"]["text"] == "Republic of Moldova"
    assert finding["source"]["place"]["unit"] == "u7"


def test_xliff_takes_no_source(refused: Refused, report: Pair) -> None:
    Path("part.xlf").write_text(XLIFF, encoding="utf-8")
    line = refused("check", "part.xlf", "--source", report[1])
    assert line == "part.xlf: holds both languages; check it without --source"


def test_an_empty_file_is_clean(run: Run, here: Path) -> None:
    Path("empty.md").write_bytes(b"")
    result = run("check", "empty.md", "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["findings"] == []
    assert json.loads(result.stdout)["documents"][0]["segments"] == 0


# Many files


def test_folders_are_matched_by_relative_path(run: Run, report: Pair) -> None:
    for language, file in zip(("ru", "en"), report, strict=True):
        for folder in ("I", "II/annex"):
            Path(language, folder).mkdir(parents=True)
            Path(language, folder, "report.md").write_bytes(file.read_bytes())
    result = run("check", "ru", "--source", "en", "--format", "json")
    assert [(d["path"], d["source"]) for d in json.loads(result.stdout)["documents"]] == [
        ("ru/I/report.md", "en/I/report.md"),
        ("ru/II/annex/report.md", "en/II/annex/report.md"),
    ]
    assert json.loads(result.stdout)["summary"] == {"error": 4, "warning": 2, "hint": 2}
    assert (
        run("check", "ru", "--source", "en")
        .stdout.splitlines()[-1]
        .startswith("4 errors, 2 warnings in 2 files")
    )


def test_several_files_are_matched_by_their_path_from_the_folder_around_them(run: Run, report: Pair) -> None:
    for language, file in zip(("ru", "en"), report, strict=True):
        for folder in ("a", "b"):
            Path(language, folder).mkdir(parents=True)
            Path(language, folder, "report.md").write_bytes(file.read_bytes())
    given = (Path("ru/a/report.md"), Path("ru/b/report.md").absolute())
    result = run("check", *given, "--source", "en", "--format", "json")
    sources = [document["source"] for document in json.loads(result.stdout)["documents"]]
    assert sources == ["en/a/report.md", "en/b/report.md"]


def test_what_word_keeps_beside_an_open_file_is_no_document(run: Run, clean: Path) -> None:
    Path("~$report.docx").write_bytes(b"\x05owner")
    assert run("check", ".").exit_code == 0


def test_a_folder_holds_bilingual_files_too(run: Run, report: Pair) -> None:
    for folder in ("ru", "en"):
        Path(folder).mkdir()
    report[0].rename("ru/report.md")
    report[1].rename("en/report.md")
    Path("ru/part.xlf").write_text(XLIFF, encoding="utf-8")
    result = run("check", "ru", "--source", "en", "--format", "json")
    assert [document["path"] for document in json.loads(result.stdout)["documents"]] == [
        "ru/part.xlf",
        "ru/report.md",
    ]


def test_one_unreadable_file_among_many_is_told_and_the_rest_checked(
    run: Run, report: Pair, clean: Path
) -> None:
    Path("broken.docx").write_bytes(b"no archive")
    result = run("check", report[0], "broken.docx", clean, "--format", "json")
    assert result.exit_code == 2
    assert result.stderr.startswith("termcheck: broken.docx: ")
    assert result.stderr.count("\n") == 1
    assert [document["path"] for document in json.loads(result.stdout)["documents"]] == ["ru.md", "clean.md"]


@pytest.mark.parametrize("name", sorted(TELL_UNREADABLE))
def test_reports_for_ci_tell_of_an_unreadable_file(run: Run, report: Pair, name: str) -> None:
    Path("broken.docx").write_bytes(b"no archive")
    for files in (("broken.docx", report[0]), ("broken.docx",)):  # and so they do where nothing else is
        result = run("check", *files, "--format", name)
        assert result.exit_code == 2
        assert result.stderr.startswith("termcheck: broken.docx: ")
        assert UNREADABLE in result.stdout
        assert "broken.docx" in result.stdout


def test_an_unreadable_original_is_the_file_at_fault(run: Run, clean: Path) -> None:
    for name in ("ru/a.md", "ru/b.md", "en/b.md"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(clean.read_bytes())
    result = run("check", "ru", "--source", "en", "--format", "github")
    missing, wrong = result.stdout.splitlines()
    assert missing == "::error file=en/a.md,title=file/unreadable::en/a.md: no such file"
    assert wrong.startswith("::error file=en/b.md,title=file/unreadable::en/b.md: is in Russian")


def test_an_original_that_is_missing_is_told_and_the_rest_checked(run: Run, report: Pair) -> None:
    for language, file in zip(("ru", "en"), report, strict=True):
        Path(language).mkdir()
        Path(language, "report.md").write_bytes(file.read_bytes())
    Path("ru/other.md").write_bytes(report[0].read_bytes())
    result = run("check", "ru", "--source", "en", "--format", "json")
    assert (result.exit_code, result.stderr) == (2, "termcheck: en/other.md: no such file\n")
    assert [document["path"] for document in json.loads(result.stdout)["documents"]] == ["ru/report.md"]


def test_several_files_take_no_file_as_source(refused: Refused, report: Pair, clean: Path) -> None:
    line = refused("check", report[0], clean, "--source", report[1])
    assert line == "--source en.md: several Russian files need a folder of originals"


# --output


def test_output_is_written_and_standard_output_left_empty(run: Run, report: Pair) -> None:
    Path("report.json").write_text("old", encoding="utf-8")
    result = run("check", report[0], "--format", "json", "--output", "report.json")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "")
    assert json.loads(Path("report.json").read_text(encoding="utf-8"))["version"] == 1
    assert not list(Path().glob(".report.json*"))  # what was written beside is gone


def test_a_link_goes_on_pointing_at_its_file(run: Run, clean: Path) -> None:
    Path("real.txt").write_text("old", encoding="utf-8")
    Path("link.txt").symlink_to("real.txt")
    run("check", clean, "--output", "link.txt")
    assert Path("link.txt").is_symlink()
    assert Path("real.txt").read_text(encoding="utf-8") == "no errors, no warnings in 1 file\n"


@pytest.mark.parametrize("output", ["missing/report.txt", "."])
def test_an_output_that_cannot_be_written_is_told(refused: Refused, clean: Path, output: str) -> None:
    assert refused("check", clean, "--output", output).startswith(f"--output {output}: cannot be written: ")


# The list


@pytest.mark.slow
def test_every_check_of_a_family_can_be_selected(run: Run, clean: Path) -> None:
    for check in CHECKS:
        assert run("check", clean, "--select", check.name).exit_code == 0


def test_an_unused_request_for_silence_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_text("<!-- termcheck: ignore title -->\n\nТекст доклада.\n", encoding="utf-8")
    result = run("check", file)
    assert result.exit_code == 0
    assert f"{file}, line 1: “ignore title” silences nothing" in result.stderr


def test_a_silence_without_end_is_told(run: Run, here: Path) -> None:
    wrong = "<!-- termcheck: ignore-begin symbol -->\n\nСм. документ СТОС/COP/2008/19.\n"
    Path("report.md").write_text(wrong, encoding="utf-8")
    told = "has no ignore-end and silences all to the end of the file; put one there"
    for _ in range(2):  # what is remembered is told as well
        result = run("check", "report.md")
        assert result.stderr == f"termcheck: report.md, line 1: “ignore-begin symbol” {told}\n"
        assert result.exit_code == 0
    Path("report.md").write_text(f"{wrong}\n<!-- termcheck: ignore-end -->\n", encoding="utf-8")
    assert run("check", "report.md").stderr == ""


def test_a_silence_in_vain_and_without_end_is_told_once(run: Run, here: Path) -> None:
    Path("report.md").write_text("<!-- termcheck: ignore-begin symbol -->\n\nТекст.\n", encoding="utf-8")
    result = run("check", "report.md")
    assert result.stderr == "termcheck: report.md, line 1: “ignore symbol” silences nothing; it can go\n"
