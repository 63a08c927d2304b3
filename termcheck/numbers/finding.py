"""Every number of a text of either language, with what it means and what it counts."""

import re
from collections.abc import Collection, Iterable, Iterator, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from termcheck.model import Span
from termcheck.numbers.number import Kind, Notation, Number
from termcheck.numbers.roman import roman_value
from termcheck.numbers.spelled import held, spelled
from termcheck.numbers.vocabulary import (
    ENGLISH,
    RUSSIAN,
    alternatives,
    half,
    measures,
    months,
    one_and_a_half,
    reference_words,
    scales,
)

_BLANK = " \u00a0\u202f\u2009"
_DASH = r"(?:--|[-–—‑])"
_LINK = rf"(?:\s?{_DASH}\s?|,\s|\s(?:and|to|or|и|или|по|до)\s)"
# "156,734.5", «156 734,5», "8.1", «4,5», "12.10.2021"
_FIGURE = re.compile(
    rf"\d{{1,3}}(?:[{_BLANK}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)*"
)
_LONGEST_FIGURE = 40  # characters; what is longer is a row of figures or a key, and no number
_ROMAN = re.compile(r"\b[IVXLC]{2,7}\b|\b[IVX]\b")
_ENDING = {
    "en": re.compile(r"(?:st|nd|rd|th)\b"),
    "ru": re.compile(r"[-‑–]?(?:го|му|ом|ым|ем|ой|ая|ый|ий|ое|ые|ых|ую|й|я|е|м|х|ю)\b"),
}
_PERCENT = re.compile(r"\s?(?:%|per\s?cent\b|percent|процент|проц\.)")
_MONEY_AFTER = re.compile(
    r"\s?(?:[$€£]|долл|dollar|евро|euros?\b|фунт|pounds?\b|рубл|rouble|франк|franc|йен|yen\b)"
)
_MONEY_BEFORE = re.compile(r"(?:[€£]|\$(?:A|C|Can|NZ|US)?|\bEUR|\bUSD|\bCHF|\b[Ee]uros?)\s?$")
_YEAR_AFTER = re.compile(r"(?:[-‑]?[ехй]+)?\s?(?:год|гг?\.|учебн|финансов)")
_WHICH_YEAR_AFTER = re.compile(r"[\s\u00a0](?:году|годов|годах)\b")  # «3 года» may be how long
_NOTE_BEFORE = re.compile(r"(?:[a-zа-яё)»”.,;:>]|[^\s(\[]\")$")
_CODE_BEFORE = re.compile(r"(?<![^\W\d_])[A-ZА-ЯЁ][A-ZА-ЯЁa-z]{0,2}[A-ZА-ЯЁ]{0,3}[-‑]?$")
_LABEL_AFTER = re.compile(r"\s?[.)]\s")
_TIMES = {
    "en": re.compile(
        r"\b(?P<h>\d{1,2})(?:[.:](?P<m>\d\d))?\s?(?P<half>[ap])\.?\s?m\b"
        r"|\b(?P<h2>[01]?\d|2[0-3]):(?P<m2>[0-5]\d)\b"
        r"|\b(?P<h3>[01]\d|2[0-4])(?P<m3>[0-5]\d)(?=Z\b|(?:\s(?:and|to|or)\s\d{4}|-\d{4})?\s(?:hours|hrs|GMT|UTC))"
    ),
    "ru": re.compile(
        r"\b(?P<h>\d{1,2})\s?(?:ч\.?|час\.?|часов|часа)\s?(?P<m>\d\d)\s?м(?:ин)?"
        r"|\b(?P<h2>\d{1,2}):(?P<m2>\d\d)\b|\b(?P<h3>\d{1,2})\.(?P<m3>\d\d)(?=\s(?:час|утра|дня|вечера))"
    ),
}
_DATE = re.compile(r"\b(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\b")
_DECIMAL = re.compile(r"\d{1,3}[.,]\d{1,2}")
# "between 3 and 6 p.m."
_UNTIL = re.compile(rf"{_LINK}\d{{1,2}}(?:[.:]\d\d)?\s?(?P<half>[ap])\.?\s?m\b")
_HOURS = re.compile(r"\s(?:ч\.|час)")  # «после 22 часов»: 10 p.m.
_SHORT_RANGE = re.compile(rf"(?<![\d.,])(\d{{1,3}})\s?{_DASH}\s?(\d{{1,3}})(?![\d.,]\d)")
_LONGEST_RANGE = 6  # of figures that one may write out one by one
_TWO_YEARS = re.compile(r"(?:19|20)\d\d(?:19|20)\d\d")  # "20142015": a dash was lost


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a text in order, and every value that anything in it may stand for.

    `known` is wider: footnote marks, figures in symbols, words such as "decade" can answer a number of the
    other language, but ground nothing themselves.
    """

    found: tuple[Number, ...]
    known: frozenset[str]


def find_numbers(text: str, language: str, masked: Collection[Span] = ()) -> Numbers:
    """Find the numbers of a text outside the masked spans; `language` is "en" or "ru"."""
    known = set[str]()
    numbers = list[Number]()
    taken = _places(masked)
    for number in _times(text, language):
        numbers.append(number)
        taken |= _places((number.span,))
        known.update(number.values)
    dates = _places(Span(*date.span()) for date in _DATE.finditer(text))
    for found in _FIGURE.finditer(text):
        if found.end() - found.start() > _LONGEST_FIGURE:
            continue
        known.update(_readings(found.group(), language))
        if not _DECIMAL.fullmatch(found.group()):
            known.update(part.lstrip("0") or "0" for part in re.findall(r"\d+", found.group()))
        if taken.isdisjoint(range(*found.span())):
            is_dated = dates.issuperset(range(*found.span()))
            numbers.append(_figure(text, found, language, is_dated=is_dated))
    small = _small(text)
    others = (*_romans(text, language), *spelled(small, language))
    numbers += (number for number in others if _is_free(number, taken))
    for number in numbers:
        known.update(number.values)
    numbers.sort(key=lambda number: number.span.start)
    # "per 1,000" is «на тысячу», which is no number by itself; "half a million" is 500,000
    worths = {word: worth for word, worth in scales(language).items() if word in small}
    known.update(str(worth) for worth in worths.values())
    if half(language).search(small):
        known.update(str(worth // 2) for worth in worths.values())
    if one_and_a_half(language).search(small):
        known.update(("1.5", *(str(worth * 3 // 2) for worth in worths.values())))
    known.update(_within_ranges(text))
    return Numbers(tuple(numbers), frozenset(known | held(small, language)))


def _within_ranges(text: str) -> Iterator[str]:
    """Yield what a short range holds: «3–5 февраля» is "3, 4 and 5 February"."""
    for found in _SHORT_RANGE.finditer(text):
        first, last = int(found[1]), int(found[2])
        if first < last <= first + _LONGEST_RANGE:
            yield from map(str, range(first + 1, last))


def _small(text: str) -> str:
    """The text in small letters, without ё, letter by letter: "İ" would become two."""
    small = text.lower().replace("ё", "е")
    return small if len(small) == len(text) else "".join(letter.lower()[:1] for letter in text)


def _places(spans: Iterable[Span]) -> set[int]:
    """Return the places that some spans take: a row of a thousand figures asks for each figure."""
    return {place for span in spans for place in range(span.start, span.end)}


def _is_free(number: Number, taken: Set[int]) -> bool:
    return taken.isdisjoint(range(number.span.start, number.span.end))


def _times(text: str, language: str) -> Iterator[Number]:
    if ":" not in text and "m" not in text and "ч" not in text and "hours" not in text and "Z" not in text:
        return
    for found in _TIMES[language].finditer(text):
        groups = {name: value for name, value in found.groupdict().items() if value}
        hour = int(next(value for name, value in groups.items() if name.startswith("h") and name != "half"))
        minutes = next((value for name, value in groups.items() if name.startswith("m")), "00")
        half = groups.get("half")
        clock = hour % 12 + 12 if half == "p" else hour % 12 if half == "a" else hour
        span = Span(*found.span())
        values = (f"{clock}:{minutes}", *([str(hour)] if minutes == "00" else [f"{hour}.{minutes}"]))
        yield Number(span, found.group(), values, Kind.TIME)


def _figure(text: str, found: re.Match[str], language: str, *, is_dated: bool) -> Number:
    start, end = found.span()
    written = found.group()
    before, after = text[max(0, start - 60) : start], text[end : end + 40]
    values = _readings(written, language)
    number = Number(Span(start, end), written, values)
    if is_dated and len(written) != 4:
        return replace(number, kind=Kind.NOTE)  # "05/03/2021": which is the month, the words will tell
    has_currency = _MONEY_BEFORE.search(before) is not None
    if not has_currency and (code := _CODE_BEFORE.search(before)):
        return replace(number, kind=Kind.CODE, unit=code.group())  # "B62", "UF6", "MiG-29" name a thing
    if start and not has_currency and _NOTE_BEFORE.search(before):
        return replace(number, kind=Kind.NOTE)
    if not start and _LABEL_AFTER.match(after):
        return replace(number, kind=Kind.LABEL)
    if language == RUSSIAN and _HOURS.match(after) and len(values[0]) <= 2:
        number = replace(number, values=(*values, f"{values[0]}:00"))
    if language == ENGLISH and (until := _UNTIL.match(after)):
        hour = int(values[0]) % 12 + 12 * (until["half"] == "p") if values[0].isdigit() else 0
        return replace(number, kind=Kind.TIME, values=(f"{hour}:00", *values))
    if len(written) < 3 and (month := _month_after(language).match(after)):  # «2013 года и 29 августа»
        return replace(number, kind=Kind.DAY, unit=str(months(language)[month[1].lower()]))
    if _ENDING[language].match(after):
        return replace(number, kind=Kind.ORDINAL)
    if _PERCENT.match(after):
        return replace(number, kind=Kind.PERCENT)
    if scale := _scale_after(language).match(after):
        worth = scales(language)[scale[1].lower()]
        figures = [value for value in values if _is_decimal(value)]
        values = (*(_normal(Decimal(value) * worth) for value in figures), *figures)
        number = replace(number, values=values, scale=scale[1])
        after = after[scale.end() :]
    elif scale := _range_scale_after(language).match(after):
        worth = scales(language)[scale[1].lower()]
        figures = [value for value in values if _is_decimal(value)]
        number = replace(number, values=(*values, *(_normal(Decimal(value) * worth) for value in figures)))
    if _MONEY_AFTER.match(after) or has_currency:
        return replace(number, kind=Kind.MONEY)
    looks_like_year = len(written) == 4 and (written[:2] in ("18", "19", "20") or _YEAR_AFTER.match(after))
    which_year = language == RUSSIAN and _WHICH_YEAR_AFTER.match(after)
    if written.isdigit() and (looks_like_year or which_year):
        return replace(number, kind=Kind.YEAR)
    for key, measure in measures(language):
        if measure.match(after):
            return replace(number, unit=key)
    for key, word in _reference_before(language):
        if word.search(before):
            return replace(number, kind=Kind.REFERENCE, unit=key)
    return number


@cache
def _month_after(language: str) -> re.Pattern[str]:
    names = alternatives(months(language))
    return re.compile(
        rf"(?:st|nd|rd|th|-?го)?(?:{_LINK}\d{{1,2}})*[{_BLANK}](?:of\s)?({names})\b", re.IGNORECASE
    )


@cache
def _scale_after(language: str) -> re.Pattern[str]:
    return re.compile(rf"[{_BLANK}-]?({alternatives(scales(language))})\b", re.IGNORECASE)


@cache
def _range_scale_after(language: str) -> re.Pattern[str]:
    """What follows the first figure of a range that is scaled once: "2-3 billion"."""
    further = rf"{_LINK}[$€£]?{_FIGURE.pattern}"
    return re.compile(rf"(?:{further})[{_BLANK}-]?({alternatives(scales(language))})\b", re.IGNORECASE)


@cache
def _reference_before(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The word right before a number or before others of its row: "articles 3, 12 and", «пункте»."""
    row = rf"(?:\d+(?:\s?\(\w+\))*{_LINK})*$"
    return tuple(
        (key, re.compile(rf"\b{word.pattern}\.?[{_BLANK}](?:№\s?)?{row}", re.IGNORECASE))
        for key, word in reference_words(language)
    )


