"""Glossaries written as tables: CSV, TSV and XLSX, a term a row."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from termcheck.glossary.alternatives import APART
from termcheck.model import Change, Concept, Glossary, Term

COLUMNS = (
    "id", "domain", "kind", "codes", "note", "change", "language", "register", "status", "text", "since",
    "until", "authority", "bend", "number", "gender", "forms", "homonym", "attested", "depends",
)  # fmt: skip
_UNFIT = re.compile(r"[\\/*?:\[\]]")  # what Excel takes in no name of a sheet
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # what XML takes nowhere


def write_csv(glossary: Glossary, delimiter: str = ",") -> str:
    """Return a glossary as CSV, a term a row, with all that it says but the document series."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([COLUMNS, *_rows(glossary)])
    return stream.getvalue()


def write_xlsx(glossary: Glossary) -> bytes:
    """Return a glossary as an Excel workbook of one sheet, as `write_csv` has it."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = _UNFIT.sub(" ", glossary.title or "Glossary")[:31]
    sheet.append(COLUMNS)
    for number, row in enumerate(_rows(glossary), start=2):
        for column, text in enumerate(row, start=1):
            _put(sheet.cell(number, column), text)
    sheet.freeze_panes = "A2"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _put(cell: Any, text: str) -> None:
    """Fill a cell of a workbook with a text: «=СУММ(1)» is no formula, and "#N/A" no error."""
    if text:
        cell.value = _NO_TEXT.sub(" ", text)
        cell.data_type, cell.number_format = "s", "@"


def _rows(glossary: Glossary) -> Iterator[list[str]]:
    for concept in glossary.concepts:
        if not concept.terms:
            yield _row(concept, None)
        for term in concept.terms:
            yield _row(concept, term)


def _row(concept: Concept, term: Term | None) -> list[str]:
    about = {
        "id": concept.id,
        "domain": concept.domain,
        "kind": concept.kind,
        "codes": f"{APART} ".join(concept.codes),
        "note": concept.note,
        "change": "" if concept.change is Change.REPLACE else concept.change.value,
    }
    said = _said(term) if term else {}
    return [{**about, **said}.get(column, "") for column in COLUMNS]


def _said(term: Term) -> dict[str, str]:
    given = term.inflection
    return {
        "language": term.language,
        "register": term.register.value,
        "status": term.status.value,
        "text": term.text,
        "since": term.since.isoformat() if term.since else "",
        "until": term.until.isoformat() if term.until else "",
        "authority": term.authority,
        "bend": "" if given.bend is None else given.bend or "()",  # nothing said, or that nothing bends
        "number": given.number or "",
        "gender": given.gender or "",
        "forms": f"{APART} ".join(f"{case}={text}" for case, text in given.forms.items()),
        "homonym": "true" if term.homonym else "",
        "attested": "" if term.attested else "false",
        "depends": f"{APART} ".join(term.depends),
    }
