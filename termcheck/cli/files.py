"""Which Russian file goes with which English one."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from termcheck import formats
from termcheck.errors import InputError, UsageError


class FilePair(NamedTuple):
    """A Russian file and its English original, None where there is none or the file holds both."""

    russian: Path
    english: Path | None


def pair_up(russian: Sequence[Path], source: Path | None) -> Iterator[FilePair]:
    """Yield the pairs; several files or a folder are matched with a folder by relative path.

    Raises UsageError for arguments that do not go together, InputError for a folder without documents.
    """
    files = dict.fromkeys(_files(russian))
    if source is None:
        yield from (FilePair(file, None) for file in files)
        return
    single = len(russian) == 1 and not russian[0].is_dir()
    if single and formats.is_bilingual(russian[0]):
        raise UsageError(f"{russian[0]}: holds both languages; check it without --source")
    if single and not source.is_dir():
        yield FilePair(russian[0], source)
        return
    if not source.is_dir():
        missing = "" if source.exists() else ", and there is no such folder"
        raise UsageError(f"--source {source}: several Russian files need a folder of originals{missing}")
    root = common_root(russian)
    for file in files:
        english = source / file.absolute().relative_to(root)
        yield FilePair(file, None if formats.is_bilingual(file) else english)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(filter(_is_document, path.rglob("*")))
        if not found:
            known = ", ".join((*formats.FORMATS, *formats.BILINGUAL_FORMATS))
            raise InputError(f"{path}: holds no file of a known format ({known})")
        yield from found


def _is_document(file: Path) -> bool:
    known = file.suffix.lower() in formats.FORMATS or formats.is_bilingual(file)
    return (
        known and not file.name.startswith((".", "~$")) and file.is_file()
    )  # "~$port.docx": Word has it open


def common_root(paths: Sequence[Path]) -> Path:
    """Return the folder that relative paths count from: the one given, or the closest around all files."""
    return Path(os.path.commonpath([(path if path.is_dir() else path.parent).absolute() for path in paths]))
