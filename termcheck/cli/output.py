"""Where a report goes: standard output, or a file that is replaced whole."""

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import click

from termcheck.errors import UsageError


def write_out(report: str, output: Path | None) -> None:
    """Write a report to a file, or to standard output, where colour is kept only for a terminal."""
    if output is None:
        click.echo(report, nl=False, color=None if "NO_COLOR" not in os.environ else False)
        return
    try:
        descriptor, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    except OSError as error:
        raise UsageError(f"--output {output}: cannot be written: {error.strerror}") from None
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(click.unstyle(report))
        umask = os.umask(0)
        os.umask(umask)
        beside.chmod(0o666 & ~umask)
        beside.replace(output)
    except OSError as error:
        raise UsageError(f"--output {output}: cannot be written: {error.strerror}") from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def use_utf8() -> None:
    """Let Russian be printed whatever the locale: a pipe in the C locale would refuse it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="replace")
