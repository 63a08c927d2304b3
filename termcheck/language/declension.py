"""The forms of one Russian word: nouns, what agrees with them, and compounds of both."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import Prefix

from termcheck.language.morphology import (
    CASES,
    NUMBERS,
    WordReading,
    is_known,
    paradigm,
    readings,
    without_yo,
)

Forms = Mapping[tuple[str, str], str]

# The parts of a compound: «Директор-исполнитель», «Кот-д’Ивуар», «Н’Джамена».
_SEAM = re.compile("([-‐‑'’ʼ])")
_ORDINAL = re.compile(r"(\d+[-‐‑])(?:й|я|е|ый|ий|ая|ое|ые)")
# Names from abroad with these ends do not bend: Чили, Ниуэ, Вануату, Лесото, Кабо-Верде, Апиа.
_FOREIGN_ENDS = (*"еёиоуэю", "еа", "иа", "оа", "уа")
# A noun that the dictionary lacks, or has as indeclinable, bends like a word with the same end:
# (end, gender, model, how many letters of the end are the ending).
_MODELS = (
    ("ия", "femn", "Индия", 1),
    ("я", "femn", "Гвинея", 1),
    *((husher + "а", "femn", "Камбоджа", 1) for husher in "жшчщ"),
    ("ца", "femn", "Ницца", 1),
    *((velar + "а", "femn", "Ямайка", 1) for velar in "гкх"),
    ("а", "femn", "Куба", 1),
    ("ий", "masc", "Маврикий", 1),
    ("й", "masc", "Парагвай", 1),
    ("ь", "masc", "Израиль", 1),
    ("ь", "femn", "Беларусь", 1),
    *((husher, "masc", "Бангладеш", 0) for husher in "жшчщ"),
    ("ц", "masc", "Кварц", 0),
    *((consonant, "masc", "Иран", 0) for consonant in "бвгдзклмнпрстфх"),
)


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun as it stands in the nominative; `forms` by case and number, with its capitals.

    `gender` is "" where plurals have none. `fixed` nouns have one form.
    """

    text: str
    number: str
    gender: str
    animate: bool
    forms: Forms
    proper: bool = False
    place: bool = False
    fixed: bool = False

    def form(self, case: str, number: str, *, animate: bool) -> str | None:
        """The form, its accusative as animate or not: «государства-члены» takes that of «государства»."""
        own = self.forms.get((case, number))
        nominative, genitive = self.forms.get(("nomn", number)), self.forms.get(("gent", number))
        follows_animacy = case == "accs" and (number == "plur" or self.gender == "masc")
        if follows_animacy and own in (nominative, genitive):
            return genitive if animate else nominative
        return own


@dataclass(frozen=True, slots=True)
class Modifier:
    """An adjective, participle or ordinal as it stands in the nominative."""

    text: str
    number: str
    gender: str
    reading: WordReading
    prefix: str = ""
    model: str = ""

    def agrees(self, noun: Noun) -> bool:
        """Whether number and gender let it stand with the noun."""
        if self.reading.fixed:
            return True
        return self.number == noun.number and (
            self.number == "plur" or noun.gender not in ("masc", "femn", "neut") or self.gender == noun.gender
        )

    def form(self, case: str, number: str, gender: str, *, animate: bool) -> str | None:
        """The form that agrees with such a noun, with the capitals of the text."""
        if self.reading.fixed:
            return self.text
        gender = "" if number == "plur" else gender if gender in ("femn", "neut") else "masc"
        table = _agreement(self.model or self.text[len(self.prefix) :], self.reading)
        form = table.get((case, number, gender, "anim" if animate else "inan"))
        if form is None:
            return None
        if self.model:
            return self.prefix + _increment(form)
        return self.prefix + dressed(form, self.text[len(self.prefix) :])

    def as_noun(self) -> Noun:
        """The word used as a noun for a person or persons: «Уполномоченный»."""
        found = {
            (case, number): form
            for case in CASES
            for number in NUMBERS
            if (form := self.form(case, number, self.gender, animate=True))
        }
        return Noun(self.text, self.number, self.gender, True, found)


