"""Numbers of a text: what they mean, what they count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.model import Span
from termcheck.numbers import Kind, Notation, find_numbers


def _values(text: str, language: str) -> list[str]:
    return [number.value for number in find_numbers(text, language).found]


@pytest.mark.parametrize(
    ("english", "russian", "value"),
    [
        ("12.5", "12,5", "12.5"),
        ("1,500", "1 500", "1500"),
        ("1,500", "1\u00a0500", "1500"),
        ("1,500", "1\u202f500", "1500"),
        ("7,200", "7200", "7200"),
        ("1.5 million", "1,5 млн", "1500000"),
        ("five thousand", "5 тыс.", "5000"),
        ("2.3 billion", "2,3 млрд", "2300000000"),
        ("eleventh", "одиннадцатое", "11"),
        ("four", "четырех", "4"),
        ("twenty-five", "двадцатью пятью", "25"),
        ("twenty-third", "двадцать третьего", "23"),
        ("one hundred and twenty", "ста двадцати", "120"),
        ("three hundred", "тремястами", "300"),
        ("21st", "21-й", "21"),
        ("chapter XIV", "глава XIV", "14"),
        ("3 p.m.", "15 ч. 00 м.", "15:00"),
        ("10.30 a.m.", "10 ч. 30 м.", "10:30"),
        ("five decades", "пятидесяти", "50"),
    ],
)
def test_means_the_same_in_both_languages(english: str, russian: str, value: str) -> None:
    assert _values(english, "en") == _values(russian, "ru") == [value]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("three, four and five", "en", ["3", "4", "5"]),
        ("в третьем, четвертом и пятом", "ru", ["3", "4", "5"]),
        ("12–14 октября 2021 года", "ru", ["12", "14", "2021"]),
        ("2020/21", "en", ["2020", "21"]),
        ("1-м и 2-м заседаниях", "ru", ["1", "2"]),
        ("тысячи людей", "ru", []),
        ("I note that Mr. X agreed", "en", []),
        ("второстепенный", "ru", []),
    ],
)
def test_cuts_a_row_into_numbers(text: str, language: str, values: list[str]) -> None:
    assert _values(text, language) == values


@pytest.mark.parametrize(
    ("text", "language", "kind", "unit"),
    [
        ("12 and 13 October", "en", Kind.DAY, "10"),
        ("12–13 октября", "ru", Kind.DAY, "10"),
        ("2021 год", "ru", Kind.YEAR, ""),
        ("26,7 процента", "ru", Kind.PERCENT, ""),
        ("$45,000", "en", Kind.MONEY, ""),
        ("45 000 долл. США", "ru", Kind.MONEY, ""),
        ("статьи 12", "ru", Kind.REFERENCE, "article"),
        ("agenda item 5", "en", Kind.REFERENCE, "item"),
        ("7391-е заседание", "ru", Kind.ORDINAL, ""),
        ("Комитет42", "ru", Kind.NOTE, ""),
        ("25. The Committee", "en", Kind.LABEL, ""),
        ("UF6", "en", Kind.CODE, "UF"),
        ("Euro1.5 million", "en", Kind.MONEY, ""),
        ("$A45,000", "en", Kind.MONEY, ""),
        ("2013 года и 29 августа", "ru", Kind.YEAR, ""),
        ("78,3 года", "ru", Kind.PLAIN, ""),
    ],
)
def test_tells_what_a_number_does(text: str, language: str, kind: Kind, unit: str) -> None:
    number = find_numbers(text, language).found[0]
    assert (number.kind, number.unit) == (kind, unit)


def test_leaves_out_what_is_masked_but_knows_it() -> None:
    numbers = find_numbers("документ A/76/100 и 12 государств", "ru", [Span(9, 17)])
    assert [number.value for number in numbers.found] == ["12"]
    assert {"76", "100"} <= numbers.known


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("двухгодичный период", "ru", "2"),
        ("за десятилетие", "ru", "10"),
        ("половина", "ru", "50"),
        ("the past decade", "en", "10"),
        ("one third", "en", "3"),
        ("одна треть", "ru", "3"),
    ],
)
def test_knows_the_number_in_a_word(text: str, language: str, value: str) -> None:
    assert value in find_numbers(text, language).known


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("семинар и семидесятая сессия", "ru", "7"),
        ("требование традиции", "ru", "3"),
        ("получить полуостров", "ru", "2"),
        ("birth of a biosphere", "en", "2"),
        ("a trial of the tribunal", "en", "3"),
        ("all tensions and allegations", "en", "10"),
    ],
)
def test_a_word_that_begins_alike_holds_no_number(text: str, language: str, value: str) -> None:
    assert value not in find_numbers(text, language).known


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("four and a half years", "en", ["4.5"]),
        ("четырех с половиной лет", "ru", ["4.5"]),
        ("шестьдесят десятой сессии", "ru", ["60+10"]),
        ("шестьдесят девятой сессии", "ru", ["69"]),
        ("двадцать, десятый", "ru", ["20", "10"]),
        ("firstly and secondly", "en", ["1", "2"]),
    ],
)
def test_reads_numbers_in_words(text: str, language: str, values: list[str]) -> None:
    assert _values(text, language) == values


def test_a_roman_numeral_has_its_notation() -> None:
    (number,) = find_numbers("приложение IV", "ru").found
    assert (number.notation, number.value, number.text) == (Notation.ROMAN, "4", "IV")


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from([" ", "\u00a0", "\u202f"]))
def test_marks_between_thousands_do_not_matter(value: int, blank: str) -> None:
    english = f"{value:,}"
    assert _values(english, "en") == _values(english.replace(",", blank), "ru") == [str(value)]


@given(st.text(alphabet="0123456789 .,-–()млнXIV:чтысячаone hundred«»%$", max_size=60))
def test_spans_hold_the_text_of_each_number(text: str) -> None:
    for language in ("en", "ru"):
        for number in find_numbers(text, language).found:
            assert text[number.span.start : number.span.end].lower() == number.text.lower()
            assert number.values
