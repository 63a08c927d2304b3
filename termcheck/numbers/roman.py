"""Roman numerals."""

import re

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_ROMAN_SHAPE = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_LOOKALIKES = str.maketrans("ІіХхСсМм", "IIXXCCMM")


def roman(number: int) -> str:
    """A number from 1 as a Roman numeral in capitals: 4 → IV."""
    written = []
    for value, letters in _ROMAN:
        written.append(letters * (number // value))
        number %= value
    return "".join(written)


def roman_value(numeral: str) -> int | None:
    """The number that a Roman numeral means, Cyrillic look-alikes allowed; None where it is none."""
    numeral = numeral.translate(_ROMAN_LOOKALIKES).upper()
    if not numeral or not _ROMAN_SHAPE.fullmatch(numeral):
        return None
    value, rest = 0, numeral
    for worth, letters in _ROMAN:
        while rest.startswith(letters):
            value += worth
            rest = rest[len(letters) :]
    return value
