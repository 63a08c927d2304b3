"""The people of the English, each with the words that name them in the Russian."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from termcheck.alignment.bitext import Bitext
from termcheck.model import Pair, Passage, Segment, Span
from termcheck.recognition.people import NameRun, Person, Spelling, find_people, name_runs, nearest_spelling

_SHORT = 3  # letters of a name in which no other may stand: "Xu", «Сюй»
_PER_LETTER = 0.3  # of the letters of a word may have no place in it for it still to be the name
_FURTHEST = 2.0  # letters of a long one
PLAUSIBLE = 0.5  # below it nothing in a spelling is strange
_EASY = 0.35  # below it not even seldom renderings come together
_JOINED = 0.05  # one word for two, «Ён Су» for "Yongsu", is the less likely reading


@dataclass(frozen=True, slots=True)
class Part:
    """A word of an English name and the word that renders it; `whole` if it is one word in both.

    `position` is the place of the word in the name, `taken` the number of English words that are joined here.
    """

    english: str
    position: int
    passage: Passage
    spelling: Spelling
    whole: bool
    taken: int = 1

    @property
    def text(self) -> str:
        """The Russian word as it stands."""
        return self.passage.text

    def in_case(self, stem: str, ending: str) -> str:
        """Another spelling of the word, with the capitals of this one."""
        return dressed(stem + ending, self.text)


@dataclass(frozen=True, slots=True)
class Rendering:
    """A person of the English and how the trusted pair renders the name; without parts it does not.

    `repeated` tells that the Russian names the person less often: these words answer another place as well.
    """

    pair: Pair
    person: Person
    source: Passage
    parts: tuple[Part, ...] = ()
    repeated: bool = False

    @property
    def passage(self) -> Passage:
        """The Russian name from its first word to the last."""
        first = min(self.parts, key=lambda part: part.passage.span.start).passage
        last = max(self.parts, key=lambda part: part.passage.span.end).passage
        return Passage(first.segment, Span(first.span.start, last.span.end))

    @property
    def complete(self) -> bool:
        """Whether every word of the name is rendered by one word."""
        return len(self.parts) == len(self.person.parts) and all(part.whole for part in self.parts)


@dataclass(frozen=True, slots=True)
class _Place:
    """A run of Russian words that may be a name, in its segment."""

    segment: Segment
    run: NameRun


@dataclass(frozen=True, slots=True)
class PeopleOfPair:
    """The people of a trusted pair; `strangers` are the Russian names that answer none of them."""

    pair: Pair
    renderings: tuple[Rendering, ...]
    strangers: tuple[Passage, ...]


@lru_cache(maxsize=4)
def people_of(bitext: Bitext) -> tuple[PeopleOfPair, ...]:
    """Return the trusted pairs whose English names people, in order."""
    return tuple(_pairs(bitext))


def dressed(word: str, like: str) -> str:
    """Return a word in small letters with the capitals of another."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.capitalize() if like[:1].isupper() else word


def names_person(person: Person, passages: Sequence[Passage], bitext: Bitext) -> bool:
    """Tell whether Russian passages name a person, be it in Latin letters."""
    if any(part in passage.text for part in person.parts for passage in passages):
        return True
    return any(
        parts and _is_sure(parts) for place in _places(passages, bitext) for parts in [_parts(person, place)]
    )


def _pairs(bitext: Bitext) -> Iterator[PeopleOfPair]:
    if bitext.english is None:
        return
    for pair in bitext.trusted:
        people = [
            (person, Passage(passage.segment, person.span))
            for passage in pair.source
            for person in find_people(
                passage.segment.prose, bitext.english.mentions[passage.segment.position]
            )
            if passage.span.start <= person.span.start < passage.span.end
        ]
        if people:
            yield _answered(pair, people, bitext)


