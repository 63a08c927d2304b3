"""Which of its readings a mention has where it stands, as far as its neighbours tell."""

import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files

from termcheck.language import morphology
from termcheck.language.scripts import fold
from termcheck.model import Mention, Reading
from termcheck.recognition.subjects import is_subject

_DATA = tomllib.loads(files(__package__).joinpath("governing.toml").read_text(encoding="utf-8"))
_GOVERNED = {
    word: tuple(cases.split()) for cases, words in _DATA["prepositions"].items() for word in words.split()
}
_WITH_DATIVE, _WITH_ACCUSATIVE, _WITH_GENITIVE, _OWNED, _AGREEING = (
    frozenset(_DATA["words"][kind].split()) for kind in ("datv", "accs", "gent", "owned", "agreeing")
)
_ACTIVE = frozenset({"VERB", "INFN", "GRND"})
_WORD = re.compile(r"[\w-]+|[^\w\s]")
# «статьи IV Устава», «резолюцией 1325 (2000) Совета», «отдел (ОПП) Совета»: these belong to the noun before.
_NUMBERS = re.compile(r"(?:\s+(?:\d+|[IVXLC]+|\((?:\d+|[A-ZА-ЯЁ]+)\)))+\s*$")
_AT_BRACKET = re.compile(r"\s*\(")
_AND = re.compile(r"\s*(?:\bи\b|\bили\b)\s*")
_JOINED = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:,|;|\bи\b|\bили\b|\s)+\s*")


def likely_readings(mention: Mention, neighbours: Sequence[Mention]) -> tuple[Reading, ...]:
    """Return the readings of a mention, those that its place asks for first.

    Right after a preposition there are no others. `neighbours` are all mentions of the segment: members of an
    enumeration share their case.
    """
    readings = mention.readings
    if len({reading.case for reading in readings}) < 2:
        return readings
    cases = expected_cases(mention, neighbours)
    before = _WORD.findall(mention.passage.segment.text[: mention.passage.span.start][-20:])
    if before and (governed := _GOVERNED.get(fold(before[-1]))):
        readings = tuple(reading for reading in readings if reading.case in governed) or readings
    return tuple(sorted(readings, key=lambda reading: _rank(reading.case, cases)))


def demanded_readings(mention: Mention, neighbours: Sequence[Mention]) -> tuple[Reading, ...]:
    """Return the readings of a mention, but those that its place leaves no choice about first.

    What stands there may not be in the right case: «правительство Южная Корея», «Пекин (Китая)».
    """
    own = likely_readings(mention, neighbours)
    demanded = _demanded(mention, neighbours)
    if not own or not demanded:
        return own
    fitting = tuple(reading for reading in own if reading.case in demanded)
    first = fitting or tuple(Reading(case, own[0].number) for case in demanded)
    return tuple(dict.fromkeys((*first, *own)))


def _demanded(mention: Mention, neighbours: Sequence[Mention]) -> tuple[str, ...]:
    text, span = mention.passage.segment.text, mention.passage.span
    if text[: span.start].endswith("(") and text.startswith(")", span.end):
        # «Эсватини (Свазиленда)» is in the case of the name before it.
        beside = any(_AT_BRACKET.fullmatch(text, other.passage.span.end, span.start) for other in neighbours)
        return ("nomn",) if mention.concept.domain == "country" and not beside else ()
    words = _WORD.findall(text[: span.start][-80:])
    if not words or not text[: span.start][-1:].isspace():
        return ()
    last = fold(words[-1])
    if last in _GOVERNED:
        return _GOVERNED[last]
    readings = morphology.readings(last)
    lemmas = {reading.lemma for reading in readings}
    if not lemmas.isdisjoint(_AGREEING):
        # Of a person the accusative is the genitive: «моего представителя», but «мой доклад».
        person = {"gent", "accs"} <= {reading.case for reading in mention.readings}
        other = "inan" if person else "anim"
        agreeing = (r.case for r in readings if r.lemma in _AGREEING and r.animacy != other)
        return tuple(dict.fromkeys(agreeing))
    return ("gent",) if not lemmas.isdisjoint(_WITH_GENITIVE | _OWNED) else ()


def expected_cases(mention: Mention, neighbours: Sequence[Mention]) -> tuple[str, ...]:
    """Return the cases that the place of a mention asks for, the likeliest first, whatever its own."""
    return _expected(mention, neighbours, depth=40)


def _rank(case: str, expected: tuple[str, ...]) -> int:
    return expected.index(case) if case in expected else len(expected)


def _expected(mention: Mention, neighbours: Sequence[Mention], depth: int) -> tuple[str, ...]:
    text, span = mention.passage.segment.text, mention.passage.span
    before = text[: span.start]
    joined = [
        other
        for other in neighbours
        if other.passage.span.end <= span.start
        and _JOINED.fullmatch(text, other.passage.span.end, span.start)
    ]
    if joined and depth and not text[joined[-1].passage.span.end : span.start].isspace():
        other = joined[-1]
        cases = {reading.case for reading in other.readings}
        return tuple(cases) if len(cases) == 1 else _expected(other, neighbours, depth - 1)
    after = (o for o in neighbours if _AND.fullmatch(text, span.end, o.passage.span.start))
    following = {reading.case for other in after for reading in other.readings}
    words = _WORD.findall(_NUMBERS.sub("", before)[-80:])
    last = fold(words[-1]) if words else ""
    while words and _is_attribute(words[-1]):  # «в соседней Гане»
        words.pop()
    if words and fold(words[-1]) in _GOVERNED:
        return _GOVERNED[fold(words[-1])]
    if len(following) == 1:  # «Мали и Куба»
        return tuple(following)
    if governed := _governed_by(last):
        return governed
    if not words or is_subject(mention):
        return ("nomn",)
    if any(reading.lemma in _WITH_DATIVE for reading in morphology.readings(fold(words[-1]))):
        return ("datv",)
    if any(reading.part == "NOUN" for reading in morphology.readings(fold(words[-1]))):
        return ("gent",)  # «правительство Ганы»
    return ("nomn", "gent")


def _governed_by(word: str) -> tuple[str, ...]:
    """Return the cases that a verb or its participle asks for right after it, () if it leaves them open."""
    readings = morphology.readings(word) if word else ()
    if any(reading.lemma in _WITH_GENITIVE or reading.lemma in _OWNED for reading in readings):
        return ("gent",)
    if any(reading.lemma in _WITH_ACCUSATIVE and reading.part in _ACTIVE for reading in readings):
        return ("accs",)
    passive = any(reading.passive for reading in readings[:1])
    if not passive:
        return ()
    to_whom = any(reading.lemma in _WITH_DATIVE for reading in readings)
    return ("ablt", "datv") if to_whom else ("ablt",)  # «проект, представленный Ганой»


def _is_attribute(word: str) -> bool:
    if not word[0].isalpha() or fold(word) in _GOVERNED:
        return False
    first = morphology.readings(word)[:1]
    return bool(first) and first[0].part in {"ADJF", "PRTF"}
