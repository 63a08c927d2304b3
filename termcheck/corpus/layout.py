"""How the documents of a folder lie, and a configuration that says so."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from termcheck import formats, patterns
from termcheck.config import PairPattern
from termcheck.glossary import files as glossaries

# What tells the languages apart in names of files and folders, the Russian first; the United Nations
# marks its files with R and E.
_MARKS = (("ru", "en"), ("rus", "eng"), ("russian", "english"), ("r", "e"))
_SIGNS = re.compile(r"[{}*?]")  # in a name these would be taken for a pattern
_TERMS = re.compile(r"gloss|termino|termbase|terms|глосс|термин", re.IGNORECASE)
_TERM_FILES = frozenset({".tbx"})
_MEMORY_FILES = frozenset({".tmx"})


@dataclass(frozen=True, slots=True)
class Layout:
    """Patterns with the number of pairs that each finds; files that look like glossaries and memories."""

    pairs: tuple[tuple[PairPattern, int], ...] = ()
    glossaries: tuple[str, ...] = ()
    memories: tuple[str, ...] = ()


def look(root: Path) -> Layout:
    """Return the layout of a folder: paths and patterns are relative to it."""
    files = tuple(patterns.files_below(root))
    found = Counter(pattern for file in files for pattern in _first(_patterns(file, frozenset(files))))
    memories = tuple(file for file in files if _suffix(file) in _MEMORY_FILES)
    bilingual = Counter(
        PairPattern(f"{{path}}{PurePosixPath(file).suffix}", None)
        for file in files
        if formats.is_bilingual(Path(file)) and file not in memories
    )
    return Layout(
        tuple(sorted((found + bilingual).items(), key=lambda pair: (-pair[1], pair[0].russian))),
        tuple(file for file in files if _is_glossary(file)),
        memories,
    )


def _patterns(file: str, files: frozenset[str]) -> Iterator[PairPattern]:
    """Yield the patterns by which a file is the Russian of another one of these."""
    path = PurePosixPath(file)
    if path.suffix.lower() not in formats.FORMATS or _SIGNS.search(file):
        return
    for pattern, values in (*_by_folder(path), *_by_name(path)):
        assert pattern.english is not None
        if patterns.filled(pattern.english, values) in files:
            yield pattern


def _by_folder(path: PurePosixPath) -> Iterator[tuple[PairPattern, dict[str, str]]]:
    """Yield `docs/ru/{path}.md` and `docs/en/{path}.md` for docs/ru/2021/report.md."""
    for index, folder in enumerate(path.parts[:-1]):
        for mark in _marks(folder):
            before, after = "".join(f"{part}/" for part in path.parts[:index]), path.parts[index + 1 :]
            rest = str(PurePosixPath(*after).with_suffix(""))
            russian, english = (f"{before}{name}/{{path}}{path.suffix}" for name in (folder, mark))
            yield PairPattern(russian, english), {"path": rest}


def _by_name(path: PurePosixPath) -> Iterator[tuple[PairPattern, dict[str, str]]]:
    """Yield `{path}.R.docx` and `{path}.E.docx` for 2021/report.R.docx; `{path}/ru.md` for 2021/ru.md."""
    head, sign, last = re.fullmatch(r"(.*?)([._ -]?)([^._ -]*)", path.stem, re.DOTALL).groups()  # type: ignore[union-attr]
    folder = "" if len(path.parts) == 1 else f"{path.parent}/"
    for mark in _marks(last):
        if not head and not sign:
            where, values = ("{path}/", {"path": str(path.parent)}) if folder else ("", {})
        elif head and sign:
            where, values = f"{{path}}{sign}", {"path": folder + head}
        else:
            continue
        russian, english = (f"{where}{name}{path.suffix}" for name in (last, mark))
        yield PairPattern(russian, english), values


def _marks(name: str) -> Iterator[str]:
    """Yield the English mark for a Russian one, written alike: "En" for "Ru"."""
    for russian, english in _MARKS:
        for alike in (str.lower, str.upper, str.capitalize):
            if name == alike(russian):
                yield alike(english)
                return


def _first(found: Iterator[PairPattern]) -> Iterator[PairPattern]:
    if (pattern := next(found, None)) is not None:
        yield pattern


def _is_glossary(file: str) -> bool:
    path = PurePosixPath(file)
    known = path.suffix.lower() in glossaries.FORMATS
    return known and (path.suffix.lower() in _TERM_FILES or bool(_TERMS.search(path.stem)))


def _suffix(file: str) -> str:
    return PurePosixPath(file).suffix.lower()


def as_toml(layout: Layout) -> str:
    """Return a configuration for a layout, with a comment on each key."""
    pairs = [pattern for pattern, _ in layout.pairs]
    tables = "\n".join(map(_table, pairs)) if pairs else _commented(_table(_EXAMPLE))
    return _TEMPLATE.format(
        glossaries=_line("glossaries", layout.glossaries, "terms.csv"),
        memories=_line("memories", layout.memories, "adopted.tmx"),
        pairs=tables,
    )


_EXAMPLE = PairPattern("ru/{path}.md", "en/{path}.md")
_TEMPLATE = """\
# What `termcheck check` does in this folder. Paths are relative to this file.

# Your own terms, on top of those that come with termcheck: TOML, CSV, XLSX or TBX; later files override.
{glossaries}

# Adopted translations to be quoted as they are: TMX or XLIFF.
{memories}

# Which checks run, by family or name (`termcheck checks` lists them); all without a choice.
# select = ["country", "symbol"]
# ignore = ["text/yo"]

# Files that the patterns below find and that are not to be checked.
# exclude = ["**/drafts"]

# The least severity that is shown, and that makes the exit status 1: "error", "warning" or "hint".
# show = "warning"
# fail-on = "error"

# Findings that are known and not told; `termcheck check --write-baseline` writes the file.
# baseline = "termcheck-baseline.json"

# Seconds of CPU time that a document may take, if not a minute and one more for each megabyte.
# cpu-limit = 300

# How the report is written, and the date of all reports, if not the one that each bears.
# format = "text"
# date = 2021-10-13

# Which Russian file goes with which English one: {{path}} is what both have in common, folders included;
# any other name in braces stands for a name without folders.
{pairs}
# Other severities for some findings: by check or family, path and concept (`termcheck glossary show NAME`
# tells its id); "off" leaves them out. The last table that fits a finding holds.
# [[severity]]
# check = "country/list-order"
# path = "ru/annexes/**"
# to = "hint"
"""


def _line(key: str, files: Sequence[str], example: str) -> str:
    if not files:
        return f'# {key} = ["{example}"]'
    return f"{key} = [{', '.join(map(_quoted, files))}]"


def _table(pattern: PairPattern) -> str:
    english = f"english = {_quoted(pattern.english)}\n" if pattern.english else ""
    return f"[[pairs]]\nrussian = {_quoted(pattern.russian)}\n{english}"


def _commented(text: str) -> str:
    return "".join(f"# {line}\n" for line in text.splitlines())


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
