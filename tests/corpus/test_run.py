"""Many files: what is remembered of them, what is checked, and how fast."""

import json
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from termcheck.cache import Cache
from termcheck.cli.files import pair_up
from termcheck.config import load
from termcheck.corpus import FilePair, Task, Watcher, check_corpus
from termcheck.errors import InputError
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Severity
from termcheck.packing import pack
from termcheck.writers import NEED_WHOLE_DOCUMENTS, WRITERS

Repository = Callable[[Path, int], Path]
Check = Callable[..., str]

CHECK = (sys.executable, "-m", "termcheck", "check")
HEAVY = ("spacy", "numpy", "pymorphy3", "lxml", "rapidfuzz", "termcheck.checks", "termcheck.pipeline")


class Counter:
    """Counts the pairs that are checked."""

    def __init__(self) -> None:
        self.pairs = 0
        self.done = 0

    @contextmanager
    def __call__(self, pairs: int) -> Iterator[Watcher]:
        self.pairs += pairs
        yield self

    def tick(self, part: float) -> None:
        assert 0 <= part <= 1

    def next(self) -> None:
        self.done += 1


@pytest.fixture
def pairs(tmp_path: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> tuple[FilePair, ...]:
    """Six pairs, in the current folder."""
    monkeypatch.chdir(repository(tmp_path / "six", 6))
    return tuple(pair_up((), None, load(Path("termcheck.toml"))))


@pytest.fixture
def check(tmp_path: Path, glossary: CompiledGlossary) -> Check:
    """Check pairs with a cache; return the results as JSON, and count what was checked."""

    def run(
        pairs: tuple[FilePair, ...],
        task: Task | None = None,
        counter: Counter | None = None,
        **more: object,
    ) -> str:
        arguments: dict[str, object] = {"cache": Cache(tmp_path / "results"), **more}
        outcomes = check_corpus(
            pairs,
            task or Task(),
            prepare=lambda: glossary,
            watch=counter or Counter(),
            tell=lambda text: None,
            **arguments,  # type: ignore[arg-type]
        )
        return "\n".join(str(one) if isinstance(one, InputError) else pack(one) for one in outcomes)

    return run


def test_nothing_is_checked_twice(pairs: tuple[FilePair, ...], check: Check) -> None:
    first, second = Counter(), Counter()
    assert check(pairs, counter=first) == check(pairs, counter=second)
    assert (first.pairs, first.done) == (6, 6)
    assert (second.pairs, second.done) == (0, 0)


@pytest.mark.parametrize("side", [0, 1])
def test_a_file_that_changed_is_checked_again(pairs: tuple[FilePair, ...], check: Check, side: int) -> None:
    check(pairs)
    file = pairs[2][side]
    assert file is not None
    file.write_text(file.read_text(encoding="utf-8").replace("2. ", "2. «"), encoding="utf-8")
    counter = Counter()
    after = check(pairs, counter=counter)
    assert counter.done == 1
    assert after == check(pairs, cache=None)


@pytest.mark.parametrize(
    "task",
    [
        Task(select=("country",)),
        Task(ignore=("country",)),
        Task(force=True),
        Task(glossaries=(Path("own.csv"),)),
        Task(memories=(Path("own.tmx"),)),
        Task(known=("symbol",)),
    ],
)
def test_another_task_is_another_matter(pairs: tuple[FilePair, ...], check: Check, task: Task) -> None:
    Path("own.csv").write_text("English,Russian\nreport,отчет\n", encoding="utf-8")
    Path("own.tmx").write_text('<tmx version="1.4"><header srclang="en"/><body/></tmx>', encoding="utf-8")
    check(pairs)
    counter = Counter()
    check(pairs, task, counter=counter)
    assert counter.done == 6
    for file in (*task.glossaries, *task.memories):
        file.write_bytes(file.read_bytes() + b"\n")
        counter = Counter()
        check(pairs, task, counter=counter)
        assert counter.done == 6


def test_several_processes_find_the_same(pairs: tuple[FilePair, ...], check: Check) -> None:
    one = check(pairs, cache=None)
    counter = Counter()
    assert check(pairs, cache=None, jobs=2, counter=counter) == one
    assert counter.done == 6
    assert check(pairs, cache=None, jobs=2, whole=True) == one
    assert check(pairs, jobs=2) == check(pairs) == one


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_cannot_be_read_keeps_no_other_from_being_checked(
    pairs: tuple[FilePair, ...], check: Check, jobs: int
) -> None:
    whole = check(pairs).splitlines()
    pairs[1].russian.unlink()
    for _ in range(2):
        lines = check(pairs, jobs=jobs).splitlines()
        assert lines[1] == f"{pairs[1].russian}: no such file"
        assert [lines[0], *lines[2:]] == [whole[0], *whole[2:]]


def test_a_report_of_whole_documents_checks_again(pairs: tuple[FilePair, ...], check: Check) -> None:
    check(pairs)
    counter = Counter()
    check(pairs, whole=True, counter=counter)
    assert counter.done == 6


def test_wrecked_entries_are_made_anew(pairs: tuple[FilePair, ...], check: Check, tmp_path: Path) -> None:
    before = check(pairs)
    for file in (tmp_path / "results").iterdir():
        file.write_bytes(file.read_bytes()[:-3])
    counter = Counter()
    assert check(pairs, counter=counter) == before
    assert counter.done == 6


def test_an_entry_that_a_hand_wrote_is_none(
    pairs: tuple[FilePair, ...], check: Check, tmp_path: Path
) -> None:
    before = check(pairs)
    store = Cache(tmp_path / "results")
    files = [file for file in sorted(store.folder.iterdir()) if not file.stem.endswith("-remarks")]
    wrong = ("[[]]", '{"a": 1}', "[[[[[]]], null, []]]", "null", "nonsense", "[3]")
    for text, file in zip(wrong, files, strict=True):
        store.put(file.stem, text)
    assert check(pairs) == before


@pytest.mark.slow
def test_reports_are_the_same_from_memory(
    pairs: tuple[FilePair, ...], glossary: CompiledGlossary, tmp_path: Path
) -> None:
    def report(name: str, cache: Cache | None) -> str:
        outcomes = check_corpus(
            pairs, Task(), prepare=lambda: glossary, watch=Counter(), tell=lambda text: None, cache=cache
        )
        results = [result for one in outcomes if not isinstance(one, InputError) for result in one]
        return WRITERS[name](results, Severity.HINT)

    store = Cache(tmp_path / "results")
    for name in WRITERS.keys() - NEED_WHOLE_DOCUMENTS:
        fresh = report(name, None)
        assert report(name, store) == fresh
        assert report(name, store) == fresh


def test_what_is_edited_while_it_is_checked_is_not_remembered(
    pairs: tuple[FilePair, ...], check: Check
) -> None:
    class Editor(Counter):
        def next(self) -> None:
            super().next()
            if self.done == 1:
                pairs[2].russian.write_text("1. Выступила Молдова.\n", encoding="utf-8")

    before = pairs[2].russian.read_bytes()
    fresh = check(pairs, cache=None)
    check(pairs, Task(force=True), counter=Editor())
    pairs[2].russian.write_bytes(before)
    assert check(pairs, Task(force=True)) == fresh


@pytest.mark.slow
def test_remarks_on_glossaries_are_told_from_memory_too(pairs: tuple[FilePair, ...], tmp_path: Path) -> None:
    Path("own.csv").write_text("English,Russian\nreport,отчет\n", encoding="utf-8")

    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*CHECK, "--glossary", "own.csv"], capture_output=True, encoding="utf-8", check=False
        )

    first, second = run(), run()
    assert "own.csv" in first.stderr
    assert (second.stdout, second.stderr) == (first.stdout, first.stderr)


