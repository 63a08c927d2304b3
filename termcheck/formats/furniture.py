"""What is printed on pages and is no text: job numbers, bar codes, pages, the request to recycle."""

import re
from functools import cache

from termcheck.formats.numerals import words
from termcheck.model import Kind

_LONGEST = 160  # code points
_WITH_FIGURES = frozenset((Kind.TABLE_CELL, Kind.FOOTNOTE, Kind.LIST_ITEM, Kind.HEADING))
_PAGE = re.compile(r"(\d{1,3})\s?/\s?(\d{1,3})")


def is_furniture(text: str, kind: Kind) -> bool:
    """Whether a text of some kind is nothing but furniture; in a cell "2/25" is a figure."""
    if len(text) > _LONGEST:
        return False
    certain, whole = _patterns()
    if not whole.fullmatch(text) or (kind in _WITH_FIGURES and not certain.search(text)):
        return False
    # "58/1" is a resolution: no document has so few pages.
    return all(int(page) <= int(pages) for page, pages in _PAGE.findall(text))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    facts = words()["furniture"]
    certain = "|".join(facts["certain"])
    item = "|".join((*facts["certain"], *facts["likely"]))
    return (
        re.compile(rf"(?<!\w)(?:{certain})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?:(?:{item})(?!\w)\s*)+", re.IGNORECASE),
    )
