"""A run over pairs of files: what is remembered of them, and what is checked."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from typing import TYPE_CHECKING, Protocol

from termcheck import cache as caching
from termcheck.cache import Cache
from termcheck.corpus.task import FilePair, Task, name_of
from termcheck.errors import InputError
from termcheck.model import Result
from termcheck.packing import pack, unpack

if TYPE_CHECKING:
    from termcheck.glossary.compiled import CompiledGlossary

Outcome = tuple[Result, ...] | InputError


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
    twice. Results that need not be `whole` hold the segments that their findings speak of, no others.
    Raises GlossaryError and InputError for glossaries and memories, UsageError for an unknown check.
    """
    name = task.name() if cache else None
    keys = {number: key for number, pair in enumerate(pairs) if name and (key := name_of(pair, name))}
    found = {} if whole or not cache else dict(_remembered(keys, cache))
    left = {number: pair for number, pair in enumerate(pairs) if number not in found}
    remarks = cache.get(f"{name}-remarks") if cache and name and not left else None
    if remarks is not None:
        for remark in json.loads(remarks):
            tell(remark)
    else:
        glossary = prepare()
        with watch(len(left)) as watcher:
            for number, outcome in _checked(left, task, glossary, watcher, jobs=jobs, whole=whole):
                found[number] = outcome
                if cache and number in keys and not isinstance(outcome, InputError):
                    cache.put(keys[number], pack(outcome))
        if cache and name:
            cache.put(f"{name}-remarks", json.dumps(glossary.remarks()))
            cache.trim()
    return tuple(found[number] for number in range(len(pairs)))


def _remembered(keys: Mapping[int, str], cache: Cache) -> Iterator[tuple[int, Outcome]]:
    for number, key in keys.items():
        text = cache.get(key)
        with suppress(ValueError, TypeError, LookupError):  # of a hand that wrote into the cache
            if text is not None:
                yield number, unpack(text)


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
    from termcheck.corpus.checker import Checker  # spaCy comes with it: not where all is remembered

    checker = Checker.of(task, glossary)
    if jobs > 1 and len(left) > 1:
        from termcheck.corpus.processes import check_in_parallel

        for number, outcome in check_in_parallel(left, task, caching.directory(), jobs=jobs, whole=whole):
            yield number, outcome
            watcher.next()
        return
    for number, pair in left.items():
        yield number, checker.check(pair, watcher.tick)
        watcher.next()
