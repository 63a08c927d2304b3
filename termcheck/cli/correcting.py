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

    A Word document has no lines: its paragraphs stand for them, each after its label.
    """

    data: bytes
    made: Sequence[Edit]
    before: Callable[[], Sequence[str]]
    after: Callable[[], Sequence[str]]


Correct = Callable[[Sequence[Edit]], Corrected]


def opened(path: Path) -> Correct:
    """Return what makes edits in a file, which is read at once. Raises InputError as reading does."""
    return _word(path) if path.suffix.lower() == ".docx" else _text(path)


def _text(path: Path) -> Correct:
    file = formats.read_decoded(path)

    def correct(edits: Sequence[Edit]) -> Corrected:
        data = rewrite(file, edits, shown=str(path), xml=formats.is_bilingual(path))
        text = data[len(file.bom) :].decode(file.encoding)
        return Corrected(
            data, edits, lambda: file.text.splitlines(keepends=True), lambda: text.splitlines(keepends=True)
        )

    return correct


def _word(path: Path) -> Correct:
    before = formats.read_bytes(path)

    def correct(edits: Sequence[Edit]) -> Corrected:
        from termcheck.formats.docx_writing import track_changes

        # Word has the clock on the wall
        data, made = track_changes(before, edits, day=datetime.now(), shown=str(path))
        return Corrected(
            data, made, lambda: list(_paragraphs(before, path)), lambda: list(_paragraphs(data, path))
        )

    return correct


def _paragraphs(data: bytes, path: Path) -> Iterator[str]:
    """Yield what a reader sees of a DOCX file, tracked changes accepted."""
    for segment in formats.FORMATS[".docx"](data, str(path), RUSSIAN).segments:
        label = f"{segment.place.label}: " if segment.place.label else ""
        yield f"{label}{segment.text}\n"
