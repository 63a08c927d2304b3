"""Letters of symbol fonts."""

import pytest

from termcheck.formats.symbol_fonts import unicode_of


@pytest.mark.parametrize(
    ("font", "number", "shown"),
    [
        ("Symbol", 0xF041, "Α"),
        ("Symbol", 0xF05A, "Ζ"),
        ("Symbol", 0xF061, "α"),
        ("Symbol", 0xF06D, "μ"),
        ("Symbol", 0xF07A, "ζ"),
        ("Symbol", 0xF0A3, "≤"),
        ("Symbol", 0xF0B0, "°"),
        ("Symbol", 0xF0B3, "≥"),
        ("Symbol", 0xF0B7, "•"),
        ("Symbol", 0xF0BB, "≈"),
        ("Symbol", 0xF0D7, "⋅"),
        ("Symbol", 0xF0DE, "⇒"),
        ("Symbol", 0xF0E5, "∑"),
        ("Symbol", 0xF0F2, "∫"),
        ("symbol", 0x2D, "−"),
        ("Wingdings", 0xF06C, "●"),
        ("Wingdings", 0xF06F, "□"),
        ("Wingdings", 0xF0A7, "▪"),
        ("Wingdings", 0xF0E0, "→"),
        ("Wingdings", 0xF0FC, "✓"),
        ("Wingdings", 0xF0FE, "☑"),
        ("Wingdings", 0xF0FF, ""),
        ("Arial", 0xF0B3, ""),
        ("Arial", 0x20AC, "€"),
    ],
)
def test_what_a_letter_shows(font: str, number: int, shown: str) -> None:
    assert unicode_of(chr(number), font) == shown
