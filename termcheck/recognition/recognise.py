"""What stands in a document: the mentions of glossary terms and the document symbols, segment by segment."""

import re
from dataclasses import dataclass

from termcheck import symbols
from termcheck.glossary import CompiledGlossary
from termcheck.language.pipelines import tokenize
from termcheck.model import Document, Mention, Span
from termcheck.recognition.terms import find_terms

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@\w[\w.-]+\w")


@dataclass(frozen=True, slots=True)
class Recognition:
    """A document and what was found in each of its segments; all tuples follow `document.segments`.

    `inner` holds the ids of concepts that are named only inside longer names.
    """

    document: Document
    mentions: tuple[tuple[Mention, ...], ...]
    inner: tuple[frozenset[str], ...]
    symbols: tuple[tuple[symbols.Match, ...], ...]
    references: tuple[tuple[symbols.Reference, ...], ...]


def recognise(document: Document, glossary: CompiledGlossary) -> Recognition:
    """Find what the checks and the alignment go by in a document of either language."""
    all_mentions, all_inner, all_symbols, all_references = [], [], [], []
    for segment in document.segments:
        found = symbols.find(segment.text)
        masked = [match.span for match in found]
        masked += [Span(*match.span()) for match in _ADDRESS.finditer(segment.text)]
        doc = tokenize(segment.text, document.language)
        mentions, inner = find_terms(doc, segment, document.language, glossary, masked)
        all_mentions.append(mentions)
        all_inner.append(inner)
        all_symbols.append(found)
        all_references.append(symbols.find_references(segment.text, document.language))
    return Recognition(
        document, tuple(all_mentions), tuple(all_inner), tuple(all_symbols), tuple(all_references)
    )
