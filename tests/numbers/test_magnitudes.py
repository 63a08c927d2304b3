"""Words that multiply."""

import pytest

from termcheck.numbers import find_magnitudes


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("hundreds of thousands of families", "en", [("thousands", 1000, True)]),
        ("3.5 million and billions", "en", [("million", 10**6, False), ("billions", 10**9, True)]),
        ("сотни тысяч семей и 3 млн. домов", "ru", [("тысяч", 1000, True), ("млн", 10**6, False)]),
        ("цели тысячелетия, десятилетия", "ru", []),
        ("the millennium, 5 m", "en", []),
    ],
)
def test_finds_the_words_for_thousands_and_more(
    text: str, language: str, found: list[tuple[str, int, bool]]
) -> None:
    magnitudes = list(find_magnitudes(text, language))
    assert [(each.text, each.worth, each.bare) for each in magnitudes] == found
    assert all(text[each.span.start : each.span.end] == each.text for each in magnitudes)
