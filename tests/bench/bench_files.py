"""What becomes of every file below a folder: real ones, that other projects ship in their packages.

    python tests/bench/bench_files.py FOLDER [--fix] [--seconds 120] [--list FILE.tsv]

Each is checked in a process of its own, with bounds of CPU seconds and of 1 GB, by its suffix:

- a document: `termcheck check FILE`. One that is refused as not Russian is read, recognised and checked
  against itself as its English ("as both"), so that its format is tried all the same;
- a bilingual file: `termcheck check FILE`; a glossary: `termcheck glossary validate FILE`.

With --fix each is also corrected with `--unsafe` into another file, which is then read and checked again.
Prints a Markdown table by format and the files that came to grief; exits with 1 if there are any.
"""

import argparse
import json
import os
import resource
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Timer
from typing import NoReturn

from termcheck import formats
from termcheck.cli import main
from termcheck.cli.correcting import opened
from termcheck.errors import TermcheckError
from termcheck.fixes import corrections
from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import load
from termcheck.glossary.files import FORMATS as GLOSSARIES
from termcheck.language.morphology import readings
from termcheck.language.pipelines import pipeline
from termcheck.model import ENGLISH, RUSSIAN, Result
from termcheck.pipeline import check

MEGABYTES = 1024
STALLED = 4  # times the CPU seconds by the clock: a process that waits uses none

_HEADS = (
    *("format", "files", "as both", "segments", "with warnings", "errors", "warnings"),
    *("refused", "traceback", "hang", "other grief"),
    *("CPU s, median", "CPU s, most", "MB, most", "corrected and read again"),
)
GRIEF = ("traceback", "crash", "hang", "memory", "many lines", "worse")


@dataclass(frozen=True, slots=True)
class Run:
    """What a process came to: its outcome, what it said or its report, its CPU seconds and its peak in MB."""

    outcome: str
    said: str
    report: str
    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Tried:
    """A file and what became of it; `fixed` is the outcome of its correction, "" where none was tried."""

    path: Path
    way: str
    checked: Run
    fixed: str

    @property
    def kind(self) -> str:
        """The format."""
        return self.path.suffix.lower()

    @property
    def found(self) -> Counter[str]:
        """The findings, by severity."""
        if not self.checked.report.startswith("{"):
            return Counter()
        return Counter(finding["severity"] for finding in json.loads(self.checked.report)["findings"])

    @property
    def segments(self) -> int:
        """How many paragraphs and the like were read."""
        if not self.checked.report.startswith("{"):
            return 0
        return sum(document["segments"] for document in json.loads(self.checked.report)["documents"])

    @property
    def grief(self) -> str:
        """What is wrong, "" where nothing is."""
        return next((grief for grief in GRIEF if grief in (self.checked.outcome, self.fixed)), "")


def run(work: Callable[[], object], seconds: int) -> Run:
    """Do some work in a copy of this process, which has spaCy and all loaded, and see how it ends."""
    with TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        process = os.fork()
        if not process:
            _work(work, seconds, out, err)
        stalled = Timer(STALLED * seconds, os.kill, (process, signal.SIGKILL))
        stalled.start()
        _, status, usage = os.wait4(process, 0)
        stalled.cancel()
        said, report = (path.read_text("utf-8", "replace").strip() for path in (err, out))
    megabytes = usage.ru_maxrss / 1024
    outcome = _outcome(os.waitstatus_to_exitcode(status), said) if megabytes <= MEGABYTES else "memory"
    return Run(outcome, said, report, usage.ru_utime + usage.ru_stime, megabytes)


