"""Reports on what was found, one format a file."""

from collections.abc import Callable, Sequence
from importlib import import_module

from termcheck.model import Result, Severity

# A writer takes all results and the least severity that a person wants to see.
Writer = Callable[[Sequence[Result], Severity], str]


def _late(module: str, function: str) -> Writer:
    """Return a writer that loads what it needs when it writes: the names alone are for --help."""

    def write(results: Sequence[Result], least: Severity) -> str:
        writer: Writer = getattr(import_module(f"termcheck.writers.{module}"), function)
        return writer(results, least)

    return write


WRITERS: dict[str, Writer] = {
    name: _late(name, f"as_{name}")
    for name in ("text", "json", "jsonl", "html", "sarif", "github", "gitlab", "junit")
}

# These show whole documents. Of others a remembered result holds enough: the segments of its findings.
NEED_WHOLE_DOCUMENTS = frozenset({"html", "docx"})
