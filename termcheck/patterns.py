"""Paths by pattern: `ru/{path}.md` and the original that goes with it, `ru/annexes/**`.

{path}     anything, folders included        **   the same without a name
{name}     anything within one folder        *    the same without a name (any other word will do)
?          one character

Paths are relative, with "/" on every system.
"""

import os
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath

_PART = re.compile(r"\{(?P<name>\w*)\}|(?P<folders>\*\*/)|(?P<all>\*\*)|(?P<some>\*)|(?P<one>\?)")
_CROSSING = "path"  # the one name that stands for folders too


def names(pattern: str) -> tuple[str, ...]:
    """Return the names in braces; raise ValueError for braces that hold none, or one twice."""
    found = tuple(match["name"] for match in _PART.finditer(pattern) if match["name"] is not None)
    rest = _PART.sub("", pattern)
    if "{" in rest or "}" in rest or not all(name.isidentifier() for name in found):
        raise ValueError("braces hold a name, as in {path} or {name}")
    if len(set(found)) < len(found):
        raise ValueError("each name in braces stands once")
    return found


def matched(path: str, pattern: str) -> dict[str, str] | None:
    """Return what the names in a pattern stand for in a path; None where it does not match."""
    match = _compiled(pattern).fullmatch(path)
    return match.groupdict() if match else None


def filled(pattern: str, values: dict[str, str]) -> str:
    """Return a pattern with its names replaced by what they stand for."""
    return _PART.sub(lambda match: values[match["name"]] if match["name"] else match[0], pattern)


def among(path: str, patterns: Iterable[str]) -> bool:
    """Whether a path matches one of some patterns, or lies in a folder that does."""
    folders = (*map(str, PurePosixPath(path).parents), path)
    return any(matched(part, pattern.rstrip("/")) is not None for pattern in patterns for part in folders)


def files_below(root: Path, pattern: str = "") -> Iterator[str]:
    """Yield the files that a pattern may match, relative to a folder; what is hidden is left out.

    The walk begins where the pattern does: `ru/{path}.md` looks at nothing outside ru.
    """
    start = pattern[: match.start()] if (match := _PART.search(pattern)) else pattern
    for folder, folders, files in os.walk(root / start.rpartition("/")[0]):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = Path(folder).relative_to(root).as_posix()
        for name in sorted(files):
            if not name.startswith((".", "~$")):  # "~$port.docx": Word has it open
                yield name if inside == "." else f"{inside}/{name}"


def relative(file: Path, folder: Path | None = None) -> Path:
    """Return a path as one would write it in a folder, the current one without it."""
    try:
        return Path(os.path.relpath(file, folder or os.curdir))
    except ValueError:  # on another drive
        return file.absolute()


@lru_cache
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = list[str]()
    end = 0
    for match in _PART.finditer(pattern):
        parts += [re.escape(pattern[end : match.start()]), _expression(match)]
        end = match.end()
    return re.compile("".join(parts) + re.escape(pattern[end:]), re.DOTALL)


def _expression(match: re.Match[str]) -> str:
    if match["name"]:
        return f"(?P<{match['name']}>{'.+' if match['name'] == _CROSSING else '[^/]+'})"
    if match["folders"]:
        return "(?:.+/)?"
    if match["all"]:
        return ".*"
    return "[^/]*" if match["some"] else "[^/]"
