"""Which Russian file goes with which English one."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from termcheck import formats, patterns
from termcheck.config import Config
from termcheck.corpus import FilePair
from termcheck.errors import InputError, UsageError

_NO_FILE = " fits no file; mend the pattern, or take it out"


def pair_up(russian: Sequence[Path], source: Path | None, config: Config | None = None) -> Iterator[FilePair]:
    """Yield the pairs; several files or a folder are matched with a folder by relative path.

    Without a source, the patterns of the configuration say what goes together, and without Russian files
    what there is. Raises UsageError for arguments that do not go together, InputError for a folder without
    documents.
    """
    if not russian:
        yield from _configured(source, config)
        return
    if source is None:
        yield from _with_originals(russian, config)
        return
    files = dict.fromkeys(_files(russian))
    single = len(russian) == 1 and not russian[0].is_dir()
    if single and formats.is_bilingual(russian[0]):
        raise UsageError(f"{russian[0]}: holds both languages; check it without --source")
    if single and not source.is_dir():
        yield FilePair(russian[0], source)
        return
    if not source.is_dir():
        missing = "" if source.exists() else ", and there is no such folder"
        raise UsageError(f"--source {source}: several Russian files need a folder of originals{missing}")
    root = common_root(russian)
    for file in files:
        english = source / file.absolute().relative_to(root)
        yield FilePair(file, None if formats.is_bilingual(file) else english)


def original_of(file: Path, config: Config) -> Path | None:
    """Return the English that the patterns give a Russian file: the first there is, or would be."""
    english = _original(patterns.relative(file, config.root).as_posix(), config)
    return None if english is None else _shown(english, config)


def in_vain(config: Config, pairs: Sequence[FilePair]) -> Iterator[str]:
    """Yield what to tell of each pattern that fits no file of a run without arguments, over these pairs."""
    checked = [patterns.relative(pair.russian, config.root).as_posix() for pair in pairs]
    named = [(f'{config.shown}: russian = "{pattern.russian}"', pattern.russian) for pattern in config.pairs]
    found = {pattern: tuple(_like(pattern, config)) for _, pattern in named}
    yield from (f"{place}{_NO_FILE}" for place, pattern in named if not found[pattern])
    every = {path for paths in found.values() for path in paths}
    excluded = [(f'{config.shown}: exclude "{pattern}"', pattern, every) for pattern in config.exclude]
    weighed = [
        (f'{rule.place}: path "{pattern}"', pattern, checked)
        for rule in config.severities
        for pattern in rule.paths
    ]
    for place, pattern, paths in (*excluded, *weighed):
        if not any(patterns.among(path, (pattern,)) for path in paths):
            yield f"{place}{_NO_FILE}"


def _like(pattern: str, config: Config) -> Iterator[str]:
    """Yield the documents that a pattern of Russian files matches, excluded ones too."""
    for path in patterns.files_below(config.root, pattern):
        if patterns.matched(path, pattern) is not None and _is_known(path):
            yield path


def _original(path: str, config: Config) -> str | None:
    """Return the path of the English of a Russian file, both in the folder of the configuration."""
    originals = [
        patterns.filled(pattern.english, values)
        for pattern in config.pairs
        if pattern.english and (values := patterns.matched(path, pattern.russian)) is not None
    ]
    there = (english for english in originals if (config.root / english).exists())
    return next(there, originals[0] if originals else None)


def _configured(source: Path | None, config: Config | None) -> Iterator[FilePair]:
    if source is not None:
        raise UsageError(f"--source {source}: name the RUSSIAN files that it is the original of")
    if config is None:
        raise UsageError(
            "nothing to check: name a RUSSIAN file, or let `termcheck init` write a termcheck.toml"
        )
    if not config.pairs:
        raise UsageError(f"{config.shown}: has no [[pairs]]; add one, or name a RUSSIAN file")
    files = _matching(config, config.root)
    if not files:
        wanted = ", ".join(pattern.russian for pattern in config.pairs)
        raise InputError(f"{config.shown}: no file is like {wanted}; mend the pattern, or add files")
    yield from files


def _with_originals(russian: Sequence[Path], config: Config | None) -> Iterator[FilePair]:
    told = dict[Path, FilePair]()
    for path in russian:
        matching = _matching(config, path) if config and path.is_dir() else ()
        for pair in matching or _alone(path, config):
            told.setdefault(pair.russian, pair)
    yield from told.values()


def _alone(path: Path, config: Config | None) -> Iterator[FilePair]:
    for file in _files((path,)):
        bilingual = formats.is_bilingual(file)
        yield FilePair(file, original_of(file, config) if config and not bilingual else None)


def _matching(config: Config, folder: Path) -> tuple[FilePair, ...]:
    """Return the pairs that the patterns find in a folder; an original of one is no Russian of another."""
    within = patterns.relative(folder, config.root).as_posix()
    found = dict[str, str | None]()
    for pattern in config.pairs:
        for path in _like(pattern.russian, config):
            if path in found or patterns.among(path, config.exclude):
                continue
            if not (within == "." or path.startswith(f"{within}/")):
                continue
            found[path] = None if formats.is_bilingual(PurePath(path)) else _original(path, config)
    originals = set(found.values())
    return tuple(
        FilePair(_shown(russian, config), _shown(english, config) if english else None)
        for russian, english in sorted(found.items())
        if russian not in originals
    )


def _shown(path: str, config: Config) -> Path:
    """Return a path in the folder of the configuration as one would write it from the current one."""
    return patterns.relative(config.root / path)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(filter(_is_document, path.rglob("*")))
        if not found:
            known = ", ".join((*formats.FORMATS, *formats.BILINGUAL_FORMATS))
            raise InputError(f"{path}: holds no file of a known format ({known})")
        yield from found


def _is_document(file: Path) -> bool:
    """Whether a path is a file that can be checked."""
    # "~$port.docx": Word has it open
    return _is_known(file.name) and not file.name.startswith((".", "~$")) and file.is_file()


def _is_known(name: str) -> bool:
    """Whether termcheck reads the format of a file."""
    return PurePath(name).suffix.lower() in (*formats.FORMATS, *formats.BILINGUAL_FORMATS)


def common_root(paths: Sequence[Path]) -> Path:
    """Return the folder that relative paths count from: the one given, or the closest around all files."""
    return Path(os.path.commonpath([(path if path.is_dir() else path.parent).absolute() for path in paths]))