def _work(work: Callable[[], object], seconds: int, out: Path, err: Path) -> NoReturn:
    """Do the work within bounds, write what it says, and end this process with its status."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    for stream, path in ((1, out), (2, err)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), stream)
    status: object = 0
    try:
        work()
    except SystemExit as end:
        status = end.code
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status if isinstance(status, int) else 0)


def _outcome(status: int, said: str) -> str:
    if "Traceback (most recent call last)" in said:
        return "traceback"
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        return "hang"
    if status == 2:
        return "refused" if len(said.splitlines()) == 1 else "many lines"
    return "read" if status in (0, 1) else "crash"


def try_file(path: Path, seconds: int, *, fix: bool) -> Tried:
    """Check a file in the way that fits it, and correct it if asked."""
    if path.suffix.lower() in GLOSSARIES:
        return Tried(path, "validate", run(lambda: main(["glossary", "validate", str(path)]), seconds), "")
    way, checking, correcting = "check", checked_by_command, corrected_by_command
    checked = run(lambda: checking(path), seconds)
    if "is not in Russian" in checked.said:
        way, checking, correcting = "as both", checked_as_both, corrected_as_both
        checked = run(lambda: checking(path), seconds)
    if not fix or checked.outcome != "read":
        return Tried(path, way, checked, "")
    with TemporaryDirectory() as folder:
        corrected = Path(folder, path.name)
        fixed = run(lambda: correcting(path, corrected), seconds).outcome
        if fixed == "read":
            fixed = run(lambda: checking(corrected), seconds).outcome
            fixed = "worse" if fixed == "refused" else fixed
    return Tried(path, way, checked, fixed)


def checked_by_command(path: Path) -> None:
    """Check a file as who types the command does."""
    main(["check", "--no-config", "--no-cache", "--format", "json", str(path)])


def corrected_by_command(path: Path, output: Path) -> None:
    """Correct a file as who types the command does."""
    main(["fix", "--no-config", "--unsafe", "--output", str(output), str(path)])


def checked_as_both(path: Path) -> None:
    """Check a file of any language against itself; print of the report what is counted here."""
    with _refusing():
        result = _against_itself(path)
        findings = [{"severity": finding.severity.label} for finding in result.findings]
        documents = [{"segments": len(result.russian.segments)}]
        print(json.dumps({"documents": documents, "findings": findings}))


def corrected_as_both(path: Path, output: Path) -> None:
    """Correct a file of any language by what is found against itself."""
    with _refusing():
        correct = opened(path)
        output.write_bytes(correct(corrections((_against_itself(path),), unsafe=True)).data)


def _against_itself(path: Path) -> Result:
    return check(formats.read(path, RUSSIAN), formats.read(path, ENGLISH), load(bundled()))


@contextmanager
def _refusing() -> Iterator[None]:
    """Tell of unreadable input as the command does."""
    try:
        yield
    except TermcheckError as error:
        print(f"termcheck: {error}", file=sys.stderr)
        sys.exit(2)


def table(tried: Sequence[Tried]) -> Iterator[str]:
    """Yield the lines of a Markdown table with a row for each format."""
    yield "| " + " | ".join(_HEADS) + " |"
    yield "|---" * len(_HEADS) + "|"
    kinds = sorted({each.kind for each in tried})
    for kind in kinds:
        yield _row(kind, [each for each in tried if each.kind == kind])
    yield _row("all", tried)


def _row(kind: str, tried: Sequence[Tried]) -> str:
    outcomes = Counter(each.checked.outcome for each in tried)
    found = sum((each.found for each in tried), Counter[str]())
    seconds = [each.checked.seconds for each in tried]
    cells = (
        kind,
        len(tried),
        sum(each.way == "as both" for each in tried),
        sum(each.segments for each in tried),
        sum(bool(each.found["error"] + each.found["warning"]) for each in tried),
        found["error"],
        found["warning"],
        outcomes["refused"],
        *(sum(each.grief == grief for each in tried) for grief in ("traceback", "hang")),
        sum(each.grief not in ("", "traceback", "hang") for each in tried),
        f"{median(seconds):.1f}",
        f"{max(seconds):.1f}",
        f"{max(each.checked.megabytes for each in tried):.0f}",
        f"{sum(each.fixed == 'read' for each in tried)} of {sum(bool(each.fixed) for each in tried)}",
    )
    return "| " + " | ".join(map(str, cells)) + " |"


def _line(each: Tried) -> str:
    """Return all about one file, with tabs between: its last words on standard error come last."""
    found = each.found
    cells = (
        each.path,
        each.way,
        each.grief or each.checked.outcome,
        each.fixed,
        each.segments,
        found["error"],
        found["warning"],
        found["hint"],
        f"{each.checked.seconds:.2f}",
        f"{each.checked.megabytes:.0f}",
        (each.checked.said.splitlines() or [""])[-1],
    )
    return "\t".join(map(str, cells))


def files_in(folder: Path) -> Iterable[Path]:
    """Return the files below a folder whose suffix termcheck knows, in order."""
    known = {*formats.FORMATS, *formats.BILINGUAL_FORMATS, *GLOSSARIES}
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix.lower() in known)


def bench() -> int:
    """Print the table; return 1 if a file came to grief."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--fix", action="store_true", help="correct each file, too, and read the result")
    parser.add_argument("--seconds", type=int, default=120, help="CPU seconds that a file may take")
    parser.add_argument("--list", type=Path, metavar="FILE", help="write a line for each file there")
    options = parser.parse_args()
    load(bundled()), pipeline(RUSSIAN), pipeline(ENGLISH), readings("слово")  # once, for all copies
    tried = list[Tried]()
    for path in files_in(options.folder):
        tried.append(try_file(path, options.seconds, fix=options.fix))
        if options.list:
            options.list.write_text("".join(f"{_line(each)}\n" for each in tried), "utf-8")
    if not tried:
        parser.error(f"{options.folder}: holds no file of a known format")
    grief = [each for each in tried if each.grief]
    print(*table(tried), "", *map(_line, grief), sep="\n")
    return 1 if grief else 0


if __name__ == "__main__":
    sys.exit(bench())
