"""A run over pairs of files: what is remembered of them, and what is checked."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from termcheck import cache as caching
from termcheck.cache import Cache
from termcheck.corpus.past import Past
from termcheck.corpus.task import FilePair, Task
from termcheck.errors import InputError
from termcheck.model import Result

if TYPE_CHECKING:
    from termcheck.glossary.compiled import CompiledGlossary

Outcome = tuple[Result, ...] | InputError

_FEW = 4  # pairs
_SHORT = 100_000  # bytes


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

    jobs = jobs if _is_much(left.values()) else 1
    if jobs > 1:
        from termcheck.corpus.processes import make_ready  # not where all is remembered: it takes a while

        make_ready()
    glossary = prepare()
    with watch(len(left)) as watcher:
        for number, outcome in _checked(left, task, glossary, watcher, jobs=jobs, whole=whole):
            found[number] = outcome
            if not isinstance(outcome, InputError):
                past.keep(pairs[number], names[number], outcome)
    past.close(glossary.remarks())
    return tuple(outcome for outcome in found if outcome is not None)


def _is_much(pairs: Collection[FilePair]) -> bool:
    """Whether the work on some pairs takes longer than it takes to start processes, about a second."""
    sizes = (file.stat().st_size for pair in pairs for file in pair if file and file.exists())
    return len(pairs) > _FEW or (len(pairs) > 1 and sum(sizes) > _SHORT)


def _checked(
    left: Mapping[int, FilePair],
    task: Task,
    glossary: "CompiledGlossary",
    watcher: Watcher,
    *,
    jobs: int,
    whole: bool,
) -> Iterator[tuple[int, Outcome]]:
    """Check what is left, here or in several processes."""
    from termcheck.corpus.checker import Checker  # spaCy comes with it

    checker = Checker.of(task, glossary)
    if jobs > 1:
        from termcheck.corpus.processes import check_in_parallel

        for number, outcome in check_in_parallel(left, task, caching.directory(), jobs=jobs, whole=whole):
            yield number, outcome
            watcher.next()
        return
    for number, pair in left.items():
        yield number, checker.check(pair, watcher.tick)
        watcher.next()
