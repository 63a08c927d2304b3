"""Who is who among the people of a document, and how each word of a name is written."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from termcheck.alignment.bitext import Bitext
from termcheck.checks.person_pairs import PLAUSIBLE, Part, Rendering, people_of
from termcheck.recognition.people import Person, nominatives

Place = tuple[Rendering, Part]


@dataclass(frozen=True, slots=True)
class Spellings:
    """The spellings of one word of a person's name, each with its places; the first is the usual one.

    Usual is what is plausible, then what is in most places, then what is written first.
    """

    name: str
    groups: tuple[tuple[Place, ...], ...]

    @property
    def usual(self) -> Part:
        """The first place of the usual spelling."""
        return self.groups[0][0][1]

    def others(self) -> Iterator[Place]:
        """Yield the places where another spelling stands."""
        for group in self.groups[1:]:
            yield from group

    def usual_in_case_of(self, part: Part) -> str:
        """The usual spelling, in the case in which another stands."""
        usual, there, here = self.usual, self.usual.spelling, part.spelling
        stem = usual.text[: len(usual.text) - len(there.ending)].lower()
        bent = here.ending != here.base and part.text.lower().endswith(here.ending)
        same = here.base == there.base and bent
        return part.in_case(stem, here.ending if same else there.base)


@lru_cache(maxsize=4)
def spellings(bitext: Bitext) -> tuple[Spellings, ...]:
    """Return the words of names that stand in the document in two places and more, by person."""
    return tuple(_spellings(bitext))


def strangeness(group: Sequence[Place]) -> float:
    """How far a spelling is from all plausible ones, in the form that stands nearest."""
    return min(part.spelling.distance for _, part in group)


def _spellings(bitext: Bitext) -> Iterator[Spellings]:
    for places in _by_person(bitext).values():
        words = defaultdict[str, list[Place]](list)
        for rendering in places:
            for part in rendering.parts:
                if part.whole:
                    words[_key(part.english)].append((rendering, part))
        name = max((rendering.person.name for rendering in places), key=len)
        for found in words.values():
            if len(found) > 1:
                yield Spellings(name, _grouped(found))


def _by_person(bitext: Bitext) -> dict[frozenset[str], list[Rendering]]:
    """Return the renderings by person: "Mr. Kubat" is the one Kubat of the document."""
    found = [
        rendering
        for people in people_of(bitext)
        for rendering in people.renderings
        if rendering.parts and not rendering.repeated
    ]
    names = {frozenset(map(_key, rendering.person.parts)) for rendering in found}
    people = defaultdict[frozenset[str], list[Rendering]](list)
    for rendering in found:
        name = frozenset(map(_key, rendering.person.parts))
        longer = [other for other in names if name < other and not any(other < third for third in names)]
        if len(longer) == 1:
            people[longer[0]].append(rendering)
        elif not longer:
            people[name].append(rendering)
    return people


def _key(word: str) -> str:
    return anyascii(word).lower()


def _grouped(places: Sequence[Place]) -> tuple[tuple[Place, ...], ...]:
    groups: list[list[Place]] = []
    for place in places:
        for group in groups:
            if all(same_name(place[1], other) for _, other in group):
                group.append(place)
                break
        else:
            groups.append([place])
    ranked = sorted(groups, key=lambda group: (strangeness(group) >= PLAUSIBLE, -len(group)))
    return tuple(map(tuple, ranked))


def same_name(one: Part, other: Part) -> bool:
    """Tell whether two words may be cases of one name: «Гада», «Гаду»; in doubt they are."""
    return not nominatives(one.text).isdisjoint(nominatives(other.text))


def written_elsewhere(person: Person, bitext: Bitext) -> str | None:
    """Return how the document writes the name of a person in another place, in the case of that place."""
    name = frozenset(map(_key, person.parts))
    for key, places in _by_person(bitext).items():
        if name <= key:
            for rendering in places:
                if len(rendering.parts) >= len(person.parts):
                    return rendering.passage.text
    return None
