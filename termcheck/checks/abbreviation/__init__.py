"""Abbreviations and other short names that a document introduces, a check a file."""

from termcheck.checks.abbreviation.changed import changed
from termcheck.checks.abbreviation.mismatch import mismatch
from termcheck.checks.abbreviation.redefined import redefined
from termcheck.checks.abbreviation.undefined import undefined
from termcheck.checks.abbreviation.unused import unused

CHECKS = (
    changed,
    mismatch,
    redefined,
    undefined,
    unused,
)
