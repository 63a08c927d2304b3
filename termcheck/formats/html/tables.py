"""The rows of a table, and the columns in which their cells stand."""

from collections.abc import Callable, Iterator

from termcheck.formats.html.tree import Element
from termcheck.formats.markup import Token
from termcheck.formats.numbering import number_of

_PARTS = ("thead", "tbody", "tfoot")
_STRUCTURE = frozenset((*_PARTS, "tr", "td", "th", "colgroup"))
_WIDEST = 1000  # columns; the standard lets no cell be wider
_LAST_ROW = 1 << 30


def beside_rows(table: Element) -> Iterator[Element | Token]:
    """What stands in a table and in no cell: its caption, and what a browser shows before the table."""
    for child in table.children:
        if not isinstance(child, Element) or child.name not in _STRUCTURE:
            yield child
        elif child.name != "td" and child.name != "th":
            yield from beside_rows(child)


def rows_of(table: Element, is_shown: Callable[[Element], bool]) -> list[Element]:
    """The rows of a table that are shown, without those of tables in its cells."""
    rows = []
    for child in table.children:
        if not isinstance(child, Element) or child.name not in (*_PARTS, "tr") or not is_shown(child):
            continue
        inner = [child] if child.name == "tr" else child.children
        rows += [one for one in inner if isinstance(one, Element) and one.name == "tr"]
    return [row for row in rows if row.parent is table or is_shown(row)]


class Grid:
    """The places of a table that cells of rows above reach into."""

    def __init__(self) -> None:
        self._taken = dict[int, int]()  # the last row that is taken, by column

    def cells(self, row: Element, number: int) -> Iterator[tuple[Element, int]]:
        """The cells of a row, which has this number, with their columns; both count from 1."""
        column = 1
        for cell in row.children:
            if not isinstance(cell, Element) or cell.name not in ("td", "th"):
                continue
            while column < _WIDEST and self._taken.get(column, 0) >= number:
                column += 1
            yield cell, column
            width = min(max(number_of(cell.attributes.get("colspan"), 1), 1), _WIDEST)
            height = number_of(cell.attributes.get("rowspan"), 1)
            last = number + height - 1 if height > 0 else _LAST_ROW
            if last > number:
                self._taken.update(dict.fromkeys(range(column, column + width), last))
            column += width
