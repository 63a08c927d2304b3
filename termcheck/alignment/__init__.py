"""Two documents and what was recognised in them → the pairs that say the same."""

from termcheck.alignment.aligner import align
from termcheck.alignment.features import Side

__all__ = ["Side", "align"]
