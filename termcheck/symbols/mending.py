"""What is wrong with a damaged symbol, and what it was before: the one certain answer or none.

Each step mends one kind of damage and leaves the rest of the text alone; the grammar judges the outcome.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from termcheck.symbols.grammar import HYPHENS, Symbol, modification_meant, parse
from termcheck.symbols.vocabulary import (
    ALWAYS_DOTTED,
    DOTTED_SPELLINGS,
    LOOKALIKES,
    MODIFICATIONS,
    NUMBERED,
    PLAIN,
    SERIES,
    SOUNDS,
    SPELLINGS,
    TRANSLATIONS,
    WORDS,
)


class Fault(StrEnum):
    """A kind of damage, the gravest first."""

    TRANSLITERATED = "transliterated"
    MIXED_SCRIPT = "mixed-script"
    MALFORMED = "malformed"
    SPACING = "spacing"
    CASE = "case"


INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
CYRILLIC = "\u0400-\u04ff"
_LETTERS = re.compile(rf"[A-Za-z{CYRILLIC}]+")
_CYRILLIC = re.compile(rf"[{CYRILLIC}]")
_GROUP = re.compile(r"(\s?\([^()]*\))")
_FIGURES = {**dict.fromkeys("OoОо", "0"), **dict.fromkeys("lIІ", "1"), **dict.fromkeys("Зз", "3"), "б": "6"}
LIKE_FIGURES = "".join(_FIGURES)
# A figure at least, or letters that are no part by themselves: L.l, INF/l, C.З, but C.I and CAT/C/O.
_COUNT = re.compile(
    rf"(?<=[./({HYPHENS}])(?=[{LIKE_FIGURES}]*\d|[lЗзбOoОо]*[lЗзб])[\d{LIKE_FIGURES}]+(?=[\s./()*,{HYPHENS}]|$)"
)
_COUNTED = re.compile(r"(?:\s?[.,]\s?|\s)(?:\d|[IVXІХ]+\b)")
_ROMAN = re.compile(r"[IVXLC]+")
_SLIP = "|".join(sorted(MODIFICATIONS))
_DOTTED = "|".join(sorted(ALWAYS_DOTTED))


# After a symbol: «A/76/100 и Испр.1».
_ADDED = re.compile(r"(?:\s+и|,)\s+(([А-ЯЁа-яё]{3,7})\.\s?(\d{1,3}))(?![\w/])")


def faults(text: str) -> frozenset[Fault]:
    """The kinds of damage in a symbol: none if it is well-formed, or past recognition."""
    return _diagnose(text)[1]


def mend(text: str) -> str | None:
    """The symbol that a damaged one was meant to be; None if it needs no mending or that is uncertain.

    The answer is well-formed: `parse` takes it, and `mend` has nothing to add.
    """
    return _diagnose(text)[0]


def main_fault(found: Iterable[Fault]) -> Fault | None:
    """The gravest of the faults, by which a damaged symbol is reported once."""
    present = set(found)
    return next((fault for fault in Fault if fault in present), None)


def key(symbol: Symbol | str) -> str:
    """What two ways of writing one symbol share: damage mended; stars, capitals, blanks and dashes folded."""
    text = str(symbol)
    text = (mend(text) or text).replace("*", "")
    return re.sub(rf"[{HYPHENS}]", "-", re.sub(r"\s", "", text)).upper()


@lru_cache(maxsize=4096)
def _diagnose(text: str) -> tuple[str | None, frozenset[Fault]]:
    if parse(text):
        return None, frozenset()
    found: set[Fault] = set()
    mended = text
    for step in (_in_digits, _in_latin, _parted, _closed_up, _respelled, _in_capitals):
        mended = step(mended, found)
    if parse(mended) and _head(mended) in SERIES:
        return mended, frozenset(found)
    # The damage is plain though its remedy is not: a word that spells nothing, a modification out of place.
    if _head(mended) in SERIES and _has_shape(mended):
        return None, frozenset(found or {Fault.MALFORMED})
    return None, frozenset()


def _head(text: str) -> str:
    match = _LETTERS.match(text)
    return match.group() if match else ""


def _has_shape(text: str) -> bool:
    """Whether a text that does not parse still is a symbol for certain: "E/2015/9/Add", "FCCC/КС/2015/1"."""
    pieces = [_CYRILLIC.sub("X", piece) for piece in text.split("/")]
    if len(pieces) < 3 or not any(map(str.isdigit, text)):
        return False
    plausible = [piece for piece in pieces if not modification_meant(piece)]
    return len(plausible) > 1 and parse("/".join(plausible)) is not None


def _outside_groups(text: str) -> list[str]:
    """The text cut at its parentheses, which stay as they are; every second piece is one of them."""
    return _GROUP.split(text)


def _in_digits(text: str, found: set[Fault]) -> str:
    """A/69/7О7, A/C.З/69/2, A/7б/1OO, L.l → A/69/707, A/C.3/69/2, A/76/100, L.1."""

    def figures(match: re.Match[str]) -> str:
        written = match.group()
        count = "".join(_FIGURES.get(sign, sign) for sign in written)
        if count == written or count.startswith("0"):
            return written
        found.add(Fault.MALFORMED if written.isascii() else Fault.MIXED_SCRIPT)
        return count

    return _COUNT.sub(figures, text)


def _in_latin(text: str, found: set[Fault]) -> str:
    """СТОС/СОР/ВГ.4 → CTOC/COP/WG.4."""

    def latin(match: re.Match[str]) -> str:
        word = match.group()
        if not _CYRILLIC.search(word):
            return word
        is_numbered = _COUNTED.match(text, match.end()) is not None
        known = SERIES if match.start() == 0 else NUMBERED if is_numbered else PLAIN
        answer, fault = _latin_word(word, known)
        found.add(fault)
        return answer or word

    return _LETTERS.sub(latin, text)


def _latin_word(word: str, known: frozenset[str]) -> tuple[str | None, Fault]:
    """A word in Latin letters if it is certain which, and the fault that its Cyrillic ones are.

    Letters that look alike are trusted when they give a known word ("СОР") or stand among Latin ones ("РАN"),
    then the Russian for a part ("Доп"), then the only known word of the same letters ("КН": CN).
    """
    looks = "".join(LOOKALIKES.get(letter, letter) for letter in word)
    is_look = not _CYRILLIC.search(looks)
    is_roman = known is not SERIES and _ROMAN.fullmatch(looks)
    is_mixed = re.search("[A-Za-z]", word) is not None
    familiar = WORDS if known is PLAIN else known
    if is_look and (is_mixed or looks in familiar or looks.upper() in familiar or is_roman):
        return looks, Fault.MIXED_SCRIPT
    translated = TRANSLATIONS.get(word.casefold())
    if translated in known:
        return translated, Fault.TRANSLITERATED
    meant = _sounding(word, known)
    if len(meant) == 1:
        spellings = DOTTED_SPELLINGS if known is NUMBERED else SPELLINGS
        return spellings[meant.pop()], Fault.TRANSLITERATED
    return None, Fault.TRANSLITERATED


def _sounding(word: str, known: frozenset[str]) -> set[str]:
    """The known words, in capitals, of which every letter may have been typed as in this one."""
    # "З" may stand for a letter or a 3, "Р" for a P or an R: one letter is enough only in front (Э/2015/9)
    # and, if it looks like no other, with a number (Л.57).
    if len(word) == 1 and known is not SERIES and (known is PLAIN or word in LOOKALIKES):
        return set()
    pattern = re.compile("".join(f"[{SOUNDS.get(letter, letter)}]" for letter in word.upper()))
    return {entry for entry in map(str.upper, known) if pattern.fullmatch(entry)}


def _parted(text: str, found: set[Fault]) -> str:
    """E/2015/9 Add.5, 9.Add.5, 9Add.5 → E/2015/9/Add.5; E/CN 7/2015/9/Add 5 → E/CN.7/2015/9/Add.5."""
    parted = re.sub(rf"(?<=/)({_DOTTED})\s(?=\d)", r"\1.", text)
    parted = re.sub(rf"(?<=[\d)*])[\s.]?(?=(?:{_SLIP})\.\s?\d)", "/", parted)
    if parted != text:
        found.add(Fault.MALFORMED)
    return parted


def _closed_up(text: str, found: set[Fault]) -> str:
    """A / 69/767, Add. 5 → A/69/767, Add.5, letting be the blank of 2127 (2013)."""
    closed = re.sub(rf"[{INVISIBLE}]", "", text)
    pieces = _outside_groups(closed)
    pieces[::2] = [re.sub(r"\s+", "", piece) for piece in pieces[::2]]
    closed = "".join(pieces)
    if closed != text:
        found.add(Fault.SPACING)
    return closed


def _respelled(text: str, found: set[Fault]) -> str:
    """A//69, Add..1, Add/1, Ad.1, WG4/2021, CN.4./680 → A/69, Add.1, WG.4/2021, CN.4/680."""
    respelled = re.sub(r"//+", "/", text)
    respelled = re.sub(r"(?<=[A-Za-z])(?:\.{2,}|,)(?=\d)", ".", respelled)
    respelled = re.sub(r"(?<=/)([A-Za-z]+)(\d+)\.(?=/)", r"\1.\2", respelled)
    respelled = re.sub(r"([./]\d+)\.(?=/)", r"\1", respelled)
    respelled = re.sub(rf"(?<=/)({_SLIP})[/-]?(?=\d)", r"\1.", respelled)
    respelled = re.sub(rf"(?<=/)({_DOTTED})(?=\d{{1,3}}/)", r"\1.", respelled)
    respelled = re.sub(r"(?<=/)(WG|CN)/(?=\d\d?/\d{4}/)", r"\1.", respelled)
    respelled = "/".join(_known_modification(piece) for piece in respelled.split("/"))
    if respelled != text:
        found.add(Fault.MALFORMED)
    return respelled


