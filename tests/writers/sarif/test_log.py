"""SARIF logs, checked against the schema of the standard and against the files that they speak of."""

import json
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, FormatChecker

from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import UNREADABLE, Result, Severity, Unreadable
from termcheck.pipeline import check_files
from termcheck.writers.sarif import as_sarif

Single = Callable[..., Result]

HINT = Severity.HINT
SAMPLES = Path(__file__).parents[3] / "samples"
LINK = re.compile(r"(?<!\\)\[((?:[^\[\]\\]|\\.)*)\]\(([0-9]+)\)")  # section 3.11.6 of the standard


@pytest.fixture(scope="module")
def schema() -> Draft4Validator:
    file = Path(sys.prefix) / "sarif-schema-2.1.0.json"
    if not file.exists():
        pytest.fail(f"no {file}; tests/run fetches it")
    text = file.read_text(encoding="utf-8")
    # "format" holds URIs to their own grammar as well.
    return Draft4Validator(json.loads(text), format_checker=FormatChecker())


@pytest.fixture
def results(schema: Draft4Validator) -> Callable[..., list[dict[str, Any]]]:
    """The results of a log that the schema allows."""

    def read(found: Result, least: Severity = HINT) -> list[dict[str, Any]]:
        log = json.loads(as_sarif([found], least))
        schema.validate(log)
        told: list[dict[str, Any]] = log["runs"][0]["results"]
        return told

    return read


Results = Callable[..., list[dict[str, Any]]]