def _answered(pair: Pair, people: Sequence[tuple[Person, Passage]], bitext: Bitext) -> PeopleOfPair:
    """Give each person the likeliest words, the surest first; no word names two people."""
    places = _places(pair.target, bitext)
    candidates = sorted(
        (
            (-_weight(parts), sum(part.spelling.distance for part in parts), number, order, parts)
            for number, (person, _) in enumerate(people)
            for order, place in enumerate(places)
            if (parts := _parts(person, place))
        ),
        key=lambda candidate: candidate[:4],
    )
    found = dict[int, Rendering]()
    used = set[tuple[int, int]]()
    for repeated in (False, True):
        for _, _, number, _, parts in candidates:
            words = {_key(part.passage) for part in parts}
            taken = not used.isdisjoint(words)
            if number in found or (taken and not repeated):
                continue
            if taken and not _is_sure(parts) and not _named_again(people[number][0], words, found):
                continue
            found[number] = Rendering(pair, *people[number], parts, repeated)
            used |= words
    renderings = tuple(
        found.get(number) or Rendering(pair, person, source) for number, (person, source) in enumerate(people)
    )
    strangers = tuple(
        Passage(place.segment, place.run.span)
        for place in places
        if place.run.marked
        and used.isdisjoint((place.segment.position, span.start) for _, span in place.run.atoms)
    )
    return PeopleOfPair(pair, renderings, strangers)


def _is_sure(parts: Sequence[Part]) -> bool:
    return all(part.spelling.distance < _EASY for part in parts)


def _named_again(person: Person, words: set[tuple[int, int]], found: Mapping[int, Rendering]) -> bool:
    """Tell whether words that may be misspelt answer the same name in another place of the English."""
    return any(
        not words.isdisjoint(_key(part.passage) for part in other.parts)
        and not set(person.parts).isdisjoint(other.person.parts)
        for other in found.values()
    )


def _key(passage: Passage) -> tuple[int, int]:
    return passage.segment.position, passage.span.start


def _places(passages: Sequence[Passage], bitext: Bitext) -> list[_Place]:
    return [
        _Place(passage.segment, run)
        for passage in passages
        for run in name_runs(passage.segment.prose, passage.span)
        if not _is_state(run, passage.segment, bitext)
    ]


def _is_state(run: NameRun, segment: Segment, bitext: Bitext) -> bool:
    """Tell whether a run is a State in brackets: «(Испания)» is no Christian."""
    start = run.span.start
    return segment.text[max(0, start - 1) : start] == "(" and any(
        mention.passage.span.start == start for mention in bitext.russian.mentions[segment.position]
    )


def _weight(parts: Sequence[Part]) -> int:
    return sum(len(part.english) for part in parts)


def _parts(person: Person, place: _Place) -> tuple[Part, ...]:
    """Return the words of a run that render words of a name, each used once, the likeliest first."""
    parts = person.parts
    candidates = _candidates(parts, place, 1, 1)
    if len({part.position for part in candidates if part.spelling.distance < PLAUSIBLE}) < len(parts):
        candidates += _candidates(parts, place, 2, 1) + _candidates(parts, place, 1, 2)
    found = list[Part]()
    rendered = set[int]()
    for part in sorted(candidates, key=_likelihood):
        ours = set(range(part.position, part.position + part.taken))
        if rendered.isdisjoint(ours) and not any(_overlap(part, other) for other in found):
            rendered |= ours
            found.append(part)
    # "Helga Maier" is not named because something is like "Helga".
    if len(found) < len(parts) and all(part.spelling.distance >= PLAUSIBLE for part in found):
        return ()
    return tuple(sorted(found, key=lambda part: part.position))


def _candidates(parts: Sequence[str], place: _Place, taken: int, words: int) -> list[Part]:
    """Return where so many words of a name may be rendered by so many Russian ones."""
    atoms, found = place.run.atoms, list[Part]()
    for position in range(len(parts) - taken + 1):
        for number in range(len(atoms) - words + 1):
            english = "".join(parts[position : position + taken])
            spelling = _comparable(english, "".join(text for text, _ in atoms[number : number + words]))
            if spelling is not None:
                span = Span(atoms[number][1].start, atoms[number + words - 1][1].end)
                whole = taken == words == 1
                found.append(Part(english, position, Passage(place.segment, span), spelling, whole, taken))
    return found


def _likelihood(part: Part) -> tuple[float, int, int]:
    joined = 0.0 if part.whole else _JOINED
    return part.spelling.distance + joined, part.position, part.passage.span.start


def _overlap(one: Part, other: Part) -> bool:
    ours, theirs = one.passage.span, other.passage.span
    return ours.start < theirs.end and theirs.start < ours.end


def _comparable(english: str, russian: str) -> Spelling | None:
    """Return the spelling of a name nearest to a word, if that is near enough to be meant for it."""
    short = min(len(english), len(russian))
    if max(len(english), len(russian)) > 2 * short + 2:
        return None
    furthest = _PER_LETTER * max(short, 2) if len(english) > _SHORT else PLAUSIBLE
    return nearest_spelling(english, russian, min(furthest, _FURTHEST))
