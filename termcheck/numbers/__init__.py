"""The numbers of a text: figures, words and Roman numerals as values, and the months of its dates."""

from termcheck.numbers.currencies import Currency, currency_of, names_currency
from termcheck.numbers.dates import DateWord, DateWords, find_months, find_weekdays, recast
from termcheck.numbers.finding import Numbers, find_numbers
from termcheck.numbers.magnitudes import Magnitude, find_magnitudes
from termcheck.numbers.number import Kind, Notation, Number
from termcheck.numbers.writing import in_russian, rewritten

__all__ = [
    "Currency",
    "DateWord",
    "DateWords",
    "Kind",
    "Magnitude",
    "Notation",
    "Number",
    "Numbers",
    "currency_of",
    "find_magnitudes",
    "find_months",
    "find_numbers",
    "find_weekdays",
    "in_russian",
    "names_currency",
    "recast",
    "rewritten",
]
