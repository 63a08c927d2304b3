"""The checks, listed: what is not here does not run."""

from termcheck.checks import consistency, country, source, structure, symbol, text, title
from termcheck.checks.check import Check, Reach

CHECKS: tuple[Check, ...] = (
    *country.CHECKS,
    *title.CHECKS,
    *symbol.CHECKS,
    *text.CHECKS,
    *structure.CHECKS,
    *consistency.CHECKS,
    *source.CHECKS,
)

__all__ = ["CHECKS", "Check", "Reach"]
