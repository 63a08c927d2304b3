"""The report for a person: what an editor sees."""

import datetime
import io
from dataclasses import replace

import pytest
from click import unstyle

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
from termcheck.writers.text import as_text


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def segment(text: str, *, position: int = 0, mark: str = "", path: str = "ru.md") -> Segment:
    place = Place(path, label=f"para. {position + 1}", line=position + 1, column=1)
    pieces = (Piece(0, len(text), position * 1000),)
    return Segment(position, place, Kind.PARAGRAPH, text, origin=pieces, mark=mark)


def document(*segments: Segment, language: str = "ru") -> Document:
    lines = tuple(range(0, 1000 * (len(segments) + 1), 1000))
    return Document(segments[0].place.path, language, segments, lines=lines)


def result(*findings: Finding, english: Document | None = None) -> Result:
    segments = dict.fromkeys(finding.problem.passage.segment for finding in findings)
    return Result(document(*segments), english, datetime.date(2021, 10, 13), findings)


def finding(
    marked: str, *, severity: Severity = ERROR, cause: str = "", position: int = 0, **more: object
) -> Finding:
    """A finding about the text between [[ and ]]."""
    start, end = marked.index("[["), marked.index("]]") - 2
    where = segment(marked.replace("[[", "").replace("]]", ""), position=position)
    problem = Problem(Passage(where, Span(start, end)), Message("something is wrong"), **more)  # type: ignore[arg-type]
    return Finding("family/check", severity, problem, where.place, cause or marked)


def lines(*findings: Finding, least: Severity = HINT, english: Document | None = None) -> list[str]:
    return unstyle(as_text([result(*findings, english=english)], least)).splitlines()


def test_the_line_the_caret_the_english_and_the_right_words() -> None:
    english = document(segment("The Republic of Moldova spoke.", path="en.md"), language="en")
    source = Passage(english.segments[0], Span(4, 23))
    report = lines(
        finding("Выступил представитель [[Молдовы]].", suggestions=("Республики Молдова",), source=source),
        english=english,
    )
    assert report == [
        "ru.md:1:1 (para. 1): error: something is wrong [family/check]",
        "    Выступил представитель Молдовы.",
        "                           ^^^^^^^",
        "    English: “Republic of Moldova” (para. 1, line 1)",
        "    write: Республики Молдова",
        "",
        "1 error, no warnings, no hints in 1 file",
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "На засе́дании выступил представитель [[Молдовы]].",
        "«Ёлка» и „ель“ — [[Молдовы]]",
        "[[Молдовы]]",
        "Длинное предложение, " * 20 + "а в конце [[Молдовы]], " + "и оно идёт дальше, " * 20,
        "Длинное предложение, " * 20 + "[[Молдовы]].",
        "[[Молдовы]] " + "и длинное предложение " * 20,
    ],
)
def test_the_caret_stands_under_the_words(marked: str) -> None:
    _, line, carets, *_ = lines(finding(marked))
    assert len(line.replace("\u0301", "")) <= 80
    at = carets.index("^")
    assert line.replace("\u0301", "")[at : at + carets.count("^")] == "Молдовы"


def test_wide_letters_take_two_columns() -> None:
    _, line, carets, *_ = lines(finding("会議: [[Молдовы]]"))
    assert (line, carets) == ("    会議: Молдовы", "          ^^^^^^^")


def test_a_long_line_is_cut_between_words() -> None:
    words = "Рабочая группа рассмотрела представленный ей документ и постановила "
    _, line, *_ = lines(finding(words * 3 + "[[Молдовы]] " + words * 3))
    shown = line.strip().strip("…").split()
    assert set(shown) <= set(words.split()) | {"Молдовы"}


def test_a_label_at_fault_is_shown_with_its_caret() -> None:
    where = segment("Открытие совещания", mark="В.")
    problem = Problem(Passage.label(where), Message("the label is Cyrillic"))
    _, line, carets, *_ = lines(Finding("structure/label-script", WARNING, problem, where.place, "labels"))
    assert (line, carets) == ("    В. Открытие совещания", "    ^^")


