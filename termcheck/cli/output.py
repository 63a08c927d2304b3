"""Where a report goes: standard output, or a file that is replaced whole."""

import errno
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import click
from click.exceptions import Exit

from termcheck.errors import UsageError

_EXIT_PIPE = 141  # as a shell says it: 128 and the number of the signal


# Suffixes that promise a format, and the formats that keep the promise; any other suffix promises nothing.
_PROMISES = {
    ".json": ("json", "sarif", "gitlab"),
    ".jsonl": ("jsonl",),
    ".ndjson": ("jsonl",),
    ".html": ("html",),
    ".htm": ("html",),
    ".sarif": ("sarif",),
    ".xml": ("junit", "tmx", "xliff"),
    ".tsv": ("tsv",),
    ".tmx": ("tmx",),
    ".xlf": ("xliff",),
    ".xliff": ("xliff",),
    ".docx": ("docx",),
    ".pdf": (),
}


def demand_place(output: Path | None, format_: str = "", *, option: str = "--output") -> None:
    """Make sure, before long work, that what comes of it can be written to a file of this name.

    Raises UsageError where there is no such folder, a folder itself is named, or the suffix is of another
    format than the one given.
    """
    if output is None or (output.exists() and not output.is_file() and not output.is_dir()):
        return  # standard output, a pipe, a device
    given = f"{option} {output}".lstrip()
    promised = _PROMISES.get(output.suffix.lower())
    if format_ and promised is not None and format_ not in promised:
        other = f"; take another name, or --format {promised[0]}" if promised else "; take another name"
        raise UsageError(f"{given}: the suffix is of another format than {format_}{other}")
    folder = output.resolve().parent
    for number, is_so in (
        (errno.EISDIR, output.is_dir()),
        (errno.ENOENT, not folder.is_dir()),
        (errno.EACCES, not os.access(folder, os.W_OK)),
    ):
        if is_so:
            raise UsageError(f"{given}: cannot be written: {os.strerror(number)}")


def write_out(report: str | bytes, output: Path | None = None, *, option: str = "--output") -> None:
    """Write a report to a file, or to standard output, where colour is kept only for a terminal.

    Bytes are a file of some format, and go to a file alone.

    Raises UsageError where it cannot be written, which names the option that the file was given with, if any.
    """
    if output is None:
        assert isinstance(report, str)
        _print(report)
        return
    data = report if isinstance(report, bytes) else click.unstyle(report).encode()
    try:
        if output.exists() and not output.is_file():  # a pipe, /dev/stdout: nothing to put in its place
            output.write_bytes(data)
        else:
            _replace(output.resolve(), data)  # a link goes on pointing at its file
    except OSError as error:
        given = f"{option} {output}".lstrip()
        raise UsageError(f"{given}: cannot be written: {error.strerror}") from None


def _print(report: str) -> None:
    try:
        click.echo(report, nl=False, color=False if os.environ.get("NO_COLOR") else None)
    except OSError as error:
        # What is left in the buffer would be tried, and complained of, once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # `termcheck check … | head`: the reader has seen enough
            raise Exit(_EXIT_PIPE) from None
        raise UsageError(f"standard output cannot be written: {error.strerror}") from None


def _replace(file: Path, data: bytes) -> None:
    """Write beside a file and put the result in its place, so that no one ever sees half of it."""
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        beside.chmod(_mode(file))
        beside.replace(file)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _mode(file: Path) -> int:
    """Return the permissions of a file, or those that a new one gets."""
    if file.exists():
        return file.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def use_utf8() -> None:
    """Let Russian be printed whatever the locale: a pipe in the C locale would refuse it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="replace")
