"""Dates, a check a file."""

from termcheck.checks.date.changed import changed
from termcheck.checks.date.format import format

CHECKS = (
    changed,
    format,
)
