"""Workflow commands, read as GitHub's runner reads them."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.model import UNREADABLE, Result, Severity, Unreadable
from termcheck.writers.columns import plain
from termcheck.writers.github import as_github

Single = Callable[..., Result]

HINT = Severity.HINT
# The runner ends a line at any of these; a report may have no other line ends.
LINE_END = re.compile("\r\n|\r|\n")


def read(command: str) -> tuple[str, dict[str, str], str]:
    """The name of a command, its properties, and its message."""
    name, rest = command.removeprefix("::").split(" ", 1)
    listed, message = rest.split("::", 1)
    properties = dict(part.split("=", 1) for part in listed.split(","))
    return name, {key: unescaped(value) for key, value in properties.items()}, unescaped(message)


def unescaped(text: str) -> str:
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def commands(report: str) -> list[tuple[str, dict[str, str], str]]:
    return [read(line) for line in LINE_END.split(report) if line]


def test_a_finding_is_a_command_with_its_place(single: Single) -> None:
    result = single(
        "Слово взял [[Чили]].", message="it is Peru", suggestions=("Перу",), english="Peru spoke."
    )
    assert commands(as_github([result], HINT)) == [
        (
            "error",
            {
                "file": "ru.md",
                "line": "1",
                "endLine": "1",
                "col": "12",
                "endColumn": "15",
                "title": "country/missing",
            },
            "para. 1: it is Peru\nEnglish: “Peru spoke.” (para. 1, line 1)\nWrite: Перу",
        )
    ]


@pytest.mark.parametrize(
    ("severity", "command"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.HINT, "notice")],
)
def test_the_command_tells_the_severity(single: Single, severity: Severity, command: str) -> None:
    ((name, *_),) = commands(as_github([single("[[Чили]]", severity=severity)], HINT))
    assert name == command


def test_what_is_less_than_asked_for_is_left_out(single: Single) -> None:
    assert as_github([single("[[Чили]]", severity=HINT)], Severity.WARNING) == ""


def test_a_file_without_lines_is_named_alone(single: Single) -> None:
    ((_, properties, message),) = commands(as_github([single("[[Чили]]", has_lines=False)], HINT))
    assert properties == {"file": "ru.md", "title": "country/missing"}
    assert message.startswith("para. 1: ")


def test_every_finding_of_a_report_is_a_command(planted: tuple[Result, ...], at_root: None) -> None:
    told = commands(as_github(planted, HINT))
    assert [properties["title"] for _, properties, _ in told] == [f.check for f in planted[0].findings]
    assert {properties["file"] for _, properties, _ in told} == {
        "samples/planted.ru.md",
        "samples/planted.en.md",
    }
    for _, properties, _ in told:  # what is refused: columns of more than one line
        assert ("col" in properties) == (properties["line"] == properties["endLine"])


AWKWARD = st.text() | st.text(alphabet="%0AD3C2,:\r\n =")


@given(message=AWKWARD, name=AWKWARD, right=AWKWARD)
def test_whatever_is_told_comes_back(single: Single, message: str, name: str, right: str) -> None:
    result = single("[[Чили]]", message=message, check=f"x{name}", suggestions=(right,))
    ((command, properties, told),) = commands(as_github([result], HINT))
    assert (command, properties["title"]) == ("error", f"x{name}")
    remedy = [f"Write: {plain(right)}"] if right else []
    assert told == "\n".join([f"para. 1: {plain(message)}", *remedy])


@pytest.mark.parametrize("path", ["a,b.md", "a:b.md", "100%0A.md", "a=b.md", "a\nb.md"])
def test_a_path_comes_back(single: Single, path: str) -> None:
    ((_, properties, _),) = commands(as_github([single("[[Чили]]", path=path)], HINT))
    assert properties["file"] == path


def test_a_file_that_cannot_be_read_is_an_error(single: Single) -> None:
    file = Unreadable("ru/a,b.docx", "ru/a,b.docx: is no Word document\n")
    trouble, finding = commands(as_github([single("[[Чили]]")], HINT, [file]))
    assert trouble == ("error", {"file": "ru/a,b.docx", "title": UNREADABLE}, file.reason)
    assert finding[1]["title"] == "country/missing"
