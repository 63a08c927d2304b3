"""Mentions for a spaCy user: `nlp.add_pipe("termcheck")` fills `doc.spans["termcheck"]`.

>>> from termcheck.language.pipelines import pipeline
>>> nlp = pipeline("ru")
>>> component = nlp.add_pipe("termcheck")
>>> doc = nlp("Представитель Чехии")
>>> [(span.text, span.label_, span.id_) for span in doc.spans["termcheck"]]
[('Чехии', 'country', 'CZE')]
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from termcheck import symbols
from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import load
from termcheck.language.pipelines import tokenize
from termcheck.model import Kind, Mention, Place, Segment
from termcheck.recognition.terms import find_terms

KEY = "termcheck"


@Language.factory(KEY, assigns=["doc.spans"], default_config={"glossaries": []})
def make_termcheck(nlp: Language, name: str, glossaries: Sequence[str]) -> Callable[[Doc], Doc]:
    """Return the component; `glossaries` are TOML files that come on top of the bundled ones."""
    glossary = load([*bundled(), *map(Path, glossaries)])

    def component(doc: Doc) -> Doc:
        segment = Segment(0, Place(""), Kind.PARAGRAPH, doc.text)
        masked = [match.span for match in symbols.find(doc.text)]
        # Cut again by our rules: the pipeline may have come with another tokenizer.
        words = tokenize(doc.text, str(nlp.lang))
        mentions, _ = find_terms(words, segment, str(nlp.lang), glossary, masked)
        spans = (_span(doc, mention) for mention in mentions)
        doc.spans[KEY] = SpanGroup(doc, name=KEY, spans=[span for span in spans if span])
        return doc

    return component


def _span(doc: Doc, mention: Mention) -> Span | None:
    start, end = mention.passage.span.start, mention.passage.span.end
    concept = mention.concept
    return doc.char_span(start, end, label=concept.domain, span_id=concept.id, alignment_mode="expand")
