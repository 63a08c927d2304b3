"""Pairs of files checked in several processes.

What each of them needs is imported there: this process may start them before it needs as much itself.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import TYPE_CHECKING

from termcheck.corpus.task import FilePair, Task
from termcheck.errors import InputError, UsageError
from termcheck.glossary.bundled import bundled
from termcheck.model import Result
from termcheck.packing import pack, unpack

if TYPE_CHECKING:
    from termcheck.corpus.checker import Checker

_FORKSERVER = "forkserver"
_PRELOADED = ["termcheck.corpus.checker"]
_ENDING = (signal.SIGINT, signal.SIGTERM)

_checker: "Checker"  # of this process, one of several


def make_ready() -> None:
    """Let spaCy be loaded for the processes to come, where the system can copy them from one that has it."""
    if _FORKSERVER in multiprocessing.get_all_start_methods():
        multiprocessing.get_context(_FORKSERVER).set_forkserver_preload(_PRELOADED)
        with _uninterrupted():
            forkserver.ensure_running()


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
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context(_FORKSERVER if _FORKSERVER in methods else "spawn")


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
    resource_tracker.ensure_running()  # would lift the mask if it started later
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _begin(task: Task, folder: Path) -> None:
    global _checker
    from termcheck.corpus.checker import Checker
    from termcheck.glossary.compiled import load

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # for systems where no mask is handed down
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _checker = Checker.of(task, load((*bundled(), *task.glossaries), folder))


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, killed perhaps: no more work will come."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _work(pair: FilePair, whole: bool) -> str | tuple[Result, ...] | InputError:
    came = _checker.check(pair)
    return came if whole or isinstance(came, InputError) else pack(came)
