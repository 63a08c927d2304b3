"""The Russian that an English text is known to have, where the document lacks it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from termcheck.alignment.bitext import Bitext
from termcheck.checks.recurring_titles import recurring_titles
from termcheck.checks.rendering import russian_answer
from termcheck.checks.wording import english_key
from termcheck.model import Passage

_QUOTED = 60  # code points


def known_russian(bitext: Bitext, english: Passage) -> tuple[str, ...]:
    """Return what answers these English words elsewhere, the surest first; empty where nothing is known.

    Adopted translations come first, then what the document itself writes for the same words, then the
    glossary, for a text that is a title and nothing else.
    """
    return tuple(dict.fromkeys(_known(bitext, english)))


def beginning(text: str) -> str:
    """Return as much of a text as a message can quote."""
    return text if len(text) <= _QUOTED else text[:_QUOTED].rsplit(" ", 1)[0] + " …"


def _known(bitext: Bitext, english: Passage) -> Iterator[str]:
    key = english_key(english.text)
    if not key:
        return
    for unit in bitext.memory.by(english_key).get(key, ()):
        yield unit.russian
    yield from _written_here(bitext).get(key, ())
    for rendering in recurring_titles(bitext).get(key, ()):
        yield rendering.target.text
    for mention in bitext.english_mentions((english,)):
        if english_key(mention.passage.text) == key:
            term = russian_answer(mention.concept, mention.term)
            yield from (term.text,) if term else ()


@lru_cache(maxsize=4)
def _written_here(bitext: Bitext) -> Mapping[str, tuple[str, ...]]:
    """Return what the document writes for each English segment, by the words of that."""
    found = defaultdict[str, list[str]](list)
    for pair in bitext.trusted:
        if len(pair.source) == len(pair.target) == 1:
            found[english_key(pair.source[0].text)].append(pair.target[0].text)
    return {key: tuple(texts) for key, texts in found.items()}
