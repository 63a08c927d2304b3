"""What stands in a document: the mentions of glossary terms and the document symbols, segment by segment."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from termcheck.glossary.compiled import CompiledGlossary
from termcheck.language.pipelines import tokenize
from termcheck.model import Document, Mention, Span
from termcheck.recognition.terms import find_terms
from termcheck.symbols import Match, Reference, find, find_references

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@\w[\w.-]+\w")


@dataclass(frozen=True, slots=True)
class Recognition:
    """A document and what was found in each of its segments; all tuples follow `document.segments`.

    `inner` holds the ids of concepts that are named only inside longer names; `masked` the symbols,
    addresses, placeholders and code, which are no prose.
    """

    document: Document
    mentions: tuple[tuple[Mention, ...], ...]
    inner: tuple[frozenset[str], ...]
    symbols: tuple[tuple[Match, ...], ...]
    references: tuple[tuple[Reference, ...], ...]
    masked: tuple[tuple[Span, ...], ...]


def recognise(
    document: Document, glossary: CompiledGlossary, tick: Callable[[float], None] = lambda part: None
) -> Recognition:
    """Find what the checks and the alignment go by in a document of either language.

    `tick` is told now and then which part, from 0 to 1, is done.
    """
    segments = []
    for segment in document.segments:
        if segment.position % 64 == 0:
            tick(segment.position / len(document.segments))
        prose = segment.prose
        found = find(prose)
        addresses = (Span(*match.span()) for match in _ADDRESS.finditer(prose))
        codes = (code.span for code in segment.codes if code.span.start < code.span.end)
        masked = (*(match.span for match in found), *addresses, *codes)
        doc = tokenize(prose, document.language)
        mentions, inner = find_terms(doc, segment, document.language, glossary, masked)
        references = find_references(prose, document.language)
        segments.append((mentions, inner, found, references, masked))
    columns = zip(*segments, strict=True) if segments else ((),) * 5
    return Recognition(document, *map(tuple, columns))
