"""Adopted translations, to be quoted as they were adopted: translation memories."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from termcheck import formats
from termcheck.formats import Bilingual


@dataclass(frozen=True, slots=True)
class Unit:
    """An English text and its adopted Russian, with the file that it is from."""

    english: str
    russian: str
    path: str


@dataclass(frozen=True, slots=True, eq=False)
class Memory:
    """The units of some translation memories."""

    units: tuple[Unit, ...] = ()
    _indexes: dict[Callable[[str], str], Mapping[str, tuple[Unit, ...]]] = field(default_factory=dict)

    def by(self, key: Callable[[str], str]) -> Mapping[str, tuple[Unit, ...]]:
        """Return the units by a key of their English."""
        if key not in self._indexes:
            index = dict[str, tuple[Unit, ...]]()
            for unit in self.units:
                index[key(unit.english)] = (*index.get(key(unit.english), ()), unit)
            self._indexes[key] = index
        return self._indexes[key]


def load_memory(paths: Iterable[Path]) -> Memory:
    """Read bilingual files as a memory. Raises InputError for one that cannot be read."""
    return Memory(
        tuple(unit for path in paths for pair in formats.read_bilingual(path) for unit in _units(pair))
    )


def _units(pair: Bilingual) -> Iterable[Unit]:
    for english, russian in zip(pair.english.segments, pair.russian.segments, strict=True):
        if english.text and russian.text:
            yield Unit(english.text, russian.text, pair.russian.path)