@lru_cache(maxsize=1 << 12)
def nouns(word: str) -> tuple[Noun, ...]:
    """The ways to take the word as a noun in the nominative, the likeliest first; compounds included."""
    if len(word) > 1 and word.isupper():
        # УНП, ПРООН: abbreviations in capitals do not bend.
        return (fixed_noun(word),)
    if is_known(word):
        return tuple(_dictionary_nouns(word))
    if _SEAM.search(word):
        compound = _compound(word)
        return (compound,) if compound else ()
    return tuple(_unknown_nouns(word))


@lru_cache(maxsize=1 << 12)
def modifiers(word: str) -> tuple[Modifier, ...]:
    """The ways to take the word as an adjective, participle or ordinal in the nominative."""
    if ordinal := _ORDINAL.fullmatch(word):
        # «55-я сессия»: the end of an ordinal in figures is that of «первый» in the same form.
        end = word[ordinal.end(1) :]
        return tuple(
            replace(whole, text=word, prefix=ordinal[1], model=whole.text)
            for start in ("первый", "первая", "первое", "первые")
            if _increment(start) == end
            for whole in modifiers(start)
        )
    prefix = ""
    if not is_known(word) and (seams := list(_SEAM.finditer(word))):
        prefix = word[: seams[-1].end()]
    found = [
        Modifier(word, reading.number, reading.gender, reading, prefix)
        for reading in readings(word[len(prefix) :])
        if reading.part in ("ADJF", "PRTF") and reading.case == "nomn"
    ]
    return tuple(sorted(found, key=lambda modifier: modifier.reading.part))


def modelled(word: str, gender: str | None = None) -> Noun | None:
    """The noun bent like a dictionary word with the same end; None if there is no such end."""
    small = word.lower()
    for end, model_gender, model, ending in _MODELS:
        if not small.endswith(end) or (gender and gender != model_gender):
            continue
        stem, model_stem = word[: len(word) - ending], model[: len(model) - ending]
        forms = {
            key: stem + form[len(model_stem) :]
            for noun in nouns(model)[:1]
            for key, form in noun.forms.items()
            if form.startswith(model_stem)
        }
        return Noun(word, "sing", model_gender, False, forms, proper=True, place=True)
    return None


def fixed_noun(word: str) -> Noun:
    """The noun that never changes."""
    forms = {(case, number): word for case in CASES for number in NUMBERS}
    return Noun(word, "sing", "", False, forms, proper=True, fixed=True)


def dressed(form: str, like: str) -> str:
    """The form with the capitals that the common beginning of both words has in `like`.

    Of an abbreviation the stem stays in capitals: СПИД, СПИДом.
    """
    if like.islower() and like.isalpha():
        return form
    parts, like_parts = _SEAM.split(form), _SEAM.split(like)
    if len(parts) != len(like_parts):
        return _capitals_kept(form, like)
    return "".join(_capitals_kept(part, like_part) for part, like_part in zip(parts, like_parts, strict=True))


def _capitals_kept(form: str, like: str) -> str:
    kept = 0
    for ours, theirs in zip(without_yo(form), without_yo(like.lower()), strict=False):
        if ours != theirs:
            break
        kept += 1
    # «Ребенок», «Дети»: no letter in common.
    return like[:kept] + form[kept:] if kept or not like[:1].isupper() else form[:1].upper() + form[1:]


