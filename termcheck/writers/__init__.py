"""Reports on what was found, one format a file."""

from collections.abc import Callable, Sequence

from termcheck.model import Result, Severity
from termcheck.writers.json import as_json
from termcheck.writers.text import as_text

# A writer takes all results and the least severity that a person wants to see.
Writer = Callable[[Sequence[Result], Severity], str]

WRITERS: dict[str, Writer] = {"text": as_text, "json": as_json}

# These show whole documents. Of others a remembered result holds enough: the segments of its findings.
NEED_WHOLE_DOCUMENTS = frozenset({"html", "docx"})
