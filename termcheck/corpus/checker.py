"""One pair of files after another, with glossaries and memories loaded once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from termcheck import pipeline
from termcheck.checks import Check
from termcheck.checks.selection import selected
from termcheck.corpus.task import FilePair, Task
from termcheck.errors import InputError
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.memory import Memory, load_memory
from termcheck.model import Result


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

    def check(
        self, pair: FilePair, tick: Callable[[float], None] = lambda part: None
    ) -> tuple[Result, ...] | InputError:
        """Return the results of a pair of files, or why they cannot be had."""
        try:
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
                )
            )
        except InputError as error:
            return error
