"""Abbreviations that are introduced in one way and used in another: «(НАБН) … НАНБ».

Either is told to be wrong by the name before the brackets. The English bears witness that one is meant for
the other: it uses the abbreviation that it introduced where the Russian has one that nobody introduced.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from termcheck.alignment.bitext import Bitext
from termcheck.checks.introductions import (
    Introduction,
    english_uses,
    introductions,
    russian_expanded,
    russian_uses,
)
from termcheck.language.initials import name_of
from termcheck.model import Passage
from termcheck.recognition.abbreviations import key


@dataclass(frozen=True, slots=True)
class Slip:
    """The places of a wrong abbreviation, the right one, and the introduction that one of them belongs to."""

    places: tuple[Passage, ...]
    right: str
    introduction: Introduction


@lru_cache(maxsize=4)
def slipped_abbreviations(bitext: Bitext) -> tuple[Slip, ...]:
    """Return the abbreviations that a letter parts from the one introduced, in the order of introduction."""
    return tuple(slip for introduction in introductions(bitext) for slip in _slips(introduction, bitext))


def _slips(introduction: Introduction, bitext: Bitext) -> Iterator[Slip]:
    definition, english = introduction.russian, introduction.english
    if english is None or len(russian_uses(bitext).get(definition.key, ())) != 1:
        return  # what comes again is meant
    label, name = definition.label, definition.name.text
    for word, places in russian_uses(bitext).items():
        if word in russian_expanded(bitext) or OSA.distance(word, definition.key) != 1:
            continue
        if len(word) != len(definition.key) or not all(_uses(english.key, place, bitext) for place in places):
            continue
        fits, other_fits = (name_of(text, name) is not None for text in (label.text, places[0].text))
        if fits and not other_fits:
            yield Slip(places, label.text, introduction)
        elif other_fits and not fits:
            yield Slip((label,), places[0].text, introduction)


def _uses(abbreviation: str, place: Passage, bitext: Bitext) -> bool:
    """Tell whether the English of a place has an abbreviation."""
    pair = bitext.counterpart(place.segment)
    segments = {passage.segment.position for passage in pair.source} if pair else set()
    return any(use.segment.position in segments for use in english_uses(bitext).get(key(abbreviation), ()))
