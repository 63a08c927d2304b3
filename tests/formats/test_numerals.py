"""How lists count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.formats.numerals import letter, letter_values, ordinal


@given(st.integers(1, 52))
def test_latin_letters_read_back(number: int) -> None:
    assert letter_values(letter(number)) == (number,)


@given(st.integers(1, 28))
def test_russian_letters_read_back(number: int) -> None:
    assert number in letter_values(letter(number, "ru"))


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("A", (1,)),
        ("А", (1,)),
        ("В", (2, 3)),
        ("Д", (4, 5)),
        ("б", (2,)),
        ("г", (7, 4)),
        ("aa", (27,)),
        ("ab", ()),
    ],
)
def test_a_cyrillic_letter_may_count_twice(typed: str, values: tuple[int, ...]) -> None:
    assert letter_values(typed) == values


@pytest.mark.parametrize(
    ("number", "told"),
    [(1, "first"), (10, "tenth"), (11, "11th"), (12, "12th"), (21, "21st"), (22, "22nd"), (113, "113th")],
)
def test_places_are_counted(number: int, told: str) -> None:
    assert ordinal(number) == told