def seconds(*command: str) -> tuple[float, str]:
    """Run a command; return the CPU seconds that it and its processes took, and what it printed."""
    before = cpu_of_children()
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode in (0, 1), run.stderr
    return cpu_of_children() - before, run.stdout


def cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.slow
def test_a_repository_of_200_pairs(
    tmp_path: Path,
    repository: Repository,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(repository(tmp_path, 200))
    single = next(Path("ru").rglob("*.md"))
    seconds(*CHECK, str(single), "--no-config")  # compiles the glossaries
    cold, fresh = seconds(*CHECK)
    runs = [(seconds(*CHECK), seconds(sys.executable, "-c", "import click")) for _ in range(7)]
    assert {report for (_, report), _ in runs} == {fresh}
    warm, bare = (statistics.median(taken for taken, _ in column) for column in zip(*runs, strict=True))
    single.write_text(single.read_text(encoding="utf-8") + "\nВыступила Молдова.\n", encoding="utf-8")
    edited, after = seconds(*CHECK)
    alone, serial = seconds(*CHECK, "--no-cache", "--jobs", "1")
    assert after != fresh
    assert after == serial
    with capsys.disabled():
        print(
            f"\n200 pairs, CPU time: cold {cold:.2f} s, unchanged {warm:.3f} s (a bare start "
            f"{bare:.3f} s), after one edit {edited:.2f} s; one process without a cache {alone:.2f} s"
        )
    # In CPU seconds 0.35 at most; machines differ, and what else they do does not count.
    assert warm < 8 * bare
    assert warm < cold / 4


def test_what_has_not_changed_loads_no_heavy_library(
    tmp_path: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository(tmp_path, 2))
    seconds(*CHECK, "--format", "json")
    command = [sys.executable, "-X", "importtime", "-m", "termcheck", "check", "--format", "json"]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert json.loads(run.stdout)["findings"]
    loaded = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines() if "|" in line}
    assert "termcheck.packing" in loaded
    assert loaded.isdisjoint(HEAVY)
