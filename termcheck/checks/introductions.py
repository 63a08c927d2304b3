"""The short names that a document introduces, with what introduces them in the English, and their uses."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from termcheck.alignment.bitext import Bitext
from termcheck.language.initials import name_of
from termcheck.model import Concept, Mention, Passage, Register, Segment, Span
from termcheck.recognition import Recognition
from termcheck.recognition.abbreviations import Definition, find_abbreviations, find_definitions, key

_GAP = re.compile(r"[\s«»„“”\"<>,]*")
# «ВОЗ (Всемирная организация здравоохранения)», «ВОЗ — Всемирная организация здравоохранения».
_EXPANSION = re.compile(r"\s*(?:\(|[—–:]|--?\s|$)\s*[«“\"]?([^().;]*)")
_LONGEST_NAME = 25  # words

_Named = tuple[Definition, Mention | None]


@dataclass(frozen=True, slots=True)
class Introduction:
    """A short name that the Russian introduces; `mention` is the glossary's name to which it is given.

    `english` is what the English introduces there: None without a trusted pair, or where it does not.
    """

    russian: Definition
    mention: Mention | None
    english: Definition | None
    english_mention: Mention | None

    @property
    def concept(self) -> Concept | None:
        """The concept that the Russian or else the English names before the brackets."""
        mention = self.mention or self.english_mention
        return mention.concept if mention else None

    @property
    def name(self) -> str | None:
        """The words to which the short name is given, as far as they can be told."""
        if self.mention:
            return self.mention.passage.text
        return name_of(self.russian.label.text, self.russian.name.text)


@lru_cache(maxsize=4)
def introductions(bitext: Bitext) -> tuple[Introduction, ...]:
    """Return all that the Russian introduces, in reading order."""
    return tuple(
        introduction
        for segment in bitext.russian.document.segments
        if (found := russian_definitions(bitext)[segment.position])
        for introduction in _with_english(segment, found, bitext)
    )


@lru_cache(maxsize=4)
def russian_definitions(bitext: Bitext) -> tuple[tuple[Definition, ...], ...]:
    """Return the definitions of each Russian segment."""
    return _definitions(bitext.russian)


@lru_cache(maxsize=4)
def english_definitions(bitext: Bitext) -> tuple[tuple[Definition, ...], ...]:
    """Return the definitions of each English segment; nothing without English."""
    return _definitions(bitext.english) if bitext.english else ()


@lru_cache(maxsize=4)
def russian_uses(bitext: Bitext) -> Mapping[str, tuple[Passage, ...]]:
    """Return where each abbreviation stands in the Russian, by its key, in reading order."""
    return _uses(bitext.russian)


@lru_cache(maxsize=4)
def english_uses(bitext: Bitext) -> Mapping[str, tuple[Passage, ...]]:
    """Return where each abbreviation stands in the English, by its key; nothing without English."""
    return _uses(bitext.english) if bitext.english else {}


@lru_cache(maxsize=4)
def russian_expanded(bitext: Bitext) -> frozenset[str]:
    """Return the keys of the abbreviations that the Russian explains somewhere."""
    return _expanded(russian_definitions(bitext), russian_uses(bitext), bitext.russian)


@lru_cache(maxsize=4)
def english_expanded(bitext: Bitext) -> frozenset[str]:
    """Return the keys of the abbreviations that the English explains somewhere."""
    if bitext.english is None:
        return frozenset()
    return _expanded(english_definitions(bitext), english_uses(bitext), bitext.english)


def _definitions(side: Recognition) -> tuple[tuple[Definition, ...], ...]:
    language = side.document.language
    return tuple(
        tuple(
            definition
            for definition in find_definitions(segment, language)
            if not any(_overlap(span, definition.label.span) for span in masked)
        )
        for segment, masked in zip(side.document.segments, side.masked, strict=True)
    )


def _uses(side: Recognition) -> Mapping[str, tuple[Passage, ...]]:
    uses: dict[str, list[Passage]] = defaultdict(list)
    for segment, masked in zip(side.document.segments, side.masked, strict=True):
        for span in find_abbreviations(segment.text, masked):
            passage = Passage(segment, span)
            uses[key(passage.text)].append(passage)
    return {word: tuple(passages) for word, passages in uses.items()}


def _expanded(
    definitions: Sequence[Sequence[Definition]], uses: Mapping[str, Sequence[Passage]], side: Recognition
) -> frozenset[str]:
    introduced = (
        word
        for found in definitions
        for definition in found
        for word in (definition.key, *definition.key.split())
    )
    explained = (word for word, places in uses.items() if any(_is_explained(place, side) for place in places))
    return frozenset((*introduced, *explained))


def _is_explained(place: Passage, side: Recognition) -> bool:
    """Tell whether a fitting name follows an abbreviation: in brackets, after a dash, in the next cell."""
    text, segments = place.segment.text, side.document.segments
    match = _EXPANSION.match(text, place.span.end)
    if match is None:
        return False
    following = match.group(1)
    if match.end() == len(text) and not following and place.segment.position + 1 < len(segments):
        following = segments[place.segment.position + 1].text
    words = following.split()[:_LONGEST_NAME]
    return len(words) > 1 and name_of(place.text, " ".join(words)) is not None


def _with_english(
    segment: Segment, definitions: Sequence[Definition], bitext: Bitext
) -> Iterator[Introduction]:
    """Match the definitions of a Russian segment with those of the English: by concept, or one and one."""
    pair = bitext.counterpart(segment)
    english: list[_Named] = []
    russian = [(definition, mention_before(definition, bitext.russian)) for definition in definitions]
    if pair is not None and bitext.english is not None:
        english = [
            (definition, mention_before(definition, bitext.english))
            for passage in pair.source
            for definition in english_definitions(bitext)[passage.segment.position]
        ]
    # Several Russian segments may answer one English: one and one are then no pair for sure.
    alone = pair is not None and len(pair.target) == 1
    answers, rest = _answers(russian, english)
    left = [number for number, answer in enumerate(answers) if answer is None]
    for number, (definition, mention) in enumerate(russian):
        answer = answers[number]
        if alone and left == [number] and len(rest) == 1:
            answer = rest[0]
        if answer is None and _is_tail(mention, definition):
            mention = None
        yield Introduction(definition, mention, *(answer or (None, None)))


def _is_tail(mention: Mention | None, definition: Definition) -> bool:
    """Tell whether a glossary's name only ends the name meant: «Отдел Программы развития … (ОПР)»."""
    if mention is None:
        return False
    name = name_of(definition.label.text, definition.name.text)
    return name is not None and len(name) > len(mention.passage.text)


