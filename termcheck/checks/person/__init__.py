"""Names of people, a check a file."""

from termcheck.checks.person.inconsistent import inconsistent
from termcheck.checks.person.missing import missing
from termcheck.checks.person.spelling import spelling

CHECKS = (inconsistent, missing, spelling)
