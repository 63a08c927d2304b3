"""What stands in a document: the mentions of glossary terms and the document symbols, segment by segment."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from termcheck.glossary.compiled import CompiledGlossary
from termcheck.language.pipelines import tokenize
from termcheck.model import Document, Mention, Segment, Span, opaque, veiled
from termcheck.recognition.terms import find_terms
from termcheck.symbols import Match, Reference, find, find_references

Tick = Callable[[float, str], None]
"""Is told which part of the work on a file, from 0 to 1, is done, and what comes next."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]+@\w[\w.-]+\w")


@dataclass(frozen=True, slots=True)
class Recognition:
    """A document and what was found in each of its segments; all tuples follow `document.segments`.

    `inner` holds the ids of concepts that are named only inside longer names; `masked` the symbols,
    addresses, placeholders, code and what nobody reads (`termcheck.model.opaque`), which are no prose.
    """

    document: Document
    mentions: tuple[tuple[Mention, ...], ...]
    inner: tuple[frozenset[str], ...]
    symbols: tuple[tuple[Match, ...], ...]
    references: tuple[tuple[Reference, ...], ...]
    masked: tuple[tuple[Span, ...], ...]


def no_tick(part: float, place: str) -> None:
    """Tell no one."""


def recognise(document: Document, glossary: CompiledGlossary, tick: Tick = no_tick) -> Recognition:
    """Find what the checks and the alignment go by in a document of either language."""
    segments = []
    for segment in document.segments:
        tick(segment.position / len(document.segments), f"recognising names, at {_named(segment)}")
        text = veiled(segment.prose)
        found = find(text)
        addresses = (Span(*match.span()) for match in _ADDRESS.finditer(text))
        codes = (code.span for code in segment.codes if code.span.start < code.span.end)
        masked = (*(match.span for match in found), *addresses, *codes, *opaque(segment.text))
        doc = tokenize(text, document.language)
        mentions, inner = find_terms(doc, segment, document.language, glossary, masked)
        references = find_references(text, document.language)
        segments.append((mentions, inner, found, references, masked))
    columns = zip(*segments, strict=True) if segments else ((),) * 5
    return Recognition(document, *map(tuple, columns))


def _named(segment: Segment) -> str:
    place = segment.place
    unit = f"unit {place.unit}" if place.unit else f"paragraph {segment.position + 1} of the file"
    return place.label or unit
