"""Adjectives and nouns of nationality that stand for those of another State: "Norwegian", «шведский»."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from termcheck.alignment.bitext import Bitext
from termcheck.checks.comparison import Sides, differences
from termcheck.checks.country_pairs import sides_of
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import ENGLISH, Mention, Pair, Register

_OF_STATES = frozenset({Register.ADJECTIVE, Register.NATIONAL})
# "Franco-German", "Sino-Russian": half an adjective names a State.
_HALF = re.compile(r"\b[A-Z][a-z]+o[-‑–—][A-Z]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 4  # letters that "Turkic" and "Turkish", "Francophone" and "France" share


@lru_cache(maxsize=4)
def exchanged_adjectives(bitext: Bitext) -> tuple[tuple[Mention, Mention], ...]:
    """Return the English and the Russian mention where an adjective or national is of another State.

    The Russian word answers nothing in the English of its pair, and a State of the English is named there
    more often than in the Russian, in whatever way: in "the cities of Iraq and the Iraqi army" either word
    may have become a Lebanese one. Nothing is told where the Russian has another State's name as well:
    country/changed knows that better.
    """
    return tuple(_exchanged(bitext)) if bitext.english else ()


def _exchanged(bitext: Bitext) -> Iterator[tuple[Mention, Mention]]:
    for difference in differences([_sides(bitext, pair) for pair in bitext.trusted]):
        extra = [
            mention for mention in difference.extra.values() if not _may_be_meant(mention, difference.pair)
        ]
        if len(extra) != len(difference.extra) or not all(m.term.register in _OF_STATES for m in extra):
            continue
        wanting = _named_less(difference.pair, bitext)
        for russian in extra if wanting else ():
            yield _likeliest(wanting, russian), russian


def _sides(bitext: Bitext, pair: Pair) -> Sides[Mention]:
    """Give all words of States in a pair; one that may be of several is answered by any of them."""
    sides = sides_of(bitext, pair)
    russian = bitext.russian_mentions(pair.target)
    words = {
        mention.concept.id: mention
        for mention in reversed(russian)
        if mention.concept.domain == "country"
        and mention.term.register in _OF_STATES
        and sides.english_answers.isdisjoint(_namesakes(mention, bitext.glossary))
    }
    return Sides(
        pair, sides.english, words | dict(sides.russian), sides.english_answers, sides.russian_answers
    )


def _namesakes(mention: Mention, glossary: CompiledGlossary) -> frozenset[str]:
    """Return all whose word it may be: «корейский» is of both Koreas."""
    return frozenset(concept.id for concept in glossary.named(mention.passage.text)) | {mention.concept.id}


def _named_less(pair: Pair, bitext: Bitext) -> tuple[Mention, ...]:
    """Return the first mentions of the States that the English of a pair names more often than the Russian.

    A word of several States counts for each.
    """
    english, russian = bitext.english_mentions(pair.source), bitext.russian_mentions(pair.target)
    there = Counter(mention.concept.id for mention in english if mention.concept.domain == "country")
    here = Counter(identity for mention in russian for identity in _namesakes(mention, bitext.glossary))
    first = {mention.concept.id: mention for mention in reversed(english)}
    return tuple(
        first[identity]
        for identity, count in there.items()
        if count > max(here[other] for other in _namesakes(first[identity], bitext.glossary))
    )


def _may_be_meant(mention: Mention, pair: Pair) -> bool:
    """Tell whether the English has a word that no glossary knows, and that may be of the State."""
    text = " ".join(passage.text for passage in pair.source)
    if _HALF.search(text):
        return True
    stems = {
        term.text[:_STEM].lower()
        for term in mention.concept.terms
        if term.language == ENGLISH and term.register in _OF_STATES
    }
    return any(word[:_STEM].lower() in stems for word in _WORD.findall(text))


def _likeliest(wanting: Sequence[Mention], russian: Mention) -> Mention:
    """Return the State that a word was put for: one named in the same way comes first."""
    return min(wanting, key=lambda mention: mention.term.register is not russian.term.register)
