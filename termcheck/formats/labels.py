"""What a label looks like where somebody typed it: "27.", "b)", "(iv)", "IV.", a bullet.

Shape alone is not enough: "А. С. Пушкин" begins like a heading. The outline decides by the sequence.
"""

import re
from dataclasses import dataclass
from enum import Enum

from termcheck.formats.blocks import Block
from termcheck.formats.numerals import letter_values
from termcheck.numbers.roman import roman_value


class Shape(Enum):
    """The kinds of labels."""

    NUMBER = "27."
    LEVELS = "2.1."
    COUNT = "1)"
    ITEM = "b)"
    CAPITAL = "B."
    BULLET = "•"
    STAR = "*"


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the head of a text: as typed, what counts in it, and the offset of the text after it."""

    shape: Shape
    mark: str
    body: str
    end: int


_SHAPES = (
    # "12.5 млн" and "2015. " are no labels: a blank follows, and paragraphs have at most three figures.
    (Shape.NUMBER, re.compile(r"(\d{1,3})\.\s+")),
    (Shape.LEVELS, re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.\s+")),
    (Shape.COUNT, re.compile(r"\(?(\d{1,2})\)\s*")),
    (Shape.ITEM, re.compile(r"\(?([a-zа-яёіј]|aa|bb|cc|dd|ee|[ivxіх]{2,6})\)\s*")),
    (Shape.CAPITAL, re.compile(r"([A-ZА-ЯІЈ]|[IVXLІХ]{2,7})\.\s+")),
    (Shape.BULLET, re.compile(r"([•●▪■◦·–—-])\s+")),
    (Shape.STAR, re.compile(r"(\*{1,3})\s+")),
)
_HEADS = (
    frozenset("0123456789(•●▪■◦·–—-*")
    | frozenset(chr(code) for code in (*range(65, 91), *range(97, 123), *range(0x410, 0x450)))
    | frozenset("ёіјІЈ")
)
_INITIAL = re.compile(r"\w\.")
_BULLET_TEXT = re.compile(r"[•●▪■◦·–—*+-]")


def find_label(text: str) -> Label | None:
    """The label at the head of a text, None without one or where nothing follows it.

    A bullet before another label gives way to it: "- а) Открытие" is item а).
    """
    if text[:1] not in _HEADS:
        return None
    for shape, pattern in _SHAPES:
        match = pattern.match(text)
        if not match or match.end() == len(text):
            continue
        if shape is Shape.CAPITAL and _INITIAL.match(text, match.end()):
            return None  # "А. С. Пушкин", "U. S. Geological Survey"
        if shape in (Shape.CAPITAL, Shape.ITEM) and not _counts(match.group(1)):
            return None  # "й)" and "IXV." stand in no sequence
        if shape is Shape.BULLET and (inner := find_label(text[match.end() :])):
            return Label(inner.shape, inner.mark, inner.body, inner.end + match.end())
        return Label(shape, match.group().rstrip(), match.group(1), match.end())
    return None


def candidate(block: Block) -> Label | None:
    """The label of a block by its shape, before the sequence has been asked."""
    label = find_label(block.text)
    if block.mark and (not label or label.shape is Shape.BULLET):
        return read_mark(block.mark)
    return label


def _counts(body: str) -> bool:
    return bool(letter_values(body)) or roman_value(body) is not None


def read_mark(mark: str) -> Label | None:
    """The label that a format keeps apart from the text ("27." of automatic numbering)."""
    if _BULLET_TEXT.fullmatch(mark):
        return Label(Shape.BULLET, mark, mark, 0)
    # Templates of word processors leave the stop out or put a bracket on one side only.
    label = find_label(f"{mark} x") or find_label(f"{mark}. x") or find_label(f"({mark}) x")
    return Label(label.shape, mark, label.body, 0) if label else None
