"""The checks, listed: what is not here does not run."""

from termcheck.checks import (
    abbreviation,
    consistency,
    country,
    date,
    number,
    person,
    source,
    structure,
    symbol,
    term,
    text,
    title,
)
from termcheck.checks.check import Check, Reach

CHECKS: tuple[Check, ...] = (
    *country.CHECKS,
    *title.CHECKS,
    *person.CHECKS,
    *term.CHECKS,
    *abbreviation.CHECKS,
    *symbol.CHECKS,
    *number.CHECKS,
    *date.CHECKS,
    *text.CHECKS,
    *structure.CHECKS,
    *consistency.CHECKS,
    *source.CHECKS,
)

__all__ = ["CHECKS", "Check", "Reach"]
