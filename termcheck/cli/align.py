"""termcheck align."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termcheck.cli.options import (
    cpu_limit_option,
    force_option,
    glossary_option,
    load_glossaries,
    memory_option,
    output_option,
    tracked_option,
)
from termcheck.cli.output import demand_place, write_out
from termcheck.cli.progress import Progress
from termcheck.corpus import FilePair, Task, work_alone
from termcheck.formats.tracked import Tracked
from termcheck.writers.alignment import ALIGNMENT_FORMATS

if TYPE_CHECKING:
    from termcheck.corpus.checker import Checker
    from termcheck.model import Alignment
    from termcheck.recognition import Tick


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
@cpu_limit_option
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
    cpu_limit: float | None,
) -> None:
    """Show which paragraphs or sentences of RUSSIAN answer which of its English original."""
    from termcheck.corpus.worker import Job  # not for --help

    demand_place(output, format_)

    task = Task(glossaries, memories, force=force, tracked=Tracked(tracked), cpu_limit=cpu_limit)
    job = Job(FilePair(russian, source), partial(_align, by_sentence=level == "sentence"))
    with Progress(label="Aligning") as progress:
        alignment = work_alone(job, task, load_glossaries(glossaries), progress.tick)
    write_out(ALIGNMENT_FORMATS[format_](alignment), output)


def _align(checker: "Checker", pair: FilePair, tick: "Tick", *, by_sentence: bool) -> "Alignment":
    return checker.align(pair, tick, by_sentence=by_sentence)
