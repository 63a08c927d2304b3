"""What earlier runs found."""

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import Self

from termcheck.cache import Cache
from termcheck.corpus.task import FilePair, Task, name_of
from termcheck.model import Result
from termcheck.packing import pack, unpack


@dataclass(frozen=True, slots=True)
class Past:
    """What earlier runs found under a task of this name; nothing without a cache, or with `task` None."""

    cache: Cache | None
    task: str | None

    @classmethod
    def of(cls, task: Task, cache: Cache | None) -> Self:
        """Return the past of a task."""
        return cls(cache, task.name() if cache else None)

    def name(self, pair: FilePair) -> str | None:
        """Return a name for a pair of files as they are now; None where nothing can be known of them."""
        return name_of(pair, self.task) if self.task else None

    def results(self, name: str | None) -> tuple[Result, ...] | None:
        """Return what was found of the pair with this name."""
        text = self.cache.get(name) if self.cache and name else None
        with suppress(ValueError, TypeError, LookupError):  # of a hand that wrote into the cache
            return None if text is None else unpack(text)
        return None

    def keep(self, pair: FilePair, name: str | None, came: str | tuple[Result, ...]) -> None:
        """Store what was found of a pair of this name, packed or not, unless someone has edited it since."""
        if self.cache and name and self.name(pair) == name:
            self.cache.put(name, came if isinstance(came, str) else pack(came))

    def remarks(self) -> tuple[str, ...] | None:
        """Return what there was to say of the glossaries."""
        text = self.cache.get(f"{self.task}-remarks") if self.cache and self.task else None
        return None if text is None else tuple(json.loads(text))

    def close(self, remarks: tuple[str, ...]) -> None:
        """Store what there is to say of the glossaries, and make room."""
        if self.cache and self.task:
            self.cache.put(f"{self.task}-remarks", json.dumps(remarks))
            self.cache.trim()
