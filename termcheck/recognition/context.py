"""Which of its readings a mention has where it stands, as far as its neighbours tell."""

import re
from collections.abc import Sequence

from termcheck.language import morphology
from termcheck.language.scripts import fold
from termcheck.model import Mention, Reading

# Prepositions by the cases that they govern.
_PREPOSITIONS = {
    ("gent",): "без вне внутри вокруг для до из из-за из-под кроме около от относительно помимо после против "
    "путем ради среди у ввиду вследствие касательно",
    ("datv",): "благодаря вопреки к ко навстречу согласно по",
    ("accs",): "через про",
    ("ablt",): "над перед",
    ("loct",): "о об обо при",
    ("loct", "accs"): "в во на",
    ("ablt", "accs"): "за под",
    ("ablt", "gent"): "между с со",
}
# Words after which a name that may be a genitive or a dative is a dative: «рекомендовал Боливии».
_WITH_DATIVE = frozenset(
    "адресовать адресоваться выделить выделять доверить запретить запрещать напоминать напомнить направить "
    "направлять оказать оказывать ответить отвечать передавать передать позволить позволять помогать "
    "помочь поручать поручить предлагать предложить предоставить предоставлять препятствовать принадлежать "
    "разрешать разрешить рекомендовать содействовать сообщать сообщить способствовать указать указывать "
    "благодарность признательность".split()
)
_GOVERNED = {word: cases for cases, words in _PREPOSITIONS.items() for word in words.split()}
_WORD = re.compile(r"[\w-]+|[^\w\s]")
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
    words = _WORD.findall(before[-80:])
    while words and _is_attribute(words[-1]):  # «в соседней Гане»
        words.pop()
    if not words:
        return ("nomn",)
    last = fold(words[-1])
    if last in _GOVERNED:
        return _GOVERNED[last]
    if any(reading.lemma in _WITH_DATIVE for reading in morphology.readings(last)):
        return ("datv",)
    if any(reading.part == "NOUN" for reading in morphology.readings(last)):
        return ("gent",)  # «правительство Ганы»
    return ("nomn", "gent")


def _is_attribute(word: str) -> bool:
    if not word[0].isalpha() or fold(word) in _GOVERNED:
        return False
    first = morphology.readings(word)[:1]
    return bool(first) and first[0].part in {"ADJF", "PRTF"}
