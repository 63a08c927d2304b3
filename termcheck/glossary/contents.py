"""The bytes of a glossary file."""

from pathlib import Path

from termcheck.errors import GlossaryError


def read_bytes(path: Path) -> bytes:
    """Return what is in a file. Raises GlossaryError where it cannot be read."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise GlossaryError(f"{path}: is a pipe or a device; name a file")  # a pipe may keep one waiting
    try:
        return path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be read: {error.strerror}") from None