def _answers(
    russian: Sequence[_Named], english: Sequence[_Named]
) -> tuple[list[_Named | None], list[_Named]]:
    """Return for each Russian definition the English one of the same concept, and those left over.

    Each English one answers once, and first a Russian one that has the right abbreviation: beside «Программа
    (ПРО)» there may be «отделение Программы (ОПРО)».
    """
    rest = list(english)
    answers: list[_Named | None] = [None] * len(russian)
    for number in sorted(range(len(russian)), key=lambda number: not _is_right(*russian[number])):
        mention = russian[number][1]
        same = (pair for pair in rest if mention and pair[1] and pair[1].concept.id == mention.concept.id)
        answers[number] = answer = next(same, None)
        if answer:
            rest.remove(answer)
    return answers, rest


def _is_right(definition: Definition, mention: Mention | None) -> bool:
    return mention is not None and definition.key in {key(term.text) for term in mention.concept.terms}


def mention_before(definition: Definition, side: Recognition) -> Mention | None:
    """Return the glossary's name that ends where the name of a definition ends, if it is written out."""
    name = definition.name
    for mention in side.mentions[name.segment.position]:
        end = mention.passage.span.end
        if mention.term.register is Register.ABBREVIATION:
            continue  # «Организация по ДВЗЯИ (ОДВЗЯИ)»
        if end <= name.span.end and _GAP.fullmatch(name.segment.text, end, name.span.end):
            return mention
    return None


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
