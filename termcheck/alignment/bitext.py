"""A Russian document, its English original where there is one, and how they correspond."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from termcheck.alignment.sentences import align_sentences
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.memory import Memory
from termcheck.model import Mention, Pair, Passage, Segment, Span
from termcheck.recognition import Recognition
from termcheck.symbols import Match, Reference

# Below this score a pair may be wrong one time in a hundred or more: nothing is grounded on it.
TRUSTED = 0.9


@dataclass(frozen=True, eq=False)
class Bitext:
    """All that a check may see. `english` is None for a Russian document alone, and `pairs` then empty.

    `date` decides which dated names hold; None leaves that to the English. `memory` holds what was adopted.
    """

    russian: Recognition
    english: Recognition | None
    pairs: tuple[Pair, ...]
    glossary: CompiledGlossary
    date: datetime.date | None = None
    memory: Memory = field(default_factory=Memory)

    @cached_property
    def trusted(self) -> tuple[Pair, ...]:
        """The pairs with both sides that a finding may rest on."""
        return tuple(pair for pair in self.pairs if pair.source and pair.target and pair.score >= TRUSTED)

    def counterpart(self, segment: Segment) -> Pair | None:
        """Return the trusted pair that a Russian segment stands in."""
        return self._by_target.get(segment.position)

    def english_for(self, passage: Passage) -> Passage | None:
        """Return the English that answers a Russian passage, to compare: a sure sentence, or all.

        None outside the trusted pairs.
        """
        pair = self.counterpart(passage.segment)
        if pair is None:
            return None
        answers = [
            found.source
            for found in self._sentences_of(pair)
            if found.score >= TRUSTED and any(_holds(part, passage) for part in found.target)
        ]
        source = answers[0] if answers and answers[0] else pair.source
        first, last = source[0], source[-1]
        if first.segment.position != last.segment.position:
            return first
        return Passage(first.segment, Span(first.span.start, last.span.end))

    def _sentences_of(self, pair: Pair) -> tuple[Pair, ...]:
        number = pair.target[0].segment.position
        if number not in self._sentences:
            self._sentences[number] = align_sentences((pair,))
        return self._sentences[number]

    @cached_property
    def _sentences(self) -> dict[int, tuple[Pair, ...]]:
        return {}

    def russian_mentions(self, passages: Sequence[Passage]) -> tuple[Mention, ...]:
        """Return the mentions inside Russian passages."""
        return tuple(_mentions(self.russian, passages))

    def english_mentions(self, passages: Sequence[Passage]) -> tuple[Mention, ...]:
        """Return the mentions inside English passages."""
        return tuple(_mentions(self.english, passages)) if self.english else ()

    def english_of(self, mention: Mention) -> tuple[Mention, ...]:
        """Return the English mentions of the same concept in the trusted pair of a Russian mention."""
        pair = self.counterpart(mention.passage.segment)
        if pair is None:
            return ()
        mentions = self.english_mentions(pair.source)
        return tuple(other for other in mentions if other.concept.id == mention.concept.id)

    def source_of(self, mention: Mention) -> Passage | None:
        """Return where the English names the concept of a Russian mention."""
        english = self.english_of(mention)
        return english[0].passage if english else None

    def english_names(self, mention: Mention) -> bool:
        """Tell whether the English of a Russian mention names its concept, be it inside a longer name."""
        pair = self.counterpart(mention.passage.segment)
        if pair is None or self.english is None:
            return False
        inner = (self.english.inner[passage.segment.position] for passage in pair.source)
        return bool(self.english_of(mention)) or any(mention.concept.id in names for names in inner)

    @cached_property
    def _by_target(self) -> dict[int, Pair]:
        return {passage.segment.position: pair for pair in self.trusted for passage in pair.target}


def _holds(whole: Passage, part: Passage) -> bool:
    """Whether a part, which may be a mere place, begins in a passage and ends in it."""
    same, span = whole.segment.position == part.segment.position, part.in_text
    return same and whole.span.start <= span.start and span.end <= whole.span.end


def _mentions(side: Recognition, passages: Sequence[Passage]) -> Iterator[Mention]:
    for passage in passages:
        for mention in side.mentions[passage.segment.position]:
            if passage.span.start <= mention.passage.span.start < passage.span.end:
                yield mention


def symbols_in(side: Recognition, passages: Sequence[Passage]) -> tuple[tuple[Passage, Match], ...]:
    """Return the document symbols inside passages, each with its place."""
    return tuple(
        (Passage(passage.segment, match.span), match)
        for passage in passages
        for match in side.symbols[passage.segment.position]
        if passage.span.start <= match.span.start < passage.span.end
    )


def references_in(side: Recognition, passages: Sequence[Passage]) -> tuple[tuple[Passage, Reference], ...]:
    """Return the references to resolutions and decisions inside passages, each with its place."""
    return tuple(
        (Passage(passage.segment, reference.span), reference)
        for passage in passages
        for reference in side.references[passage.segment.position]
        if passage.span.start <= reference.span.start < passage.span.end
    )
