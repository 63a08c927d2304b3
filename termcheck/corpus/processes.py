"""Documents worked on in processes of their own, one or several at once.

A document that hangs or takes all memory costs its process, which is replaced, and is told as one that cannot
be read; the others go on.
"""

import multiprocessing
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import connection, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from termcheck import cache as caching
from termcheck.corpus.checker import Checker
from termcheck.corpus.limits import HELD_BY_KERNEL, OVER, seconds_for
from termcheck.corpus.task import Task
from termcheck.corpus.worker import Job, Reached, serve
from termcheck.errors import InputError, TermcheckError
from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import load

_ENDING = (signal.SIGINT, signal.SIGTERM)
_GLANCE = 0.2  # seconds between looks at how far the work is
# On Linux a process begins as a copy of this one, which has loaded all that is needed. That is safe: no
# other thread works here, and the glossary is read from a file that nothing changes. Elsewhere it loads anew.
_COPIED = sys.platform == "linux"


def in_processes(
    jobs: Mapping[int, Job],
    checker: Checker,
    *,
    processes: int = 1,
    tick: Callable[[float], None] = lambda part: None,
) -> Iterator[tuple[int, Any]]:
    """Yield what came of each job as soon as it is there, with its number: an InputError where nothing did.

    Of a single process `tick` hears which part of its job, from 0 to 1, is done. Who closes the generator
    early, or interrupts it, ends the processes. Raises what else a job raised.
    """
    waiting = deque(jobs.items())
    team = list[_Worker]()
    try:
        while waiting or any(worker.job for worker in team):
            _fill(team, min(processes, len(jobs)), waiting, checker)
            connection.wait([worker.connection for worker in team if worker.job], timeout=_GLANCE)
            for worker in [worker for worker in team if worker.is_done()]:
                number, outcome = worker.give()
                if isinstance(outcome, TermcheckError) and not isinstance(outcome, InputError):
                    raise outcome
                yield number, outcome
            if processes == 1:
                tick(team[0].reached.part)
    finally:
        for worker in team:
            worker.process.kill()  # nothing of theirs is left to be put in order
            worker.process.join()


def _fill(team: "list[_Worker]", size: int, waiting: deque[tuple[int, Job]], checker: Checker) -> None:
    """Bring a team to its size while jobs wait, and give a job to each who has none."""
    team[:] = [worker for worker in team if worker.job or worker.process.is_alive()]
    with _uninterrupted():
        while len(team) < size and len(team) < len(waiting) + sum(worker.job is not None for worker in team):
            team.append(_started(checker))
    for worker in team:
        if waiting and worker.job is None:
            worker.take(*waiting.popleft(), checker.task.cpu_limit)


@dataclass(slots=True)
class _Worker:
    """A process, its job, and the clock by which it must be done where no kernel sees to that."""

    process: BaseProcess
    connection: Connection
    reached: Reached
    job: tuple[int, Job] | None = None
    seconds: float = 0.0
    until: float = field(default=float("inf"))

    def take(self, number: int, job: Job, limit: float | None) -> None:
        self.job = number, job
        self.reached(0.0, "reading")
        self.seconds = seconds_for(job.pair) if limit is None else limit
        if not HELD_BY_KERNEL:
            self.until = time.monotonic() + self.seconds
        try:
            self.connection.send((job, self.seconds))
        except BrokenPipeError:
            return  # it was lost while it was idle: `give` will tell

    def is_done(self) -> bool:
        return self.job is not None and (self.connection.poll() or time.monotonic() > self.until)

    def give(self) -> tuple[int, Any]:
        """Return what came of the job, or why nothing did."""
        assert self.job
        number, job = self.job
        self.job = None
        try:
            if self.connection.poll():
                return number, self.connection.recv()
        except (EOFError, OSError):
            pass
        if time.monotonic() > self.until:
            self.process.kill()
        self.process.join()
        return number, InputError(f"{job.pair.russian}: {self._end()}")

    def _end(self) -> str:
        """Say why the process is no more, and where it was."""
        code = self.process.exitcode
        if (OVER and code == -OVER) or time.monotonic() > self.until:
            return (
                f"given up after {self.seconds:g} seconds of CPU time, while {self.reached.place}; "
                "--cpu-limit allows more"
            )
        if code in (-signal.SIGSEGV, -signal.SIGABRT):
            return (
                f"given up when a library failed ({signal.Signals(-code).name}), while {self.reached.place}"
            )
        return (
            "the process that checked it was stopped from outside, perhaps for want of memory, while "
            f"{self.reached.place}; fewer --jobs need less"
        )


def _started(checker: Checker) -> _Worker:
    context: Any = multiprocessing.get_context("fork" if _COPIED else "spawn")
    ours, theirs = multiprocessing.Pipe()
    reached = Reached()
    make = (lambda: checker) if _COPIED else partial(_loaded, checker.task)
    process = context.Process(target=serve, args=(theirs, reached, make), daemon=True)
    process.start()
    theirs.close()  # so that the end of the process is the end of the connection
    return _Worker(process, ours, reached)


def _loaded(task: Task) -> Checker:
    return Checker.of(task, load((*bundled(), *task.glossaries), caching.directory()))


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Start processes and hear of Ctrl-C, or of the end of a job, only when this process knows them all.

    One that it does not know yet would outlive it. They are deaf to Ctrl-C: the terminal sends it to all, and
    one is to answer. Outside the main thread no signal is heard, and nothing to do.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard = list[int]()
    handlers = {each: signal.signal(each, lambda number, _: heard.append(number)) for each in _ENDING}
    try:
        with _masked():
            yield
    finally:
        for each, handler in handlers.items():
            signal.signal(each, handler)
        for number in heard[:1]:
            signal.raise_signal(number)


@contextmanager
def _masked() -> Iterator[None]:
    """Hand down to new processes that they do not hear Ctrl-C, where systems hand down such things."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    if not _COPIED:
        resource_tracker.ensure_running()  # would lift the mask if it started later
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
