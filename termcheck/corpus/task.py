"""What is done with pairs of files, and a name for it: the same name, the same findings."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from termcheck.cache import fingerprint, program
from termcheck.errors import InputError
from termcheck.formats import read_bytes
from termcheck.formats.tracked import Tracked
from termcheck.glossary.bundled import bundled


class FilePair(NamedTuple):
    """A Russian file and its English original, None where there is none or the file holds both."""

    russian: Path
    english: Path | None


@dataclass(frozen=True, slots=True)
class Task:
    """What is done with each pair of files of a run.

    `glossaries` are those on top of the bundled ones, `select` and `ignore` name checks or families. `known`
    are names whose being known was made sure of before anything was checked. `cpu_limit` is how many seconds
    of CPU time a pair may take, by its size without one; it has no part in the name, for results do not
    depend on it.
    """

    glossaries: tuple[Path, ...] = ()
    memories: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    day: datetime.date | None = None
    force: bool = False
    known: tuple[str, ...] = ()
    tracked: Tracked = Tracked.ACCEPTED
    cpu_limit: float | None = None

    def name(self) -> str | None:
        """Return a name for the task with all that it rests on; None where a file cannot be read."""
        try:
            files = [(str(path), read_bytes(path)) for path in (*self.glossaries, *self.memories)]
            base = program(bundled())
        except (OSError, InputError):
            return None
        chosen = (repr(sorted(names)) for names in (self.select, self.ignore, self.known))
        options = (*chosen, f"{self.day} {self.force} {self.tracked} {len(self.glossaries)}")
        return fingerprint((base, *options, *(part for file in files for part in file)))


def name_of(pair: FilePair, task: str) -> str | None:
    """Return a name for a pair of files under a task of this name; None where one cannot be read.

    Paths count as well as contents, for reports show them.
    """
    try:
        files = [(str(path), read_bytes(path)) for path in pair if path]
    except InputError:
        return None
    return fingerprint((task, *(part for file in files for part in file)))
