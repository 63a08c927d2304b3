"""Placeholders in the texts of a unit: what a program puts in there stands for a word."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from termcheck.formats import icu
from termcheck.formats.blocks import Block
from termcheck.model import Code, CodeKind, Span

# The letter of "%d" says what is put in: a number, a figure with decimals, a text.
_CONVERSIONS = {**dict.fromkeys("diouxX", "d"), **dict.fromkeys("eEfFgG", "f"), **dict.fromkeys("sra@S", "s")}
_ICU = "icu"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What a placeholder stands for: a name, or the argument at a place, counted from 1.

    `number` is 0 where the place is told by the order; `conversion` is that of printf. The syntax of an ICU
    message has the name of its argument at its beginning alone; `key` is the branch that follows.
    """

    family: str
    name: str = ""
    number: int = 0
    conversion: str = ""
    key: str = ""

    @property
    def is_placed(self) -> bool:
        """Whether it is known by its place among the others."""
        return not self.name and self.family in ("printf", "brace")


@dataclass(frozen=True, slots=True)
class _Family:
    """One message format."""

    name: str
    sure: re.Pattern[str] | None
    wide: re.Pattern[str] | None
    shared: re.Pattern[str] | None
    flags: frozenset[str]
    instead_of: frozenset[str]
    compared: bool
    strict: bool

    def is_used(self, texts: Iterable[str], flags: frozenset[str]) -> bool:
        """Whether a unit is written in this format."""
        if any(f"no-{flag}" in flags for flag in self.flags):
            return False
        sure = self.sure
        return not flags.isdisjoint(self.flags) or (sure is not None and any(map(sure.search, texts)))

    def matches(self, text: str, other: str, *, used: bool) -> Iterator[re.Match[str]]:
        """The placeholders of this format in a text; `other` is that in the other language."""
        if used and (pattern := self.wide or self.sure):
            yield from (match for match in pattern.finditer(text) if match.lastgroup)
        if self.shared:
            yield from (match for match in self.shared.finditer(text) if match.group() in other)


def mark_placeholders(
    russian: Block,
    english: Block,
    *,
    flags: frozenset[str] = frozenset(),
    plural: Block | None = None,
    of_one: bool = False,
) -> tuple[Block, Block]:
    """The two blocks of a unit with their placeholders among their codes.

    Whether something is a placeholder both texts say together, with the `flags` of a PO message. `plural` is
    the English plural of a message with plural forms: what it has, any form may have. `of_one`: the form is
    for one number alone, and may leave out what the English has ("a report").
    """
    original = english.text if plural is None else f"{english.text}\n{plural.text}"
    ours, theirs = (
        _codes(text, other, original, russian.text, flags)
        for text, other in ((russian.text, original), (english.text, russian.text))
    )
    known = {placeholder(code.text) for code in ours}
    if of_one:
        theirs = [code for code in theirs if placeholder(code.text) in known]
    if plural is not None and plural.text != english.text:
        missing = known - {placeholder(code.text) for code in theirs}
        end = Span(len(english.text), len(english.text))
        theirs += [
            replace(code, span=end)
            for code in _codes(plural.text, russian.text, original, russian.text, flags)
            if placeholder(code.text) in missing
        ]
    return _with(russian, ours), _with(english, theirs)


def placeholder(text: str) -> Placeholder:
    """What a placeholder, as it is written, stands for."""
    found = next(icu.syntax(text + "}" * text.count("{")), None) if text.startswith("{") else None
    if found and found.argument:
        return Placeholder(_ICU, found.argument, conversion=found.kind, key=found.key)
    if text == "#" or text.startswith("}"):
        branch = re.fullmatch(r"\}\s*(\S*?)\s*\{|.*", text, re.DOTALL)
        return Placeholder(_ICU, key=(branch[1] or "") if branch else "")
    for kind in ("sure", "wide", "shared"):
        for family in _families():
            pattern: re.Pattern[str] | None = getattr(family, kind)
            if pattern and (match := pattern.fullmatch(text)) and match.lastgroup:
                return _of(family, match)
    return Placeholder("", text)


def to_be_kept(found: Sequence[Placeholder]) -> list[Placeholder]:
    """Those placeholders of a text that a translation must have; of a date that a program writes, none."""
    free = [
        family
        for family in _families()
        if not family.compared and any(p.family == family.name for p in found)
    ]
    names = frozenset[str]().union(*({family.name, *family.instead_of} for family in free))
    return [placeholder for placeholder in found if placeholder.family not in names]


def is_strict(family: str) -> bool:
    """Whether a program fails at a placeholder of a format for which it has no value."""
    return family == _ICU or any(each.strict for each in _families() if each.name == family)


def _of(family: _Family, match: re.Match[str]) -> Placeholder:
    groups = {name.rstrip("23"): value for name, value in match.groupdict().items() if value is not None}
    name = " ".join(groups.get("name", "").split())
    number = int(groups.get("number", 0))
    if family.name == "brace" and name.isdecimal():
        name, number = "", int(name) + 1
    conversion = groups.get("conversion", "")
    return Placeholder(family.name, name, number, "" if name else _CONVERSIONS.get(conversion, conversion))


def _codes(text: str, other: str, original: str, russian: str, flags: frozenset[str]) -> list[Code]:
    """The placeholders of one text; whether a format is used the two texts of the unit decide."""
    free = _Free(len(text))
    spans = [part.span for part in icu.syntax(text) if free.take(part.span)]
    used = [family.name for family in _families() if family.is_used((original, russian), flags)]
    instead = frozenset[str]().union(*(f.instead_of for f in _families() if f.name in used))
    for family in _families():
        if family.name not in instead:
            found = family.matches(text, other, used=family.name in used)
            spans += [span for match in found if free.take(span := Span(*match.span()))]
    spans.sort(key=lambda span: span.start)
    return [Code(span, CodeKind.PLACEHOLDER, text[span.start : span.end]) for span in spans]


def _with(block: Block, codes: Sequence[Code]) -> Block:
    """A block with placeholders, but for those that lie in what is code already."""
    free = _Free(len(block.text))
    for code in block.codes:
        free.take(code.span)
    added = [code for code in codes if free.take(code.span)]
    if not added:
        return block
    return replace(block, codes=tuple(sorted((*block.codes, *added), key=lambda code: code.span.start)))


class _Free:
    """What of a text is taken by no placeholder yet."""

    def __init__(self, length: int) -> None:
        self._taken = bytearray(length)

    def take(self, span: Span) -> bool:
        """Take a span, and tell whether all of it was free."""
        length = span.end - span.start
        if any(self._taken[span.start : span.end]):
            return False
        self._taken[span.start : span.end] = b"\1" * length
        return True


@cache
def _families() -> tuple[_Family, ...]:
    data = tomllib.loads((Path(__file__).parent / "placeholders.toml").read_text(encoding="utf-8"))
    return tuple(_family(name, facts) for name, facts in data.items())


def _family(name: str, facts: dict[str, Any]) -> _Family:
    sure, wide, shared = (
        re.compile(facts[kind]) if kind in facts else None for kind in ("sure", "wide", "shared")
    )
    listed = frozenset[str](facts.get("flags", ()))
    instead = frozenset[str](facts.get("instead-of", ()))
    return _Family(
        name, sure, wide, shared, listed, instead, facts.get("compared", True), facts.get("strict", False)
    )
