"""Roman numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.numbers.roman import roman, roman_value


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(number: int) -> None:
    assert roman_value(roman(number)) == number
    assert roman_value(roman(number).lower()) == number


@pytest.mark.parametrize("text", ["", "IIII", "IC", "ABC", "VX", "д"])
def test_what_is_no_roman_numeral(text: str) -> None:
    assert roman_value(text) is None


def test_cyrillic_lookalikes_are_roman() -> None:
    assert roman_value("ХІІ") == 12
