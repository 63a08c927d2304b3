"""termcheck fix."""

from collections.abc import Iterator
from datetime import datetime
from difflib import unified_diff
from pathlib import Path

import click

from termcheck.cli.configuration import config_of, config_options, known_in
from termcheck.cli.correcting import Corrected, opened
from termcheck.cli.files import original_of
from termcheck.cli.options import (
    date_option,
    force_option,
    glossary_option,
    ignore_option,
    load_glossaries,
    memory_option,
    select_option,
    source_option,
)
from termcheck.cli.output import write_out
from termcheck.cli.progress import Progress
from termcheck.cli.trouble import tell


@click.command()
@click.argument("russian", type=click.Path(readable=False, path_type=Path))
@source_option
@config_options
@glossary_option
@memory_option
@select_option
@ignore_option
@date_option
@click.option(
    "--unsafe", is_flag=True, help="Make doubtful corrections too: the first suggestion of each finding."
)
@click.option("--diff", is_flag=True, help="Show what would change, and change nothing.")
@click.option(
    "--output",
    "-o",
    type=click.Path(readable=False, path_type=Path),
    metavar="FILE",
    help="Write the corrected text there, not into RUSSIAN.",
)
@force_option
@click.pass_context
def fix(
    context: click.Context,
    russian: Path,
    source: Path | None,
    glossaries: tuple[Path, ...],
    memories: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    day: datetime | None,
    unsafe: bool,
    diff: bool,
    output: Path | None,
    force: bool,
) -> None:
    """Correct RUSSIAN: what is surely wrong and has one right answer.

    Nothing else in the file changes. In a Word file or an ODT the corrections are tracked changes. What is
    missing is never put in. Exit status: 0 done, 2 trouble.
    """
    from termcheck.checks.selection import selected  # spaCy comes with it: not for --help
    from termcheck.fixes import corrections
    from termcheck.formats import is_bilingual
    from termcheck.memory import load_memory
    from termcheck.pipeline import check_files
    from termcheck.severities import changed

    config = config_of(context)
    if source is None and config and not is_bilingual(russian):
        source = original_of(russian, config)
    glossary = known_in(load_glossaries(glossaries), config)
    correct = opened(russian)
    with Progress(1) as progress:
        results = tuple(
            check_files(
                russian,
                source,
                glossary,
                checks=selected(select, ignore),
                day=day.date() if day else None,
                memory=load_memory(memories),
                force=force,
                tick=progress.tick,
            )
        )
    if config:
        results = tuple(changed(result, config.severities, config.root) for result in results)
    corrected = correct(corrections(results, unsafe=unsafe))
    if diff:
        write_out("".join(_diff(corrected, russian)))
        return
    if corrected.made or output:
        write_out(corrected.data, output or russian, option="--output" if output else "")
    found, made = sum(len(result.findings) for result in results), len(corrected.made)
    made_in_words = f"{made} correction{'s' * (made != 1)}"
    tell(f"{output or russian}: {made_in_words} made, {found - made} of {found} findings left to the editor")


def _diff(corrected: Corrected, path: Path) -> Iterator[str]:
    before, after = corrected.before(), corrected.after()
    for line in unified_diff(before, after, f"{path}", f"{path} corrected", n=corrected.context):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
