"""Results as JSON and back: every report on what comes back is the report on what was packed."""

from pathlib import Path

import pytest

from termcheck.formats import read_bilingual
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import (
    Document,
    Finding,
    Kind,
    Message,
    Passage,
    Place,
    Problem,
    Result,
    Segment,
    Severity,
    Span,
)
from termcheck.packing import pack, unpack
from termcheck.pipeline import check, check_files
from termcheck.writers import NEED_WHOLE_DOCUMENTS, WRITERS

SAMPLES = Path(__file__).parent.parent / "samples"
XLIFF = """\
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="part" source-language="en" target-language="ru" datatype="plaintext"><body>
<trans-unit id="u7"><source>The Republic of Moldova spoke.</source><target>Выступила Молдова.</target>
</trans-unit></body></file>
<file original="other" source-language="en" target-language="ru" datatype="plaintext"><body>
<trans-unit id="u8"><source>Peru spoke.</source><target>Выступила Чили.</target></trans-unit></body></file>
</xliff>
"""


@pytest.fixture(scope="module", params=["md", "docx", "alone", "xlf"])
def results(
    request: pytest.FixtureRequest, glossary: CompiledGlossary, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Result, ...]:
    if request.param == "xlf":
        file = tmp_path_factory.mktemp("packing") / "part.xlf"
        file.write_text(XLIFF, encoding="utf-8")
        return tuple(
            check(pair.russian, pair.english, glossary, parallel=True) for pair in read_bilingual(file)
        )
    suffix = "md" if request.param == "alone" else request.param
    english = None if request.param == "alone" else SAMPLES / f"planted.en.{suffix}"
    return tuple(check_files(SAMPLES / f"planted.ru.{suffix}", english, glossary))


def test_every_report_is_the_same(results: tuple[Result, ...]) -> None:
    assert any(result.findings for result in results)
    back = unpack(pack(results))
    for name in WRITERS.keys() - NEED_WHOLE_DOCUMENTS:
        for least in Severity:
            assert WRITERS[name](back, least) == WRITERS[name](results, least), name


def test_the_findings_are_the_same(results: tuple[Result, ...]) -> None:
    back = unpack(pack(results))
    assert [result.findings for result in back] == [result.findings for result in results]
    assert [result.date for result in back] == [result.date for result in results]
    assert pack(back) == pack(results)


def test_a_finding_speaks_of_a_segment_of_its_document(results: tuple[Result, ...]) -> None:
    for result in unpack(pack(results)):
        for finding in result.findings:
            passage = finding.problem.passage
            documents = [document for document in (result.russian, result.source) if document]
            assert any(
                passage.segment.position < len(document.segments)
                and document.segments[passage.segment.position] is passage.segment
                for document in documents
            )


def test_only_what_findings_speak_of_is_kept() -> None:
    segments = tuple(Segment(n, Place("a.md"), Kind.PARAGRAPH, f"слово {n}") for n in range(3))
    problem = Problem(Passage(segments[1], Span(0, 5)), Message("{a}", {"a": "b"}), related=())
    finding = Finding("text/yo", Severity.HINT, problem, segments[1].place, "слово", ("MDA",))
    result = Result(Document("a.md", "ru", segments, lines=(0, 9)), None, None, (finding,))
    (back,) = unpack(pack([result]))
    assert [segment.text for segment in back.russian.segments] == ["", "слово 1", ""]
    assert (back.russian.path, back.russian.lines) == ("a.md", (0, 9))


def test_a_passage_of_no_document_comes_along() -> None:
    segment = Segment(7, Place("b.md"), Kind.HEADING, "Чужой текст", level=2)
    problem = Problem(Passage(segment, Span(0, 5)), Message("m"))
    finding = Finding("text/yo", Severity.HINT, problem, segment.place, "c")
    result = Result(Document("a.md", "ru", ()), None, None, (finding,))
    assert unpack(pack([result])) == (result,)
