"""A run over pairs of files: what is remembered of them, and what is checked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from termcheck.cache import Cache
from termcheck.corpus.past import Past
from termcheck.corpus.task import FilePair, Task
from termcheck.errors import InputError
from termcheck.model import Result
from termcheck.packing import pack, unpack

if TYPE_CHECKING:
    from termcheck.corpus.checker import Checker
    from termcheck.corpus.worker import Job
    from termcheck.glossary.compiled import CompiledGlossary
    from termcheck.recognition import Tick

Outcome = tuple[Result, ...] | InputError


class Watcher(Protocol):
    """Who is told how far the work is."""

    def tick(self, part: float) -> None:
        """Hear that this part of the current pair, from 0 to 1, is done."""

    def next(self) -> None:
        """Hear that a pair is done."""


def check_corpus(
    pairs: Sequence[FilePair],
    task: Task,
    *,
    prepare: Callable[[], "CompiledGlossary"],
    watch: Callable[[int], AbstractContextManager[Watcher]],
    tell: Callable[[str], None],
    cache: Cache | None = None,
    jobs: int = 1,
    whole: bool = False,
) -> tuple[Outcome, ...]:
    """Return what came of each pair of files, in their order: results, or why they cannot be had.

    `prepare` loads the glossaries, and tells of their remarks, when something is left to check; when nothing
    is, `tell` gets the remarks. `watch` makes a watcher for so many pairs. With a `cache` nothing is checked
    twice. Results that need not be `whole` may hold only the segments that their findings speak of.
    Raises GlossaryError and InputError for glossaries and memories, UsageError for an unknown check.
    """
    past = Past.of(task, cache)
    names = tuple(map(past.name, pairs))
    found: list[Outcome | None] = [None if whole else past.results(name) for name in names]
    left = {number: pairs[number] for number, outcome in enumerate(found) if outcome is None}
    remarks = None if left else past.remarks()
    if remarks is not None:
        for remark in remarks:
            tell(remark)
        return tuple(outcome for outcome in found if outcome is not None)

    glossary = prepare()
    with watch(len(left)) as watcher:
        for number, came in _checked(left, task, glossary, watcher, processes=jobs, whole=whole):
            found[number] = unpack(came) if isinstance(came, str) else came
            if not isinstance(came, InputError):  # nor is it remembered that a time was up
                past.keep(pairs[number], names[number], came)
            watcher.next()
    past.close(glossary.remarks())
    return tuple(outcome for outcome in found if outcome is not None)


def work_alone(job: "Job", task: Task, glossary: "CompiledGlossary", tick: Callable[[float], None]) -> Any:
    """Return what came of a job, done in a process of its own. Raises InputError where nothing did."""
    from termcheck.corpus.checker import Checker  # spaCy comes with it
    from termcheck.corpus.processes import in_processes

    [(_, came)] = in_processes({0: job}, Checker.of(task, glossary), tick=tick)
    if isinstance(came, InputError):
        raise came
    return came


def _checked(
    left: Mapping[int, FilePair],
    task: Task,
    glossary: "CompiledGlossary",
    watcher: Watcher,
    *,
    processes: int,
    whole: bool,
) -> "Iterator[tuple[int, str | Outcome]]":
    """Yield what comes of each pair, packed if it need not be whole."""
    from termcheck.corpus.checker import Checker
    from termcheck.corpus.processes import in_processes
    from termcheck.corpus.worker import Job

    jobs = {number: Job(pair, partial(_check, whole=whole)) for number, pair in left.items()}
    processes = min(processes, len(jobs))
    return in_processes(jobs, Checker.of(task, glossary), processes=processes, tick=watcher.tick)


def _check(checker: "Checker", pair: FilePair, tick: "Tick", *, whole: bool) -> str | tuple[Result, ...]:
    results = checker.check(pair, tick)
    return results if whole else pack(results)
