"""Resolutions and decisions in a running text: "резолюциями 55/100 и 1540 (2004)", "decision 4/4"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from termcheck.model import RUSSIAN, Span
from termcheck.symbols.vocabulary import LOOKALIKES


class ReferenceKind(StrEnum):
    """What a number is that of."""

    RESOLUTION = "resolution"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Reference:
    """The number of a resolution or decision where it stands.

    `text` is as written, `number` in Latin letters and single blanks: "217 A (III)". The organ is for the
    reader of the sentence to tell.
    """

    span: Span
    text: str
    kind: ReferenceKind
    number: str
    organ: str | None = None

    @property
    def mended(self) -> str | None:
        """The text with Latin letters in place of Cyrillic ones; None if it has no such."""
        latin = self.text.translate(_LATIN)
        return latin if latin != self.text else None

    @property
    def closed(self) -> str | None:
        """The text without blanks beside its slash; None if it has no such."""
        closed = _SLASH.sub("/", self.text)
        return closed if closed != self.text else None


_LATIN = str.maketrans({letter: latin for letter, latin in LOOKALIKES.items() if letter.isupper()})
_SLASH = re.compile(r"\s?/\s?")
_CAPITAL = "[A-HА-ЕНО]"
# "64/292 B", but "55/100 А. Н. Иванов", "64/292 A's"
_LETTER = rf"(?:\s?{_CAPITAL}(?:[-–]{_CAPITAL})?(?!['’]?\w|\.\s?[A-ZА-Я]))?"
_ROMAN = "[IVXLCХІС]+"
# 55/100, 64/292 B, S-20/2, ES-10/15, 2014/36, IV/5; 1/CP.21 is one of a conference of the parties
_SESSION = (
    rf"(?:(?:E?S|SS|[A-Z]{{2}})[-.‑])?(?:\d{{1,4}}|{_ROMAN})(?:/\s?|\s/)\d{{1,3}}(?![\d/.]\d|\w){_LETTER}"
    rf"|\d{{1,3}}/(?:CP|CMP|CMA)\.\d{{1,2}}"
)
# 1540 (2004), 217 A (III), 2 (ES-I)
_BRACKETED = rf"\d{{1,4}}(?:\s?{_CAPITAL})?\s?\((?:(?:19|20)\d\d|(?:E?S-)?{_ROMAN})\)"
# 1325, of the Security Council, in a text that leaves the year away
_BARE = r"\d{3,4}(?![\d/.,-]\d|\w)"
_NUMBER = rf"(?:({_BRACKETED}|{_SESSION})|({_BARE}))"


@dataclass(frozen=True, slots=True)
class _Grammar:
    """How one language writes them; the keyword has a group that is set for a resolution."""

    keyword: re.Pattern[str]
    first: re.Pattern[str]
    further: re.Pattern[str]
    not_before: re.Pattern[str]


@cache
def _grammar(language: str) -> _Grammar:
    return _russian() if language == RUSSIAN else _english()


def _russian() -> _Grammar:
    organ = (
        r"(?:\s(?:Генеральной|Ассамблеи|Совета|Безопасности|Экономического|и|Социального|по|правам|человека"
        r"|Комиссии|Конференции|Организации|Объединенных|Наций|ООН|[Сс]торон|участников)\b){0,6}"
    )
    ending = "(?:[яию]|[её]й|е|ем|й|ям|ями|ях|[ЯИЮЕЙ]|ЕЙ|ЕМ|ЯМ|ЯМИ|ЯХ)"
    date = r"(?:\sот\s\d{1,2}\s\w+\s\d{4}\s(?:года|г\.))?"
    link = r"(?:[,;]?\s(?:и|или|а также)|[,;])"
    sign = r"\s(?:№{1,2}\s?|N\s)?"
    return _Grammar(
        re.compile(rf"\b(?:([Рр]езолюци|РЕЗОЛЮЦИ)|[Рр]ешени|РЕШЕНИ){ending}\b"),
        re.compile(organ + sign + _NUMBER),
        re.compile(date + organ + link + organ + sign + _NUMBER),
        re.compile(
            r"\s(?:год|г\.|из\s\d|голос|член|больш|процент|слов|вопрос|проблем|задач|стран|государств)"
        ),
    )


def _english() -> _Grammar:
    organ = (
        r"(?:\s(?:of|the|General|Assembly|Security|Council|Economic|and|Social|Human|Rights|Commission"
        r"|Conference|Parties|United|Nations)\b){0,6}"
    )
    date = r"(?:\s(?:of|dated)\s\d{1,2}\s\w+\s\d{4})?"
    link = r"(?:[,;]?\s(?:and|or)|[,;])"
    sign = r"\s(?:[Nn]os?\.\s?)?"
    return _Grammar(
        re.compile(r"\b(?:([Rr]esolution|RESOLUTION)|[Dd]ecision|DECISION)[sS]?\b"),
        re.compile(organ + sign + _NUMBER),
        re.compile(date + organ + link + organ + sign + _NUMBER),
        re.compile(r"\s(?:of\s(?:the\s)?(?:votes|members)|majority|votes?|per\scent|words|countries|States)"),
    )


def find_references(text: str, language: str) -> tuple[Reference, ...]:
    """Every numbered resolution and decision in a text, in order; those of a list one by one.

    A number counts after the word for it ("резолюции", "decisions"), not years or fractions.
    """
    return tuple(_references(text, _grammar(language)))


def _references(text: str, grammar: _Grammar) -> Iterator[Reference]:
    for keyword in grammar.keyword.finditer(text):
        kind = ReferenceKind.RESOLUTION if keyword[1] else ReferenceKind.DECISION
        item = grammar.first.match(text, keyword.end())
        allows_bare = kind is ReferenceKind.RESOLUTION
        while item and not grammar.not_before.match(text, item.end()):
            group = 1 if item[1] else 2
            if group == 2 and not allows_bare:
                break
            yield Reference(Span(*item.span(group)), item[group], kind, _normal(item[group]))
            # "резолюции 55/100 и 150 стран": a bare number goes on only with bare ones
            allows_bare = allows_bare and group == 2
            item = grammar.further.match(text, item.end())


def _normal(number: str) -> str:
    """217А(III) → 217 A (III)."""
    latin = _SLASH.sub("/", number).translate(_LATIN).replace("‑", "-").replace("–", "-")
    spaced = re.sub(r"(?<=\d)\s?(?=[A-H](?:\b|-))", " ", latin)
    return re.sub(r"\s?\(", " (", re.sub(r"\s+", " ", spaced))
