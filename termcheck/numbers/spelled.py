"""Numbers in words: "one hundred and twenty-five", «сто двадцать пятом», «двухгодичный»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from termcheck.model import Span
from termcheck.numbers.number import Kind, Notation, Number
from termcheck.numbers.vocabulary import (
    ENGLISH,
    alternatives,
    and_a_half,
    cardinals,
    fraction,
    ordinals,
    scales,
    within,
)

_WORD = re.compile(r"[a-zа-я]+")
_TENS = 20  # from here on tens and ones are two words


@cache
def _counting(language: str) -> frozenset[str]:
    """The words that a number may begin with."""
    return frozenset(cardinals(language)) | frozenset(ordinals(language))


@cache
def _sequence(language: str) -> re.Pattern[str]:
    """A word that counts or orders, and those that go on with it."""
    start = alternatives([*cardinals(language), *ordinals(language)])
    further = alternatives([*cardinals(language), *ordinals(language), *scales(language)])
    link = (
        r"(?:\s|[-‑]|\s(?<=hundred\s)and\s|\s(?<=thousand\s)and\s)" if language == ENGLISH else r"[\s\u00a0]"
    )
    return re.compile(rf"\b(?:{start})\b(?:{link}(?:{further})\b)*")


def spelled(text: str, language: str) -> Iterator[Number]:
    """Yield the numbers that are written in words, in order; `text` in small letters, without ё."""
    if _counting(language).isdisjoint(_WORD.findall(text)):
        return  # most texts have no number word
    for found in _sequence(language).finditer(text):
        if more := and_a_half(language).match(text, found.end()):
            yield from _with_half(tuple(_parts(found.group(), found.start(), language)), more.end(), text)
            continue
        if fraction(language).match(text, found.end()) or _ends_in_fraction(found.group(), language):
            continue
        parts = tuple(_parts(found.group(), found.start(), language))
        if broken := _broken(parts, found):
            yield broken
            continue
        for part in parts:
            yield Number(part.span, part.text, (str(part.value),), part.kind, Notation.WORDS)


def _with_half(parts: Sequence["_Part"], end: int, text: str) -> Iterator[Number]:
    """Yield the number of "four and a half" as 4.5; in figures it may be "4½", where 4 is read."""
    if len(parts) == 1 and parts[0].kind is Kind.PLAIN:
        span = Span(parts[0].span.start, end)
        values = (f"{parts[0].value}.5", str(parts[0].value))
        yield Number(span, text[span.start : span.end], values, Kind.PLAIN, Notation.WORDS)


def _broken(parts: Sequence["_Part"], found: re.Match[str]) -> Number | None:
    """Return a row that reads as one ordinal and is none: «шестьдесят десятой», of no value that there is."""
    if len(parts) != 2:
        return None
    tens, last = parts
    if tens.kind is Kind.ORDINAL or last.kind is not Kind.ORDINAL:
        return None
    if not (_TENS <= tens.value < 100 and tens.value % 10 == 0 and _TENS / 2 <= last.value < 100):
        return None
    value = f"{tens.value}+{last.value}"
    return Number(Span(*found.span()), found.group(), (value,), Kind.ORDINAL, Notation.WORDS)


def _ends_in_fraction(text: str, language: str) -> bool:
    """Tell whether a row of number words is a fraction itself: «четыре пятых», "two third"."""
    first = re.search(r"\s|-", text)
    return first is not None and fraction(language).fullmatch(text, first.start()) is not None


def held(text: str, language: str) -> set[str]:
    """Return the values of words that hold a number: "decade" 10, «двухгодичный» 2."""
    return set().union(*(_held_by(word, language) for word in set(_WORD.findall(text))))


@lru_cache(maxsize=50_000)  # most words of a document are met again and again
def _held_by(word: str, language: str) -> frozenset[str]:
    pattern, values = within(language)
    found = pattern.match(word)
    return values[found.lastindex - 1] if found and found.lastindex else frozenset()


@dataclass(frozen=True, slots=True)
class _Part:
    span: Span
    text: str
    value: int
    kind: Kind


def _parts(text: str, start: int, language: str) -> Iterator[_Part]:
    """Cut a row of number words into numbers: «двадцать пять» is one, "three, four" and «пять шесть» two."""
    count, order, scale = cardinals(language), ordinals(language), scales(language)
    total = current = 0
    least = 10**15  # the place of the last word: what follows must be smaller to go on with it
    begin = end = -1
    for word in _WORD.finditer(text):
        written = word.group()
        if written == "and":
            continue
        value = count.get(written) or order.get(written) or 0
        if begin >= 0 and value and value >= least:
            yield _Part(Span(start + begin, start + end), text[begin:end], total + current, Kind.PLAIN)
            total = current = 0
            begin, least = -1, 10**15
        begin, end = (word.start() if begin < 0 else begin), word.end()
        if value:
            current += value
            least = 1 if value < 20 else 10 if value < 100 else 100
        elif scale[written] <= 100:
            current, least = max(current, 1) * scale[written], scale[written]
        else:
            total, current = total + max(current, 1) * scale[written], 0
            least = scale[written]
        if written in order:
            yield _Part(Span(start + begin, start + end), text[begin:end], total + current, Kind.ORDINAL)
            total = current = 0
            begin, least = -1, 10**15
    if begin >= 0:
        yield _Part(Span(start + begin, start + end), text[begin:end], total + current, Kind.PLAIN)
