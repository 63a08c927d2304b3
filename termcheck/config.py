"""The configuration of a folder of documents: `termcheck.toml`, or `[tool.termcheck]` in pyproject.toml.

glossaries = ["terms.csv"]
exclude = ["ru/drafts/**"]

[[pairs]]
russian = "ru/{path}.md"
english = "en/{path}.md"

[[severity]]
check = "symbol"
path = "ru/annexes/**"
to = "hint"

Paths are relative to the file, `pairs` patterns of `termcheck.patterns`.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from termcheck import patterns
from termcheck.errors import ConfigError
from termcheck.model import Severity

FILE = "termcheck.toml"
_PROJECT = "pyproject.toml"
_TABLE = "tool.termcheck"
_IN_PROJECT = re.compile(r"^\s*\[\[?\s*tool\.termcheck\s*[\].]", re.MULTILINE)
_LEVELS = tuple(severity.label for severity in sorted(Severity, reverse=True))
_OFF, _NEVER = "off", "never"
_NEAR = 70  # of 100: "glossary" is like "glossaries" to 78, "line" like "baseline" to 67


@dataclass(frozen=True, slots=True)
class PairPattern:
    """Where Russian files are, and where the English of each is; None where they hold both languages."""

    russian: str
    english: str | None


@dataclass(frozen=True, slots=True)
class SeverityRule:
    """A severity for the findings of some checks, in some files, on some concepts; `to` None: none at all.

    An empty tuple does not choose. `place` is where the rule stands.
    """

    to: Severity | None
    checks: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    place: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration file says; None and empty tuples where it is silent.

    `root` is the folder that the patterns of paths count from; other paths are complete.
    """

    root: Path
    shown: str = FILE
    pairs: tuple[PairPattern, ...] = ()
    exclude: tuple[str, ...] = ()
    glossaries: tuple[Path, ...] = ()
    memories: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[SeverityRule, ...] = ()
    show: str | None = None
    fail_on: str | None = None
    format: str | None = None
    day: date | None = None
    baseline: Path | None = None
    cpu_limit: float | None = None


def find(folder: Path) -> Path | None:
    """Return the configuration file that holds for a folder: its own, or the nearest above."""
    for place in (folder, *folder.parents):
        if (file := place / FILE).is_file():
            return file
        if (project := place / _PROJECT).is_file() and _IN_PROJECT.search(
            project.read_text("utf-8", "replace")
        ):
            return project
    return None


def load(path: Path, shown: str | None = None) -> Config:
    """Return the configuration in a file; `shown` is the path to name in messages.

    Raises ConfigError, one line: which file and line, what is wrong, and what to do.
    """
    shown = str(path) if shown is None else shown
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except FileNotFoundError:
        raise ConfigError(f"{shown}: no such file; `termcheck init` writes a configuration") from None
    except OSError as error:
        raise ConfigError(f"{shown}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{shown}: is not UTF-8; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{shown}: is not valid TOML: {error}") from None
    table = ""
    if path.name == _PROJECT:
        table = _TABLE
        data = data.get("tool", {}).get("termcheck", {})
    return _Reader(path.absolute().parent, shown, text, table).config(data)


@dataclass(frozen=True, slots=True)
class _Where:
    """A table of the file: its name, and which of several of that name."""

    table: str
    number: int = 0


