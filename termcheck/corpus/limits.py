"""What one document may take: seconds of CPU time, by its size, and memory.

The kernel holds a process to it, for not all work comes back to Python in time: a regular expression, a
parser of XML or PDF. Where a kernel does not, the parent process watches the clock.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from termcheck.corpus.task import FilePair

# A report of 50 pages takes some three seconds, a megabyte of text and its original together about fifteen; a
# packed format (DOCX, PDF) holds several times its size.
SECONDS = 60.0
SECONDS_PER_MEGABYTE = 60.0
MEMORY = 2 * 2**30  # bytes beyond what a process has before it reads a document

HELD_BY_KERNEL = hasattr(signal, "setitimer")
OVER = signal.SIGPROF if HELD_BY_KERNEL else 0  # what a process dies of that has used up its time


def seconds_for(pair: FilePair) -> float:
    """Return the CPU seconds that a pair of files may take, whole ones, if nothing else is said."""
    size = 0
    for file in filter(None, pair):
        with suppress(OSError):  # reading it will tell
            size += file.stat().st_size
    return float(round(SECONDS + SECONDS_PER_MEGABYTE * size / 1e6))


@contextmanager
def held_to(seconds: float) -> Iterator[None]:
    """End this process if the work inside uses more seconds of CPU time, in whatever code."""
    if not HELD_BY_KERNEL:
        yield
        return
    signal.signal(OVER, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)


def hold_memory() -> None:
    """Let this process have so much more memory than now; beyond it allocations fail.

    Only what it writes to counts, so that a large file that is mapped, or a library, does not.
    """
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = pages * resource.getpagesize() + MEMORY
        if hard == resource.RLIM_INFINITY or hard > most:
            resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
    except (ImportError, OSError, ValueError, IndexError):
        return  # a system that does not count like that
