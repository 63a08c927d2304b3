"""spaCy pipelines for Russian and English, made from blank ones: no model is downloaded.

    >>> from termcheck.language.pipelines import pipeline
    >>> [token.text for token in pipeline("ru")("На 1-м заседании, т. е. 12 октября.")]
    ['На', '1-м', 'заседании', ',', 'т. е.', '12', 'октября', '.']

Tokens carry their comparison key in `norm_` (`scripts.fold`), sentences are marked, and `token._.readings`
gives all the readings that the Russian dictionary knows. Mentions come with `nlp.add_pipe("termcheck")`.
"""

import re
from collections.abc import Callable
from functools import lru_cache

import spacy
from spacy import attrs
from spacy.lang import lex_attrs
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.util import registry

from termcheck.language import morphology
from termcheck.language.scripts import fold
from termcheck.language.sentences import mark_sentences
from termcheck.language.tokenizer import Tokenizer
from termcheck.model import Span

# A mark and, before the next word, a blank: most headings, list items and cells have no such place.
_MAY_END = re.compile(r"(?<!\W)[^\w.!?…]*+[.!?…][^\w\s]*+\s")

# What is worked out for each distinct word. spaCy's full set (stop words, look-alikes of numbers and
# addresses) costs ten times as much on a first pass over a text, and nothing here asks for it.
_WORD_ATTRIBUTES: dict[int, Callable[[str], object]] = {
    attrs.LOWER: str.lower,
    attrs.NORM: fold,
    attrs.IS_ALPHA: str.isalpha,
    attrs.IS_DIGIT: str.isdigit,
    attrs.IS_SPACE: str.isspace,
    attrs.IS_TITLE: str.istitle,
    attrs.IS_UPPER: str.isupper,
    attrs.IS_PUNCT: lex_attrs.is_punct,
}


@registry.tokenizers("termcheck.Tokenizer.v1")  # type: ignore[untyped-decorator]
def _make_tokenizer() -> Callable[[Language], Tokenizer]:
    def make(nlp: Language) -> Tokenizer:
        return Tokenizer(nlp.vocab, str(nlp.lang))

    return make


@Language.component("termcheck_sentences", assigns=["token.is_sent_start"])
def _sentences(doc: Doc) -> Doc:
    return mark_sentences(doc)


@lru_cache
def pipeline(language: str) -> Language:
    """Return the pipeline for "ru" or "en", made once: tokenizer and sentence ends."""
    nlp = spacy.blank(language, config={"nlp": {"tokenizer": {"@tokenizers": "termcheck.Tokenizer.v1"}}})
    nlp.vocab.lex_attr_getters = dict(_WORD_ATTRIBUTES)  # type: ignore[attr-defined]
    nlp.add_pipe("termcheck_sentences")
    if not Token.has_extension("readings"):
        Token.set_extension("readings", getter=_readings)
    return nlp


def tokenize(text: str, language: str) -> Doc:
    """Return the text cut into words, without the rest of the pipeline."""
    return pipeline(language).tokenizer(text)


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """Return where the sentences of a text stand, without the blanks around them; none in a blank text."""
    if not _MAY_END.search(text):
        found = [(0, len(text))]
    else:
        doc = mark_sentences(tokenize(text, language))
        found = [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
    return tuple(
        Span(start, end) for start, end in (_trimmed(text, *bounds) for bounds in found) if start < end
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _readings(token: Token) -> tuple[morphology.WordReading, ...]:
    return morphology.readings(token.text)