class _Reader:
    """Turns the parsed TOML of one file into a configuration, with the line of whatever is wrong."""

    def __init__(self, root: Path, shown: str, text: str, table: str) -> None:
        self.root = root
        self.shown = shown
        self.text = text
        self.top = _Where(table)

    def config(self, data: object) -> Config:
        if not isinstance(data, dict):
            raise ConfigError(f"{self.shown}: {_TABLE} is a table; begin it with [{_TABLE}]")
        known: Mapping[str, Callable[[str, Any], Any]] = {
            "pairs": lambda key, value: tuple(self._pairs(key, value)),
            "exclude": self._patterns,
            "glossaries": self._paths,
            "memories": self._paths,
            "select": self._texts,
            "ignore": self._texts,
            "severity": lambda key, value: tuple(self._severities(key, value)),
            "show": lambda key, value: self._one_of(key, value, _LEVELS),
            "fail-on": lambda key, value: self._one_of(key, value, (*_LEVELS, _NEVER)),
            "format": self._word,
            "date": self._date,
            "baseline": lambda key, value: self.root / self._word(key, value),
            "cpu-limit": self._seconds,
        }
        read = {key: known[self._known(key, tuple(known), self.top)](key, data[key]) for key in data}
        called = {"severity": "severities", "fail-on": "fail_on", "date": "day", "cpu-limit": "cpu_limit"}
        return Config(self.root, self.shown, **{called.get(key, key): value for key, value in read.items()})

    def _pairs(self, key: str, value: object) -> Iterator[PairPattern]:
        for where, entry in self._tables(key, value):
            for name in entry:
                self._known(name, ("russian", "english"), where)
            if "russian" not in entry:
                raise self._error('needs a pattern, such as russian = "ru/{path}.md"', key, where)
            russian, english = (
                self._pattern(side, entry[side], where) if side in entry else None
                for side in ("russian", "english")
            )
            assert russian is not None
            lacking = set(patterns.names(english or "")) - set(patterns.names(russian))
            if lacking:
                raise self._error(
                    f'"english" has {{{min(lacking)}}}, which "russian" has not; both need the same names',
                    "english",
                    where,
                )
            yield PairPattern(russian, english)

    def _severities(self, key: str, value: object) -> Iterator[SeverityRule]:
        for where, entry in self._tables(key, value):
            for name in entry:
                self._known(name, ("check", "path", "concept", "to"), where)
            if "to" not in entry:
                raise self._error('needs the severity, such as to = "hint"', key, where)
            if len(entry) == 1:
                raise self._error('needs a check, a path or a concept, such as check = "symbol"', key, where)
            to = self._one_of("to", entry["to"], (*_LEVELS, _OFF), where)
            yield SeverityRule(
                None if to == _OFF else Severity[to.upper()],
                self._texts("check", entry.get("check", ()), where),
                self._patterns("path", entry.get("path", ()), where),
                self._texts("concept", entry.get("concept", ()), where),
                self._place(key, where),
            )

    def _tables(self, key: str, value: object) -> Iterator[tuple[_Where, Mapping[str, Any]]]:
        name = f"{self.top.table}.{key}".lstrip(".")
        entries = value if isinstance(value, list) else [value]
        for number, entry in enumerate(entries):
            if not isinstance(entry, dict):
                raise self._error(f'"{key}" takes tables; begin each with [[{name}]]', key)
            yield _Where(name, number), entry

    def _word(self, key: str, value: object, where: _Where | None = None) -> str:
        if not isinstance(value, str) or not value:
            raise self._error(f'"{key}" takes a text in quotes, not {_toml(value)}', key, where)
        return value

    def _texts(self, key: str, value: object, where: _Where | None = None) -> tuple[str, ...]:
        texts = [value] if isinstance(value, str) else value
        if not isinstance(texts, list | tuple) or not all(isinstance(text, str) and text for text in texts):
            raise self._error(
                f'"{key}" takes texts in [ ], such as ["…", "…"], not {_toml(value)}', key, where
            )
        return tuple(texts)

    def _paths(self, key: str, value: object) -> tuple[Path, ...]:
        return tuple(self.root / text for text in self._texts(key, value))

    def _pattern(self, key: str, value: object, where: _Where | None = None) -> str:
        pattern = self._word(key, value, where)
        try:
            patterns.names(pattern)
        except ValueError as error:
            raise self._error(f'"{pattern}": {error}', key, where) from None
        if pattern.startswith(("/", "../")):
            raise self._error(f'"{pattern}": paths begin in the folder of {self.shown}', key, where)
        return pattern.removeprefix("./")

    def _patterns(self, key: str, value: object, where: _Where | None = None) -> tuple[str, ...]:
        return tuple(self._pattern(key, text, where) for text in self._texts(key, value, where))

    def _one_of(self, key: str, value: object, known: Sequence[str], where: _Where | None = None) -> str:
        if not isinstance(value, str) or value not in known:
            choice = ", ".join(f'"{word}"' for word in known)
            raise self._error(f'"{key}" is one of {choice}, not {_toml(value)}', key, where)
        return value

    def _seconds(self, key: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < float("inf"):
            raise self._error(f'"{key}" takes a number of seconds, not {_toml(value)}', key)
        return float(value)

    def _date(self, key: str, value: object) -> date:
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self._error(f'"{key}" takes a date such as 2016-05-17, not {_toml(value)}', key)
        return value

    def _known(self, key: str, known: Sequence[str], where: _Where) -> str:
        if key in known:
            return key
        from rapidfuzz import fuzz, process

        nearest = process.extractOne(key, known, scorer=fuzz.ratio, score_cutoff=_NEAR)
        remedy = f'did you mean "{nearest[0]}"?' if nearest else f"known are: {', '.join(known)}"
        raise self._error(f'unknown key "{key}"; {remedy}', key, where)

    def _error(self, problem: str, key: str, where: _Where | None = None) -> ConfigError:
        return ConfigError(f"{self._place(key, where or self.top)}: {problem}")

    def _place(self, key: str, where: _Where) -> str:
        line = _line(self.text, key, where)
        return f"{self.shown}, line {line}" if line else self.shown


def _line(text: str, key: str, where: _Where) -> int | None:
    """Return the line, from 1, at which a key of a table stands, or the table itself begins."""
    header = re.compile(r"\s*\[{1,2}\s*([^\[\]]+?)\s*\]{1,2}")
    assignment = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""")
    full = f"{where.table}.{key}".lstrip(".")
    table, seen = "", -1 if where.table else 0
    begins = inline = None
    for number, line in enumerate(text.splitlines(), 1):
        if match := header.match(line):
            table = match[1].replace('"', "").replace(" ", "")
            if table == where.table:
                seen += 1
            if (table == where.table and seen == where.number) or table == full:
                begins = begins or number
        elif table == where.table and seen == where.number and assignment.match(line):
            return number
        elif re.search(rf"""(?<![\w-]){re.escape(key)}["']?\s*=""", line):
            inline = inline or number  # pairs = [{ russian = "…" }]
    return begins or inline


def _toml(value: object) -> str:
    """Return a value about as its author wrote it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return "a table"
    return repr(value).replace("'", '"') if isinstance(value, str | list) else str(value)
