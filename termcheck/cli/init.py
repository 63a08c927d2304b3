"""termcheck init."""

from pathlib import Path

import click

from termcheck.cli.output import write_out
from termcheck.cli.trouble import tell
from termcheck.config import FILE, find
from termcheck.errors import UsageError


@click.command()
@click.argument("folder", default=".", type=click.Path(readable=False, path_type=Path))
@click.option("--force", is_flag=True, help="Write over a configuration that is there.")
def init(folder: Path, force: bool) -> None:
    """Look at how documents lie in FOLDER, the current one without it, and write a termcheck.toml there."""
    from termcheck.corpus.layout import as_toml, look

    file = folder / FILE
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder")
    if file.exists() and not force:
        raise UsageError(f"{file}: is there already; --force writes over it")
    layout, above = look(folder), find(folder.resolve())
    write_out(as_toml(layout), file, option="")
    for pattern, count in layout.pairs:
        what = f"{pattern.russian} with {pattern.english}" if pattern.english else pattern.russian
        tell(f"found {count} × {what}")
    for name in layout.glossaries:
        tell(f"found what looks like a glossary: {name}")
    for name in layout.memories:
        tell(f"found what looks like a memory: {name}")
    then = "`termcheck check` does what it says" if layout.pairs else "found no pairs; add them there"
    tell(f"wrote {file}: {then}")
    if above and above != file.resolve():
        tell(f"{above}: held here until now, and does no longer; move over what is to stay")
