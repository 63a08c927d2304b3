"""Glossary files: one format a module, FORMATS says which suffix is read by which."""

from collections.abc import Callable, Mapping
from pathlib import Path

from termcheck.errors import GlossaryError
from termcheck.glossary import toml
from termcheck.model import Glossary

FORMATS: Mapping[str, Callable[[Path], Glossary]] = {
    ".toml": toml.read,
}


def read(path: Path) -> Glossary:
    """Return the glossary in a file of a known format.

    Raises GlossaryError for a file that is not there, of no known format, or not what its suffix says.
    """
    reader = FORMATS.get(path.suffix.lower())
    if reader is None:
        raise GlossaryError(f"{path}: unknown format “{path.suffix}”; glossaries are {', '.join(FORMATS)}")
    return reader(path)
