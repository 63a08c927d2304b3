"""Small results to show."""

from collections.abc import Callable, Sequence

import pytest
from lxml import html

from termcheck.model import (
    Document,
    Finding,
    Kind,
    Mention,
    Message,
    Pair,
    Passage,
    Place,
    Problem,
    Result,
    Segment,
    Severity,
    Span,
)
from termcheck.writers.html import as_html

Draw = Callable[..., Result]


def document(language: str, texts: Sequence[str]) -> Document:
    path = f"report.{language}.md"
    segments = (
        Segment(n, Place(path, label=f"para. {n + 1}", line=n + 1), Kind.PARAGRAPH, text)
        for n, text in enumerate(texts)
    )
    return Document(path, language, tuple(segments))


def whole(segment: Segment) -> Passage:
    return Passage(segment, Span(0, len(segment.text)))


def part(segment: Segment, words: str) -> Passage:
    start = segment.text.index(words)
    return Passage(segment, Span(start, start + len(words)))


@pytest.fixture
def draw() -> Draw:
    """Return a maker of results: paragraphs one to one, findings as (paragraph, words, more)."""

    def make(
        russian: Sequence[str],
        english: Sequence[str] | None = None,
        *,
        findings: Sequence[tuple[int, str, dict[str, object]]] = (),
        mentions: Sequence[Mention] = (),
        paired: int | None = None,
    ) -> Result:
        target = document("ru", russian)
        source = document("en", english) if english is not None else None
        pairs = zip(source.segments, target.segments, strict=False) if source else ()
        return Result(
            target,
            source,
            None,
            tuple(found(target.segments[n], words, more) for n, words, more in findings),
            tuple(Pair((whole(en),), (whole(ru),), 1.0) for en, ru in pairs)[:paired],
            tuple(mentions),
        )

    return make


def found(segment: Segment, words: str, more: dict[str, object]) -> Finding:
    kinds = {
        "check": "text/dash",
        "severity": Severity.ERROR,
        "message": "something is wrong",
        "cause": words,
        **more,
    }
    check, severity, message, cause = (kinds.pop(key) for key in ("check", "severity", "message", "cause"))
    problem = Problem(part(segment, words), Message(str(message)), **kinds)  # type: ignore[arg-type]
    return Finding(str(check), Severity(severity), problem, segment.place, str(cause))  # type: ignore[call-overload]


@pytest.fixture
def page() -> Callable[..., html.HtmlElement]:
    def render(*results: Result, least: Severity = Severity.WARNING) -> html.HtmlElement:
        return html.document_fromstring(as_html(results, least))

    return render
