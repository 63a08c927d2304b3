"""termcheck fix."""

from collections.abc import Iterator
from datetime import datetime
from difflib import unified_diff
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from termcheck.cli.configuration import config_of, config_options, known_in
from termcheck.cli.correcting import Corrected, opened
from termcheck.cli.files import original_of
from termcheck.cli.options import (
    cpu_limit_option,
    date_option,
    force_option,
    glossary_option,
    ignore_option,
    load_glossaries,
    memory_option,
    select_option,
    source_option,
)
from termcheck.cli.output import demand_place, write_out
from termcheck.cli.progress import Progress
from termcheck.cli.trouble import tell
from termcheck.corpus import FilePair, Task, work_alone
from termcheck.errors import UsageError

if TYPE_CHECKING:
    from termcheck.config import Config
    from termcheck.corpus.checker import Checker
    from termcheck.recognition import Tick


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
@cpu_limit_option
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
    cpu_limit: float | None,
) -> None:
    """Correct RUSSIAN: what is surely wrong and has one right answer.

    Nothing else in the file changes. In a Word file or an ODT the corrections are tracked changes. What is
    missing is never put in. Exit status: 0 done, 2 trouble.
    """
    from termcheck.corpus.worker import Job  # not for --help
    from termcheck.formats import is_bilingual

    demand_place(output)
    _demand_same_format(russian, output)
    config = config_of(context)
    if source is None and config and not is_bilingual(russian):
        source = original_of(russian, config)
    task = Task(glossaries, memories, select, ignore, day.date() if day else None, force, cpu_limit=cpu_limit)
    job = Job(FilePair(russian, source), partial(_fix, config=config, unsafe=unsafe, diff=diff))
    with Progress(1) as progress:
        fixed: _Fixed = work_alone(job, task, known_in(load_glossaries(glossaries), config), progress.tick)
    if diff:
        write_out(fixed.diff)
        return
    if fixed.made or output:
        write_out(fixed.data, output or russian, option="--output" if output else "")
    found, made = fixed.found, fixed.made
    made_in_words = f"{made} correction{'s' * (made != 1)}"
    tell(f"{output or russian}: {made_in_words} made, {found - made} of {found} findings left to the editor")


def _demand_same_format(russian: Path, output: Path | None) -> None:
    """Raise UsageError where the corrected file would bear the suffix of another format than it is in."""
    from termcheck import formats

    readers = {**formats.FORMATS, **formats.BILINGUAL_FORMATS}
    reader = readers.get(russian.suffix.lower())
    if reader and output and readers.get(output.suffix.lower(), reader) is not reader:
        raise UsageError(f"--output {output}: {russian} keeps its format; name a {russian.suffix} file")


class _Fixed(NamedTuple):
    """The bytes of a corrected file, the numbers of corrections and of findings, the changes if asked for."""

    data: bytes
    made: int
    found: int
    diff: str


def _fix(
    checker: "Checker", pair: FilePair, tick: "Tick", *, config: "Config | None", unsafe: bool, diff: bool
) -> _Fixed:
    from termcheck.fixes import corrections
    from termcheck.severities import changed

    correct = opened(pair.russian)
    results = checker.check(pair, tick)
    if config:
        results = tuple(changed(result, config.severities, config.root) for result in results)
    tick(1, "correcting")
    corrected = correct(corrections(results, unsafe=unsafe))
    found = sum(len(result.findings) for result in results)
    lines = "".join(_diff(corrected, pair.russian)) if diff else ""
    return _Fixed(corrected.data, len(corrected.made), found, lines)


def _diff(corrected: Corrected, path: Path) -> Iterator[str]:
    before, after = corrected.before(), corrected.after()
    for line in unified_diff(before, after, f"{path}", f"{path} corrected", n=corrected.context):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
