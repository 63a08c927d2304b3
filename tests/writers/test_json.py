"""The report for other programs, on what the command line cannot easily show."""

import json

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
from termcheck.writers.json import as_json


def test_documents_without_findings_or_dates_are_listed() -> None:
    empty = Result(Document("пусто.md", "ru", ()), None, None, ())
    assert json.loads(as_json([empty], Severity.ERROR)) == {
        "version": 1,
        "documents": [{"path": "пусто.md", "source": None, "date": None, "segments": 0}],
        "findings": [],
        "summary": {"error": 0, "warning": 0, "hint": 0},
    }


def test_russian_is_written_as_it_is() -> None:
    assert "пусто.md" in as_json([Result(Document("пусто.md", "ru", ()), None, None, ())], Severity.ERROR)


def test_other_places_are_told() -> None:
    one, two = (
        Segment(n, Place("a.docx", label=f"para. {n + 1}"), Kind.PARAGRAPH, "Пакистан") for n in range(2)
    )
    problem = Problem(
        Passage(one, Span(0, 8)),
        Message("{name} twice", {"name": "Пакистан"}),
        related=(Passage(two, Span(0, 8)),),
    )
    found = Finding(
        "country/list-duplicate", Severity.ERROR, problem, one.place, "country/list-duplicate Пакистан"
    )
    report = json.loads(
        as_json([Result(Document("a.docx", "ru", (one, two)), None, None, (found,))], Severity.ERROR)
    )
    (told,) = report["findings"]
    assert told["message"] == "Пакистан twice"
    assert told["place"] == {"label": "para. 1", "line": None, "column": None, "unit": None}
    assert told["related"] == [{"label": "para. 2", "line": None, "column": None, "unit": None}]
    assert told["source"] is None
