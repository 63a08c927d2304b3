"""The glossaries that come with termcheck."""

from pathlib import Path


def bundled() -> tuple[Path, ...]:
    """Return the bundled glossary files: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "glossaries"
    directory = inside if inside.is_dir() else package.parent / "glossaries"
    return tuple(sorted(directory.glob("*.toml")))
