"""Titles of bodies, offices and instruments, a check a file."""

from termcheck.checks.title.capitals import capitals
from termcheck.checks.title.honorific import honorific
from termcheck.checks.title.inconsistent import inconsistent
from termcheck.checks.title.missing import missing
from termcheck.checks.title.misspelt import misspelt
from termcheck.checks.title.role import role
from termcheck.checks.title.unofficial import unofficial

CHECKS = (
    unofficial,
    misspelt,
    capitals,
    missing,
    inconsistent,
    role,
    honorific,
)
