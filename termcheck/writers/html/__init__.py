"""The report to be looked at: one HTML file that needs no network."""

from termcheck.writers.html.report import as_html

__all__ = ["as_html"]
