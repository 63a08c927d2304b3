"""Every check against its cases: Russian text with the answer marked in it.

A case in tests/cases/<family>/<check>.toml:

    [[case]]
    name = "one Cyrillic letter"
    russian = "см. документ [[CТOC/COP/2008/19]]."      the findings of this check, marked
    english = "see document CTOC/COP/2008/19."          optional: the English, marked for source/*
    suggests = ["CTOC/COP/2008/19"]                     the first suggestion of each marked finding
    labels = ["Д."]                                     the labels at fault, which no mark can show
    writes = ["D."]                                     optional: what each should be, "" if nobody knows
    severity = "error"                                  optional: of all marked findings
    date = 2021-10-13                                   optional: the date of the report
    memory = [["See document A/1.", "см. документ A/1."]]   optional: adopted translations
    markdown = true                                     optional: both are Markdown, with footnotes
    units = true                                        optional: each paragraph is a unit of a PO file

Several paragraphs are parted by blank lines, and answer the English ones one by one when there are as
many. A case without marks must have no finding of the check, at any severity unless `least` says from
which. `missing = ["Чили"]` stands for findings of something absent, which no mark can show: what is to be
put in, or the English of it where no Russian is known (`untold = true` then). A file of cases may begin
with `glossary`, the rows of a user's own table, which is then the only glossary, and with `markdown = true`
where hyperlinks matter: [[[A/76/1](https://undocs.org/A/76/2)]] marks «A/76/1». Or with `units = true`, where
markup matters: <p class="нота">[[Записка]]</p>.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from termcheck.checks import CHECKS, Check
from termcheck.formats.markdown import read_markdown
from termcheck.formats.plain import read_plain
from termcheck.formats.po import escape, read_po
from termcheck.formats.structure import document, line_starts
from termcheck.glossary.compiled import CompiledGlossary, load
from termcheck.memory import Memory, Unit
from termcheck.model import Document, Finding, Part, Severity
from termcheck.pipeline import check

CASES = Path(__file__).parent.parent / "cases"
BY_NAME = {known.name: known for known in CHECKS}
LINK = re.compile(r"\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)")
MARK = re.compile(r"\[\[(.*?)\]\](?!\])", re.DOTALL)


def _file(known: Check) -> Path:
    family, _, name = known.name.partition("/")
    return CASES / family / f"{name.replace('-', '_')}.toml"


def _cases() -> Iterator[Any]:
    for known in CHECKS:
        if not _file(known).exists():
            continue
        cases = tomllib.loads(_file(known).read_text(encoding="utf-8"))
        for case in cases["case"]:
            case["glossary"] = cases.get("glossary")
            case.setdefault("markdown", cases.get("markdown", False))
            case.setdefault("units", cases.get("units", False))
            yield pytest.param(known, case, id=f"{known.name}: {case['name']}")


def _read(text: str, language: str, *, markdown: bool) -> Document:
    blocks = read_markdown(text) if markdown else read_plain(text)
    return document(blocks, path="text.txt", language=language, lines=line_starts(text))


def _read_units(russian: str, english: str) -> tuple[Document, Document]:
    pairs = zip(english.strip().split("\n\n"), russian.strip().split("\n\n"), strict=True)
    messages = (f'msgid "{escape(ours)}"\nmsgstr "{escape(theirs)}"\n' for ours, theirs in pairs)
    return read_po("".join(messages).encode(), shown="text.po")


def _found(known: Check, case: dict[str, Any], glossary: CompiledGlossary) -> list[Finding]:
    text = MARK.sub(r"\1", case["russian"]).strip() + "\n"
    original = MARK.sub(r"\1", case.get("english", "")).strip() + "\n"
    if case["units"]:
        russian, english = _read_units(text, original)
    else:
        russian = _read(text, "ru", markdown=case["markdown"])
        english = _read(original, "en", markdown=case["markdown"]) if "english" in case else None
    parallel = english is not None and len(english.segments) == len(russian.segments)
    memory = Memory(tuple(Unit(source, target, "adopted.tmx") for source, target in case.get("memory", ())))
    result = check(
        russian, english, glossary, checks=(known,), day=case.get("date"), memory=memory, parallel=parallel
    )
    least = Severity[case.get("least", "hint").upper()]
    return [finding for finding in result.findings if finding.severity >= least]


def _missing(finding: Finding) -> str:
    """Return what a finding wants to be put in, or which English words have no answer."""
    suggestions, source = finding.problem.suggestions, finding.problem.source
    if suggestions:
        return suggestions[0]
    assert source is not None
    return source.text


def _marked(russian: str) -> list[str]:
    """Return what is marked, as a reader of the document sees it: a torn paragraph in one line."""
    unbroken = (re.sub(r"\s*\n\s*", " ", mark) for mark in MARK.findall(russian))
    return [LINK.sub(r"\1", mark).replace("\u00ad", "") for mark in unbroken]


@pytest.mark.parametrize(("known", "case"), list(_cases()))
def test_finds_what_is_marked_and_nothing_else(
    known: Check, case: dict[str, Any], glossary: CompiledGlossary, tmp_path: Path
) -> None:
    if case["glossary"]:
        table = tmp_path / "terms.csv"
        table.write_text(case["glossary"], encoding="utf-8")
        glossary = load([table], tmp_path)
    findings = _found(known, case, glossary)
    absent = [finding for finding in findings if finding.problem.absent]
    labels = [finding for finding in findings if finding.problem.passage.part is Part.LABEL]
    present = [finding for finding in findings if finding not in absent and finding not in labels]
    marked = [*_marked(case["russian"]), *_marked(case.get("english", ""))]
    assert [finding.problem.passage.text for finding in present] == marked
    assert [_missing(finding) for finding in absent] == case.get("missing", [])
    assert all(bool(finding.problem.suggestions) is not case.get("untold", False) for finding in absent)
    assert [finding.problem.passage.text for finding in labels] == case.get("labels", [])
    if "writes" in case:
        assert ["".join(finding.problem.suggestions) for finding in labels] == case["writes"]
    if "suggests" in case:
        assert [finding.problem.suggestions[0] for finding in present] == case["suggests"]
    if "severity" in case:
        assert {finding.severity.label for finding in findings} == {case["severity"]}


@pytest.mark.parametrize("known", CHECKS, ids=lambda known: known.name)
def test_every_check_has_cases_of_both_kinds(known: Check) -> None:
    cases = tomllib.loads(_file(known).read_text(encoding="utf-8"))["case"]
    finds = [
        case
        for case in cases
        if MARK.search(case["russian"] + case.get("english", "")) or "missing" in case or "labels" in case
    ]
    assert finds
    assert len(finds) < len(cases), "a check needs a case in which it stays silent"


@pytest.mark.parametrize("known", CHECKS, ids=lambda known: known.name)
def test_every_check_shows_wrong_and_right(known: Check) -> None:
    assert known.summary.endswith(".")
    assert "\nWrong:  " in known.documentation
    assert "\nRight:  " in known.documentation


def test_every_check_file_is_listed() -> None:
    package = Path(__file__).parents[2] / "termcheck" / "checks"
    files = [file for file in package.glob("*/*.py") if file.stem != "__init__"]
    assert {f"{file.parent.name}/{file.stem.replace('_', '-')}" for file in files} == set(BY_NAME)
