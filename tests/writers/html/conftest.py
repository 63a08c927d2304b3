"""Small results to show."""

from collections.abc import Callable, Sequence
from typing import Any

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
            pairs=tuple(Pair((whole(en),), (whole(ru),), 1.0) for en, ru in pairs)[:paired],
            mentions=tuple(mentions),
        )

    return make


def found(segment: Segment, words: str, more: dict[str, Any]) -> Finding:
    rest = dict(more)
    check, severity = rest.pop("check", "text/dash"), rest.pop("severity", Severity.ERROR)
    message, cause = rest.pop("message", "something is wrong"), rest.pop("cause", words)
    concepts = rest.pop("concepts", ())
    problem = Problem(part(segment, words), Message(message), **rest)
    return Finding(check, severity, problem, segment.place, cause, concepts)


@pytest.fixture
def page() -> Callable[..., html.HtmlElement]:
    def render(*results: Result, least: Severity = Severity.WARNING) -> html.HtmlElement:
        return html.document_fromstring(as_html(results, least))

    return render
