"""Reports on what was found, one format a file."""

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol

from termcheck.model import Result, Severity, Unreadable

# These tell of the files that could not be read too. JSON is a contract, in which a finding is all there is.
TELL_UNREADABLE = frozenset({"sarif", "github", "gitlab", "junit"})


class Writer(Protocol):
    """What makes a report."""

    def __call__(
        self, results: Sequence[Result], least: Severity, unreadable: Sequence[Unreadable] = ()
    ) -> str:
        """Return a report on all results; `least` is the least severity that a person wants to see."""


def _late(name: str) -> Writer:
    """Return a writer that loads what it needs when it writes: the names alone are for --help."""

    def write(results: Sequence[Result], least: Severity, unreadable: Sequence[Unreadable] = ()) -> str:
        writer = getattr(import_module(f"termcheck.writers.{name}"), f"as_{name}")
        told = (unreadable,) if name in TELL_UNREADABLE else ()
        report: str = writer(results, least, *told)
        return report

    return write


WRITERS: dict[str, Writer] = {
    name: _late(name) for name in ("text", "json", "jsonl", "html", "sarif", "github", "gitlab", "junit")
}

# These show whole documents. Of others a remembered result holds enough: the segments of its findings.
NEED_WHOLE_DOCUMENTS = frozenset({"html", "docx"})
