"""One pair of files after another, with glossaries and memories loaded once."""

from dataclasses import dataclass
from typing import Self

from termcheck import pipeline
from termcheck.checks import Check
from termcheck.checks.selection import selected
from termcheck.corpus.task import FilePair, Task
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.memory import Memory, load_memory
from termcheck.model import Alignment, Result
from termcheck.recognition import Tick, no_tick


@dataclass(frozen=True, slots=True)
class Checker:
    """All that a task needs, ready."""

    task: Task
    glossary: CompiledGlossary
    memory: Memory
    checks: tuple[Check, ...]

    @classmethod
    def of(cls, task: Task, glossary: CompiledGlossary) -> Self:
        """Make ready. Raises UsageError for an unknown check, InputError for a memory."""
        checks = selected(task.select, task.ignore)
        return cls(task, glossary, load_memory(task.memories), checks)

    def check(self, pair: FilePair, tick: Tick = no_tick, *, data: bytes | None = None) -> tuple[Result, ...]:
        """Return the results of a pair of files. Raises InputError where they cannot be had.

        With `data` the Russian file is checked as if it held that.
        """
        return tuple(
            pipeline.check_files(
                *pair,
                self.glossary,
                checks=self.checks,
                day=self.task.day,
                memory=self.memory,
                force=self.task.force,
                tracked=self.task.tracked,
                tick=tick,
                data=data,
            )
        )

    def align(self, pair: FilePair, tick: Tick = no_tick, *, by_sentence: bool = False) -> Alignment:
        """Return which parts of a Russian file answer which of its English original. Raises InputError."""
        assert pair.english is not None
        return pipeline.align_files(
            pair.russian,
            pair.english,
            self.glossary,
            by_sentence=by_sentence,
            memory=self.memory,
            force=self.task.force,
            tracked=self.task.tracked,
            tick=tick,
        )
