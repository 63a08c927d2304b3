"""Words and letters, a check a file."""

from termcheck.checks.text.mixed_script import mixed_script

CHECKS = (mixed_script,)
