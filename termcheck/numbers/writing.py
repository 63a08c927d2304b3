"""A value in the notation of the number that it is to replace."""

import re
from decimal import Decimal

from termcheck.numbers.number import Kind, Notation, Number
from termcheck.numbers.roman import roman


def rewritten(russian: Number, english: Number) -> str | None:
    """Write the English value as the Russian number is written: «360 000» for 350,000 → «350 000».

    None where that takes more than other figures: a word that would have to bend, another scale.
    """
    if russian.notation is Notation.WORDS:
        return None
    if russian.kind is Kind.TIME:
        return _time(russian.text, english.values[0]) if ":" in english.values[0] else None
    value = _bare(russian, english)
    if value is None:
        return None
    if russian.notation is Notation.ROMAN:
        return roman(int(value)) if value.isdigit() and 0 < int(value) < 400 else None
    whole, _, part = value.partition(".")
    blank = next((mark for mark in " \u00a0\u202f\u2009" if mark in russian.text), "")
    if blank and len(whole) > 3:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", blank, whole)
    if not part:
        zeros = re.search(r"[.,]0+$", russian.text)
        return whole + (zeros.group() if zeros else "")
    own = re.search(r"[.,](?=\d+$)", russian.text)
    written = re.search(r"[.,](\d+)$", english.text)
    exact = written[1] if written and written[1].rstrip("0") == part else part
    return f"{whole}{own.group() if own else ','}{exact}"


def in_russian(english: Number) -> str:
    """Write an English figure as the Russian usually has it: 45,000 → «45 000», 3 p.m. → «15 ч. 00 м.»."""
    if english.kind is Kind.TIME:
        hour, minutes = english.value.split(":")
        return f"{hour} ч. {minutes} м."
    if "," in english.text:
        return english.text.replace(",", " ").replace(".", ",")
    is_decimal = english.kind in (Kind.PERCENT, Kind.MONEY) or english.scale
    return english.text.replace(".", ",") if is_decimal else english.text


def _bare(russian: Number, english: Number) -> str | None:
    """Return the English figure as it is without its scale, where both are scaled alike or not at all."""
    if not russian.scale and not english.scale:
        # "in 2014.42" is the year before a footnote, where the Russian has a whole number
        whole = "." not in russian.value
        return next((value for value in english.values if value.isdigit() or not whole), english.value)
    if not russian.scale or not english.scale:
        return None
    ours, theirs = _worth(russian), _worth(english)
    return _figure(english) if ours == theirs else None


def _worth(number: Number) -> Decimal:
    return Decimal(number.value) / Decimal(_figure(number))


def _figure(number: Number) -> str:
    """Return the figure before a scale: 1.5 of "1.5 million"."""
    return number.values[len(number.values) // 2]


def _time(written: str, clock: str) -> str:
    """Put an hour and minutes in the place of those that stand: «20 ч. 00 м.», 10:00 → «10 ч. 00 м.»."""
    hour, minutes = clock.split(":")
    figures = iter((hour, minutes))
    return re.sub(r"\d+", lambda found: next(figures, found.group()), written)
