"""Abbreviations in a text of either language, and the places that introduce them or another short name."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from termcheck.language.scripts import MIXED, script, to_latin
from termcheck.model import Passage, Segment, Span
from termcheck.numbers.roman import roman_value

# Whole words alone: "DC1", "UF6", «Р-4» and "CN-235" are codes, «А/69» is a part of a symbol.
_WORD = re.compile(r"(?<![\w/.])[A-ZА-ЯЁ][^\W\d_]{1,13}(?![\w/]|[-‑]?\d|\.\w)")
_ENDING = re.compile(r"(?<=[А-ЯЁ]{2})[а-яё]{1,3}$|(?<=[A-Z]{2})['’]?s$")  # «СПИДом», "NGOs"
_SMALL = "abcdefабвгде"
_QUOTES = "«»„“”\"<>‟'‘’"
_BRACKETS = re.compile(r"\(([^()]{2,90})\)")
_LABEL = (
    rf"\s*(?:[—–-]+\s*|:\s*)?(?:the\s+)?[{_QUOTES}]*\s*(?:the\s+)?(?P<label>[^{_QUOTES}();]+?)[{_QUOTES}]*"
)
_QUOTED_LABEL = rf"\s*(?:[—–-]+\s*)?(?:the\s+)?[{_QUOTES}]+(?:the\s+)?(?P<label>[^{_QUOTES}();]+)[{_QUOTES}]+"
# «УНП ООН», «ООН-Хабитат», "UN-Women", but no «План ПВРР женщин».
_COMPOUND = re.compile(r"[^\W_]+(?:[-‑ ][^\W_]+){0,3}")
# A name is sought from the beginning of its clause.
_CLAUSE = re.compile(r"[.;:()]\s|[()]|\d\s")
_INITIALS = re.compile(r"[A-ZА-ЯЁ]\.$")  # "Société générale S.A. (SOGE)"
_LOUD = 0.6  # a text with more capitals among its letters is set in capitals, and they tell nothing
_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Definition:
    """A short name and what it is introduced for: “Programme (PRO)”, «Комитет (далее — “КОМ”)».

    `name` ends where the name ends and begins with its clause: how many of its words belong to the name is
    for the reader to tell. `announced` says that words like «далее» introduce the short name.
    """

    name: Passage
    label: Passage
    announced: bool

    @property
    def key(self) -> str:
        """The short name to compare by."""
        return key(self.label.text)


def key(abbreviation: str) -> str:
    """Return what is equal for all ways to write an abbreviation: «СПИДом» and «СПИД», "NGOs" and "NGO".

    Letters count as their look-alikes of the other alphabet, and a hyphen as a blank.
    """
    words = re.split(r"[-‑\s]+", abbreviation.strip(_QUOTES + " "))
    return " ".join(to_latin(_ENDING.sub("", word)) for word in words)


def is_abbreviation(word: str) -> bool:
    """Tell whether a word is written as an abbreviation, mostly in capitals, and is no unit or numeral."""
    stem = _ENDING.sub("", word)
    capitals = sum(letter.isupper() for letter in stem)
    return (
        capitals > 1
        and capitals > len(stem) - capitals
        and script(word) != MIXED
        and word not in units()
        and roman_value(stem.rstrip(_SMALL)) is None  # «IIIa»
    )


def find_abbreviations(text: str, masked: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Return where abbreviations stand, a hyphenated one part by part; none in a text set in capitals.

    Words of two alphabets and what stands in masked spans (symbols, addresses) are left out.
    """
    found = tuple(
        Span(*match.span())
        for match in _WORD.finditer(text)
        if is_abbreviation(match.group())
        and not any(span.start < match.end() and match.start() < span.end for span in masked)
    )
    return () if found and is_loud(text) else found


def is_loud(text: str) -> bool:
    """Tell whether a text of more than a name is set in capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 12 and sum(letter.isupper() for letter in letters) > _LOUD * len(letters)


def find_definitions(segment: Segment, language: str) -> tuple[Definition, ...]:
    """Return the short names that a segment introduces, in order."""
    return tuple(_definitions(segment, language)) if "(" in segment.prose or _may_announce(segment) else ()


def _may_announce(segment: Segment) -> bool:
    text = segment.prose.lower()
    return "далее" in text or "дальнейшем" in text or "herein" in text or "hereafter" in text


def _definitions(segment: Segment, language: str) -> Iterator[Definition]:
    text = segment.prose
    in_brackets, running = _announcements(language)
    for match in _BRACKETS.finditer(text):
        body = match.group(1)
        announced = in_brackets.fullmatch(body)
        if announced:
            span = announced.span("label")
        elif _is_abbreviated(body.strip(_QUOTES)):
            inner = body.strip(_QUOTES)
            span = (body.index(inner), body.index(inner) + len(inner))
        else:
            continue
        label = Span(match.start(1) + span[0], match.start(1) + span[1])
        if name := _name_before(text, match.start()):
            yield Definition(Passage(segment, name), Passage(segment, label), bool(announced))
    for match in running.finditer(text):
        name = _name_before(text, match.start())
        if name and match.end("label") - match.start("label") <= _LONGEST_LABEL:
            yield Definition(Passage(segment, name), Passage(segment, Span(*match.span("label"))), True)


def _is_abbreviated(body: str) -> bool:
    """Tell whether all of a text is an abbreviation: «УНП ООН», «ООН-Хабитат», «РЦБК-Египет»."""
    return _COMPOUND.fullmatch(body) is not None and all(
        any(is_abbreviation(part) for part in re.split(r"[-‑]", word)) for word in body.split()
    )


def _name_before(text: str, end: int) -> Span | None:
    """Return the clause that ends before brackets; None where no word stands there."""
    before = text[:end].rstrip(_QUOTES + " ,\u00a0")
    if not before[-1:].isalpha() and not _INITIALS.search(before):
        return None
    starts = [match.end() for match in _CLAUSE.finditer(before)]
    start = starts[-1] if starts else 0
    return Span(start, len(before)) if start < len(before) else None


@lru_cache(maxsize=1)
def known() -> frozenset[str]:
    """Return the keys of the abbreviations that need no explanation."""
    return frozenset(key(word) for word in _data()["known"].split())


@lru_cache(maxsize=1)
def units() -> frozenset[str]:
    """Return the signs of measures and currencies that look like abbreviations."""
    return frozenset(_data()["units"].split())


@lru_cache(maxsize=2)
def _announcements(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return how short names are announced in brackets, and in running text, where they are in quotes."""
    in_brackets, running = ("|".join(_data()[place][language]) for place in ("in-brackets", "running"))
    return (
        re.compile(rf"\s*(?:{in_brackets})\b{_LABEL}\s*", re.IGNORECASE),
        re.compile(rf"(?<![(\w])(?:{running}){_QUOTED_LABEL}", re.IGNORECASE),
    )


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
