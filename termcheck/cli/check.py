"""termcheck check."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termcheck.cli.files import FilePair, pair_up
from termcheck.cli.options import (
    date_option,
    force_option,
    glossary_option,
    ignore_option,
    load_glossaries,
    memory_option,
    output_option,
    select_option,
    source_option,
)
from termcheck.cli.output import write_out
from termcheck.cli.progress import Progress
from termcheck.cli.trouble import EXIT_TROUBLE, tell
from termcheck.cli.word import commented_files, write_commented
from termcheck.errors import InputError
from termcheck.model import Result, Severity

if TYPE_CHECKING:
    from termcheck.checks import Check

_LEVELS = [severity.label for severity in sorted(Severity, reverse=True)]


@click.command()
@click.argument("russian", nargs=-1, required=True, type=click.Path(readable=False, path_type=Path))
@source_option
@glossary_option
@memory_option
@click.option(
    "--format", "format_", type=click.Choice(["text", "json", "docx"]), default="text", show_default=True
)
@output_option
@select_option
@ignore_option
@click.option(
    "--show",
    type=click.Choice(_LEVELS),
    default="warning",
    show_default=True,
    help="Least severity in a text report.",
)
@date_option
@click.option(
    "--fail-on",
    type=click.Choice([*_LEVELS, "never"]),
    default="error",
    show_default=True,
    help="Least severity for exit status 1.",
)
@force_option
@click.pass_context
def check(
    context: click.Context,
    russian: tuple[Path, ...],
    source: Path | None,
    glossaries: tuple[Path, ...],
    memories: tuple[Path, ...],
    format_: str,
    output: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    show: str,
    day: datetime | None,
    fail_on: str,
    force: bool,
) -> None:
    """Check RUSSIAN files, or folders of them, against their English originals.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 trouble.
    """
    from termcheck.checks.selection import selected  # spaCy comes with it: not for --help
    from termcheck.writers import WRITERS

    chosen = selected(select, ignore)
    pairs = tuple(pair_up(russian, source))
    commented = commented_files(russian, (file for file, _ in pairs), output) if format_ == "docx" else None
    results, failed = _check_all(
        pairs, glossaries, memories, chosen, day.date() if day else None, force=force
    )
    if commented is not None:
        write_commented(results, commented, Severity[show.upper()])
    elif results or not failed:
        write_out(WRITERS[format_](results, Severity[show.upper()]), output)
    if failed:
        context.exit(EXIT_TROUBLE)
    threshold = None if fail_on == "never" else Severity[fail_on.upper()]
    if threshold and any(finding.severity >= threshold for result in results for finding in result.findings):
        context.exit(1)


def _check_all(
    pairs: Sequence[FilePair],
    glossaries: Sequence[Path],
    memories: Sequence[Path],
    checks: "Sequence[Check]",
    day: date | None,
    *,
    force: bool,
) -> tuple[list[Result], bool]:
    """Check every pair; tell of a file that cannot be read, and go on."""
    from termcheck.memory import load_memory
    from termcheck.pipeline import check_files

    results: list[Result] = []
    failed = False
    glossary, memory = load_glossaries(glossaries), load_memory(memories)
    with Progress(len(pairs)) as progress:
        for russian, english in pairs:
            try:
                results += check_files(
                    russian,
                    english,
                    glossary,
                    checks=checks,
                    day=day,
                    memory=memory,
                    force=force,
                    tick=progress.tick,
                )
            except InputError as error:
                tell(error)
                failed = True
            progress.next()
    return results, failed
