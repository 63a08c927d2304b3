"""What changes between a text and its suggestion, word by word."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Bit:
    """A part of one side; `script` names its letters where the eye cannot tell them from those opposite."""

    text: str
    changed: bool = False
    script: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Both sides in full, cut where they differ."""

    old: tuple[Bit, ...]
    new: tuple[Bit, ...]


def difference(old: str, new: str) -> Difference:
    """Compare two texts word by word; in a word that changed a little, only the letters that did."""
    left, right = _TOKEN.findall(old), _TOKEN.findall(new)
    befores: list[Bit] = []
    afters: list[Bit] = []
    for kind, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        ours, theirs = left[i:j], right[k:m]
        if kind == "equal":
            befores.append(Bit("".join(ours)))
            afters.append(Bit("".join(theirs)))
            continue
        for before, after in _changes(ours, theirs):
            befores += before
            afters += after
    return Difference(tuple(_joined(befores)), tuple(_joined(afters)))


def _changes(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[Sequence[Bit], Sequence[Bit]]]:
    """Yield what stands for what: word for word where there are as many on either side."""
    if len(ours) == len(theirs):
        yield from map(_letters, ours, theirs)
    else:
        yield (Bit("".join(ours), changed=True),), (Bit("".join(theirs), changed=True),)


def _letters(old: str, new: str) -> tuple[Sequence[Bit], Sequence[Bit]]:
    """Leave out what two words begin and end with, if that is half of them.

    «Словаки|и» and «Словаки|я» share it; «Конго» and «Того», which have two letters in common, do not.
    """
    start = _shared(old, new)
    end = min(_shared(old[::-1], new[::-1]), len(old) - start, len(new) - start)
    if 2 * (start + end) < max(len(old), len(new)):
        start = end = 0
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    scripts = (_script(before), _script(after)) if len(before) == len(after) else ("", "")
    if scripts[0] == scripts[1] or not all(scripts):
        scripts = ("", "")
    sides = ((old, before, scripts[0]), (new, after, scripts[1]))
    first, second = (
        (Bit(whole[:start]), Bit(part, True, script), Bit(whole[len(whole) - end :]))
        for whole, part, script in sides
    )
    return first, second


def _shared(one: str, other: str) -> int:
    """Return how many characters two words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _script(text: str) -> str:
    """Return "Cyrillic" or "Latin" for letters of that script alone."""
    scripts = {unicodedata.name(char, "").partition(" ")[0].capitalize() for char in text if char.isalpha()}
    return scripts.pop() if len(scripts) == 1 and scripts <= {"Cyrillic", "Latin"} else ""


def _joined(bits: Sequence[Bit]) -> Iterator[Bit]:
    """Yield bits without empty ones, neighbours of one kind together."""
    last: Bit | None = None
    for bit in bits:
        if not bit.text:
            continue
        if last and (last.changed, last.script) == (bit.changed, bit.script):
            last = Bit(last.text + bit.text, bit.changed, bit.script)
            continue
        if last:
            yield last
        last = bit
    if last:
        yield last
