"""Pairs of files checked in several processes."""

import multiprocessing
import signal
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.context import BaseContext
from pathlib import Path

from termcheck.corpus.checker import Checker
from termcheck.corpus.task import FilePair, Task
from termcheck.errors import InputError, UsageError
from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import load
from termcheck.model import Result
from termcheck.packing import pack, unpack

_checker: Checker  # of this process, one of several


def check_in_parallel(
    pairs: Mapping[int, FilePair], task: Task, folder: Path, *, jobs: int, whole: bool
) -> Iterator[tuple[int, tuple[Result, ...] | InputError]]:
    """Yield what came of each pair as soon as it is there, with the pair's number.

    `folder` holds compiled glossaries. Results that need not be `whole` come packed and lose what packing
    leaves out. Who closes the generator early, or interrupts it, ends the processes.
    """
    before = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(min(jobs, len(pairs)), _context(), _begin, (task, folder))
    try:
        with _uninterrupted():
            futures = {pool.submit(_work, pair, whole): number for number, pair in pairs.items()}
        for future in as_completed(futures):
            came = future.result()
            yield futures[future], unpack(came) if isinstance(came, str) else came
        pool.shutdown()
    except BrokenProcessPool:
        raise UsageError(
            "a process that checked files was stopped from outside, perhaps for want of memory; fewer --jobs "
            "need less"
        ) from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in set(multiprocessing.active_children()) - before:
            child.terminate()


def _context() -> BaseContext:
    """Return the way to start processes: copies of one that has spaCy loaded, where the system can do so."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Start processes that know of no Ctrl-C: the terminal sends it to all, and one is to answer."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)


def _begin(task: Task, folder: Path) -> None:
    global _checker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _checker = Checker.of(task, load((*bundled(), *task.glossaries), folder))


def _work(pair: FilePair, whole: bool) -> str | tuple[Result, ...] | InputError:
    came = _checker.check(pair)
    return came if whole or isinstance(came, InputError) else pack(came)
