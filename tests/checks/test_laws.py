"""What holds of every finding, whatever the text: checked on the texts of all cases, alone and mixed."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termcheck.checks import CHECKS
from termcheck.formats.plain import read_plain
from termcheck.formats.structure import document, line_starts
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Document, Finding
from termcheck.pipeline import check

CASES = Path(__file__).parent.parent / "cases"
MARK = re.compile(r"\[\[(.*?)\]\](?!\])", re.DOTALL)
OCTOBER = date(2021, 10, 13)


@dataclass(frozen=True, slots=True)
class Text:
    """The Russian and the English of a case, "" without one, and the date of the report."""

    russian: str
    english: str = ""
    day: date | None = None


def _text(case: dict[str, Any]) -> Text:
    english = MARK.sub(r"\1", case.get("english", "")).strip()
    return Text(MARK.sub(r"\1", case["russian"]).strip(), english, case.get("date"))


POOL = [
    pytest.param(_text(case), id=f"{file.parent.name}/{file.stem}: {case['name']}")
    for file in sorted(CASES.glob("*/*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]
PARAGRAPHS = {
    language: sorted(
        {
            paragraph
            for param in POOL
            for paragraph in getattr(param.values[0], language).split("\n\n")
            if paragraph.strip()
        }
    )
    for language in ("russian", "english")
}


def _read(text: str, language: str) -> Document:
    return document(read_plain(text), path=language, language=language, lines=line_starts(text))


def _check(text: Text, glossary: CompiledGlossary) -> tuple[Finding, ...]:
    russian = _read(text.russian + "\n", "ru")
    english = _read(text.english + "\n", "en") if text.english else None
    parallel = english is not None and len(english.segments) == len(russian.segments)
    return check(russian, english, glossary, day=text.day, parallel=parallel).findings


def _identity(finding: Finding) -> tuple[object, ...]:
    problem = finding.problem
    return (
        finding.check,
        finding.severity,
        finding.place,
        problem.passage.segment.position,
        problem.passage.span,
        str(problem.message),
        problem.suggestions,
        finding.cause,
    )


def _offset(text: str, finding: Finding) -> int:
    """Return where in the file the place of a finding is."""
    assert finding.place.line is not None
    assert finding.place.column is not None
    return line_starts(text)[finding.place.line - 1] + finding.place.column - 1


def _assert_well_placed(text: Text, finding: Finding) -> None:
    problem = finding.problem
    whole, span = problem.passage.whole, problem.passage.span
    assert 0 <= span.start <= span.end <= len(whole)
    assert problem.passage.text == whole[span.start : span.end]
    if problem.absent:
        assert problem.suggestions or problem.source
        # What answers an English text is Russian; only the head of a document keeps its English lines.
        assert finding.check == "structure/masthead" or not any(
            re.search("[a-z]{4}", text) and not re.search("[а-яё]", text) for text in problem.suggestions
        )
        return
    assert problem.passage.text
    # A line or a page may end within what was found: the reader sees a blank there.
    written = text.russian if finding.place.path == "ru" else text.english
    # Nor does the reader see a soft hyphen.
    found = re.sub(r"\s+", " ", written[_offset(written, finding) :].replace("\u00ad", ""))
    assert found.startswith(re.sub(r"\s+", " ", problem.passage.text))


@pytest.mark.parametrize("text", POOL)
def test_a_finding_stands_where_it_says(text: Text, glossary: CompiledGlossary) -> None:
    for finding in _check(text, glossary):
        _assert_well_placed(text, finding)


@pytest.mark.parametrize("text", POOL)
def test_what_was_suggested_is_found_no_more(text: Text, glossary: CompiledGlossary) -> None:
    for finding in _check(text, glossary):
        problem = finding.problem
        if problem.absent or not problem.suggestions or "\n" in problem.passage.text:
            continue
        if finding.place.path == "en":  # for the author of the original
            continue
        start = _offset(text.russian, finding)
        end = start + len(problem.passage.text)
        mended = text.russian[:start] + problem.suggestions[0] + text.russian[end:]
        again = [
            other
            for other in _check(Text(mended, text.english, text.day), glossary)
            if other.check == finding.check and other.problem.passage.text
            if start <= _offset(mended, other) < start + len(problem.suggestions[0])
        ]
        assert not again, f"«{problem.passage.text}» → «{problem.suggestions[0]}»"


mixtures = st.builds(
    lambda russian, english, day: Text("\n\n".join(russian), "\n\n".join(english), day),
    st.lists(st.sampled_from(PARAGRAPHS["russian"]), min_size=1, max_size=6),
    st.lists(st.sampled_from(PARAGRAPHS["english"]), max_size=6),
    st.sampled_from([None, OCTOBER]),
)


@settings(max_examples=60)
@given(mixtures)
def test_any_mixture_is_checked_and_findings_stand_where_they_say(
    glossary: CompiledGlossary, text: Text
) -> None:
    for finding in _check(text, glossary):
        _assert_well_placed(text, finding)


@settings(max_examples=25)
@given(mixtures)
def test_checks_are_deterministic(glossary: CompiledGlossary, text: Text) -> None:
    first, second = _check(text, glossary), _check(text, glossary)
    assert list(map(_identity, first)) == list(map(_identity, second))


@settings(max_examples=25)
@given(st.text(alphabet="АВСаесдкть ABCaec/.,()[]«»0179 -—\n\u00a0\u0301", max_size=60), mixtures)
def test_no_check_raises_on_odd_signs(glossary: CompiledGlossary, odd: str, text: Text) -> None:
    for finding in _check(
        Text(f"{odd}\n\n{text.russian} {odd}", f"{text.english} {odd}", text.day), glossary
    ):
        assert finding.check in {known.name for known in CHECKS}
