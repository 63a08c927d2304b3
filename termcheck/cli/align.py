"""termcheck align."""

from pathlib import Path

import click

from termcheck.cli.options import glossary_option, load_glossaries
from termcheck.cli.output import write_out
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
@click.option(
    "--format", "format_", type=click.Choice(list(ALIGNMENT_FORMATS)), default="text", show_default=True
)
@click.option(
    "--output",
    "-o",
    type=click.Path(readable=False, path_type=Path),
    metavar="FILE",
    help="Write the result there.",
)
def align(
    russian: Path, source: Path, glossaries: tuple[Path, ...], format_: str, output: Path | None
) -> None:
    """Show which segments of RUSSIAN answer which of its English original."""
    from termcheck.pipeline import align_files

    alignment = align_files(russian, source, load_glossaries(glossaries))
    write_out(ALIGNMENT_FORMATS[format_](alignment), output)
