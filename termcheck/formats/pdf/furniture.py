"""What stands on the pages without being text: running heads, page numbers, job numbers, bar codes."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from termcheck.formats.frontmatter import find_symbol, is_front_line
from termcheck.formats.furniture import is_furniture
from termcheck.formats.numerals import words
from termcheck.formats.pdf.lines import Line, Row
from termcheck.model import Kind

_OUTERMOST = 3  # rows from the edge of the page that can be furniture
_NUMBER_ZONE = 75.0  # points from the edge within which a page number stands
_HEAD_ZONE = 120.0
_SAME_HEIGHT = 4.0  # points within which a running head stands at the same height on all pages
_PAGE_NUMBERS = re.compile(
    r"(?:\bp\.|\bpage|\bс\.|\bстр\.|\bстраница)\s*\d+(?:\s*(?:/|of|из)\s*\d+)?", re.IGNORECASE
)
_EDGE_NUMBERS = re.compile(r"^\d{1,4}(?:/\d{1,4})?\s+|\s+\d{1,4}(?:/\d{1,4})?$")


@dataclass(frozen=True, slots=True)
class Cleared:
    """The rows of each page that are text, and the running heads: each wording once, with its first line."""

    pages: tuple[tuple[Row, ...], ...]
    heads: tuple[Line, ...]


def clear(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> Cleared:
    """Put aside what is no text, from the edges of each page inwards."""
    wordings = Counter(key for rows in pages for key in {_key(row) for row in _outermost(rows)})
    kept, heads = [], dict[str, Line]()
    for rows, height in zip(pages, heights, strict=True):
        top = _run(rows, height, wordings)
        bottom = min(_run(rows[::-1], height, wordings), len(rows) - top)
        kept.append(tuple(rows[top : len(rows) - bottom]))
        for line in (line for row in (*rows[:top], *rows[len(rows) - bottom :]) for line in row):
            wording = _EDGE_NUMBERS.sub("", line.text)
            if not (_is("numbers", wording) or is_furniture(wording, Kind.TABLE_CELL)):
                heads.setdefault(wording, line)
    return Cleared(tuple(kept), tuple(heads.values()))


def _run(rows: Sequence[Row], height: float, wordings: Counter[tuple[str, int]]) -> int:
    """How many rows from the edge of a page on are furniture."""
    count = 0
    for at, row in enumerate(rows):
        if at >= _OUTERMOST and not _is_plate(row):
            break
        if not _is_furniture(row, rows[at + 1 : at + 2], height, wordings):
            break
        count = at + 1
    # A head stands apart; what stands as near as the next line of a text is one, though all pages have it.
    while (
        0 < count < len(rows)
        and not _is_plate(rows[count - 1])
        and not _is_apart(*rows[count - 1 : count + 1])
    ):
        count -= 1
    return count


def _is_apart(row: Row, other: Row) -> bool:
    return abs(other[0].base - row[0].base) > 1.4 * row[0].size


def _is_furniture(
    row: Row, following: Sequence[Row], height: float, wordings: Counter[tuple[str, int]]
) -> bool:
    if row[0].table:
        return False
    text = " ".join(line.text for line in row)
    if _is_plate(row):
        return True
    base = row[0].base
    apart = not following or _is_apart(row, following[0])
    in_margin = not _NUMBER_ZONE < base < height - _NUMBER_ZONE
    if _is("numbers", text):
        return apart and in_margin
    if not _HEAD_ZONE < base < height - _HEAD_ZONE and _recurs(row, wordings):
        return True
    page = row[0].page
    # "E/CN.15/2023/EG.1/L.1" over a page that has no other like it, as in a paper of two pages
    is_symbol = is_front_line(text) and find_symbol([text]) == text
    return is_symbol and page > 1 and in_margin and apart


def _is_plate(row: Row) -> bool:
    """Whether a row holds what the conference services print on a document, and at most a page number."""
    texts = [line.text for line in row if not _is("numbers", line.text)]
    return bool(texts) and all(is_furniture(text, Kind.TABLE_CELL) or _is("days", text) for text in texts)


def _recurs(row: Row, wordings: Counter[tuple[str, int]]) -> bool:
    text, height = _key(row)
    # Heights that fall on two sides of a step are next to each other.
    return sum(wordings[text, other] for other in (height - 1, height, height + 1)) > 1


def _key(row: Row) -> tuple[str, int]:
    """What is the same on all pages: the words without the number of the page, and the height."""
    texts = sorted(_PAGE_NUMBERS.sub("", _EDGE_NUMBERS.sub("", line.text)) for line in row)
    return " ".join(text for text in texts if not text.isdigit()), round(row[0].base / _SAME_HEIGHT)


def _outermost(rows: Sequence[Row]) -> Iterable[Row]:
    return (*rows[:_OUTERMOST], *rows[_OUTERMOST:][-_OUTERMOST:])


def _is(kind: str, text: str) -> bool:
    text = text.strip()
    return any(re.fullmatch(pattern, text, re.IGNORECASE) for pattern in words()["furniture"][kind])
