"""Concepts and their terms, from files to something that can be looked up in."""

from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import Candidate, CompiledGlossary, load

__all__ = ["Candidate", "CompiledGlossary", "bundled", "load"]
