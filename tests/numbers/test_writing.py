"""A value in the notation of what it replaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.numbers import Number, find_numbers, in_russian, rewritten


def _only(text: str, language: str) -> Number:
    (number,) = find_numbers(text, language).found
    return number


@pytest.mark.parametrize(
    ("russian", "english", "right"),
    [
        ("360 000", "350,000", "350 000"),
        ("360\u00a0000", "350,000", "350\u00a0000"),
        ("8500", "9,500", "9500"),
        ("26,7", "27.6", "27,6"),
        ("12,0", "13.0", "13,0"),
        ("5,5 млн", "4.5 million", "4,5"),
        ("глава VI", "chapter IV", "IV"),
        ("20 ч. 00 м.", "10 a.m.", "10 ч. 00 м"),
        ("2018 года", "2014.42", "2014"),
        ("6 заседаний", "five meetings", "5"),
    ],
)
def test_writes_the_english_value_as_the_russian(russian: str, english: str, right: str) -> None:
    assert rewritten(_only(russian, "ru"), _only(english, "en")) == right


@pytest.mark.parametrize(
    ("russian", "english"), [("1,5 млрд", "1.5 million"), ("пяти", "6"), ("5819 тыс.", "5,820,000")]
)
def test_offers_nothing_where_a_word_would_have_to_change(russian: str, english: str) -> None:
    assert rewritten(_only(russian, "ru"), _only(english, "en")) is None


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("45,000 tons", "45 000"),
        ("12.5 per cent", "12,5"),
        ("3 p.m.", "15 ч. 00 м."),
        ("target 16.2", "16.2"),
    ],
)
def test_writes_an_english_figure_in_russian(english: str, russian: str) -> None:
    assert in_russian(_only(english, "en")) == russian


@given(st.integers(1000, 10**9), st.integers(1000, 10**9))
def test_what_is_written_means_the_english_value(ours: int, theirs: int) -> None:
    right = rewritten(_only(f"{ours:,}".replace(",", " "), "ru"), _only(f"{theirs:,}", "en"))
    assert right is not None
    assert _only(right, "ru").value == str(theirs)
