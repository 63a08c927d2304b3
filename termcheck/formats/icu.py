"""Messages of ICU: "{count, plural, one {# report} other {# reports}}", of which the branches are prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from termcheck.model import Span

_HEAD = re.compile(r"\{\s*(?P<name>\w+)\s*,\s*(?P<kind>plural|select|selectordinal)\s*,\s*(?:offset:\d+\s*)?")
_BRANCH = re.compile(r"\s*(?P<key>=\d+|[\w-]+)\s*\{")
_DEEPEST = 20  # messages within each other; no writer goes so deep


@dataclass(frozen=True, slots=True)
class Syntax:
    """A stretch of a message that is no prose; its first one names the argument and the kind of the message.

    `key` is that of the branch that begins after it, "" after the last one.
    """

    span: Span
    argument: str = ""
    kind: str = ""
    key: str = ""


def syntax(text: str) -> Iterator[Syntax]:
    """What is syntax in the messages of a text, in order; nothing of a message that is not whole."""
    if "{" in text:
        yield from _messages(text, _ends(text), 0, len(text), 0)


def _ends(text: str) -> dict[int, int]:
    """Where the bracket that begins at an offset ends."""
    ends, opened = dict[int, int](), list[int]()
    for match in re.finditer("[{}]", text):
        if match.group() == "{":
            opened.append(match.start())
        elif opened:
            ends[opened.pop()] = match.start()
    return ends


def _messages(text: str, ends: dict[int, int], start: int, end: int, depth: int) -> Iterator[Syntax]:
    at = start
    while depth <= _DEEPEST and (head := _HEAD.search(text, at, end)):
        found = list(_message(text, ends, head, depth))
        yield from found
        at = ends[head.start()] + 1 if found else head.end()


def _message(text: str, ends: dict[int, int], head: re.Match[str], depth: int) -> Iterator[Syntax]:
    last = ends.get(head.start())
    branches = list(_branches(text, ends, head.end(), last)) if last is not None else []
    if last is None or not branches:
        return
    at, argument, kind = head.start(), head["name"], head["kind"]
    for key, opening in branches:
        yield Syntax(Span(at, opening + 1), argument, kind, key)
        argument = ""
        yield from _within(text, ends, opening + 1, ends[opening], depth, counts=kind != "select")
        at = ends[opening]
    yield Syntax(Span(at, last + 1), kind=kind)


def _within(
    text: str, ends: dict[int, int], start: int, end: int, depth: int, *, counts: bool
) -> Iterator[Syntax]:
    """What is syntax within a branch; there "#" is the number."""
    inner = list(_messages(text, ends, start, end, depth + 1))
    numbers = (
        [Syntax(Span(m.start(), m.end()), kind="#") for m in re.finditer("#", text[start:end])]
        if counts
        else []
    )
    numbers = [Syntax(Span(n.span.start + start, n.span.end + start), kind="#") for n in numbers]
    taken = [part.span for part in inner]
    free = [n for n in numbers if not any(s.start <= n.span.start < s.end for s in taken)]
    yield from sorted((*inner, *free), key=lambda part: part.span.start)


def _branches(text: str, ends: dict[int, int], start: int, last: int) -> Iterator[tuple[str, int]]:
    """The keys of the branches of a message, and where their brackets begin; nothing where there is more."""
    found, at = list[tuple[str, int]](), start
    while branch := _BRANCH.match(text, at, last):
        opening = branch.end() - 1
        if opening not in ends:
            return
        found.append((branch["key"], opening))
        at = ends[opening] + 1
    if not text[at:last].strip():
        yield from found
