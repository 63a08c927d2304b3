"""The months and days of the week of a text's dates."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from termcheck.model import Span
from termcheck.numbers.vocabulary import ENGLISH, RUSSIAN, alternatives, months, weekdays

_FIGURE_AFTER = re.compile(r"[.,]{0,2}[\s\u00a0]\d")
_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th|-?го)?[\s\u00a0](?:of[\s\u00a0]|day of[\s\u00a0])?\Z")

_CASES = 5  # forms of a month, before its abbreviations
_ABBREVIATED = 3  # letters: "Jan", "Mar", «авг»
_AFTER_ENGLISH = re.compile(
    r"\b(?:[Ii]n|[Oo]f|[Ff]rom|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|late|early|mid)[\s\u00a0-]\Z"
)
_AFTER_RUSSIAN = re.compile(
    r"\b(?:[Вв]|[Сс]|[Пп]о|[Дд]о|[Кк]|[Зз]а|[Нн]ачал[аеоу]|[Кк]онц[аеу]|[Кк]онец|[Сс]ередин[аеуы]|[Тт]ечение|[Нн]едел[еяю])[\s\u00a0]\Z"
)


@dataclass(frozen=True, slots=True)
class DateWord:
    """The name of a month or of a day of the week that belongs to a date; `value` counts from 1."""

    span: Span
    text: str
    value: int


@dataclass(frozen=True, slots=True)
class DateWords:
    """Such names in order, and the numbers of all that the text names: «мартовский», 12.03.2021."""

    found: tuple[DateWord, ...]
    known: frozenset[int]


_NONE = DateWords((), frozenset())


def find_months(text: str, language: str, masked: Collection[Span] = ()) -> DateWords:
    """Find the months that stand beside a day or a year, or after a preposition.

    "may" and «марта» alone may be other words.
    """
    numeric = {int(found[1]) for found in re.finditer(r"\b\d{1,2}[./](\d{1,2})[./]\d{2,4}\b", text)}
    found = _find(text, language, "months", masked)
    return DateWords(found.found, found.known | numeric)


def find_weekdays(text: str, language: str, masked: Collection[Span] = ()) -> DateWords:
    """Find the days of the week that stand before a date: "Tuesday, 24 February", «в среду, 18 февраля»."""
    return _find(text, language, "weekdays", masked)


def recast(word: DateWord, value: int, table: str) -> str | None:
    """Give the Russian for another month or day of the week in the same form; None where that is unclear."""
    names = months(RUSSIAN) if table == "months" else weekdays(RUSSIAN)
    ours = [name for name, number in names.items() if number == word.value]
    theirs = [name for name, number in names.items() if number == value]
    if table == "months":
        ours, theirs = ours[:_CASES], theirs[:_CASES]
    small = word.text.lower()
    if small not in ours:
        return None
    if table == "weekdays" and 2 in (word.value, value):
        return None  # «в среду», but «во вторник»
    right = _alike(ours.index(small), ours, theirs)
    if right is None:
        return None
    if word.text.isupper():
        return right.upper()
    return right.capitalize() if word.text[0].isupper() else right


def _alike(number: int, ours: list[str], theirs: list[str]) -> str | None:
    """The form of another word that answers one: nominative, accusative where it differs, genitive."""
    if len(ours) == len(theirs):
        return theirs[number]
    if number == len(ours) - 1:
        return theirs[-1]
    if len(ours) > len(theirs):
        return theirs[0]  # «пятница», «пятницу»: «четверг»
    return None  # «четверг» is a nominative and an accusative


def _find(text: str, language: str, table: str, masked: Collection[Span]) -> DateWords:
    if not _quick(table).search(text.lower()):
        return _NONE  # most texts name no month and no day
    names = months(language) if table == "months" else weekdays(language)
    dated, any_form = _patterns(language, table)
    found = tuple(
        DateWord(Span(*match.span("name")), match["name"], names[match["name"].lower()])
        for match in dated.finditer(text)
        if _is_dated(text, match, table)
        and not any(span.start < match.end("name") and match.start("name") < span.end for span in masked)
    )
    stems = _stems(table)
    known = {stems[match[1].lower()] for match in any_form.finditer(text)}
    return DateWords(found, frozenset(known))


@cache
def _stems(table: str) -> dict[str, int]:
    """Beginnings of the names, of both languages: the Russian version of a document may quote the English."""
    named = months if table == "months" else weekdays
    return {_stem(name): number for each in (ENGLISH, RUSSIAN) for name, number in named(each).items()}


@cache
def _quick(table: str) -> re.Pattern[str]:
    """The same beginnings anywhere in a text of small letters: ten times as fast as at the start of words."""
    return re.compile(alternatives(_stems(table)))


@cache
def _patterns(language: str, table: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Names that may belong to a date, and the beginnings of such names in either language."""
    named = months if table == "months" else weekdays
    names = alternatives(named(language))
    stems = alternatives(_stems(table))
    return re.compile(rf"\b(?P<name>{names})\b", re.IGNORECASE), re.compile(rf"\b({stems})", re.IGNORECASE)


def _is_dated(text: str, found: re.Match[str], table: str) -> bool:
    after = _FIGURE_AFTER.match(text, found.end()) is not None
    if after or table != "months":
        return after
    before = text[max(0, found.start() - 20) : found.start()]
    return _DAY_BEFORE.search(before) is not None or _is_after_preposition(found["name"], before)


def _is_after_preposition(name: str, before: str) -> bool:
    """Tell whether a month stands by itself: "in October", «с июля»; not "from Jan", "in august company"."""
    if len(name) == _ABBREVIATED and name.lower() not in ("may", "май", "мая", "мае"):
        return False
    if name.isascii():
        return name[0].isupper() and _AFTER_ENGLISH.search(before) is not None
    return _AFTER_RUSSIAN.search(before) is not None


def _stem(name: str) -> str:
    """What all forms and derivatives of a name begin with: «феврал»."""
    return name[:3] if name[0] in "мМ" and len(name) == 3 else name[:4]
