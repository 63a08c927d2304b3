"""What the English original itself has wrong: told to the editor, never a ground to fail."""

from termcheck.checks.source.malformed_symbol import malformed_symbol
from termcheck.checks.source.superseded_name import superseded_name

CHECKS = (superseded_name, malformed_symbol)
