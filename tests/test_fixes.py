"""Corrections: certain ones alone, none over another, and nothing left of what was corrected."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from termcheck.fixes import corrections
from termcheck.formats import read_decoded
from termcheck.formats.rewriting import rewrite
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import (
    Document,
    Finding,
    Kind,
    Message,
    Passage,
    Piece,
    Place,
    Problem,
    Result,
    Segment,
    Severity,
    Span,
)
from termcheck.pipeline import check_files

TEXT = "Доклад представителя Молдовы"
SEGMENT = Segment(0, Place("a.md"), Kind.PARAGRAPH, TEXT)


def finding(
    words: str, *suggestions: str, severity: Severity = Severity.ERROR, absent: bool = False
) -> Finding:
    start = TEXT.index(words)
    passage = Passage(SEGMENT, Span(start, start + len(words)))
    problem = Problem(passage, Message("…"), suggestions, absent=absent)
    return Finding("a/b", severity, problem, SEGMENT.place, "cause")


def made(*findings: Finding, unsafe: bool = False) -> list[str]:
    result = Result(Document("a.md", "ru", (SEGMENT,)), None, None, findings)
    return [f"{edit.passage.text} → {edit.text}" for edit in corrections([result], unsafe=unsafe)]


def test_an_error_with_one_answer_is_corrected() -> None:
    assert made(finding("Молдовы", "Республики Молдова")) == ["Молдовы → Республики Молдова"]


def test_what_is_not_certain_is_corrected_only_on_request() -> None:
    doubtful = (
        finding("Молдовы", "Республики Молдова", "Республикой Молдова"),
        finding("Доклад", "Записка", severity=Severity.WARNING),
    )
    assert made(*doubtful) == []
    assert made(*doubtful, unsafe=True) == ["Доклад → Записка", "Молдовы → Республики Молдова"]


def test_metadata_is_never_changed() -> None:
    error = finding("Молдовы", "Республики Молдова")
    passage = Passage(replace(SEGMENT, kind=Kind.METADATA), error.problem.passage.span)
    metadata = replace(error, problem=replace(error.problem, passage=passage))
    assert made(metadata, unsafe=True) == []


def test_what_is_missing_is_never_put_in() -> None:
    assert made(finding(TEXT, "Чили", absent=True), unsafe=True) == []


def test_of_two_that_overlap_the_more_severe_is_made() -> None:
    assert made(
        finding("представителя Молдовы", "представителей Чада", severity=Severity.HINT),
        finding("Молдовы", "Республики Молдова"),
        unsafe=True,
    ) == ["Молдовы → Республики Молдова"]


def test_a_label_is_apart_from_the_text() -> None:
    """Both begin at 0, and neither is in the other's way; a label that the format counts is left alone."""
    typed = replace(SEGMENT, mark="б)", mark_origin=(Piece(0, 2, 0),))
    on_label, on_text = (
        replace(finding("Доклад", right), problem=Problem(passage, Message("…"), (right,)))
        for passage, right in ((Passage.label(typed), "b)"), (Passage(typed, Span(0, 6)), "Записка"))
    )
    result = Result(Document("a.md", "ru", (typed,)), None, None, (on_text, on_label))
    assert [edit.text for edit in corrections([result])] == ["b)", "Записка"]
    counted = Passage.label(replace(SEGMENT, mark="б)"))
    problem = Problem(counted, Message("…"), ("b)",))
    alone = Result(
        Document("a.md", "ru", (counted.segment,)), None, None, (replace(on_label, problem=problem),)
    )
    assert corrections([alone], unsafe=True) == ()


def test_a_label_needs_no_error_to_be_corrected() -> None:
    typed = Passage.label(replace(SEGMENT, mark="б)", mark_origin=(Piece(0, 2, 0),)))
    known = Document("a.md", "ru", (typed.segment,))
    for severity, count in ((Severity.WARNING, 1), (Severity.HINT, 0)):
        found = replace(finding("Доклад", severity=severity), problem=Problem(typed, Message("…"), ("b)",)))
        assert len(corrections([Result(known, None, None, (found,))])) == count


SAMPLES = Path(__file__).parent.parent / "samples"


def checked(text: Path, glossary: CompiledGlossary) -> Sequence[Result]:
    return list(check_files(text, SAMPLES / "planted.en.md", glossary))


def told(results: Sequence[Result]) -> Counter[str]:
    """How often each check speaks in each paragraph: what is found there may have been partly corrected."""
    return Counter(
        f"{found.check} {found.problem.passage.segment.place.label}"
        for result in results
        for found in result.findings
    )


@pytest.mark.parametrize("unsafe", [False, True], ids=["certain", "unsafe"])
def test_checking_again_finds_nothing_corrected_and_nothing_new(
    unsafe: bool, tmp_path: Path, glossary: CompiledGlossary
) -> None:
    before = checked(SAMPLES / "planted.ru.md", glossary)
    edits = corrections(before, unsafe=unsafe)
    file = read_decoded(SAMPLES / "planted.ru.md")
    corrected = tmp_path / "corrected.md"
    corrected.write_bytes(rewrite(file, edits, shown="corrected.md"))
    after = checked(corrected, glossary)
    assert len(edits) >= 10
    new = told(after) - told(before)
    # «Эсватини» for «Свазиленд» puts the list out of order: for the editor to see, and true.
    assert all(finding.startswith("country/list-order ") for finding in new)
    assert told(after).total() <= told(before).total() - len(edits) + new.total()


def test_a_fault_of_a_longer_original_is_left_alone() -> None:
    later = Segment(3, Place("b.md"), Kind.PARAGRAPH, "Swaziland")
    problem = Problem(Passage(later, Span(0, 9)), Message("…"), ("Eswatini",))
    fault = Finding("source/superseded-name", Severity.HINT, problem, later.place, "cause")
    assert made(fault, finding("Молдовы", "Республики Молдова"), unsafe=True) == [
        "Молдовы → Республики Молдова"
    ]
