"""Findings known since some day, so that a check can be switched on for an old archive.

An entry says what was found and the words around it, not where: it survives moved and edited paragraphs. One
of a file that cannot be read says what is in the file, and holds until that changes.
"""

import json
import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from termcheck.errors import InputError
from termcheck.fingerprints import Evidence, evidence, file_evidence
from termcheck.model import UNREADABLE, Finding, Result, Unreadable

_VERSION = 1


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A known finding of a file, or that it cannot be read; `path` counts from the folder of the baseline."""

    path: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Compared:
    """Results without what is known, the entries that nothing answers any more, and the unreadable files."""

    results: tuple[Result, ...]
    stale: tuple[Entry, ...]
    unreadable: tuple[Unreadable, ...] = ()


def entries(results: Iterable[Result], *, root: Path) -> tuple[Entry, ...]:
    """Return an entry for each finding."""
    return tuple(Entry(_path(result, root), evidence(f)) for result in results for f in result.findings)


def of_files(unreadable: Iterable[Unreadable], *, root: Path) -> tuple[Entry, ...]:
    """Return an entry for each file that is there and cannot be read."""
    return tuple(entry for file in unreadable if (entry := _of_file(file, root)))


def decisions(results: Iterable[Result], *, root: Path) -> tuple[Entry, ...]:
    """Return an entry for each finding that an editor has decided to leave."""
    return tuple(Entry(_path(result, root), evidence(f)) for result in results for f in result.decided)


def compare(
    results: Sequence[Result],
    known: Iterable[Entry],
    unreadable: Sequence[Unreadable] = (),
    *,
    root: Path,
) -> Compared:
    """Leave out of some results what is known; an entry answers one finding, so the second of two is new.

    Stale is an entry of a file that was checked or is gone, unless its check did not run; and one of a file
    that can be read now, or cannot be for another content.
    """
    by_path = defaultdict[str, list[Entry]](list)
    files = set[Entry]()
    for entry in known:
        if entry.evidence.check == UNREADABLE:
            files.add(entry)
        else:
            by_path[entry.path].append(entry)
    told = tuple(
        replace(file, known="known to the baseline") if _of_file(file, root) in files else file
        for file in unreadable
    )
    tried = _paths(results, unreadable, root)
    others = files - set(of_files(unreadable, root=root))
    stale = sorted(each for each in others if each.path in tried or not (root / each.path).exists())
    new = list[Result]()
    for path, group in _by_path(results, root).items():
        found = [finding for result in group for finding in result.findings]
        ran = {check for result in group for check in result.checks}
        old, left = _told(found, [entry for entry in by_path.pop(path, []) if entry.evidence.check in ran])
        new += [
            replace(result, findings=tuple(f for f in result.findings if id(f) not in old))
            for result in group
        ]
        stale += left
    gone = (path for path in by_path if not (root / path).exists())
    stale += [entry for path in gone for entry in by_path[path]]
    return Compared(tuple(new), tuple(stale), told)


def followed(
    known: Sequence[Entry], results: Iterable[Result], unreadable: Iterable[Unreadable] = (), *, root: Path
) -> tuple[Entry, ...]:
    """Return entries with those of files that are gone under the paths of new files that hold the very same.

    New is a file of which no entry is known. An entry answers one finding, as in `compare`.
    """
    results, unreadable = tuple(results), tuple(unreadable)
    paths = {entry.path for entry in known}
    waiting = defaultdict[Evidence, deque[str]](deque)
    found_now = (entries(results, root=root), decisions(results, root=root), of_files(unreadable, root=root))
    for found in (entry for group in found_now for entry in group):
        if found.path not in paths:
            waiting[found.evidence].append(found.path)
    checked = _paths(results, unreadable, root)
    gone = {path for path in paths - checked if waiting and not (root / path).exists()}
    return tuple(
        replace(entry, path=waiting[entry.evidence].popleft())
        if entry.path in gone and waiting[entry.evidence]
        else entry
        for entry in known
    )


def missing(entries: Iterable[Entry], among: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries that are not among others, counted: two alike are two."""
    return tuple((Counter(entries) - Counter(among)).elements())


def of_others(
    known: Iterable[Entry], results: Iterable[Result], unreadable: Iterable[Unreadable] = (), *, root: Path
) -> tuple[Entry, ...]:
    """Return the entries of files that none of the results is about, and of checks that did not run."""
    ran = {
        (path, check)
        for path, group in _by_path(results, root).items()
        for result in group
        for check in (*result.checks, UNREADABLE)
    }
    ran |= {(_path(file, root), UNREADABLE) for file in unreadable}
    return tuple(entry for entry in known if (entry.path, entry.evidence.check) not in ran)


