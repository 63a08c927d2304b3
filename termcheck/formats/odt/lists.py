"""The automatic labels of lists and headings in an ODT file."""

import re
from dataclasses import dataclass, field

from termcheck.formats.numbering import bullet_shown, number_of, numeral
from termcheck.formats.numerals import letter
from termcheck.formats.odt.tree import Element
from termcheck.numbers.roman import roman

_LEVELS = ("text:list-level-style-number", "text:list-level-style-bullet", "text:outline-level-style")
_GAP = re.compile(r"%(\d{1,2})%")
_ZEROS = re.compile(r"0+1(?=,)")  # LibreOffice: "01, 02, 03, ..."
_ALPHABET = 26


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level counts; `template` has "%1%" for the number of the first level, "" means the ODF way."""

    form: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1  # how many levels the label shows, its own last
    bullet: str = ""
    template: str = ""
    doubled: bool = False  # whether "aa" is followed by "bb", not by "ab"


@dataclass(slots=True)
class Counters:
    """The numbers of one list, by level from 1, and the name of its style."""

    style: str
    numbers: dict[int, int] = field(default_factory=dict)


class Lists:
    """The list styles of a document, and how far its lists have counted."""

    def __init__(self, *roots: Element) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self.outline = Counters("")
        for root in roots:
            for holder in root.elements("office:styles", "office:automatic-styles"):
                for style in holder.elements("text:list-style"):
                    self._styles[style.get("style:name")] = _levels(style)
                for style in holder.elements("text:outline-style"):
                    self._styles[""] = _levels(style)
        self._by_id: dict[str, Counters] = {}
        self._last: dict[str, Counters] = {}  # of each style

    def begin(self, element: Element, style: str) -> Counters:
        """The counters of a list that begins, new ones or those of the list that it goes on with."""
        continued = self._by_id.get(element.get("text:continue-list"))
        if continued is None and element.get("text:continue-numbering") == "true":
            continued = self._last.get(style)
        counters = Counters(style, continued.numbers if continued else {})
        self._last[style] = counters
        if name := element.get("xml:id") or element.get("text:id"):
            self._by_id[name] = counters
        return counters

    def numbered(self, name: str, style: str) -> Counters:
        """The counters of the list to which a paragraph says by itself that it belongs."""
        return self._by_id.setdefault(name, Counters(style))

    def label(self, counters: Counters, level: int, start: str = "") -> str:
        """Count an item at a level from 1 and return its label; `start` is the number it asks for."""
        rules = self._styles.get(counters.style, {})
        rule = rules.get(level, _Level())
        numbers = counters.numbers
        for deeper in [at for at in numbers if at > level]:
            del numbers[deeper]
        for above in range(1, level):
            numbers.setdefault(above, rules.get(above, _Level()).start)
        following = numbers[level] + 1 if level in numbers else rule.start
        numbers[level] = number_of(start, following)
        if rule.bullet:
            return bullet_shown(rule.bullet)
        if not rule.form:  # words alone ("§"), or a place for a number that is not shown
            return "" if _GAP.search(rule.template) else (rule.template or rule.prefix + rule.suffix).strip()
        if rule.template:
            shown = _GAP.sub(lambda gap: self._number(rules, numbers, int(gap[1])), rule.template)
            return shown.strip()
        first = max(level - rule.shown + 1, 1)
        parts = [self._number(rules, numbers, at) for at in range(first, level + 1)]
        return f"{rule.prefix}{'.'.join(filter(None, parts))}{rule.suffix}".strip()

    @staticmethod
    def _number(rules: dict[int, _Level], numbers: dict[int, int], level: int) -> str:
        rule, number = rules.get(level, _Level()), numbers.get(level, 0)
        if number < 1:
            return str(number) if rule.form else ""
        return _numeral(rule, number)


def _levels(style: Element) -> dict[int, _Level]:
    return {number_of(level.get("text:level"), 1): _level(level) for level in style.elements(*_LEVELS)}


def _level(element: Element) -> _Level:
    return _Level(
        element.get("style:num-format"),
        element.get("style:num-prefix"),
        element.get("style:num-suffix"),
        number_of(element.get("text:start-value"), 1),
        max(number_of(element.get("text:display-levels"), 1), 1),
        element.get("text:bullet-char") if element.name.endswith("bullet") else "",
        element.get("loext:num-list-format"),
        element.get("style:num-letter-sync") == "true",
    )


def _numeral(rule: _Level, number: int) -> str:
    """A number in a form of the standard ("1", "a", "A", "i", "I", "" for none) or of LibreOffice."""
    form = rule.form
    if form in ("a", "A"):
        written = letter(number) if rule.doubled else _letters(number)
    elif form in ("i", "I"):
        written = roman(number).lower()
    elif form[:1].lower() == "а":  # the first ones of a list: "А, Б, .., Аа, Бб, ... (ru)"
        written = letter(number, "ru")
    elif zeros := _ZEROS.match(form):
        return numeral(zeros[0], number)
    else:
        return str(number) if form else ""
    return written.upper() if form[0].isupper() else written


def _letters(number: int) -> str:
    """The letters of a number as columns of a sheet have them: z, aa, ab."""
    written = ""
    while number:
        number, place = divmod(number - 1, _ALPHABET)
        written = letter(place + 1) + written
    return written
