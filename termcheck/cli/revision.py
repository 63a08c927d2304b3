"""What has changed since a revision in git."""

import os
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from termcheck import formats
from termcheck.errors import InputError, UsageError
from termcheck.model import ENGLISH, RUSSIAN, Finding, Result, Unreadable


def since(results: Sequence[Result], revision: str) -> list[Result]:
    """Leave the findings in paragraphs that are not what they were in a revision, or their English is not.

    The revision is where the current branch has left that of the name given. A paragraph that has only moved
    is the same; one of the English without counterpart is told where the Russian has lost a paragraph. A file
    that git sees renamed is compared with what it was.

    Raises UsageError where git does not know the revision.
    """
    if not revision:
        raise UsageError("--diff: names no revision; give one, such as origin/main")
    for cached in (_base, _renamed):  # the branch may have moved on since the last call
        cached.cache_clear()
    return [replace(result, findings=tuple(_changed(result, revision))) for result in results]


def marked_since(unreadable: Sequence[Unreadable], revision: str) -> list[Unreadable]:
    """Mark the files as known that are what they were in a revision, as is what they go with.

    Raises UsageError where git does not know the revision.
    """
    return [
        replace(file, known=f"unchanged since {revision}")
        if all(_is_unchanged(Path(path), revision) for path in file.files or (file.path,))
        else file
        for file in unreadable
    ]


def _is_unchanged(path: Path, revision: str) -> bool:
    """Whether a file is there and was the very same in a revision."""
    folder = path.absolute().parent
    if not folder.is_dir():
        return False
    was = _content(path, revision)
    try:
        return was is not None and path.read_bytes() == was[0]
    except OSError:
        return False


def _changed(result: Result, revision: str) -> Iterator[Finding]:
    path = Path(result.russian.path)
    russian = Counter(_texts(path, RUSSIAN, revision))
    has_lost = bool(russian - Counter(formats.texts_in(path.read_bytes(), path, RUSSIAN)))
    english = frozenset(_texts(Path(result.source.path), ENGLISH, revision)) if result.source else frozenset()
    unchanged: dict[int, bool] = {}  # by position: of two paragraphs alike where one was, the second is new
    for finding in result.findings:
        segment = finding.problem.passage.segment
        if segment.position not in unchanged:
            unchanged[segment.position] = russian[segment.text] > 0
            russian[segment.text] -= 1
        source = finding.problem.source
        as_it_was = unchanged[segment.position] or segment.text in english  # a fault of the English itself
        lost = has_lost and _is_whole(finding)
        if lost or not as_it_was or (source and source.segment.text not in english):
            yield finding


def _is_whole(finding: Finding) -> bool:
    """Whether a paragraph of the English has no counterpart: where it is told, nothing need have changed."""
    source = finding.problem.source
    return finding.problem.absent and source is not None and source.text == source.segment.text


def _texts(path: Path, language: str, revision: str) -> tuple[str, ...]:
    """The texts of a file's segments in a revision; none where it was not there, or could not be read."""
    content = _content(path, revision)
    try:
        return formats.texts_in(*content, language) if content else ()
    except InputError:
        return ()


def _content(path: Path, revision: str) -> tuple[bytes, Path] | None:
    """What was in a file in a revision, and its path there; None where it was not there."""
    folder = path.absolute().parent
    base, was = _base(folder, revision), path
    shown = _run_git(folder, "show", f"{base}:./{path.name}")
    if shown.returncode and (old := _renamed(folder, base).get(path.name)):
        was = Path(old)
        shown = _run_git(folder, "show", f"{base}:{old}")
    return None if shown.returncode else (shown.stdout, was)


@lru_cache
def _renamed(folder: Path, base: str) -> Mapping[str, str]:
    """The files of a folder that had another name at a commit: what git calls them there, by their names."""
    said = _run_git(folder, "diff", "-M", "--name-status", "--no-relative", "-z", "--diff-filter=R", base)
    prefix = os.fsdecode(_run_git(folder, "rev-parse", "--show-prefix").stdout).removesuffix("\n")
    fields = os.fsdecode(said.stdout).split("\0")
    pairs = zip(fields[1::3], fields[2::3], strict=False)  # R098, the old path, the new one, and so on
    return {new.removeprefix(prefix): old for old, new in pairs if new.startswith(prefix)}


@lru_cache
def _base(folder: Path, revision: str) -> str:
    """The commit at which the current branch has left that of a revision. Raises UsageError without one."""
    known = _run_git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if known.returncode:
        said = known.stderr.decode(errors="replace").strip().splitlines()
        why = said[0].removeprefix("fatal: ") if said else "it knows no such revision here"
        raise UsageError(f"--diff {revision}: git says: {why}")
    return _run_git(folder, "merge-base", revision, "HEAD").stdout.decode().strip() or revision


def _run_git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise UsageError("--diff needs git, and there is no such program; install it") from None
