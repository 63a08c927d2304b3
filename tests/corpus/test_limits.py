"""What a document may take: one that takes more is given up and told, and the others are checked."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from termcheck import pipeline
from termcheck.cli import main
from termcheck.corpus.limits import SECONDS, SECONDS_PER_MEGABYTE, seconds_for
from termcheck.corpus.task import FilePair

Rig = Callable[[Callable[[], object]], None]

WRONG = "1. Выступила Молдова.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three documents in the current folder: the middle one is the bad one."""
    monkeypatch.chdir(tmp_path)
    for name in "abc":
        (tmp_path / f"{name}.md").write_text(WRONG, encoding="utf-8")
    return tmp_path


@pytest.fixture
def rig(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Rig:
    """Let something happen when names are recognised in b.md."""

    def put(happens: Callable[[], object]) -> None:
        recognise = pipeline.recognise

        def rigged(document, *arguments):  # type: ignore[no-untyped-def]
            if document.path == "b.md":
                arguments[-1](0.5, "recognising names, at para. 1")
                happens()
            return recognise(document, *arguments)

        monkeypatch.setattr(pipeline, "recognise", rigged)

    return put


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--no-config", *arguments])


def never_returns() -> None:
    re.match(r"(?:а|а)*б", "а" * 200)  # in C, where no signal handler of Python is ever asked


def loops() -> None:
    while True:
        pass


def takes_all_memory() -> None:
    hoard = [bytes(2**28) for _ in range(100)]
    raise AssertionError(len(hoard))


def fails() -> None:
    raise LookupError("no such thing")


WHERE = "while recognising names, at para. 1"
CASES = [
    (
        never_returns,
        f"given up after 0.4 seconds of CPU time, {WHERE}; --cpu-limit allows more",
    ),
    (
        loops,
        f"given up after 0.4 seconds of CPU time, {WHERE}; --cpu-limit allows more",
    ),
    (
        takes_all_memory,
        f"given up when it needed more than 2 GB of memory, {WHERE}; divide the file",
    ),
    (
        fails,
        f"given up by a fault of termcheck itself, {WHERE}; please report it: "
        "LookupError: no such thing (test_limits.py, line",
    ),
]
by_case = pytest.mark.parametrize(("happens", "told"), CASES, ids=[case.__name__ for case, _ in CASES])


@by_case
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_one_of_several(rig: Rig, happens: Callable[[], object], told: str, jobs: str) -> None:
    check("a.md")  # loads what is loaded once: processes begin as copies of this one
    rig(happens)
    run = check(
        "a.md", "b.md", "c.md", "--jobs", jobs, "--format", "json", "--cpu-limit", "0.4", "--no-cache"
    )
    assert run.stderr.startswith(f"termcheck: b.md: {told}")
    assert (run.exit_code, run.stderr.count("\n")) == (2, 1)
    assert {finding["path"] for finding in json.loads(run.stdout)["findings"]} == {"a.md", "c.md"}


@by_case
@pytest.mark.parametrize("command", ["check", "fix", "align"])
def test_one_alone(rig: Rig, happens: Callable[[], object], told: str, command: str) -> None:
    before = Path("b.md").read_bytes()
    rig(happens)
    source = ["--source", "c.md", "--force"] if command == "align" else []
    Path("c.md").write_text("1. The Republic of Moldova took the floor.\n", encoding="utf-8")
    run = CliRunner().invoke(main, [command, "b.md", *source, "--cpu-limit", "0.4"])
    assert run.stderr.startswith(f"termcheck: b.md: {told}")
    assert (run.exit_code, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert Path("b.md").read_bytes() == before


def test_what_was_given_up_is_tried_again(rig: Rig) -> None:
    busy = Path("busy")
    busy.touch()
    rig(lambda: loops() if busy.exists() else None)
    assert check("b.md", "--cpu-limit", "0.4").exit_code == 2
    busy.unlink()
    again = check("b.md")
    assert (again.exit_code, again.stderr) == (0, "")
    assert "Молдова" in again.stdout


@pytest.mark.parametrize("form", ["sarif", "github", "gitlab", "junit"])
def test_ci_formats_tell(rig: Rig, form: str) -> None:
    rig(loops)
    run = check("a.md", "b.md", "--no-cache", "--format", form, "--cpu-limit", "0.4")
    assert "file/unreadable" in run.stdout
    assert "given up after 0.4 seconds of CPU time" in run.stdout


def test_the_configuration_says_how_much(rig: Rig) -> None:
    rig(loops)
    Path("termcheck.toml").write_text("cpu-limit = 0.3\n", encoding="utf-8")
    assert "after 0.3 seconds" in CliRunner().invoke(main, ["check", "b.md", "--no-cache"]).stderr
    assert (
        "after 0.2 seconds"
        in CliRunner().invoke(main, ["check", "b.md", "--no-cache", "--cpu-limit", "0.2"]).stderr
    )


@pytest.mark.parametrize("said", ["0", "-1", "true", '"much"', "inf", "nan"])
def test_a_limit_is_a_number_of_seconds(folder: Path, said: str) -> None:
    Path("termcheck.toml").write_text(f"cpu-limit = {said}\n", encoding="utf-8")
    run = CliRunner().invoke(main, ["check", "b.md"])
    assert run.stderr.startswith('termcheck: termcheck.toml, line 1: "cpu-limit" takes a number of seconds')
    assert run.exit_code == 2


def test_a_large_document_may_take_longer(folder: Path) -> None:
    small, large = Path("a.md"), Path("large.md")
    large.write_bytes(b" " * 3_000_000)
    assert seconds_for(FilePair(small, None)) == SECONDS
    assert seconds_for(FilePair(large, small)) == SECONDS + 3 * SECONDS_PER_MEGABYTE
    assert seconds_for(FilePair(Path("none.md"), None)) == SECONDS
