"""A file opened to be corrected, in the way of its format."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from termcheck import formats
from termcheck.formats.rewriting import Edit, rewrite
from termcheck.model import RUSSIAN


@dataclass(frozen=True, slots=True)
class Corrected:
    """The bytes of a corrected file, the edits made in it, and what changes: its lines before and after.

    A Word file or an ODT has no lines: its sentences stand for them, each after the label of its paragraph,
    and say enough without those around them. `context` is how many lines around a change are worth showing.
    """

    data: bytes
    made: Sequence[Edit]
    before: Callable[[], Sequence[str]]
    after: Callable[[], Sequence[str]]
    context: int = 3


Correct = Callable[[Sequence[Edit]], Corrected]


def opened(path: Path) -> Correct:
    """Return what makes edits in a file, which is read at once. Raises InputError as reading does."""
    return _tracked(path) if path.suffix.lower() in formats.TRACKING else _text(path)


def _text(path: Path) -> Correct:
    file = formats.read_decoded(path)

    def correct(edits: Sequence[Edit]) -> Corrected:
        data = rewrite(file, edits, shown=str(path), escape=formats.escaping(path))
        text = data[len(file.bom) :].decode(file.encoding)
        return Corrected(
            data, edits, lambda: file.text.splitlines(keepends=True), lambda: text.splitlines(keepends=True)
        )

    return correct


def _tracked(path: Path) -> Correct:
    before = formats.read_bytes(path)

    def correct(edits: Sequence[Edit]) -> Corrected:
        if path.suffix.lower() == ".docx":
            from termcheck.formats.docx_writing import track_changes
        else:
            from termcheck.formats.odt import track_changes

        now = datetime.now()  # the clock on the wall, as Word has it
        data, made = track_changes(before, edits, day=now, shown=str(path))
        return Corrected(
            data,
            made,
            lambda: list(_sentences(before, path)),
            lambda: list(_sentences(data, path)),
            context=0,
        )

    return correct


def _sentences(data: bytes, path: Path) -> Iterator[str]:
    """Yield what a reader sees of a file, tracked changes accepted."""
    from termcheck.language.pipelines import sentences  # spaCy comes with it

    for segment in formats.FORMATS[path.suffix.lower()](data, str(path), RUSSIAN).segments:
        label = f"{segment.place.label}: " if segment.place.label else ""
        if segment.mark:
            yield f"{label}{segment.mark}\n"
        for span in sentences(segment.text, RUSSIAN):
            yield f"{label}{segment.text[span.start : span.end]}\n"
