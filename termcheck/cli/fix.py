"""termcheck fix."""

from collections.abc import Iterator, Sequence
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
from termcheck.formats.rewriting import Edit

if TYPE_CHECKING:
    from termcheck.config import Config
    from termcheck.corpus.checker import Checker
    from termcheck.model import Result
    from termcheck.rechecking import Refused
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

    Nothing else in the file changes, and what is written is checked again: a correction that brings another
    mistake is not made. In a Word file or an ODT the corrections are tracked changes. What is
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
    for refused in fixed.refused:
        tell(refused)
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
    """The bytes of a corrected file, the numbers of corrections and of findings, the changes if asked for.

    `refused` tells of the corrections that did not prove right.
    """

    data: bytes
    made: int
    found: int
    diff: str
    refused: tuple[str, ...]


def _fix(
    checker: "Checker", pair: FilePair, tick: "Tick", *, config: "Config | None", unsafe: bool, diff: bool
) -> _Fixed:
    from termcheck.fixes import corrigible, edit_of
    from termcheck.rechecking import prove
    from termcheck.severities import changed

    def check(data: bytes | None = None) -> tuple["Result", ...]:
        results = checker.check(pair, tick, data=data)
        return tuple(changed(r, config.severities, config.root) for r in results) if config else results

    def write(edits: Sequence[Edit]) -> tuple[bytes, Sequence[Edit]]:
        tick(1, "correcting")
        corrected = correct(edits)
        return corrected.data, corrected.made

    correct = opened(pair.russian)
    results = check()
    proven = prove(corrigible(results, unsafe=unsafe), results, correct=write, check=check)
    found = sum(len(result.findings) for result in results)
    lines = "".join(_diff(correct(list(map(edit_of, proven.made))), pair.russian)) if diff else ""
    return _Fixed(proven.data, len(proven.made), found, lines, tuple(map(_told, proven.refused)))


def _told(refused: "Refused") -> str:
    """Return what to say of a correction that is not made."""
    finding = refused.finding
    place, problem = finding.place, finding.problem
    where = f"{place.path}, line {place.line}" if place.line else f"{place.path}, {place.label}"
    return (
        f"{where}: «{problem.passage.text}» stays and does not become «{problem.suggestions[0]}»: "
        f"{refused.reason}"
    )


def _diff(corrected: Corrected, path: Path) -> Iterator[str]:
    before, after = corrected.before(), corrected.after()
    for line in unified_diff(before, after, f"{path}", f"{path} corrected", n=corrected.context):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
