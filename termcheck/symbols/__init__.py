"""UN document symbols: find, parse, mend and compare; numbers of resolutions and decisions."""

from termcheck.symbols.addresses import symbol_at
from termcheck.symbols.comparison import Difference, closeness, differences
from termcheck.symbols.finding import Match, find
from termcheck.symbols.grammar import Part, Role, Symbol, parse
from termcheck.symbols.mending import Fault, added_part, faults, key, main_fault, mend
from termcheck.symbols.references import Reference, ReferenceKind, find_references
from termcheck.symbols.slips import is_misspelt, is_one_slip, is_reordered

__all__ = [
    "Difference",
    "Fault",
    "Match",
    "Part",
    "Reference",
    "ReferenceKind",
    "Role",
    "Symbol",
    "added_part",
    "closeness",
    "differences",
    "faults",
    "find",
    "find_references",
    "is_misspelt",
    "is_one_slip",
    "is_reordered",
    "key",
    "main_fault",
    "mend",
    "parse",
    "symbol_at",
]
