"""Terms of a user's own glossary, and words that one paragraph renders in two ways, a check a file."""

from termcheck.checks.term.forbidden import forbidden
from termcheck.checks.term.inconsistent import inconsistent
from termcheck.checks.term.missing import missing

CHECKS = (
    missing,
    forbidden,
    inconsistent,
)