def _dictionary_nouns(word: str) -> Iterator[Noun]:
    capital = word[:1].isupper()
    # Names have capitals («по» is no river), single letters are no words.
    found = [
        reading
        for reading in readings(word)
        if (reading.part, reading.case) == ("NOUN", "nomn")
        and (capital or not reading.proper)
        and len(word) > 1
    ]

    def rank(reading: WordReading) -> tuple[bool, bool, bool]:
        # «Чад», «Сальвадор», «Филиппины»: a place before a word, and a word before a person's name.
        return (not reading.place, reading.proper, reading.number == "plur")

    for reading in sorted(found, key=rank):
        forms: dict[tuple[str, str], str] = {}
        for form in paradigm(word, reading):
            forms.setdefault((form.case, form.number), dressed(form.text, word))
        yield Noun(
            word,
            reading.number,
            reading.gender,
            reading.animacy == "anim",
            forms,
            proper=reading.proper,
            place=reading.place,
            fixed=reading.fixed,
        )


def _unknown_nouns(word: str) -> Iterator[Noun]:
    if word[:1].isupper():
        if word.lower().endswith(_FOREIGN_ENDS):
            yield fixed_noun(word)
            return
        if name := modelled(word):
            yield name
            return
    yield from _dictionary_nouns(word)


def _compound(word: str) -> Noun | None:
    *front, last = _SEAM.split(word)
    name = last[:1].isupper()
    first = front[0]
    if name and any(len(part) > 1 and part.isupper() for part in front):
        # «ООН-Хабитат»
        return fixed_noun(word)
    if not name and len(front) == 2 and (pair := _apposition(first, front[1], last)):
        return pair
    ends = _last_part(last) if name else next(iter(nouns(last)), None)
    if ends is None:
        return None
    starts = next(iter(nouns(first)), None) if is_known(first) else None
    if name and ends.fixed and starts and starts.place and not starts.fixed:
        # «Гвинея-Бисау», «Тимор-Лешти»: what can bend is the first part.
        rest = word[len(first) :]
        return replace(starts, text=word, forms={key: form + rest for key, form in starts.forms.items()})
    prefix = "".join(front)
    # «Сент-Винсент»: a man's name within a place's name is no longer animate.
    return replace(
        ends,
        text=word,
        animate=ends.animate and not name,
        proper=ends.proper or name,
        forms={key: prefix + form for key, form in ends.forms.items()},
    )


def _last_part(part: str) -> Noun | None:
    if part.lower().endswith(_FOREIGN_ENDS):
        return fixed_noun(part)
    return next(iter(nouns(part)), None) or modelled(part)


def _apposition(first: str, seam: str, last: str) -> Noun | None:
    """Both parts bend in «государство-участник», «совещание-практикум», only the last in «бизнес-план».

    The second part of an apposition names who does it, or the first is no bare masculine stem, which may be
    a mere prefix.
    """
    if not (is_known(first) and is_known(last)):
        return None
    for head in nouns(first):
        for other in nouns(last):
            if head.fixed or other.fixed or head.number != other.number:
                continue
            if not other.animate and head.gender == "masc":
                continue
            forms: dict[tuple[str, str], str] = {}
            for case, number in head.forms:
                one = head.form(case, number, animate=head.animate)
                two = other.form(case, number, animate=head.animate)
                if one and two:
                    forms[case, number] = one + seam + two
            return replace(head, text=first + seam + last, forms=forms)
    return None


@lru_cache(maxsize=1 << 12)
def _agreement(word: str, reading: WordReading) -> Mapping[tuple[str, str, str, str], str]:
    """The forms of an adjective by case, number, gender ("" in the plural) and animacy."""
    table: dict[tuple[str, str, str, str], str] = {}
    # «высший» shares its paradigm with «высочайший»: the forms most like the word come first.
    forms = sorted(paradigm(word, reading), key=lambda form: -Prefix.similarity(form.text, word.lower()))
    for form in forms:
        for animacy in (form.animacy,) if form.animacy else ("anim", "inan"):
            gender = "" if form.number == "plur" else form.gender
            table.setdefault((form.case, form.number, gender, animacy), form.text)
    return table


def _increment(form: str) -> str:
    """What is written of an ordinal's end after a figure: one letter after a vowel, two after a consonant."""
    return form[-1] if form[-2] in "аеиоуыэюя" else form[-2:]