def _known_modification(piece: str) -> str:
    match = re.fullmatch(r"([A-Za-z]+)(\.\d+\**)", piece)
    meant = modification_meant(piece.rstrip("*")) if match else None
    if not match or not meant or meant.upper() == match[1].upper():
        return piece
    return meant + match[2]


def _in_capitals(text: str, found: set[Fault]) -> str:
    """a/69/767/add.1 → A/69/767/Add.1."""

    def capitals(match: re.Match[str]) -> str:
        word = match.group()
        if word.isupper() or word in WORDS:
            return word
        spellings = DOTTED_SPELLINGS if match.string[match.end() : match.end() + 1] == "." else SPELLINGS
        return spellings.get(word.upper(), word.upper() if _ROMAN.fullmatch(word.upper()) else word)

    pieces = _outside_groups(text)
    pieces[::2] = [_LETTERS.sub(capitals, piece) for piece in pieces[::2]]
    capital = "".join(pieces)
    if capital != text:
        found.add(Fault.CASE)
    return capital


def added_part(text: str, start: int) -> tuple[int, int, str] | None:
    """Where a translated part right after a symbol stands, and what it is: «A/76/1 и Испр.1», "Corr.1"."""
    match = _ADDED.match(text, start)
    part = TRANSLATIONS.get(match[2].casefold()) if match else None
    return (match.start(1), match.end(1), f"{part}.{match[3]}") if match and part in MODIFICATIONS else None
