"""Suggestions as SARIF fixes: the very changes that `termcheck fix` would make."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from termcheck import formats
from termcheck.errors import InputError
from termcheck.formats.rewriting import Edit, changes
from termcheck.formats.structure import place_at
from termcheck.model import Document, Finding, Result
from termcheck.writers.columns import plain
from termcheck.writers.locations import document_of
from termcheck.writers.sarif.places import artifact, region


class Fixes:
    """The fixes of findings; each file is read once, since changes are made in its text as it stands."""

    def __init__(self) -> None:
        self._texts = dict[str, str | None]()

    def of(self, finding: Finding, result: Result) -> list[dict[str, Any]]:
        """Return a fix for each suggestion; none for what is missing, nor where `fix` cannot write."""
        problem = finding.problem
        document = document_of(problem.passage, result)
        text = self._text(document)
        if problem.absent or not problem.passage.text or not problem.passage.pieces or text is None:
            return []
        edits = (Edit(problem.passage, right) for right in problem.suggestions)
        return [_fix(edit, text, document) for edit in edits if edit.text != edit.passage.text]

    def _text(self, document: Document) -> str | None:
        if not document.lines:
            return None
        if document.path not in self._texts:
            try:
                self._texts[document.path] = formats.read_decoded(Path(document.path)).text
            except InputError:  # it has gone since
                self._texts[document.path] = None
        return self._texts[document.path]


def _fix(edit: Edit, text: str, document: Document) -> dict[str, Any]:
    change = {
        "artifactLocation": artifact(document.path),
        "replacements": list(_replacements(edit, text, document)),
    }
    return {"description": {"text": f"Write: {plain(edit.text)}"}, "artifactChanges": [change]}


def _replacements(edit: Edit, text: str, document: Document) -> Iterator[dict[str, Any]]:
    for start, end, new in changes(edit, text, escape=formats.escaping(Path(document.path))):
        first, last = (place_at(document.path, at, document.lines) for at in (start, end))
        assert first.line and first.column and last.line and last.column
        yield {
            "deletedRegion": region(first.line, first.column, last.line, last.column),
            "insertedContent": {"text": new},
        }
