"""SARIF 2.1.0, the OASIS standard for what checkers of files report."""

from termcheck.writers.sarif.log import as_sarif

__all__ = ["as_sarif"]
