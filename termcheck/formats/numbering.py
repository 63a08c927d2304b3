"""Automatic numbering of a DOCX file: what a word processor prints before a paragraph.

The file holds only "this paragraph is in list 3, level 1"; templates and counters give the label.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from termcheck.formats.blocks import Block, join
from termcheck.formats.labels import read_mark
from termcheck.formats.numerals import letter
from termcheck.model import Span
from termcheck.numbers.roman import roman

_GAP = re.compile(r"%(\d)")
# Bullets that a reader of labels knows; others are pictures of symbol fonts, "o" of a typewriter's font.
_BULLET = re.compile(r"[•●▪■◦·–—*+-]")
_NOTE_MARKS = "*†‡§"
_ZEROS = re.compile(r"0+1(?=,)")  # "001, 002, 003, ...": how Word describes numbers with more noughts


def _note_mark(number: int) -> str:
    """The mark of a note as the Chicago Manual of Style counts them: *, †, ‡, §, **, …"""
    rounds, place = divmod(number - 1, len(_NOTE_MARKS))
    return _NOTE_MARKS[place] * (rounds + 1)


FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerRoman": lambda number: roman(number).lower(),
    "upperRoman": roman,
    "russianLower": lambda number: letter(number, "ru"),
    "russianUpper": lambda number: letter(number, "ru").upper(),
    "chicago": _note_mark,
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda number: "",
}


def numeral(form: str, number: int) -> str:
    """A number in a form of the standard, in figures where that is not known or has no such number."""
    if form.strip("0") == "1":  # "001"
        return f"{number:0{len(form)}d}"
    return FORMS.get(form, str)(number) if number > 0 else str(number)


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level counts. `restart` is the level (from 1) at whose numbers it begins again, 0 for never."""

    form: str = "decimal"
    template: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str = ""

    def begins_again_after(self, level: int, own: int) -> bool:
        """Whether a number at another level makes this one, itself at level `own`, begin again."""
        return level < own if self.restart is None else level < min(self.restart, own)


class Numbering:
    """The lists of a document; `label` is asked for each paragraph in reading order."""

    def __init__(self, root: etree._Element | None, namespace: str) -> None:
        self._w = namespace
        self._templates: dict[str, dict[int, _Level]] = {}  # of each template the levels
        self._template_of: dict[str, str] = {}  # list → template
        self._own: dict[tuple[str, int], _Level] = {}  # list and level → what replaces the template's
        self._starts: dict[tuple[str, int], int] = {}  # list and level → first number
        self._counters: dict[str, dict[int, int]] = {}  # of each template
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def label(self, list_id: str, level: int) -> str:
        """The label of the next paragraph of a list at a level from 0; "" where it has none."""
        rule = self._rule(list_id, level)
        if rule is None:
            return ""
        counters = self._counters.setdefault(self._template_of[list_id], {})
        self._count(list_id, level, rule, counters)
        if rule.form == "bullet":
            return bullet_shown(rule.template.strip())
        if rule.form == "none" and _GAP.search(rule.template):
            return ""
        numbers = {
            at: numeral("decimal" if rule.legal else found.form, number)
            for at, number in counters.items()
            if (found := self._rule(list_id, at))
        }
        return _GAP.sub(lambda gap: numbers.get(int(gap.group(1)) - 1, ""), rule.template).strip()

    def level_of(self, list_id: str, style: str, default: int) -> int:
        """The level that a style of paragraphs has in a list, a default where the list does not name it."""
        levels = self._templates.get(self._template_of.get(list_id, ""), {})
        return next((at for at, rule in levels.items() if rule.style == style), default)

    def _rule(self, list_id: str, level: int) -> _Level | None:
        own = self._own.get((list_id, level))
        return own or self._templates.get(self._template_of.get(list_id, ""), {}).get(level)

    def _count(self, list_id: str, level: int, rule: _Level, counters: dict[int, int]) -> None:
        start = self._starts.get((list_id, level))
        begins = start is not None and (list_id, level) not in self._begun
        self._begun.add((list_id, level))
        if begins or level not in counters:
            counters[level] = rule.start if start is None else start
        else:
            counters[level] += 1
        for above in range(level):  # "1.1" before any "1." counts one that is not seen
            if above not in counters and (found := self._rule(list_id, above)):
                counters[above] = self._starts.get((list_id, above), found.start)
        for deeper in [at for at in counters if at > level]:
            found = self._rule(list_id, deeper)
            if found is None or found.begins_again_after(level, deeper):
                del counters[deeper]

    def _read(self, root: etree._Element) -> None:
        w = self._w
        linked: dict[str, str] = {}  # style of lists → its template
        links: dict[str, str] = {}  # template → the style of lists that it is by
        for template in root.iterchildren(f"{w}abstractNum"):
            name = template.get(f"{w}abstractNumId", "")
            self._templates[name] = dict(self._levels(template))
            linked[self._value(template, "styleLink") or ""] = name
            links[name] = self._value(template, "numStyleLink") or ""
        for name, style in links.items():
            if style in linked and style:
                self._templates[name] = self._templates[linked[style]]
        for num in root.iterchildren(f"{w}num"):
            name = num.get(f"{w}numId", "")
            self._template_of[name] = self._value(num, "abstractNumId") or ""
            for override in num.iterchildren(f"{w}lvlOverride"):
                at = number_of(override.get(f"{w}ilvl"), 0)
                for _, rule in self._levels(override):
                    self._own[name, at] = rule
                start = self._value(override, "startOverride")
                if start is not None:
                    self._starts[name, at] = number_of(start, 1)

    def _levels(self, parent: etree._Element) -> Iterator[tuple[int, _Level]]:
        for level in parent.iterchildren(f"{self._w}lvl"):
            restart = self._value(level, "lvlRestart")
            yield (
                number_of(level.get(f"{self._w}ilvl"), 0),
                _Level(
                    self._form(level),
                    self._value(level, "lvlText") or "",
                    # Word begins a level that does not say where with nought.
                    number_of(self._value(level, "start"), 0),
                    None if restart is None else number_of(restart, 0),
                    level.find(f"{self._w}isLgl") is not None
                    and self._value(level, "isLgl") not in ("0", "false", "off"),
                    self._value(level, "pStyle") or "",
                ),
            )

    def _form(self, level: etree._Element) -> str:
        """The form of the numbers of a level; newer ones stand beside a fallback for older programs."""
        for form in level.iterfind(f".//{self._w}numFmt"):
            value = form.get(f"{self._w}val", "decimal")
            if value != "custom":
                return value
            if zeros := _ZEROS.match(form.get(f"{self._w}format", "")):
                return zeros.group()
        return "decimal"

    def _value(self, parent: etree._Element, name: str) -> str | None:
        child = parent.find(f"{self._w}{name}")
        return None if child is None else child.get(f"{self._w}val")


def bullet_shown(bullet: str) -> str:
    """A bullet as a reader of labels knows it; others are pictures of symbol fonts."""
    return bullet if _BULLET.fullmatch(bullet) else "◦" if bullet == "o" else "•"


def number_of(value: str | None, default: int) -> int:
    """The whole number in an attribute, a default where there is none."""
    return int(value) if value and re.fullmatch(r"-?\d{1,9}", value) else default


def led(block: Block) -> Block:
    """A block whose number is in words («Статья 1.»): they belong to its text, as if they were typed."""
    if not block.mark or not block.text or read_mark(block.mark):
        return block
    strong = (Span(0, len(block.mark)),) if block.is_strong else ()
    words = Block(block.kind, block.mark, depth=block.depth, strong=strong)
    return replace(join(words, block), breaks=())