def test_what_is_missing_has_no_caret_and_is_to_be_inserted() -> None:
    report = lines(finding("[[Выступили представители Канады и Чили.]]", absent=True, suggestions=("Перу",)))
    assert report[1:3] == ["    Выступили представители Канады и Чили.", "    insert: Перу"]


def test_findings_of_one_cause_are_told_once() -> None:
    report = lines(
        finding("[[Молдова]] выступила.", cause="moldova", suggestions=("Республика Молдова",)),
        finding("[[Молдова]] ответила.", cause="moldova", position=1, suggestions=("Республика Молдова",)),
        finding("Слово [[Молдове]].", cause="moldova", position=2, suggestions=("Республике Молдова",)),
        finding("[[Китай]].", cause="other", position=3),
    )
    assert report[3:6] == [
        "    write: Республика Молдова",
        "    likewise: para. 2, line 2; para. 3, line 3: Республике Молдова",
        "",
    ]
    assert sum("something is wrong" in line for line in report) == 2
    assert report[-1] == "4 errors, no warnings, no hints in 1 file"


def test_many_places_of_one_cause_are_wrapped_and_counted() -> None:
    report = lines(*(finding(f"[[Молдова]] {n}.", cause="moldova", position=n) for n in range(40)))
    places = " ".join(line.strip() for line in report[3:-2])
    assert places.startswith("likewise: para. 2, line 2; para. 3, line 3;")
    assert places.endswith("para. 13, line 13; and 27 more")
    assert all(len(line) <= 80 for line in report)


def test_places_alike_are_counted() -> None:
    where = "[[Молдова]], Молдова, Молдова"
    report = lines(*(finding(where, cause="moldova") for _ in range(4)))
    assert report[3] == "    likewise: para. 1, line 1 (3×)"


@pytest.mark.parametrize(
    ("least", "shown", "summary"),
    [
        (ERROR, 1, "1 error in 1 file (2 warnings, 1 hint not shown: --show hint)"),
        (WARNING, 3, "1 error, 2 warnings in 1 file (1 hint not shown: --show hint)"),
        (HINT, 4, "1 error, 2 warnings, 1 hint in 1 file"),
    ],
)
def test_the_summary_counts_all_and_says_what_is_hidden(least: Severity, shown: int, summary: str) -> None:
    report = lines(
        *(
            finding(f"[[{number}]]", severity=severity, position=number)
            for number, severity in enumerate((WARNING, ERROR, HINT, WARNING))
        ),
        least=least,
    )
    assert sum("something is wrong" in line for line in report) == shown
    assert report[-1] == summary


def test_nothing_in_a_document_reaches_the_terminal_as_a_code() -> None:
    report = unstyle(as_text([result(finding("\x07[[Молдовы]]\r", suggestions=("Респ\x07ублики",)))], HINT))
    assert not {"\x07", "\r", "\x1b"} & set(report)


def test_a_terminal_gets_its_lines_broken_between_words(monkeypatch: pytest.MonkeyPatch) -> None:
    found = finding("[[Молдовы]]")
    long = Finding(
        found.check, ERROR, replace(found.problem, message=Message("word " * 20)), found.place, "x"
    )
    assert len(lines(long)[0]) > 80  # in a file a finding is a line
    monkeypatch.setattr("sys.stdout", Screen())
    first, second, *_ = lines(long)
    assert max(len(first), len(second)) <= 80
    assert first.endswith(" word")
    assert second.startswith("  word ")
    assert second.endswith(" [family/check]")
    assert "\x1b[1mru.md:1:1 (para. 1): " in as_text([result(long)], HINT)


def test_colours_are_those_of_the_severity() -> None:
    assert "\x1b[31m" in as_text([result(finding("[[Молдовы]]"))], HINT)
    assert "\x1b[33m" in as_text([result(finding("[[Молдовы]]", severity=WARNING))], HINT)


def test_the_summary_has_the_colours_of_what_there_is() -> None:
    summary = as_text([result(finding("[[Молдовы]]"))], HINT).splitlines()[-1]
    assert summary == "\x1b[31m\x1b[1m1 error\x1b[0m, no warnings, no hints in 1 file"


def test_the_name_of_the_check_stands_back() -> None:
    assert "\x1b[2m[family/check]\x1b[0m\n" in as_text([result(finding("[[Молдовы]]"))], HINT)
