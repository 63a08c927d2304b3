"""Automatic numbering of a DOCX file: what a word processor prints before a paragraph.

The file holds only "this paragraph is in list 3, level 1"; templates and counters give the label.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from termcheck.formats.numerals import letter
from termcheck.numbers.roman import roman

_GAP = re.compile(r"%(\d)")
# A word processor stores bullets as letters of symbol fonts, in the private area of Unicode.
_PRIVATE = re.compile("[\ue000-\uf8ff]")

FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerRoman": lambda number: roman(number).lower(),
    "upperRoman": roman,
    "russianLower": lambda number: letter(number, "ru"),
    "russianUpper": lambda number: letter(number, "ru").upper(),
}


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    template: str
    start: int


class Numbering:
    """The lists of a document; `label` is asked for each paragraph in reading order."""

    def __init__(self, root: etree._Element | None, namespace: str) -> None:
        self._w = namespace
        self._levels: dict[tuple[str, int], _Level] = {}  # by abstract list and level
        self._abstract: dict[str, str] = {}  # list → abstract list
        self._overrides: dict[tuple[str, int], int] = {}  # list and level → first number
        self._counters: dict[str, dict[int, int]] = {}  # of each abstract list
        self._begun: set[str] = set()
        if root is not None:
            self._read(root)

    def label(self, list_id: str, level: int) -> str:
        """The label of the next paragraph of a list at a level from 0; "" where it has none."""
        abstract = self._abstract.get(list_id)
        rule = self._levels.get((abstract, level)) if abstract is not None else None
        if abstract is None or rule is None:
            return ""
        counters = self._counters.setdefault(abstract, {})
        if list_id not in self._begun:
            self._begun.add(list_id)
            for (owner, at), start in self._overrides.items():
                if owner == list_id:
                    counters[at] = start - 1
        counters[level] = counters.get(level, rule.start - 1) + 1
        for deeper in [at for at in counters if at > level]:
            del counters[deeper]
        if rule.form == "bullet":
            return _PRIVATE.sub("•", rule.template).strip() or "•"
        if rule.form == "none":
            return ""
        return _GAP.sub(lambda gap: self._number(abstract, int(gap.group(1)) - 1), rule.template).strip()

    def _number(self, abstract: str, level: int) -> str:
        rule = self._levels.get((abstract, level))
        if rule is None:
            return ""
        number = self._counters[abstract].get(level, rule.start)
        return FORMS.get(rule.form, str)(number) if number > 0 else str(number)

    def _read(self, root: etree._Element) -> None:
        w = self._w
        for abstract in root.iterchildren(f"{w}abstractNum"):
            name = abstract.get(f"{w}abstractNumId", "")
            for level in abstract.iterchildren(f"{w}lvl"):
                at = number_of(level.get(f"{w}ilvl"), 0)
                self._levels[name, at] = _Level(
                    self._value(level, "numFmt") or "decimal",
                    self._value(level, "lvlText") or "",
                    number_of(self._value(level, "start"), 1),
                )
        for num in root.iterchildren(f"{w}num"):
            name = num.get(f"{w}numId", "")
            self._abstract[name] = self._value(num, "abstractNumId") or ""
            for override in num.iterchildren(f"{w}lvlOverride"):
                start = self._value(override, "startOverride")
                if start is not None:
                    at = number_of(override.get(f"{w}ilvl"), 0)
                    self._overrides[name, at] = number_of(start, 1)

    def _value(self, parent: etree._Element, name: str) -> str | None:
        child = parent.find(f"{self._w}{name}")
        return None if child is None else child.get(f"{self._w}val")


def number_of(value: str | None, default: int) -> int:
    """The whole number in an attribute, a default where there is none."""
    return int(value) if value and re.fullmatch(r"-?\d{1,9}", value) else default
