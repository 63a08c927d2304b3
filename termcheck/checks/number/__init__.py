"""Numbers against the English, a check a file."""

from termcheck.checks.number.changed import changed
from termcheck.checks.number.currency import currency
from termcheck.checks.number.extra import extra
from termcheck.checks.number.format import format_
from termcheck.checks.number.missing import missing

CHECKS = (
    changed,
    missing,
    extra,
    currency,
    format_,
)
