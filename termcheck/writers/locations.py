"""Where a finding stands, as programs that show a file beside its findings want it."""

import os
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from termcheck import formats
from termcheck.model import Document, Passage, Result, Span


@dataclass(frozen=True, slots=True)
class Extent:
    """From where to where a passage reaches in a file, from 1; `end_column` is behind its last letter."""

    line: int
    column: int
    end_line: int
    end_column: int


def document_of(passage: Passage, result: Result) -> Document:
    """Return the document that a passage stands in, the English or the Russian one."""
    return result.source if result.source and result.source.holds(passage) else result.russian


def extent(passage: Passage, document: Document) -> Extent | None:
    """Return where a passage reaches, None in a file without lines.

    An empty one has an empty extent, and so has a label that the format counts.
    """
    first = formats.locate(document, passage)
    if first.line is None or first.column is None:
        return None
    # A blank at the end may stand for a line break, which has no column of its own.
    letters = len(passage.text.rstrip()) or len(passage.text)
    if not letters or not passage.pieces:
        return Extent(first.line, first.column, first.line, first.column)
    end = passage.span.start + letters
    last = formats.locate(document, replace(passage, span=Span(end - 1, end)))
    assert last.line is not None
    assert last.column is not None
    return Extent(first.line, first.column, last.line, last.column + 1)


def relative(path: str) -> str:
    """Return a path with forward slashes, relative to `base` if the file lies in it."""
    return within(path) or PurePath(path).as_posix()


def within(path: str) -> str | None:
    """Return a path relative to `base`, with forward slashes; None if it leads out of that.

    Links in it stay as they are: CI knows a file by the name that it has there.
    """
    here, folder = Path.cwd(), base()
    straight = Path(os.path.normpath(here / path))
    if not straight.is_relative_to(folder):  # but the folder may have another name: /tmp is /private/tmp
        straight, folder = Path(path).resolve(), folder.resolve()
    return straight.relative_to(folder).as_posix() if straight.is_relative_to(folder) else None


def base() -> Path:
    """Return the folder that paths count from: the root of the repository, without one the working folder.

    Git itself is not asked: in a container of CI it may not be there, or refuse a folder of another user.
    """
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if _is_repository(folder)), here)


def _is_repository(folder: Path) -> bool:
    git = folder / ".git"
    return git.is_file() or (git / "HEAD").is_file()  # a file in another working tree, and in a submodule
