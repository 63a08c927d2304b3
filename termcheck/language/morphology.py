"""What the dictionary knows of a Russian word. The only home of pymorphy3."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse
    from pymorphy3.tagset import OpencorporaTag

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
NUMBERS = ("sing", "plur")

# «в лесу», «чашка чаю»: second forms of a case are that case to a reader.
_SECOND_CASES = {
    "gen1": "gent",
    "gen2": "gent",
    "acc1": "accs",
    "acc2": "accs",
    "loc1": "loct",
    "loc2": "loct",
}
_PROPER = frozenset({"Geox", "Name", "Surn", "Patr", "Orgn"})
_BENDING = frozenset({"sing", "plur", "masc", "femn", "neut", "anim", "inan", *CASES})
# Grammemes of forms that official prose does not write: «Республикою», «Ассамблеею», «счастие».
_UNUSUAL = frozenset(
    {"V-oy", "V-ey", "V-be", "V-en", "V-ie", "V-bi", "V-sh", "Infr", "Slng", "Arch", "Litr", "Erro", "Dist"}
)
# Marks of single forms within a paradigm, not of the whole paradigm.
_INCIDENTAL = _UNUSUAL | {"Subx", "Adjx", "Sgtm"}


@dataclass(frozen=True, slots=True)
class WordReading:
    """One way to understand a word form, in the grammemes of OpenCorpora.

    `lemma` is in small letters and without ё. `part` is the part of speech ("NOUN", "ADJF", "PRTF"; "" for
    what is no word). `case`, `number`, `gender` and `animacy` are "" where the form has none. `score` is the
    share of this reading among all, from 0 to 1. `known` tells the dictionary's word from a guess. `passive`
    is told of participles.
    """

    lemma: str
    part: str
    case: str = ""
    number: str = ""
    gender: str = ""
    animacy: str = ""
    score: float = 1.0
    known: bool = True
    proper: bool = False
    place: bool = False
    fixed: bool = False
    abbreviation: bool = False
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a paradigm, in small letters; grammemes as in WordReading."""

    text: str
    case: str
    number: str
    gender: str
    animacy: str


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> tuple[WordReading, ...]:
    """All readings of a word, the likeliest first; capitals and the dots of ё do not matter."""
    known = is_known(word)
    return tuple(_reading(parse, known) for parse in _parses(word))


@lru_cache(maxsize=1 << 14)
def is_known(word: str) -> bool:
    """Whether the dictionary has the word itself, so that its readings are no guess."""
    analyser = _analyser()
    return bool(analyser.word_is_known(word.lower()) or analyser.word_is_known(without_yo(word.lower())))


@lru_cache(maxsize=1 << 12)
def paradigm(word: str, reading: WordReading) -> tuple[Form, ...]:
    """All forms of the word taken in this reading; empty if it has no such reading.

    A participle brings the forms of the participle alone, not of its verb. Second cases and forms foreign to
    official prose («Республикою») are left out. ё is written only if the word itself has it.
    """
    parse = next(
        (parse for parse, own in zip(_parses(word), readings(word), strict=True) if own == reading), None
    )
    if parse is None:
        return ()
    lasting = parse.tag.grammemes - _BENDING - _INCIDENTAL
    if reading.part == "NOUN":
        lasting |= parse.tag.grammemes & {"masc", "femn", "neut", "anim", "inan"}
    write = str if "ё" in word.lower() else without_yo
    return tuple(
        Form(write(form.word), *_features(form.tag))
        for form in parse.lexeme
        if lasting <= form.tag.grammemes
        and form.tag.POS == parse.tag.POS
        and not form.tag.grammemes & _UNUSUAL
        and form.tag.case not in _SECOND_CASES
    )


def without_yo(text: str) -> str:
    """The text as it is usually printed, with е for ё."""
    return text.replace("ё", "е").replace("Ё", "Е")


@lru_cache(maxsize=1 << 12)
def _parses(word: str) -> list[Parse]:
    analyser = _analyser()
    small = word.lower()
    if "ё" in small and not analyser.word_is_known(small):
        small = without_yo(small)
    parses: list[Parse] = analyser.parse(small)
    return parses


def _reading(parse: Parse, known: bool) -> WordReading:
    grammemes = parse.tag.grammemes
    case, number, gender, animacy = _features(parse.tag)
    return WordReading(
        lemma=without_yo(parse.normal_form),
        part=str(parse.tag.POS or ""),
        case=case,
        number=number,
        gender=gender,
        animacy=animacy,
        score=parse.score,
        known=known,
        proper=not _PROPER.isdisjoint(grammemes),
        place="Geox" in grammemes,
        fixed="Fixd" in grammemes,
        abbreviation="Abbr" in grammemes,
        passive="pssv" in grammemes,
    )


@lru_cache(maxsize=1 << 11)
def _features(tag: OpencorporaTag) -> tuple[str, str, str, str]:
    """Case, number, gender and animacy of a tag; the dictionary has some thousand tags for all its forms."""
    case = str(tag.case or "")
    return _SECOND_CASES.get(case, case), str(tag.number or ""), str(tag.gender or ""), str(tag.animacy or "")


@lru_cache(maxsize=1)
def _analyser() -> MorphAnalyzer:
    # Imported at the first question: many runs (an English file, `termcheck explain`) ask none, and opening
    # the dictionary takes a tenth of a second.
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")
