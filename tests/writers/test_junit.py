"""JUnit XML, read by junitparser."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, TestCase, TestSuite

from termcheck.checks import CHECKS
from termcheck.model import UNREADABLE, Result, Severity, Unreadable
from termcheck.writers.columns import plain
from termcheck.writers.exchange import xml_characters
from termcheck.writers.junit import as_junit

Single = Callable[..., Result]

HINT = Severity.HINT


def suites(report: str) -> list[TestSuite]:
    read = JUnitXml.fromstring(report.encode())
    assert (read.tests, read.failures, read.errors) == (
        sum(suite.tests for suite in read),
        sum(suite.failures for suite in read),
        sum(suite.errors for suite in read),
    )
    return list(read)


def failures(suite: TestSuite) -> dict[str, Failure]:
    """The failure of each failed test, by the test's name."""
    failed = {case.name: case.result for case in suite if case.result}
    assert all(len(result) == 1 for result in failed.values())  # most readers see no second one
    return {name: result[0] for name, result in failed.items()}


def test_a_document_is_a_suite_and_a_check_that_ran_a_test(single: Single) -> None:
    ran = ("country/missing", "country/extra")
    (suite,) = suites(as_junit([single("[[Чили]]", message="it is Peru", ran=ran)], HINT))
    assert suite.name == "ru.md"
    assert (suite.tests, suite.failures) == (2, 1)
    assert [(case.classname, case.name) for case in suite] == [("ru.md", name) for name in ran]
    failure = failures(suite)["country/missing"]
    assert (failure.type, failure.message) == ("error", "it is Peru")
    assert failure.text == "ru.md:1:1 (para. 1): error: it is Peru"


def test_a_failure_tells_the_english_and_the_remedy(single: Single) -> None:
    result = single("[[Чили]]", message="it is Peru", suggestions=("Перу",), english="Peru spoke.")
    (suite,) = suites(as_junit([result], HINT))
    assert failures(suite)["country/missing"].text.splitlines()[1:] == [
        "    English: “Peru spoke.” (para. 1, line 1)",
        "    Write: Перу",
    ]


def test_all_findings_of_a_check_are_in_one_failure(single: Single) -> None:
    result = single("[[Чили]]", severity=Severity.WARNING)
    worse = replace(result.findings[0], severity=Severity.ERROR)
    (suite,) = suites(as_junit([replace(result, findings=(*result.findings, worse))], HINT))
    failure = failures(suite)["country/missing"]
    assert failure.message == "something is wrong (and 1 more)"
    assert failure.type == "error"
    assert len(failure.text.splitlines()) == 2


def test_what_is_less_than_asked_for_fails_no_test(single: Single) -> None:
    result = single("[[Чили]]", severity=HINT, ran=("country/missing",))
    (suite,) = suites(as_junit([result], Severity.WARNING))
    assert (suite.tests, suite.failures) == (1, 0)


def test_a_whole_report(planted: tuple[Result, ...], at_root: None) -> None:
    (suite,) = suites(as_junit(planted, HINT))
    assert suite.name == "samples/planted.ru.md"
    assert [case.name for case in suite] == [check.name for check in CHECKS]
    assert set(failures(suite)) == {finding.check for finding in planted[0].findings}


def test_a_test_says_where_its_first_finding_is(single: Single) -> None:
    (suite,) = suites(as_junit([single("[[Чили]]")], HINT))
    (case,) = suite
    assert isinstance(case, TestCase)
    assert (case._elem.get("file"), case._elem.get("line")) == ("ru.md", "1")


def test_a_file_that_cannot_be_read_is_a_test_in_error(single: Single) -> None:
    file = Unreadable("broken.docx", "broken.docx: is no Word document\x1f")
    broken, sound = suites(as_junit([single("[[Чили]]")], HINT, [file]))
    assert (broken.name, broken.tests, broken.failures, broken.errors) == ("broken.docx", 1, 0, 1)
    assert (sound.name, sound.errors) == ("ru.md", 0)
    (case,) = broken
    assert (case.classname, case.name) == ("broken.docx", UNREADABLE)
    (error,) = case.result
    assert isinstance(error, Error)
    assert error.message == error.text == "broken.docx: is no Word document"


@given(message=st.text(), right=st.text(), path=st.text().filter(lambda text: "\0" not in text))
def test_whatever_is_told_can_be_read(single: Single, message: str, right: str, path: str) -> None:
    result = single("[[Чили]]", path=f"d/{path}", message=message, suggestions=(right,))
    (suite,) = suites(as_junit([result], HINT))
    failure = failures(suite)["country/missing"]
    assert failure.message == xml_characters(plain(message))
    shown = xml_characters(plain(right))
    assert failure.text.endswith(f"Write: {shown}" if plain(right) else failure.message)