def _readings(written: str, language: str) -> tuple[str, ...]:
    """What a figure may mean, the likeliest first: "1,500" 1500, «1,500» 1.5 or 1500, "2014.42" 2014."""
    values = dict.fromkeys(_likeliest(written, language))
    return tuple(values)


def _likeliest(written: str, language: str) -> Iterator[str]:
    bare = re.sub(rf"[{_BLANK}]", "", written)
    if bare.isdigit():
        yield str(int(bare))
        if _TWO_YEARS.fullmatch(bare):
            yield from (bare[:4], bare[4:])
        return
    marks = bare.count(".") + bare.count(",")
    if marks == 1 and not _groups(bare, "," if language == ENGLISH else "."):
        yield _normal(Decimal(bare.replace(",", ".")))
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", bare):
        yield str(int(re.sub(r"[.,]", "", bare)))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:\.\d{3})+,\d+", bare):
        cut = max(bare.rfind("."), bare.rfind(","))
        yield _normal(Decimal(re.sub(r"[.,]", "", bare[:cut]) + "." + bare[cut + 1 :]))
    if language != ENGLISH and marks == bare.count(".") == 1:
        yield _normal(Decimal(bare))  # «Закон № 26.743»
    if re.match(r"(?:19|20)\d\d[.,]\d{1,3}$", bare):
        yield bare[:4]  # "in 2014.42": the footnote after a full stop
    yield bare


def _groups(bare: str, mark: str) -> bool:
    return re.fullmatch(rf"\d{{1,3}}(?:[{mark}]\d{{3}})+", bare) is not None


def _normal(value: Decimal) -> str:
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _is_decimal(value: str) -> bool:
    return re.fullmatch(r"\d+(?:\.\d+)?", value) is not None


def _romans(text: str, language: str) -> Iterator[Number]:
    for found in _ROMAN.finditer(text):
        numeral = found.group()
        value = roman_value(numeral)
        if value is None:
            continue
        before = text[max(0, found.start() - 40) : found.start()]
        unit = next((key for key, word in _reference_before(language) if word.search(before)), "")
        if len(numeral) == 1 and not unit:
            continue  # "I note", "Mr. X"
        yield Number(
            Span(*found.span()),
            numeral,
            (str(value),),
            Kind.REFERENCE if unit else Kind.PLAIN,
            Notation.ROMAN,
            unit,
        )
