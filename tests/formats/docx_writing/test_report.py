"""A whole report, as python-docx and LibreOffice write it: checked, commented, corrected, checked again."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from termcheck.fixes import corrections
from termcheck.formats.docx_writing import track_changes
from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import load
from termcheck.model import Document, Finding, Part, Result, Severity
from termcheck.pipeline import check_files
from termcheck.writers.docx import as_docx

SAMPLES = Path(__file__).parents[3] / "samples"
DAY = datetime(2024, 3, 1, 9, 30)
Parts = Callable[[bytes], dict[str, bytes]]
Settle = Callable[..., bytes]
OURS = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


def check(path: Path) -> Result:
    [result] = check_files(path, SAMPLES / "planted.en.docx", load(tuple(bundled())))
    return result


@pytest.fixture(scope="module", params=["python-docx", "LibreOffice"])
def report(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, libreoffice: Settle
) -> tuple[bytes, Result]:
    """The sample with mistakes as one of two programs writes it, and what is found in it."""
    data = (SAMPLES / "planted.ru.docx").read_bytes()
    path = tmp_path_factory.mktemp("report") / "planted.ru.docx"
    path.write_bytes(data if request.param == "python-docx" else libreoffice(data, "docx"))
    return path.read_bytes(), check(path)


def texts(document: Document) -> list[str]:
    return [segment.text for segment in document.segments]


def wholes(document: Document) -> list[dict[Part, str]]:
    return [{Part.LABEL: segment.mark, Part.TEXT: segment.text} for segment in document.segments]


def told(whole: dict[Part, str]) -> str:
    return f"{whole[Part.LABEL]} {whole[Part.TEXT]}"


def key(finding: Finding) -> tuple[str, int, str]:
    passage = finding.problem.passage
    return finding.check, passage.segment.position, passage.text


@pytest.mark.slow
def test_comments(
    report: tuple[bytes, Result],
    read: Callable[[bytes], Document],
    breaches: Callable[[bytes], list[str]],
    parts: Parts,
    libreoffice: Settle,
) -> None:
    data, result = report
    shown = [finding for finding in result.findings if finding.severity >= Severity.WARNING]
    assert len(shown) > 20
    made = as_docx(result, Severity.WARNING, data, DAY)
    assert not Counter(breaches(made)) - Counter(breaches(data))
    assert texts(read(made)) == texts(read(data))
    before, after = parts(data), parts(made)
    assert {name for name in after if after[name] != before.get(name)} <= OURS
    content = parts(libreoffice(made, "odt"))["content.xml"].decode()
    assert content.count("<office:annotation ") == len(shown)
    again = parts(libreoffice(made, "docx"))["word/comments.xml"].decode()
    assert again.count("<w:comment ") == len(shown)


@pytest.mark.slow
def test_corrections(
    report: tuple[bytes, Result],
    read: Callable[[bytes], Document],
    rejected: Callable[[bytes], bytes],
    breaches: Callable[[bytes], list[str]],
    parts: Parts,
    libreoffice: Settle,
    tmp_path: Path,
) -> None:
    data, result = report
    edits = corrections([result])
    assert len(edits) > 10
    made, done = track_changes(data, edits, day=DAY, shown="planted.ru.docx")
    assert done == edits
    assert not Counter(breaches(made)) - Counter(breaches(data))
    assert texts(read(rejected(made))) == texts(read(data))
    before, after = parts(data), parts(made)
    assert {name for name in after if after[name] != before.get(name)} == {"word/document.xml"}
    before_edits = wholes(read(data))
    corrected = [*before_edits]
    for edit in reversed(edits):
        passage, at = edit.passage, edit.passage.segment.position
        old = corrected[at][passage.part]
        new = old[: passage.span.start] + edit.text + old[passage.span.end :]
        corrected[at] = {**corrected[at], passage.part: new}
    assert wholes(read(made)) == corrected
    mended = {told(old): told(new) for old, new in zip(before_edits, corrected, strict=True)}
    unsettled = map(told, wholes(read(libreoffice(data, "docx"))))  # what LibreOffice makes of it anyway
    settled = [told(whole) for whole in wholes(read(libreoffice(made, "docx", accept=True)))]
    assert settled == [mended.get(text, text) for text in unsettled]
    path = tmp_path / "fixed.docx"
    path.write_bytes(made)
    again = check(path)
    assert not corrections([again])
    passages = {id(edit.passage) for edit in edits}
    fixed = [finding for finding in result.findings if id(finding.problem.passage) in passages]
    assert not {key(finding) for finding in fixed} & {key(finding) for finding in again.findings}
