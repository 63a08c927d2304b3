"""The concepts that a document names: how each is rendered in either language, how often, and where."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termcheck.model import ENGLISH, RUSSIAN, Concept, Mention, Register, Result, Segment, Status, Term

_NAMES = (Register.SHORT, Register.FULL, Register.FORMAL, Register.LIST, Register.ABBREVIATION)
# Other words for the same thing, not other ways to write its name.
_DERIVED = frozenset({Register.ADJECTIVE, Register.NATIONAL, Register.CAPITAL})


@dataclass(frozen=True, slots=True)
class Rendering:
    """One term as a text uses it: its forms with their counts, and the segments that it stands in."""

    term: Term
    forms: tuple[tuple[str, int], ...]
    places: tuple[tuple[Segment, int], ...]

    @property
    def count(self) -> int:
        """How often it stands in the text."""
        return sum(count for _, count in self.forms)

    @property
    def doubted(self) -> bool:
        """Whether the glossary would rather have another."""
        return self.term.status in (Status.DEPRECATED, Status.SUPERSEDED)


@dataclass(frozen=True, slots=True)
class Entity:
    """A concept with its renderings, the commonest first; `findings` are the numbers of those about it.

    `ticks` say where in each text it is named, from 0 to 1.
    """

    concept: Concept
    english: tuple[Rendering, ...]
    russian: tuple[Rendering, ...]
    findings: tuple[int, ...]
    ticks: tuple[tuple[float, ...], tuple[float, ...]]

    @property
    def count(self) -> int:
        """How often it is named in both texts."""
        return sum(rendering.count for rendering in (*self.english, *self.russian))

    @property
    def various(self) -> bool:
        """Whether the Russian has several names for it; an adjective or a capital is not another name."""
        return sum(rendering.term.register not in _DERIVED for rendering in self.russian) > 1


def call(concept: Concept, language: str) -> str:
    """Return the name to call a concept by in a language; its id where the glossary has none."""
    term = concept.preferred(language, *_NAMES)
    return term.text if term else next((t.text for t in concept.terms if t.language == language), concept.id)


def entities(result: Result, findings: dict[str, list[int]]) -> tuple[Entity, ...]:
    """Return the concepts that are named in a result's documents, the most discussed first.

    `findings` are the numbers of the findings about each concept, by its id.
    """
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in result.mentions:
        mentions[mention.concept.id].append(mention)
    found = (_entity(those, result, findings.get(identity, [])) for identity, those in mentions.items())
    return tuple(sorted(found, key=lambda one: (-len(one.findings), -one.count, one.concept.id)))


def _entity(mentions: Sequence[Mention], result: Result, findings: Sequence[int]) -> Entity:
    english = [mention for mention in mentions if mention.term.language == ENGLISH]
    russian = [mention for mention in mentions if mention.term.language == RUSSIAN]
    return Entity(
        mentions[0].concept,
        tuple(_renderings(english)),
        tuple(_renderings(russian)),
        tuple(findings),
        (
            _ticks(english, result.source.segments if result.source else ()),
            _ticks(russian, result.russian.segments),
        ),
    )


def _renderings(mentions: Sequence[Mention]) -> Iterator[Rendering]:
    by_term: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_term[mention.term.text].append(mention)
    for those in sorted(by_term.values(), key=len, reverse=True):
        forms = Counter(mention.passage.text for mention in those)
        places = Counter(mention.passage.segment.position for mention in those)
        segments = {mention.passage.segment.position: mention.passage.segment for mention in those}
        yield Rendering(
            those[0].term,
            tuple(forms.most_common()),
            tuple((segments[position], count) for position, count in sorted(places.items())),
        )


def _ticks(mentions: Sequence[Mention], segments: Sequence[Segment]) -> tuple[float, ...]:
    return tuple(round(mention.passage.segment.position / len(segments), 3) for mention in mentions)
