"""Months and days of the week in dates."""

import pytest

from termcheck.numbers import find_months, find_weekdays, recast


@pytest.mark.parametrize(
    ("text", "language", "months"),
    [
        ("12 и 13 октября 2021 года", "ru", [10]),
        ("в июле 2021 года", "ru", [7]),
        ("October 12 and 3rd of May", "en", [10, 5]),
        ("It may be 5", "en", []),
        ("марта", "ru", []),
    ],
)
def test_finds_months_beside_figures(text: str, language: str, months: list[int]) -> None:
    assert [word.value for word in find_months(text, language).found] == months


def test_knows_months_in_other_shapes() -> None:
    assert {3, 10, 11} <= find_months("мартовский, October, 12.11.2021", "ru").known


def test_a_day_of_the_week_stands_before_a_date() -> None:
    found = find_weekdays("окружающая среда; в среду, 18 февраля", "ru").found
    assert [(word.text, word.value) for word in found] == [("среду", 3)]


@pytest.mark.parametrize(
    ("text", "value", "right"), [("12 ноября", 10, "октября"), ("в Июне 2021", 7, "Июле")]
)
def test_casts_another_month_in_the_same_form(text: str, value: int, right: str) -> None:
    (word,) = find_months(text, "ru").found
    assert recast(word, value, "months") == right


def test_tuesday_takes_another_preposition() -> None:
    (word,) = find_weekdays("в среду, 18 февраля", "ru").found
    assert recast(word, 2, "weekdays") is None
