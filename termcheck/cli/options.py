"""Arguments and options that several commands share."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from termcheck import cache
from termcheck.cli.progress import Progress
from termcheck.cli.trouble import tell
from termcheck.formats.tracked import Tracked
from termcheck.glossary.bundled import bundled

if TYPE_CHECKING:
    from termcheck.glossary.compiled import CompiledGlossary

Command = TypeVar("Command", bound=Callable[..., Any])


def glossary_option(command: Command) -> Command:
    """Add `--glossary FILE`, repeatable."""
    return click.option(
        "--glossary",
        "glossaries",
        multiple=True,
        type=click.Path(readable=False, path_type=Path),
        metavar="FILE",
        help="A glossary on top of the bundled ones; repeatable, later ones override.",
    )(command)


def load_glossaries(given: Sequence[Path]) -> "CompiledGlossary":
    """Return the bundled glossaries and those given, in order of growing weight.

    A long compilation shows its progress; how the columns of a table were understood is told.
    """
    from termcheck.glossary.compiled import load  # spaCy comes with it: not for --help

    with Progress(label="Preparing glossaries") as progress:
        glossary = load((*bundled(), *given), cache.directory(), progress.tick)
    for remark in glossary.remarks():
        tell(remark)
    return glossary


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


output_option = click.option(
    "--output",
    "-o",
    type=click.Path(readable=False, path_type=Path),
    metavar="FILE",
    help="Write the result there.",
)

force_option = click.option(
    "--force", is_flag=True, help="Go on even where two files seem to have nothing to do with each other."
)

source_option = click.option(
    "--source",
    type=click.Path(readable=False, path_type=Path),
    metavar="ENGLISH",
    help="The English original, or a folder of them.",
)

tracked_option = click.option(
    "--tracked",
    type=click.Choice([way.value for way in Tracked]),
    default=Tracked.ACCEPTED.value,
    show_default=True,
    help="How to read the tracked changes of a Word file or an ODT.",
)

select_option = click.option(
    "--select", multiple=True, metavar="FAMILY[/CHECK]", help="Run these checks alone; repeatable."
)

ignore_option = click.option(
    "--ignore", multiple=True, metavar="FAMILY[/CHECK]", help="Leave these checks out; repeatable."
)

date_option = click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The report's date, if not the one that it bears.",
)

memory_option = click.option(
    "--memory",
    "memories",
    multiple=True,
    type=click.Path(readable=False, path_type=Path),
    metavar="FILE",
    help="A TMX or XLIFF file of adopted translations, to quote and to learn words from; repeatable.",
)


jobs_option = click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    default=_cores,
    metavar="N",
    show_default="one for each core",
    help="Check so many files at once.",
)

cpu_limit_option = click.option(
    "--cpu-limit",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="CPU time that a document may take before it is given up.",
    show_default="a minute, and one more for each megabyte",
)

cache_option = click.option(
    "--no-cache",
    "use_cache",
    flag_value=False,
    default=True,
    help="Check again what has not changed since an earlier run.",
)
