"""Results as JSON and back, as far as a report of findings needs them.

A packed document holds the segments that some finding speaks of, and says how many there are; unpacked, the
others are there without text. Who shows whole documents needs the result itself.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

from termcheck.model import Directive, Document, Finding, Kind, Part, Passage, Place, Result, Segment, Span

_Sides = tuple[Document, ...]
_Build = Callable[[Any, _Sides], Any]
_UNSPOKEN = Segment(0, Place(""), Kind.PARAGRAPH, "")
_SEGMENTS = "segments"


def pack(results: Sequence[Result]) -> str:
    """Return results as JSON."""
    return json.dumps(list(map(_packed, results)), ensure_ascii=False, separators=(",", ":"))


def unpack(text: str) -> tuple[Result, ...]:
    """Return the results that `pack` packed."""
    return tuple(_result(*entry) for entry in json.loads(text))


def _packed(result: Result) -> list[Any]:
    sides = tuple(document for document in (result.russian, result.source) if document)
    findings, decided = (_plain(found, sides) for found in (result.findings, result.decided))
    spoken = tuple(sorted(_spoken(result, side)) for side in sides)
    documents = [_packed_document(*pair) for pair in zip(sides, spoken, strict=True)]
    rest = [_plain(part, ()) for part in (result.date, result.checks, result.unused)]
    return [documents, findings, decided, *rest]


def _spoken(result: Result, side: Document) -> set[int]:
    """Return the positions of the segments of a document that findings speak of."""
    passages = (
        passage
        for finding in (*result.findings, *result.decided)
        for passage in (finding.problem.passage, finding.problem.source, *finding.problem.related)
        if passage
    )
    return {passage.segment.position for passage in passages if side.holds(passage)}


def _packed_document(document: Document, spoken: Sequence[int]) -> list[Any]:
    head = [_plain(getattr(document, f.name), ()) for f in fields(document) if f.name != _SEGMENTS]
    return [head, len(document.segments), [_plain(document.segments[position], ()) for position in spoken]]


def _plain(value: Any, sides: _Sides) -> Any:
    """Return a value as JSON holds it; a passage of a document by the document's number and the position."""
    if isinstance(value, Passage):
        for number, side in enumerate(sides):
            if side.holds(value):
                return [number, value.segment.position, value.span.start, value.span.end, value.part.value]
        return [_plain(value.segment, ()), value.span.start, value.span.end, value.part.value]
    if is_dataclass(value):
        return [_plain(getattr(value, f.name), sides) for f in fields(value)]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(item, sides) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item, sides) for item in value]
    return value


def _result(
    documents: list[Any],
    findings: list[Any],
    decided: list[Any],
    day: str | None,
    checks: list[str],
    unused: list[Any],
) -> Result:
    sides = tuple(_document(*document) for document in documents)
    build, request = _builder(Finding), _builder(Directive)
    return Result(
        sides[0],
        sides[1] if len(sides) > 1 else None,
        date.fromisoformat(day) if day else None,
        tuple(build(finding, sides) for finding in findings),
        tuple(checks),
        decided=tuple(build(finding, sides) for finding in decided),
        unused=tuple(request(directive, ()) for directive in unused),
    )


def _document(head: list[Any], count: int, spoken: list[Any]) -> Document:
    segments = [_UNSPOKEN] * count
    build = _builder(Segment)
    for data in spoken:
        segment = build(data, ())
        segments[segment.position] = segment
    types: dict[str, Any] = {f.name: f.type for f in fields(Document) if f.name != _SEGMENTS}
    values = {name: _builder(types[name])(value, ()) for name, value in zip(types, head, strict=True)}
    return Document(**values, segments=tuple(segments))


def _passage(data: list[Any], sides: _Sides) -> Passage:
    *where, start, end, part = data
    if len(where) == 1:
        return Passage(_builder(Segment)(where[0], ()), Span(start, end), Part(part))
    number, position = where
    return Passage(sides[number].segments[position], Span(start, end), Part(part))


@cache
def _builder(kind: Any) -> _Build:
    """Return what makes a value of a type out of what JSON held."""
    make: Callable[..., Any] = kind
    if kind is Passage:
        return _passage
    if is_dataclass(kind):
        types: list[Any] = [f.type for f in fields(kind)]
        parts = [_builder(each) for each in types]
        return lambda data, sides: make(
            *[
                part(value, sides) if part is not _same else value
                for part, value in zip(parts, data, strict=True)
            ]
        )
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda data, sides: make(data)
    if kind is date:
        return lambda data, sides: date.fromisoformat(data)
    return _builder_of_many(get_origin(kind), get_args(kind))


def _builder_of_many(origin: Any, inner: tuple[Any, ...]) -> _Build:
    if NoneType in inner:
        (kind,) = (kind for kind in inner if kind is not NoneType)
        build = _builder(kind)
        return _same if build is _same else lambda data, sides: None if data is None else build(data, sides)
    if origin is not tuple:
        return _same  # a text, a number, a mapping of texts
    if inner[1:] == (...,):
        each = _builder(inner[0])
        return lambda data, sides: tuple(data if each is _same else [each(item, sides) for item in data])
    parts = [_builder(kind) for kind in inner]
    return lambda data, sides: tuple(part(item, sides) for part, item in zip(parts, data, strict=True))


def _same(data: Any, _sides: _Sides) -> Any:
    return data