def physical(location: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = location["physicalLocation"]
    return found


def cut(lines: list[str], region: dict[str, int]) -> str:
    """What a region holds; columns are code points, the last one is behind the words."""
    first, last = region["startLine"] - 1, region["endLine"] - 1
    if first == last:
        return lines[first][region["startColumn"] - 1 : region["endColumn"] - 1]
    head, tail = lines[first][region["startColumn"] - 1 :], lines[last][: region["endColumn"] - 1]
    return "\n".join([head, *lines[first + 1 : last], tail])


def test_the_schema_finds_fault_with_a_log_that_has_one(schema: Draft4Validator) -> None:
    log = json.loads(as_sarif([], HINT))
    schema.validate(log)
    log["runs"][0]["tool"]["driver"]["informationUri"] = "no uri"
    assert not schema.is_valid(log)


def test_a_whole_report(planted: tuple[Result, ...], at_root: None, results: Results) -> None:
    told = results(planted[0])
    assert [result["ruleId"] for result in told] == [f.check for f in planted[0].findings]
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", HINT: "note"}
    assert [result["level"] for result in told] == [levels[f.severity] for f in planted[0].findings]


def test_a_rule_is_found_by_its_number(planted: tuple[Result, ...]) -> None:
    (run,) = json.loads(as_sarif(planted, HINT))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_regions_hold_the_words(planted: tuple[Result, ...], results: Results) -> None:
    files = {language: SAMPLES / f"planted.{language}.md" for language in ("ru", "en")}
    lines = {f"{path}": path.read_text(encoding="utf-8").split("\n") for path in files.values()}
    seen = 0
    for finding, result in zip(planted[0].findings, results(planted[0]), strict=True):
        words = finding.problem.passage.text
        if finding.problem.absent or not words:
            continue
        (place,) = result["locations"]
        held = cut(lines[finding.place.path], physical(place)["region"])
        shown = re.sub(r"\*|\s+", " ", held).replace("\N{SOFT HYPHEN}", "")
        assert shown.split() == words.split()
        seen += 1
    assert seen > 35


def test_the_english_is_a_related_location_and_the_message_links_it(single: Single, results: Results) -> None:
    (result,) = results(single("[[Чили]]", english="Peru [sic] spoke.", suggestions=("Перу",)))
    told = "something is wrong\nEnglish: [“Peru \\[sic\\] spoke.”](1)\nWrite: Перу"
    assert result["message"] == {"text": told}
    (english,) = result["relatedLocations"]
    assert (english["id"], english["message"]["text"]) == (1, "English: “Peru [sic] spoke.”")
    assert physical(english)["artifactLocation"]["uri"] == "en.md"
    assert physical(english)["region"]["endColumn"] == 18


def test_every_link_of_a_message_leads_to_a_related_location(
    planted: tuple[Result, ...], results: Results
) -> None:
    linked = 0
    for finding, result in zip(planted[0].findings, results(planted[0]), strict=True):
        ids = [place["id"] for place in result["relatedLocations"]]
        assert [int(number) for _, number in LINK.findall(result["message"]["text"])] == ids
        assert len(ids) >= len(finding.problem.related)
        linked += len(ids)
    assert linked > 40


def test_a_file_without_lines_has_no_region_but_the_name_of_the_place(
    single: Single, results: Results
) -> None:
    (result,) = results(single("[[Чили]]", path="ru.docx", has_lines=False, suggestions=("Перу",)))
    (place,) = result["locations"]
    assert "region" not in physical(place)
    assert place["logicalLocations"] == [{"name": "para. 1", "kind": "paragraph"}]
    assert result["fixes"] == []


@pytest.mark.parametrize("suffix", ["docx", "xlf"])
def test_other_formats_are_allowed_by_the_schema(
    glossary: CompiledGlossary, tmp_path: Path, results: Results, suffix: str
) -> None:
    if suffix == "docx":
        russian, english = (SAMPLES / f"planted.{language}.docx" for language in ("ru", "en"))
        (found,) = check_files(russian, english, glossary)
    else:
        file = tmp_path / "part.xlf"
        file.write_text(
            '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
            '<file original="part" source-language="en" target-language="ru" datatype="plaintext"><body>'
            '<trans-unit id="u7"><source>The Republic of Moldova spoke about trade.</source>\n'
            "<target>Представитель Молдовы выступил с заявлением.</target></trans-unit>"
            "</body></file></xliff>",
            encoding="utf-8",
        )
        (found,) = check_files(file, None, glossary)
    told = results(found)
    assert told
    assert all(("region" in physical(result["locations"][0])) == (suffix == "xlf") for result in told)


@pytest.mark.parametrize("name", ["ru.md", "доклад о работе.md", "a%20b#c?.md", "a:b.md"])
def test_a_path_is_a_uri_from_the_working_folder(
    single: Single, results: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for path in (name, str(tmp_path / name)):
        (result,) = results(single("[[Чили]]", path=path))
        where = physical(result["locations"][0])["artifactLocation"]
        assert where["uriBaseId"] == "%SRCROOT%"
        assert unquote(where["uri"]) == name


def test_a_file_elsewhere_has_a_whole_uri(
    single: Single, results: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    (result,) = results(single("[[Чили]]", path="../ru.md"))
    assert physical(result["locations"][0])["artifactLocation"] == {"uri": (tmp_path / "ru.md").as_uri()}


def test_what_is_less_than_asked_for_is_left_out(single: Single, results: Results) -> None:
    assert results(single("[[Чили]]", severity=HINT), Severity.WARNING) == []
    assert len(results(single("[[Чили]]", severity=HINT), HINT)) == 1


def test_fingerprints_tell_results_of_one_file_apart(planted: tuple[Result, ...], results: Results) -> None:
    twice = replace(planted[0], findings=planted[0].findings * 2)
    told = [result["partialFingerprints"] for result in results(twice)]
    for name in ("termcheck/v1", "primaryLocationLineHash"):
        assert len({prints[name] for prints in told}) == len(told) > 80


def test_the_documents_are_named_once_each(planted: tuple[Result, ...], at_root: None) -> None:
    (run,) = json.loads(as_sarif([*planted, *planted], HINT))["runs"]
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    assert uris == ["samples/planted.ru.md", "samples/planted.en.md"]


AWKWARD = st.text() | st.text(alphabet="[](1)\\ \n2")


@given(message=AWKWARD, right=AWKWARD, english=AWKWARD.filter(bool))
def test_any_text_is_told_and_makes_no_link_of_its_own(
    single: Single, schema: Draft4Validator, message: str, right: str, english: str
) -> None:
    found = single("[[Чили]]", message=message, suggestions=(right,), english=english)
    log = json.loads(as_sarif([found], HINT))
    (result,) = log["runs"][0]["results"]
    del log["runs"][0]["tool"]["driver"]["rules"]  # they are the same every time, and many
    schema.validate(log)
    assert [number for _, number in LINK.findall(result["message"]["text"])] == ["1"]


def test_a_file_that_cannot_be_read_is_a_notification(single: Single, schema: Draft4Validator) -> None:
    file = Unreadable("ru/no such.docx", "ru/no such.docx: no such file")
    log = json.loads(as_sarif([single("[[Чили]]")], HINT, [file]))
    schema.validate(log)
    run = log["runs"][0]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert (told["level"], told["message"]["text"]) == ("error", "ru/no such.docx: no such file")
    assert physical(told["locations"][0])["artifactLocation"]["uri"] == "ru/no%20such.docx"
    known = run["tool"]["driver"]["notifications"]
    assert known[told["descriptor"]["index"]]["id"] == told["descriptor"]["id"] == UNREADABLE
    assert len(run["results"]) == 1


def test_a_run_without_trouble_was_successful(single: Single) -> None:
    (invocation,) = json.loads(as_sarif([single("[[Чили]]")], HINT))["runs"][0]["invocations"]
    assert invocation == {"executionSuccessful": True, "toolExecutionNotifications": []}
