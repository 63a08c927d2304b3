"""termcheck align."""

from pathlib import Path

import click

from termcheck.cli.options import (
    force_option,
    glossary_option,
    load_glossaries,
    memory_option,
    output_option,
    tracked_option,
)
from termcheck.cli.output import write_out
from termcheck.formats.tracked import Tracked
from termcheck.writers.alignment import ALIGNMENT_FORMATS


@click.command()
@click.argument("russian", type=click.Path(readable=False, path_type=Path))
@click.option(
    "--source",
    required=True,
    type=click.Path(readable=False, path_type=Path),
    metavar="ENGLISH",
    help="The English original.",
)
@glossary_option
@memory_option
@click.option(
    "--level",
    type=click.Choice(["paragraph", "sentence"]),
    default="paragraph",
    show_default=True,
    help="What to pair.",
)
@click.option(
    "--format", "format_", type=click.Choice(list(ALIGNMENT_FORMATS)), default="text", show_default=True
)
@output_option
@force_option
@tracked_option
def align(
    russian: Path,
    source: Path,
    glossaries: tuple[Path, ...],
    memories: tuple[Path, ...],
    level: str,
    format_: str,
    output: Path | None,
    force: bool,
    tracked: str,
) -> None:
    """Show which paragraphs or sentences of RUSSIAN answer which of its English original."""
    from termcheck.memory import load_memory
    from termcheck.pipeline import align_files

    alignment = align_files(
        russian,
        source,
        load_glossaries(glossaries),
        by_sentence=level == "sentence",
        memory=load_memory(memories),
        force=force,
        tracked=Tracked(tracked),
    )
    write_out(ALIGNMENT_FORMATS[format_](alignment), output)
