"""Which words of the two languages may answer each other: a small lexicon, and the ear."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from termcheck.model import ENGLISH, RUSSIAN

SHORTEST_COGNATE = 4
COGNATE_LENGTH = 5

# Both spellings are brought to one sound, letter by letter: "Chechnya" and «Чечня» are both "cecn".
_LATIN = str.maketrans("qwyjz", "kvigs")
_LATIN_GROUPS = (("sch", "s"), ("ch", "c"), ("sh", "s"), ("zh", "g"), ("ph", "f"), ("th", "t"), ("kh", "h"))
_CYRILLIC = str.maketrans(
    dict(zip("абвгдеёжзийклмнопрстуфхцчшщыэ", "abvgdeegsiiklmnoprstufhscssie", strict=True))
    | {"ю": "iu", "я": "ia", "ь": "", "ъ": ""}
)
_SOFT_C = re.compile("c(?=[eiy])")
_DOUBLED = re.compile(r"(.)\1+")


def sound(word: str) -> str:
    """A word of either alphabet, in small letters, by its sound: "phosphate", «фосфат» → "fosfat…"."""
    if word[0] >= "а":
        return _DOUBLED.sub(r"\1", word.replace("кс", "ks").replace("дж", "g").translate(_CYRILLIC))
    for letters, one in _LATIN_GROUPS:
        if letters in word:
            word = word.replace(letters, one.upper())
    word = _SOFT_C.sub("s", word).replace("ck", "k").replace("c", "k").replace("x", "ks").lower()
    return _DOUBLED.sub(r"\1", word.translate(_LATIN))


@dataclass(frozen=True, slots=True)
class Stems:
    """The stems of one language: each begins words of the entries whose keys it holds."""

    keys: Mapping[str, tuple[str, ...]]
    lengths: tuple[int, ...]

    def longest(self, word: str) -> tuple[str, ...]:
        """Keys of the entries with the longest stem that begins a word; empty without one."""
        whole = self.keys.get(f"={word}")
        if whole:
            return whole
        for length in self.lengths:
            found = self.keys.get(word[:length])
            if found:
                return found
        return ()

    def all(self, word: str) -> tuple[str, ...]:
        """Keys of all entries with a stem that begins a word."""
        found = self.keys.get(f"={word}", ())
        for length in self.lengths:
            found += self.keys.get(word[:length], ())
        return found


def _stems(entries: Iterable[tuple[str, str]]) -> Stems:
    collected: dict[str, tuple[str, ...]] = {}
    for key, stems in entries:
        for stem in stems.split():
            collected[stem] = (*collected.get(stem, ()), key)
    lengths = {len(stem) for stem in collected if not stem.startswith("=")}
    return Stems(collected, tuple(sorted(lengths, reverse=True)))


@cache
def _tables() -> dict[str, dict[str, str]]:
    text = files("termcheck.alignment").joinpath("lexicon.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The stems of one language: words, and numbers in words."""

    words: Stems
    numbers: Stems

    def keys(self, word: str, language: str) -> tuple[str, ...]:
        """Keys of the entries that a word belongs to."""
        number = self.numbers.longest(word)
        if number:
            return number
        # «представитель» may answer "represent" («представ») and "spokesperson" («представит»), while
        # "international" has nothing of "internal".
        return self.words.all(word) if language == RUSSIAN else self.words.longest(word)


@cache
def _lexicon(language: str) -> Lexicon:
    def stems(*tables: tuple[str, str]) -> Stems:
        return _stems(
            (f"{prefix}:{english.split()[0]}", english if language == ENGLISH else russian)
            for table, prefix in tables
            for english, russian in _tables()[table].items()
        )

    return Lexicon(
        words=stems(("names", "name"), ("firm", "firm"), ("words", "word")),
        numbers=stems(("numbers", "count")),
    )


def word_keys(word: str, language: str) -> tuple[str, ...]:
    """Language-neutral keys of a word in small letters: its lexicon entries, or else how it sounds.

    "council" and «советов» both give ("word:council",), "Tympou" and «Тимпоу» ("sound:timpo",).
    A word without either, such as a short one, gives none.
    """
    found = _lexicon(language).keys(word, language)
    if found or len(word) < SHORTEST_COGNATE:
        return found
    heard = sound(word)[:COGNATE_LENGTH]
    return (f"sound:{heard}",) if len(heard) >= SHORTEST_COGNATE else ()
