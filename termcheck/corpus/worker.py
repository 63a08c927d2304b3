"""A process that works on one document after another, and what it shares with the one that waits for it."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import RawArray, RawValue
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Any, NamedTuple

from termcheck.corpus.limits import MEMORY, held_to, hold_memory
from termcheck.corpus.task import FilePair
from termcheck.errors import InputError, TermcheckError

if TYPE_CHECKING:
    from termcheck.corpus.checker import Checker

Work = Callable[["Checker", FilePair, "Reached"], Any]

_ROOM = 200  # bytes for the name of a place


class Job(NamedTuple):
    """What is to be done with a pair of files; the work, and what comes of it, can be sent to a process."""

    pair: FilePair
    work: Work


class Reached:
    """How far the work on a document is: told by the process that does it, read by the one that waits."""

    def __init__(self) -> None:
        self._part = RawValue("d", 0.0)
        self._place = RawArray("c", _ROOM)

    def __call__(self, part: float, place: str) -> None:
        """Tell that this part of the work, from 0 to 1, is done, and what comes next: "reading"."""
        self._part.value = part
        self._place.value = place.encode(errors="replace")[: _ROOM - 1]

    @property
    def part(self) -> float:
        """The part of the work that is done, from 0 to 1."""
        return float(self._part.value)

    @property
    def place(self) -> str:
        """What is being done, and where in the document."""
        return bytes(self._place.value).decode(errors="ignore")


def serve(connection: Connection, reached: Reached, checker: "Callable[[], Checker]") -> None:
    """Do one job after another, each within its limits, and send what came of it; until the other end goes.

    What comes is (job, seconds), what goes the outcome of the job, or the TermcheckError that it raised.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # for systems where no mask is handed down
    threading.Thread(target=_end_with_parent, daemon=True).start()
    ready = checker()
    hold_memory()
    while True:
        try:
            job, seconds = connection.recv()
        except EOFError:
            return
        with held_to(seconds):
            connection.send(_outcome(job, ready, reached))


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, killed perhaps: no more work will come."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _outcome(job: Job, checker: "Checker", reached: Reached) -> Any:
    """Return what came of a job. A fault of the program in one document must not cost the others."""
    try:
        return job.work(checker, job.pair, reached)
    except TermcheckError as error:
        return error
    except MemoryError:
        return InputError(
            f"{job.pair.russian}: given up when it needed more than {MEMORY // 2**30} GB of memory, while "
            f"{reached.place}; divide the file"
        )
    except OSError as error:
        return InputError(f"{error.filename or job.pair.russian}: {error.strerror or error}")
    except Exception as error:
        *_, last = extract_tb(error.__traceback__)
        return InputError(
            f"{job.pair.russian}: given up by a fault of termcheck itself, while {reached.place}; please "
            f"report it: {type(error).__name__}: {error} ({Path(last.filename).name}, line {last.lineno})"
        )
