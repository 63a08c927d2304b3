"""Which Russian file goes with which English one."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from termcheck import formats
from termcheck.errors import InputError, UsageError


class FilePair(NamedTuple):
    """A Russian file and its English original, None where there is none."""

    russian: Path
    english: Path | None


def pair_up(russian: Sequence[Path], source: Path | None) -> Iterator[FilePair]:
    """Yield the pairs; several files or a folder are matched with a folder by relative path.

    Raises UsageError for arguments that do not go together.
    """
    single = len(russian) == 1 and not russian[0].is_dir()
    if source is None:
        yield from (FilePair(file, None) for file in _files(russian))
    elif single:
        yield FilePair(russian[0], source / russian[0].name if source.is_dir() else source)
    elif not source.is_dir():
        raise UsageError(f"--source {source}: several Russian files need a folder of originals, not a file")
    else:
        root = _root(russian)
        yield from (FilePair(file, source / file.relative_to(root)) for file in _files(russian))


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        known = {*formats.FORMATS, *formats.BILINGUAL_FORMATS}
        found = sorted(file for file in path.rglob("*") if file.suffix.lower() in known and file.is_file())
        if not found:
            raise InputError(f"{path}: holds no file of a known format ({', '.join(sorted(known))})")
        yield from found


def _root(paths: Sequence[Path]) -> Path:
    folders = [path if path.is_dir() else path.parent for path in paths]
    return Path(os.path.commonpath(folders)) if len(folders) > 1 else folders[0]
