"""Two Russian words that are written together, the blank or the hyphen between them lost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from termcheck.alignment.features import text_keys
from termcheck.alignment.lexicon import sound
from termcheck.language.morphology import WordReading, is_known, readings
from termcheck.model import ENGLISH, RUSSIAN, Span

_LONGEST = 60  # letters of both together: whatever is longer is no pair of words
SHORTEST = 4  # letters of each word: prepositions and the like are shorter, and end or begin many words

# A capital may begin a name, which may be anything, or a title, of which title/misspelt tells. «й» may be «и»
# with a sign above it.
_WORD = re.compile(r"(?<![\w-])[а-яё]{8,}(?![\w\u0306\u0308-])")
_INFLECTED = frozenset(
    {"NOUN", "ADJF", "ADJS", "PRTF", "PRTS", "VERB", "INFN", "NPRO", "ADVB", "GRND", "CONJ"}
)
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
_SAYING = frozenset({"VERB", "INFN", "PRTS"})
# First parts of compounds that are words as well: «двухобщинный», «прессрелиз», «сверхдержава».
_COMPOUNDING = re.compile(
    r"(?:двух|трех|четырех|пяти|шести|семи|восьми|девяти|десяти|тысяче|пост|пред|пресс|сверх|контр|супер|транс"
    r"|ультра|экстра|кибер|теле|анти|вице|обер|штаб|после|между|около|против)$",
    re.IGNORECASE,
)
_LINKED = re.compile(
    r"[оеё]$"
)  # «жизнеобеспечение», «миростроительство»; «обеспечение», «нового» link nothing
_NOT_LINKED = re.compile(r"(?:[а-яё]{3}[ое]го|[нт]ие|[оеиы]е|также)$")
_STEM = re.compile(r"[бвгджзйклмнпрстфхцчшщ]$")  # «комбат-антами», «контракт-ором»
_SUFFIX = re.compile(r"ост(?:ь|и|ей|ью|ям|ях|ями)$")  # «проверяем-ости»
_ENGLISH_WORD = re.compile(r"[A-Za-z]{5,}")
_ALIKE = 75  # of 100; a case ending is no difference
_PARTICLES = frozenset({"либо", "нибудь"})


@dataclass(frozen=True, slots=True)
class Joined:
    """Where two words stand as one, and they apart; `particle` tells that the second is one: «какая-либо»."""

    span: Span
    first: str
    second: str
    particle: bool = False

    @property
    def lemmas(self) -> set[tuple[str, str]]:
        """What the two may be forms of: ("государство", "участник")."""
        return {(a.lemma, b.lemma) for a in readings(self.first) for b in readings(self.second)}


def joined_words(text: str, english: str) -> Iterator[Joined]:
    """Yield the words that no dictionary knows, and that come apart in one way alone.

    The two agree as an adjective and its noun do, or the English confirms them.
    """
    for match in _WORD.finditer(text):
        word = match.group()
        divisions = [] if len(word) > _LONGEST or is_known(word) else list(_divisions(word))
        if len(divisions) != 1:
            continue
        first, second = divisions[0]
        if second in _PARTICLES:
            yield Joined(Span(*match.span()), first, second, particle=True)
            continue
        needed = 0 if _agree(first, second) else 2 if _is_stem(first) else 1
        if _confirmed(first, second, english) >= needed and not _sounds_alike(word, english):
            yield Joined(Span(*match.span()), first, second)


def _divisions(word: str) -> Iterator[tuple[str, str]]:
    for at in range(SHORTEST, len(word) - SHORTEST + 1):
        first, second = word[:at], word[at:]
        if is_known(first) and is_known(second) and _may_meet(first, second):
            yield first, second


def _may_meet(first: str, second: str) -> bool:
    """Tell whether two words are words of a sentence, and not the parts of a compound."""
    before, after = readings(first)[0], readings(second)[0]
    if before.part not in _INFLECTED or after.part not in {*_INFLECTED, "PREP"} or before.proper:
        return False
    if _COMPOUNDING.match(first) or _SUFFIX.match(second):
        return False
    if _LINKED.search(first) and not (_NOT_LINKED.search(first) and len(first) > SHORTEST):
        return after.part in _SAYING
    return True


def _is_stem(first: str) -> bool:
    """Tell whether a word may be the stem of a longer one: a noun without an ending."""
    reading = readings(first)[0]
    return reading.part == "NOUN" and bool(_STEM.search(first))


def _agree(first: str, second: str) -> bool:
    """Tell whether a declined adjective stands before its noun, or before another that it agrees with."""

    def fits(before: WordReading, after: WordReading) -> bool:
        if before.part not in _ADJECTIVES or after.part not in {*_ADJECTIVES, "NOUN"}:
            return False
        genders = {before.gender, after.gender}
        return (
            before.case == after.case
            and before.number == after.number
            and (len(genders) == 1 or "" in genders)
        )

    return any(fits(before, after) for before in readings(first) for after in readings(second))


def _confirmed(first: str, second: str, english: str) -> int:
    """Return how many of two words the English has an answer to."""
    keys = text_keys(english, ENGLISH)
    return sum(
        any(key in keys for key in text_keys(word, RUSSIAN) if not key.startswith("sound:"))
        for word in (first, second)
    )


def _sounds_alike(word: str, english: str) -> bool:
    """Tell whether the English has the word itself, in its own letters: «мухафаза», "muhafaza"."""
    heard = sound(word.lower())
    return any(fuzz.ratio(heard, sound(other.lower())) > _ALIKE for other in _ENGLISH_WORD.findall(english))
