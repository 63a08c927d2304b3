"""Glossaries as TBX (ISO 30042): one way in, one way out.

What TBX has a data category for is written as that; what the chosen dialect has none for is written as a
note with a key, "termcheck.since: 2016-05-17", which other tools show and termcheck reads back. So every
dialect holds all concepts whole; only the document series have no place (`not_held`).
"""

from termcheck.glossary.tbx.reading import read_tbx
from termcheck.glossary.tbx.writing import not_held, write_tbx

__all__ = ["not_held", "read_tbx", "write_tbx"]
