from hypothesis import given
from hypothesis import strategies as st

from termcheck.model import Severity, Span
from termcheck.writers.html.marking import Mark, runs

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def drawn(text: str, *marks: Mark) -> list[tuple[str, str]]:
    return [(run.text, run.numbers) for run in runs(text, marks)]


def test_a_finding_is_cut_out_of_its_text() -> None:
    assert drawn("один два три", Mark(1, ERROR, Span(5, 8))) == [("один ", ""), ("два", "1"), (" три", "")]


def test_findings_that_overlap_share_a_run() -> None:
    marks = Mark(1, WARNING, Span(0, 8)), Mark(2, ERROR, Span(5, 12))
    assert drawn("один два три", *marks) == [("один ", "1"), ("два", "1 2"), (" три", "2")]
    assert [run.severity for run in runs("один два три", marks)] == [WARNING, ERROR, ERROR]


def test_something_missing_stands_at_the_end_of_its_passage() -> None:
    found = list(runs("Перу и Чили.", [Mark(1, WARNING, Span(0, 12), gap=True)]))
    assert [(run.text, run.gap) for run in found] == [("Перу и Чили.", False), ("", True)]


def test_a_place_between_two_characters_is_a_run_without_text() -> None:
    assert drawn("аб", Mark(1, ERROR, Span(1, 1))) == [("а", ""), ("", "1"), ("б", "")]


def test_english_that_is_answered_is_no_finding() -> None:
    (run,) = runs("Niger", [Mark(1, ERROR, Span(0, 5), answer=True)])
    assert (run.severity, run.numbers) == (None, "1")


def test_a_text_without_findings_is_one_run() -> None:
    assert drawn("два") == [("два", "")]


SPANS = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda ends: Span(min(ends), max(ends)))
MARKS = st.builds(Mark, st.integers(1, 9), st.sampled_from(Severity), SPANS, st.booleans(), st.booleans())


@given(st.text(min_size=12, max_size=12), st.lists(MARKS, max_size=6))
def test_the_runs_are_the_text_and_each_finding_has_its_words(text: str, marks: list[Mark]) -> None:
    found = list(runs(text, marks))
    assert "".join(run.text for run in found) == text
    for mark in marks:
        own = [
            run
            for run in found
            if mark in run.marks or (mark.gap and str(mark.number) in run.numbers.split())
        ]
        assert own
        if not mark.gap and mark.span.start < mark.span.end:
            assert "".join(run.text for run in own) == text[mark.span.start : mark.span.end]
