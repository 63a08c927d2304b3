"""What is told and what not: a baseline knows it, or it has not changed since a revision."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from termcheck.cli.output import demand_place, write_out
from termcheck.cli.trouble import tell
from termcheck.errors import UsageError
from termcheck.model import UNREADABLE, Result, Unreadable

if TYPE_CHECKING:
    from termcheck.baseline import Compared, Entry

_DEFAULT = Path("termcheck-baseline.json")
_MOST = 20  # stale entries that are listed one by one

Command = TypeVar("Command", bound=Callable[..., Any])


class Known(NamedTuple):
    """What was asked: the baseline file, to write it anew, to prune it, the revision to compare with."""

    file: Path | None
    write: bool
    prune: bool
    revision: str | None

    def demand_place(self) -> None:
        """Raise UsageError where a baseline is to be written and cannot be."""
        if self.write or self.prune:
            demand_place(self.file or _DEFAULT, option="--baseline" if self.file else "--write-baseline")


_OPTIONS = (
    click.option(
        "--baseline",
        type=click.Path(readable=False, path_type=Path),
        metavar="FILE",
        help="Known findings, which are not told.",
    ),
    click.option(
        "--write-baseline",
        is_flag=True,
        help=f"Make all that is found known, in --baseline or {_DEFAULT}.",
    ),
    click.option("--prune-baseline", is_flag=True, help="Take out of the baseline what is no longer found."),
    click.option("--diff", metavar="REV", help="Tell only of what has changed since a revision in git."),
)


def telling_options(command: Command) -> Command:
    """Add the options; together they are the `Known` that `to_be_told` takes."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def to_be_told(
    results: Sequence[Result], unreadable: Sequence[Unreadable], known: Known
) -> tuple[Sequence[Result], Sequence[Unreadable]]:
    """Leave out what is known or unchanged; write the baseline where that is asked for.

    Unreadable files are not left out, but marked as known. What an editor has decided to leave in the
    document itself becomes known. Raises InputError for a file that is no baseline, UsageError for an unknown
    revision.
    """
    if known.prune and not known.file:
        raise UsageError("--prune-baseline: of which file? name it with --baseline, or in the configuration")
    if known.file or known.write:
        compared = _compared(results, unreadable, known)
        results, unreadable = compared.results, compared.unreadable
    if known.revision is not None:
        from termcheck.cli.revision import marked_since, since  # formats come with it

        return since(results, known.revision), marked_since(unreadable, known.revision)
    return results, unreadable


def _compared(results: Sequence[Result], unreadable: Sequence[Unreadable], known: Known) -> "Compared":
    from termcheck import baseline  # rapidfuzz comes with it

    file = known.file or _DEFAULT
    root = file.resolve().parent
    if known.write:
        before = baseline.read(file) if file.exists() else ()
        before = baseline.followed(before, results, unreadable, root=root)
        others = baseline.of_others(before, results, unreadable, root=root)
        files = baseline.of_files(unreadable, root=root)
        found = (*baseline.entries(results, root=root), *baseline.decisions(results, root=root), *files)
        write_out(
            baseline.written((*others, *found)),
            file,
            option="--baseline" if known.file else "--write-baseline",
        )
        hint = (
            ""
            if known.file
            else f'; name the file with --baseline, or `baseline = "{file}"` in termcheck.toml'
        )
        tell(f"{file}: {_count(found)} written{hint}")
        return baseline.compare(results, found, unreadable, root=root)
    entries = baseline.followed(baseline.read(file), results, unreadable, root=root)
    compared = baseline.compare(results, entries, unreadable, root=root)
    decided = baseline.missing(baseline.decisions(results, root=root), entries)
    stale = [entry for entry in compared.stale if entry not in baseline.decisions(results, root=root)]
    kept = baseline.missing(entries, stale) if known.prune else entries
    if decided or len(kept) != len(entries):
        write_out(baseline.written((*kept, *decided)), file, option="--baseline")
    if decided:
        tell(f"{file}: {_count(decided)} that a comment says to ignore known from now on")
    _tell_stale(stale, file, pruned=known.prune)
    held = sum(len(result.findings) for result in results) - sum(len(r.findings) for r in compared.results)
    if held:
        tell(f"{file}: {held} known finding{'s' * (held != 1)} not told")
    return compared


def _tell_stale(stale: Sequence["Entry"], file: Path, *, pruned: bool) -> None:
    if pruned and stale:
        tell(f"{file}: {_count(stale)} no longer there taken out")
        return
    for entry in stale[:_MOST]:
        what = entry.evidence.check
        if what != UNREADABLE:
            what += f" “{entry.evidence.found}”"
        tell(f"{file}: no longer found: {entry.path}: {what}")
    if len(stale) > _MOST:
        tell(f"{file}: and {len(stale) - _MOST} more")
    if stale:
        tell(f"{file}: --prune-baseline takes them out")


def _count(entries: Sequence["Entry"]) -> str:
    files = sum(entry.evidence.check == UNREADABLE for entry in entries)
    findings = len(entries) - files
    counted = [f"{findings} finding{'s' * (findings != 1)}"] if findings or not files else []
    if files:
        counted.append(f"{files} unreadable file{'s' * (files != 1)}")
    return " and ".join(counted)
