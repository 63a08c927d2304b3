"""Whether an abbreviation can be that of a name: by its initial letters, or by the sound of a foreign one."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from termcheck.language.morphology import is_known
from termcheck.language.scripts import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Abbreviations put it where they like: «Управление … Организации Объединенных Наций по …» is «УНП ООН».
_UNITED_NATIONS = re.compile(
    r"\bОрганизаци\w+\s+Объедин[её]нных\s+Наций\b|\bООН\b|\bUnited\s+Nations\b", re.IGNORECASE
)
_UN = re.compile(r"(?:ООН|UN)(?![а-яa-z])")
_SKIPPED = 6  # words that an abbreviation may leave out, small ones among them
_PART = 4  # letters of a part of a compound word that counts for itself: «видео|конференция»
_ENDING = 2  # letters at the end of a word, which no abbreviation takes
_SOUND = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziyklmnoprstufhye", strict=True))
    | {"ж": "j", "ц": "c", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "u", "я": "a", "ь": "", "ъ": "", "ё": "e"}
)
_ALIKE = 60  # of 100: «СЕЛАК» and "CELAC", «ЮНИСЕФ» and "UNICEF"


def name_of(abbreviation: str, text: str) -> str | None:
    """Return the last words of a text, as they stand, whose initial letters make an abbreviation, if they do.

    Prepositions and other words may be skipped, parts of compounds count («видеоконференция»), and "United
    Nations" may stand in another place. The text is to end with the name.
    """
    words = list(_WORD.finditer(text))
    letters = _letters(abbreviation)
    for first in range(len(words) - 1, max(-1, len(words) - len(letters) - _SKIPPED - 1), -1):
        if not letters or fold(words[first].group()[0]) != letters[0]:
            continue
        if _in_order(letters, [word.group() for word in words[first:]]):
            return text[words[first].start() :]
    if _UN.search(abbreviation) and _UNITED_NATIONS.search(text):
        rest, shorter = _UN.sub("", abbreviation), _UNITED_NATIONS.sub(" ", text)
        if len(_letters(rest)) > 1 and (found := name_of(rest, shorter)):
            start = text.rfind(_WORD.findall(found)[0])
            return text[start:] if start >= 0 else text
    return None


def may_abbreviate(abbreviation: str, text: str) -> bool:
    """Tell whether an abbreviation could be taken from the last words of a text in any way.

    Its letters are their initials in another order, or stand in order inside the words («Минюст»).
    """
    letters = _letters(abbreviation)
    words = _WORD.findall(text)[-len(letters) - _SKIPPED :]
    initials = Counter(letter for word in words for letter in _initials(word))
    return not Counter(letters) - initials or any(
        _inside(letters, words[first:])
        for first in range(max(0, len(words) - len(letters) - 1), len(words))
        if fold(words[first])[0] == letters[:1]
    )


def sounds_like(abbreviation: str, english: str) -> bool:
    """Tell whether a Russian abbreviation is an English one in Russian letters: «ЮНЕСКО», "UNESCO"."""
    russian = abbreviation.lower().translate(_SOUND)
    return any(fuzz.ratio(russian, english.lower().replace("c", sound)) >= _ALIKE for sound in "csk")


def _letters(abbreviation: str) -> str:
    return fold("".join(letter for letter in abbreviation if letter.isupper()))


def _in_order(letters: str, words: Sequence[str]) -> bool:
    """Whether letters are initials of words in order; the last words may be left out only if few are."""
    at = skipped = 0
    for word in words:
        before = at
        for initial in _initials(word):
            if at < len(letters) and initial == letters[at]:
                at += 1
        skipped += at == before
    return at == len(letters) and skipped <= _SKIPPED


def _inside(letters: str, words: Sequence[str]) -> bool:
    """Whether letters stand in order inside words, the first at a beginning, none in an ending."""
    rest = iter("".join(fold(word)[: max(1, len(word) - _ENDING)] for word in words))
    return all(letter in rest for letter in letters)


@lru_cache(maxsize=1 << 12)
def _initials(word: str) -> str:
    """Return the letters that a word can stand for: its first, its parts', all of an abbreviation."""
    if word.isupper() and len(word) > 1:
        return fold(word)
    small = fold(word)
    parts = (small[at] for at in range(_PART, len(small) - _PART + 1) if is_known(small[at:]))
    return small[0] + "".join(parts)
