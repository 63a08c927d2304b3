"""termcheck: names and symbols in Russian UN documents, checked against their English originals.

>>> from pathlib import Path
>>> import termcheck
>>> glossary = termcheck.load(termcheck.bundled())
>>> for result in termcheck.check_files(Path("report.ru.md"), Path("report.en.md"), glossary):
...     for finding in result.findings:
...         print(finding.place.label, finding.problem.message)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from termcheck.errors import GlossaryError, InputError, TermcheckError, UsageError
    from termcheck.glossary.bundled import bundled
    from termcheck.glossary.compiled import load
    from termcheck.pipeline import align_files, check, check_files

# Loaded when asked for: spaCy alone takes half a second, and `termcheck --help` needs none of it.
_HOMES = {
    "GlossaryError": "errors",
    "InputError": "errors",
    "TermcheckError": "errors",
    "UsageError": "errors",
    "align_files": "pipeline",
    "bundled": "glossary.bundled",
    "check": "pipeline",
    "check_files": "pipeline",
    "load": "glossary.compiled",
}

__all__ = [
    "GlossaryError",
    "InputError",
    "TermcheckError",
    "UsageError",
    "align_files",
    "bundled",
    "check",
    "check_files",
    "load",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'termcheck' has no attribute {name!r}")
    return getattr(import_module(f"termcheck.{_HOMES[name]}"), name)