def read(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a baseline file. Raises InputError where it is none."""
    try:
        data = path.read_bytes()
        if b"\n<<<<<<< " in data:
            raise InputError(f"{path}: has the marks of a merge in it; keep the lines of both sides")
        said = json.loads(data)
        if said["version"] != _VERSION:
            raise InputError(f"{path}: is a baseline of version {said['version']}; write it anew")
        return tuple(_entry(**entry) for entry in said["findings"])
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file; write a baseline with --write-baseline") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path}: is no baseline; write it anew with --write-baseline") from error


def written(known: Iterable[Entry]) -> str:
    """Return the file with these entries, one a line, sorted: two branches can be merged."""
    lines = (
        json.dumps({"path": entry.path, **asdict(entry.evidence)}, ensure_ascii=False)
        for entry in sorted(known)
    )
    inner = ",\n".join(f"  {line}" for line in lines)
    return f'{{"version": {_VERSION}, "findings": [\n{inner}\n]}}\n'


def _entry(path: str, check: str, found: str, before: Sequence[str], after: Sequence[str]) -> Entry:
    return Entry(path, Evidence(check, found, tuple(before), tuple(after)))


def _of_file(file: Unreadable, root: Path) -> Entry | None:
    """Return the entry of an unreadable file; None where it, or what it goes with, is not to be had."""
    try:
        contents = [Path(path).read_bytes() for path in file.files or (file.path,)]
    except OSError:
        return None
    return Entry(_path(file, root), file_evidence(contents))


def _paths(results: Iterable[Result], unreadable: Iterable[Unreadable], root: Path) -> set[str]:
    return {*(_path(result, root) for result in results), *(_path(file, root) for file in unreadable)}


def _path(of: Result | Unreadable, root: Path) -> str:
    shown = of.path if isinstance(of, Unreadable) else of.russian.path
    path, root = Path(shown).resolve(), root.resolve()
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _by_path(results: Iterable[Result], root: Path) -> dict[str, list[Result]]:
    """Results of one file together: a bilingual one holds several documents."""
    groups = defaultdict[str, list[Result]](list)
    for result in results:
        groups[_path(result, root)].append(result)
    return groups


def _told(findings: Sequence[Finding], known: Sequence[Entry]) -> tuple[set[int], list[Entry]]:
    """Return the findings that are known, by identity, and the entries left over."""
    open_findings = [(evidence(finding), id(finding)) for finding in findings]
    open_entries = list(known)
    for group_of, least in _ROUNDS:
        groups = defaultdict[Hashable, list[Entry]](list)
        for entry in open_entries:
            groups[group_of(entry.evidence)].append(entry)
        matches = (
            (_likeness(found, entry.evidence), number, entry)
            for number, (found, _) in enumerate(open_findings)
            for entry in groups.get(group_of(found), ())
        )
        answered = dict[int, Entry]()
        taken = Counter(open_entries)
        for likeness, number, entry in sorted(matches, key=lambda match: -match[0]):
            if likeness >= least and number not in answered and taken[entry]:
                answered[number] = entry
                taken[entry] -= 1
        open_findings = [found for number, found in enumerate(open_findings) if number not in answered]
        open_entries = list(taken.elements())
    return {id(finding) for finding in findings} - {key for _, key in open_findings}, open_entries


def _whole(known: Evidence) -> Hashable:
    return known


def _what(known: Evidence) -> Hashable:
    return known.check, known.found


def _check(known: Evidence) -> Hashable:
    return known.check


# First those of which nothing has changed, then those with other words around, then those with other words
# themselves; and how alike, from 0 to 1, they must be.
_ROUNDS: tuple[tuple[Callable[[Evidence], Hashable], float], ...] = (
    (_whole, 1),
    (_what, 0.3),
    (_check, 0.75),
)


def _likeness(one: Evidence, other: Evidence) -> float:
    """The share of words around that two have in common, and how alike their own words are if they differ."""
    from rapidfuzz.fuzz import ratio  # not for a run without a baseline

    if _figures(one.found) != _figures(other.found):
        return 0.0  # another wrong number is another finding
    words, others = Counter(one.before + one.after), Counter(other.before + other.after)
    longest = max(words.total(), others.total())
    around = (words & others).total() / longest if longest else 1.0
    return around if one.found == other.found else (around + ratio(one.found, other.found) / 100) / 2


def _figures(text: str) -> list[str]:
    return re.findall(r"\d+", text)
