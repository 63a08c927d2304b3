"""The filled rows of a table as an office keeps it: of a text file, or of each sheet of a workbook."""

import csv
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from termcheck.errors import GlossaryError, InputError
from termcheck.formats.decoding import decode
from termcheck.glossary.columns import header
from termcheck.glossary.contents import read_bytes
from termcheck.model import RUSSIAN

_DELIMITERS = "\t;,|"
_NAMED = re.compile(r"sep=(.)\r?\n")  # how Excel is told the delimiter of a CSV file
_LOOKED_AT = 50  # rows

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows that hold anything, each with its number from 1; `name` is "" where there are no sheets."""

    name: str
    rows: Sequence[tuple[int, Row]]
    hidden: bool = False


def read_text(path: Path) -> Sheet:
    """Return the rows of a CSV, TSV or tab-separated text file of any usual delimiter and encoding.

    Raises GlossaryError.
    """
    try:
        text = decode(read_bytes(path), RUSSIAN, shown=str(path)).text
        return Sheet("", _filled(_parsed(text)))
    except InputError as error:
        raise GlossaryError(str(error)) from None
    except csv.Error as error:
        raise GlossaryError(f"{path}: is no table ({error}); save it as CSV again") from None


def read_workbook(path: Path) -> Iterator[Sheet]:
    """Yield the sheets of an Excel workbook that hold anything. Raises GlossaryError."""
    import openpyxl  # a quarter of a second that only a workbook is worth

    data = io.BytesIO(read_bytes(path))
    try:
        book = openpyxl.load_workbook(data, read_only=True, data_only=True)
    except Exception:  # whatever a broken workbook makes the library raise
        raise GlossaryError(f"{path}: is not an Excel workbook; save it as .xlsx") from None
    for sheet in book.worksheets:
        try:
            rows = _filled(_spread(_cells(sheet), _merged_below(data, sheet)))
        except Exception:  # likewise
            raise GlossaryError(
                f"{path}: its sheet “{sheet.title}” is broken; open it in Excel and save it again"
            ) from None
        if rows:
            yield Sheet(sheet.title, rows, hidden=sheet.sheet_state != "visible")


def _parsed(text: str) -> list[list[str]]:
    named = _NAMED.match(text)
    if named:
        return list(csv.reader(io.StringIO(text[named.end() :], newline=""), delimiter=named[1]))
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))


def _delimiter(text: str) -> str:
    """The sign that gives the columns names, or else most rows the same number of cells: no «1,5» does."""
    return max(_DELIMITERS, key=lambda delimiter: _regularity(text, delimiter))


def _regularity(text: str, delimiter: str) -> tuple[bool, int, int]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows = [row for row, _ in zip(reader, range(_LOOKED_AT), strict=False)]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, times = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return header(_filled(rows)) is not None, times, width


def _filled(rows: Sequence[Row]) -> list[tuple[int, Row]]:
    plain = ([" ".join(cell.split()) for cell in row] for row in rows)
    return [(number, row) for number, row in enumerate(plain, 1) if any(row)]


def _cells(sheet: Any) -> list[list[str]]:
    # What a file says of its size may be a million rows, or one.
    sheet.reset_dimensions()
    return [[_text(value) for value in row] for row in sheet.values]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _spread(rows: list[list[str]], merged: Sequence[tuple[int, int, int]]) -> list[list[str]]:
    """Give each row what a cell that reaches down to it says: one English term beside two Russian ones."""
    for column, first, last in merged:
        if first < len(rows) and column < len(rows[first]):
            for row in rows[first + 1 : last + 1]:
                row += [""] * (column + 1 - len(row))
                row[column] = rows[first][column]
    return rows


def _merged_below(data: io.BytesIO, sheet: Any) -> list[tuple[int, int, int]]:
    """The column and the first and last row, from 0, of each cell that takes several rows."""
    from openpyxl.utils import range_boundaries

    # A workbook read row by row does not tell them.
    with zipfile.ZipFile(data) as archive, archive.open(sheet._worksheet_path) as part:
        found = []
        for _, element in ElementTree.iterparse(part):
            if element.tag.endswith("}mergeCell"):
                left, top, _, bottom = range_boundaries(element.get("ref", ""))
                if left and top and bottom and bottom > top:
                    found.append((left - 1, top - 1, bottom - 1))
            if element.tag.endswith("}row"):
                element.clear()
        return found
