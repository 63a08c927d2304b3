"""termcheck check."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from termcheck import cache
from termcheck.cli.configuration import config_of, config_options, known_in, names_in
from termcheck.cli.files import in_vain, pair_up
from termcheck.cli.options import (
    cache_option,
    cpu_limit_option,
    date_option,
    force_option,
    glossary_option,
    ignore_option,
    jobs_option,
    load_glossaries,
    memory_option,
    output_option,
    select_option,
    source_option,
    tracked_option,
)
from termcheck.cli.output import demand_place, write_out
from termcheck.cli.progress import Progress
from termcheck.cli.telling import Known, telling_options, to_be_told
from termcheck.cli.trouble import EXIT_TROUBLE, tell, tell_requests
from termcheck.cli.word import commented_files, write_commented
from termcheck.corpus import FilePair, Outcome, Task, check_corpus
from termcheck.errors import InputError
from termcheck.formats.tracked import Tracked
from termcheck.model import Result, Severity, Unreadable
from termcheck.severities import changed
from termcheck.writers import NEED_WHOLE_DOCUMENTS, TELL_UNREADABLE, WRITERS

_LEVELS = [severity.label for severity in sorted(Severity, reverse=True)]


@click.command()
@click.argument("russian", nargs=-1, type=click.Path(readable=False, path_type=Path))
@source_option
@config_options
@glossary_option
@memory_option
@click.option("--format", "format_", type=click.Choice([*WRITERS, "docx"]), default="text", show_default=True)
@output_option
@select_option
@ignore_option
@click.option(
    "--show",
    type=click.Choice(_LEVELS),
    default="warning",
    show_default=True,
    help="Least severity in a report; JSON and JSON Lines hold all.",
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
@tracked_option
@jobs_option
@cpu_limit_option
@cache_option
@telling_options
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
    tracked: str,
    jobs: int,
    cpu_limit: float | None,
    use_cache: bool,
    baseline: Path | None,
    write_baseline: bool,
    prune_baseline: bool,
    diff: str | None,
) -> None:
    """Check RUSSIAN files, or folders of them, against their English originals.

    Without RUSSIAN, check what the configuration names.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 trouble.
    """
    config = config_of(context)
    pairs = tuple(pair_up(russian, source, config))
    commented = commented_files(russian, (file for file, _ in pairs), output) if format_ == "docx" else None
    if commented is None:
        demand_place(output, format_)
    known = Known(baseline, write_baseline, prune_baseline, diff)
    known.demand_place()
    outcomes = check_corpus(
        pairs,
        Task(
            glossaries,
            memories,
            select,
            ignore,
            day.date() if day else None,
            force,
            names_in(config),
            Tracked(tracked),
            cpu_limit,
        ),
        prepare=lambda: known_in(load_glossaries(glossaries), config),
        watch=Progress,
        tell=tell,
        cache=cache.Cache(cache.directory() / "results") if use_cache else None,
        jobs=jobs,
        whole=format_ in NEED_WHOLE_DOCUMENTS,
    )
    results: Sequence[Result]
    unreadable: Sequence[Unreadable]
    results, unreadable = _parted(pairs, outcomes)
    if config:
        results = [changed(result, config.severities, config.root) for result in results]
    for result in results:
        tell_requests(result)
    if config and not russian:
        for complaint in in_vain(config, pairs):
            tell(complaint)
    results, unreadable = to_be_told(results, unreadable, known)
    for file in unreadable:
        tell(file.told)
    fails = not all(file.known for file in unreadable)
    if commented is not None:
        write_commented(results, commented, Severity[show.upper()])
    elif results or not fails or format_ in TELL_UNREADABLE:
        write_out(WRITERS[format_](results, Severity[show.upper()], unreadable), output)
    if fails:
        context.exit(EXIT_TROUBLE)
    threshold = None if fail_on == "never" else Severity[fail_on.upper()]
    if threshold and any(finding.severity >= threshold for result in results for finding in result.findings):
        context.exit(1)


def _parted(
    pairs: Sequence[FilePair], outcomes: Sequence[Outcome]
) -> tuple[list[Result], tuple[Unreadable, ...]]:
    """Part the results from the files that cannot be read; an original of several files is told once."""
    unreadable = dict[tuple[str, str], Unreadable]()
    results = list[Result]()
    for pair, outcome in zip(pairs, outcomes, strict=True):
        if isinstance(outcome, InputError):
            file = _unreadable(pair, str(outcome))
            unreadable.setdefault((file.path, file.reason), file)
        else:
            results += outcome
    return results, tuple(unreadable.values())


def _unreadable(pair: FilePair, reason: str) -> Unreadable:
    """Name the file of a pair that is at fault: its error begins with it."""
    english = pair.english and reason.startswith(f"{pair.english}: ")
    files = tuple(str(file) for file in pair if file)
    return Unreadable(str(pair.english if english else pair.russian), reason, files)
