"""Whether a Russian word may be how a foreign name is written in Russian, and what it should be instead.

Every grapheme of a name has several renderings, as the name may come from any language. Together they make
the spellings that are plausible; what counts is how many letters a word is away from the nearest of them.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from anyascii import anyascii

from termcheck.language.scripts import fold

_SELDOM = 0.15  # what a seldom rendering costs
_LATER = 0.001  # of two equal ways the one named first is taken
_VOWELS = frozenset("аеиоуыэюя")
_SIGNS = frozenset("ьъ")
_SIGN, _GLIDE, _VOWEL, _DOUBLED, _CONSONANT = 0.25, 0.5, 0.6, 0.4, 1.0
_SWAPPED = 0.9
_SEEN = 0.2  # within it a spelling is an ordinary one
_C = "бвгджзклмнпрстфхцчшщ"
_UNWRITABLE = re.compile(
    rf"[аеиоуыэюяьъй][ьъ]|(?P<vowel>([аоуыэюя])\2)|([{_C}])\3(?=[{_C}])|(?<=[{_C}])([{_C}])\4"
)
_AFTER_FLEETING = frozenset("клнрц")
_NO_LETTERS = re.compile(r"[^\w]|[\d_]")


@dataclass(frozen=True, slots=True)
class Spelling:
    """The nearest plausible spelling of a name in the case of a given word.

    `distance` counts letters that have no place in it: 0 for a plausible word, 1 for a wrong consonant, less
    for a vowel. `text` is in small letters, `ending` is what of it the case changes, and `base` what stands
    for that in the nominative.
    """

    distance: float
    text: str
    ending: str
    base: str

    @property
    def stem(self) -> str:
        """What stays in all cases."""
        return self.text[: len(self.text) - len(self.ending)]


@dataclass(frozen=True, slots=True)
class _Rendering:
    text: str
    cost: float
    ending: str
    base: str


# By the number of letters of the word that are used up: the least cost, and the spelling so far, its ending
# and its base.
_Row = dict[int, tuple[float, str, str, str]]


@lru_cache(maxsize=1 << 14)
def nearest_spelling(name: str, russian: str, furthest: float = 2.0) -> Spelling | None:
    """Return the plausible spelling of a foreign name nearest to a Russian word.

    Both are single words; signs within them do not count. None if it is further away than `furthest`.
    """
    letters, word = _latin(name), _cyrillic(russian)
    if not letters or not word:
        return None
    given = _given(letters)
    # Letters that nothing in the name gives are the least that is wrong.
    alien = sum(_extra(word, number) for number, letter in enumerate(word) if letter not in given)
    if alien > furthest:
        return None
    found = _nearest(letters, word, furthest)
    distance = found.distance if found else furthest + _SWAPPED
    if distance < _GLIDE:
        slipped = found is not None and distance > _SEEN and _is_unwritable(name, letters, word)
        return replace(found, distance=max(distance, _SWAPPED)) if found and slipped else found
    if alien:
        return found
    # Two letters that changed places are one slip: «Копрнев».
    for number in range(1, len(word) - 1):
        other = f"{word[:number]}{word[number + 1]}{word[number]}{word[number + 2 :]}"
        near = _SEEN if distance <= _SWAPPED else _GLIDE - _LATER
        if swapped := _nearest(letters, other, near):
            return replace(swapped, distance=swapped.distance + _SWAPPED)
    return found


def _is_unwritable(name: str, letters: str, word: str) -> bool:
    """Tell whether a word has letters that no Russian name has, and would be right without one of them.

    A sign after a vowel or a sign; a vowel twice, unless the name has a stop in it ("Sa'd", «Саад»); a
    consonant twice beside another one: «Мигелеь», «Млааденов», «Анддрей».
    """
    for match in _UNWRITABLE.finditer(word):
        at = match.end() - 1
        if match["vowel"] and not name.isalpha():
            continue
        if any(_nearest(letters, word[:number] + word[number + 1 :], _SEEN) for number in (at - 1, at)):
            return True
    return False


def _nearest(letters: str, word: str, furthest: float) -> Spelling | None:
    extra = [_extra(word, number) for number in range(len(word))]
    rows: list[_Row] = [{} for _ in range(len(letters) + 1)]
    rows[0] = _with_extra({0: (0.0, "", "", "")}, extra, furthest)
    for start in range(len(letters)):
        if not rows[start]:
            continue
        for length, rendering in _renderings(letters, start):
            merged = rows[start + length]
            for number, cell in _advanced(rows[start], rendering, word, extra, furthest).items():
                if number not in merged or cell < merged[number]:
                    merged[number] = cell
    found = rows[-1].get(len(word))
    return Spelling(*found) if found else None


@lru_cache(maxsize=1 << 12)
def nominatives(russian: str) -> frozenset[str]:
    """Return what a name in some case may be in the nominative, in small letters: «Гаду»: гада, гад.

    A vowel that other cases lose may be missing: «Павла» is павел.
    """
    word = _cyrillic(russian)
    found = {word}
    for base, endings in _endings():
        for ending in endings:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) > 1 and (base or stem[-1] not in _VOWELS):
                found.add(stem + base)
                if not base and stem[-1] in _AFTER_FLEETING and stem[-2] not in _VOWELS:
                    found |= {f"{stem[:-1]}{vowel}{stem[-1]}" for vowel in "ео"}
    return frozenset(found)


def _latin(name: str) -> str:
    """Return the letters of a name: small, those without a rendering of their own without their accents."""
    known = _letters()
    small = unicodedata.normalize("NFC", name).lower()
    plain = "".join(letter if letter in known else anyascii(letter).lower() for letter in small)
    return _NO_LETTERS.sub("", plain)


def _cyrillic(word: str) -> str:
    return _NO_LETTERS.sub("", fold(word))


@lru_cache(maxsize=1 << 12)
def _given(letters: str) -> frozenset[str]:
    """Return the Russian letters that a name may give, wherever they stand."""
    return frozenset(
        letter
        for start in range(len(letters))
        for _, rendering in _renderings(letters, start)
        for letter in rendering.text
    )


def _advanced(row: _Row, rendering: _Rendering, word: str, extra: Sequence[float], furthest: float) -> _Row:
    """Return what a row is after a rendering; what has gone too far is left out."""
    row = {
        number: (cost + rendering.cost, text, rendering.ending, rendering.base)
        for number, (cost, text, _, _) in row.items()
    }
    for letter in rendering.text:
        if not row:
            break
        row = _with_extra(_with_letter(row, letter, word, furthest), extra, furthest)
    return row


def _with_letter(row: _Row, letter: str, word: str, furthest: float) -> _Row:
    """Return a row after a letter that the word has, has another for, or lacks."""
    lost, new = _lost(letter), _Row()
    for number in sorted(row):
        cost, text, ending, base = row[number]
        text += letter
        if cost + lost <= furthest and (number not in new or cost + lost < new[number][0]):
            new[number] = (cost + lost, text, ending, base)
        if number < len(word):
            cost += 0.0 if word[number] == letter else _exchanged(letter, word[number])
            if cost <= furthest:
                new[number + 1] = (cost, text, ending, base)
    return new


def _with_extra(row: _Row, extra: Sequence[float], furthest: float) -> _Row:
    """Return a row with the letters of the word that nothing in the name gives."""
    for number, costs in enumerate(extra):
        if number in row:
            cost, text, ending, base = row[number]
            cost += costs
            if cost <= furthest and (number + 1 not in row or cost < row[number + 1][0]):
                row[number + 1] = (cost, text, ending, base)
    return row


def _exchanged(one: str, other: str) -> float:
    if one in _SIGNS or other in _SIGNS:
        return _CONSONANT
    return _VOWEL if one in _VOWELS and other in _VOWELS else _CONSONANT


def _lost(letter: str) -> float:
    if letter in _SIGNS:
        return _SIGN
    return _GLIDE if letter == "й" else _VOWEL if letter in _VOWELS else _CONSONANT


def _extra(word: str, number: int) -> float:
    doubled = number and word[number - 1] == word[number]
    return min(_lost(word[number]), _DOUBLED if doubled else _CONSONANT)


def _renderings(letters: str, start: int) -> Iterator[tuple[int, _Rendering]]:
    """Yield what letters from here on may be, each with the number of letters."""
    graphemes, longest = _graphemes()
    for length in range(1, min(longest, len(letters) - start) + 1):
        key = letters[start : start + length]
        last = start + length == len(letters)
        found = (graphemes.get(f"{key}$", ()) if last else ()) or graphemes.get(key, ())
        beginning = graphemes.get(f"^{key}", ()) if start == 0 else ()
        for rendering in (*found, *beginning):
            yield length, rendering
            if last:
                yield from ((length, form) for form in _in_cases(rendering))


@lru_cache(maxsize=1 << 12)
def _in_cases(rendering: _Rendering) -> tuple[_Rendering, ...]:
    """Return a rendering that ends a name with the endings of the cases."""
    for end, endings in _endings():
        if rendering.text.endswith(end) and (end or rendering.text[-1:] not in _VOWELS):
            stem = rendering.text[: len(rendering.text) - len(end)]
            return tuple(_Rendering(stem + other, rendering.cost + _LATER, other, end) for other in endings)
    return ()


@cache
def _graphemes() -> tuple[dict[str, tuple[_Rendering, ...]], int]:
    """Return the renderings by grapheme, and the number of letters that the longest has."""
    found = {}
    for key, line in _data()["graphemes"].items():
        usual, _, seldom = line.partition("|")
        options = [
            *((text, 0.0) for text in usual.split()),
            *((text, _SELDOM) for text in seldom.split()),
        ]
        found[key] = tuple(
            _Rendering(letters, cost + _LATER * rank, _own_ending(letters), _own_ending(letters))
            for rank, (text, cost) in enumerate(options)
            for letters in [_cyrillic(text)]
        )
    return found, max(len(key.strip("^$")) for key in found)


def _own_ending(text: str) -> str:
    """Return what a case would change of a name that ends so."""
    return next((end for end, _ in _endings() if end and text.endswith(end)), "")


@cache
def _endings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        ("" if end == "consonant" else end, tuple(endings.split()))
        for end, endings in _data()["endings"].items()
    )


@cache
def _letters() -> frozenset[str]:
    return frozenset("".join(_graphemes()[0])) - frozenset("^$")


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads((Path(__file__).parent / "transliteration.toml").read_text(encoding="utf-8"))
