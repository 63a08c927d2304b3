"""Adjectives and nouns of nationality that stand for those of another State: "Norwegian", «шведский»."""

from collections.abc import Iterator, Mapping, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.comparison import Sides, differences
from termcheck.checks.country_pairs import sides_of
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Mention, Pair, Register

_OF_STATES = frozenset({Register.ADJECTIVE, Register.NATIONAL})


def exchanged_adjectives(bitext: Bitext) -> Iterator[tuple[Mention, Mention]]:
    """Yield an English and a Russian word of two States, each the only one of its pair without an answer.

    Nothing is told where a pair differs in the names of States as well: country/changed knows them better.
    """
    if bitext.english is None:
        return
    for difference in differences([_sides(bitext, pair) for pair in bitext.trusted]):
        if len(difference.missing) == len(difference.extra) == 1:
            (english,), (russian,) = difference.missing.values(), difference.extra.values()
            if english.term.register in _OF_STATES and russian.term.register in _OF_STATES:
                yield english, russian


def _sides(bitext: Bitext, pair: Pair) -> Sides[Mention]:
    """Give all words of States in a pair; one that may be of several is answered by any of them."""
    sides = sides_of(bitext, pair)
    english, russian = bitext.english_mentions(pair.source), bitext.russian_mentions(pair.target)
    return Sides(
        pair,
        _words(english, sides.english, sides.russian_answers, bitext.glossary),
        _words(russian, sides.russian, sides.english_answers, bitext.glossary),
        sides.english_answers,
        sides.russian_answers,
    )


def _words(
    mentions: Sequence[Mention],
    named: Mapping[str, Mention],
    answers: frozenset[str],
    glossary: CompiledGlossary,
) -> dict[str, Mention]:
    """Return the names of States, and their adjectives whose namesakes have no answer either."""
    words = {
        mention.concept.id: mention
        for mention in reversed(mentions)
        if mention.term.register in _OF_STATES
        and answers.isdisjoint(concept.id for concept in glossary.named(mention.passage.text))
    }
    return words | dict(named)
