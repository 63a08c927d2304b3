"""Document symbols, a check a file."""

from termcheck.checks.symbol.changed import changed
from termcheck.checks.symbol.extra import extra
from termcheck.checks.symbol.link import link
from termcheck.checks.symbol.malformed import malformed
from termcheck.checks.symbol.missing import missing
from termcheck.checks.symbol.mixed_script import mixed_script
from termcheck.checks.symbol.series import series
from termcheck.checks.symbol.spacing import spacing
from termcheck.checks.symbol.transliterated import transliterated

CHECKS = (
    mixed_script,
    transliterated,
    spacing,
    malformed,
    changed,
    missing,
    extra,
    series,
    link,
)
