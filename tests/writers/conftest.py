"""What the reports for CI are tried on: a whole report with many findings, and single findings."""

from collections.abc import Callable
from pathlib import Path

import pytest

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

ROOT = Path(__file__).parents[2]

Single = Callable[..., Result]


@pytest.fixture(scope="session")
def planted(glossary: CompiledGlossary) -> tuple[Result, ...]:
    """The sample report, in which every check finds something that is in the file."""
    russian, english = (ROOT / "samples" / f"planted.{language}.md" for language in ("ru", "en"))
    return tuple(check_files(russian, english, glossary))


@pytest.fixture
def at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="session")
def single() -> Single:
    """A document with one paragraph and one finding in it, about the text between [[ and ]]."""

    def make(
        marked: str,
        *,
        path: str = "ru.md",
        message: str = "something is wrong",
        check: str = "country/missing",
        severity: Severity = Severity.ERROR,
        english: str = "",
        has_lines: bool = True,
        ran: tuple[str, ...] = (),
        **more: object,
    ) -> Result:
        start, end = marked.index("[["), marked.index("]]") - 2
        russian = _document(marked.replace("[[", "").replace("]]", ""), path, "ru", has_lines=has_lines)
        source = _document(english, "en.md", "en", has_lines=True) if english else None
        if source:
            more["source"] = Passage(source.segments[0], Span(0, len(english)))
        passage = Passage(russian.segments[0], Span(start, end))
        problem = Problem(passage, Message("{told}", {"told": message}), **more)  # type: ignore[arg-type]
        place = Place(path, "para. 1", *((1, start + 1) if has_lines else ()))
        return Result(
            russian, source, None, (Finding(check, severity, problem, place, f"{check} cause"),), ran
        )

    return make


def _document(text: str, path: str, language: str, *, has_lines: bool) -> Document:
    place = Place(path, "para. 1", *((1, 1) if has_lines else ()))
    segment = Segment(0, place, Kind.PARAGRAPH, text, origin=(Piece(0, len(text), 0),))
    return Document(path, language, (segment,), lines=(0,) if has_lines else ())
