"""Glossaries as tables: CSV, TSV and XLSX.

Two shapes are read. A row may be a concept, with a column for each language (several terms in a cell are
parted by semicolons, the first is preferred), or a term, with a column that names its language; the second
holds all that a glossary can say, and is what is written.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from termcheck.errors import GlossaryError, InputError
from termcheck.formats.decoding import decode
from termcheck.glossary.columns import Columns, guess
from termcheck.glossary.contents import read_bytes
from termcheck.glossary.standing import status_of
from termcheck.model import ENGLISH, RUSSIAN, Change, Concept, Glossary, Inflection, Register, Status, Term

COLUMNS = (
    "id", "domain", "kind", "codes", "note", "change", "language", "register", "status", "text", "since",
    "until", "authority", "bend", "number", "gender", "forms", "homonym", "attested", "depends",
)  # fmt: skip
_APART = ";"
_UNFIT = re.compile(r"[\\/*?:\[\]]")  # what Excel takes in no name of a sheet
_YES = frozenset({"true", "yes", "1", "да"})
_NO = frozenset({"false", "no", "0", "нет"})
_NUMBERS = ("sing", "plur")
_GENDERS = ("masc", "femn", "neut")
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_LANGUAGES = {"en": ENGLISH, "english": ENGLISH, "ru": RUSSIAN, "russian": RUSSIAN}

Row = Sequence[str]
Chosen = TypeVar("Chosen", bound=StrEnum)


def read_csv(path: Path) -> Glossary:
    """Return the glossary in a CSV or TSV file of any usual delimiter and encoding."""
    try:
        text = decode(read_bytes(path), RUSSIAN, shown=str(path)).text
    except InputError as error:
        raise GlossaryError(str(error)) from None
    delimiter = "\t" if path.suffix.lower() == ".tsv" else _delimiter(text)
    return _glossary(path, list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)))


def read_xlsx(path: Path) -> Glossary:
    """Return the glossary in the first sheet of an Excel workbook that has any terms."""
    import openpyxl  # a quarter of a second that only a workbook is worth

    data = io.BytesIO(read_bytes(path))
    try:
        book = openpyxl.load_workbook(data, read_only=True, data_only=True)
    except Exception:  # whatever a broken workbook makes the library raise
        raise GlossaryError(f"{path}: is not an Excel workbook; save it as .xlsx") from None
    sheets = [[[_cell(value) for value in row] for row in sheet.values] for sheet in book.worksheets]
    rows = next((rows for rows in sheets if any(any(row) for row in rows)), [])
    return _glossary(path, rows)


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
    for row in _rows(glossary):
        sheet.append(row)
    sheet.freeze_panes = "A2"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t|", key=first.count)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value).strip()


def _glossary(path: Path, rows: list[list[str]]) -> Glossary:
    stripped = [[cell.strip() for cell in row] for row in rows]
    filled = [(number, row) for number, row in enumerate(stripped, 1) if any(row)]
    if not filled:
        return Glossary(title=path.stem)
    columns = guess(filled[0][1], [row for _, row in filled[1:]])
    if columns is None:
        raise GlossaryError(
            f"{path}: has no English and Russian columns; name them “English” and “Russian” in the first row"
        )
    table = _Table(path.name, columns)
    body = filled[1:] if columns.has_header else filled
    concepts = tuple(table.concepts(body))
    table.complain()
    domain = concepts[0].domain if concepts else "term"
    said = columns.said()
    remarks = (f"{path}: {said}",) if said else ()
    return Glossary(path.stem, domain, concepts=concepts, remarks=remarks)


class _Table:
    """Turns the rows of a table into concepts, and gathers what is wrong with them."""

    def __init__(self, name: str, columns: Columns) -> None:
        self.name = name
        self.columns = columns
        self.faults: list[tuple[int, str]] = []

    def complain(self) -> None:
        """Raise GlossaryError with the first fault, and the rows of the others."""
        if not self.faults:
            return
        (number, fault), *others = self.faults
        more = f" (and rows {', '.join(str(row) for row, _ in others[:10])})" if others else ""
        raise GlossaryError(f"{self.name}, row {number}: {fault}{more}")

    def concepts(self, rows: Iterable[tuple[int, Row]]) -> Iterator[Concept]:
        if "text" not in self.columns.places:
            for number, row in rows:
                yield from self._concept(number, row)
            return
        by_id: dict[str, list[tuple[int, Row]]] = {}
        for number, row in rows:
            identity = self._get(row, "id")
            if not identity:
                self.faults.append((number, "has no id; the terms of one concept share one"))
            by_id.setdefault(identity, []).append((number, row))
        for identity, group in by_id.items():
            terms = tuple(filter(None, (self._term(number, row) for number, row in group)))
            yield self._whole(group[0], identity, terms)

    def _concept(self, number: int, row: Row) -> Iterator[Concept]:
        """Yield the concept of a row with a column for each language."""
        terms: list[Term] = []
        for language in (ENGLISH, RUSSIAN):
            texts = self._parts(row, language)
            if not texts:
                called = "English" if language == ENGLISH else "Russian"
                self.faults.append((number, f"has no {called} term; fill it in, or delete the row"))
            given = self._status(number, row) if language == RUSSIAN else None
            for place, text in enumerate(texts):
                status = given or Status.PREFERRED
                if place and status is Status.PREFERRED:
                    status = Status.ADMITTED
                terms.append(self._made(number, row, text, language, status))
        if terms:
            yield self._whole((number, row), self._get(row, "id"), tuple(terms))

    def _term(self, number: int, row: Row) -> Term | None:
        """Return the term of a row that is one; an entry that is only switched off has a row without."""
        text, called = self._get(row, "text"), self._get(row, "language").lower()
        if not text and self._get(row, "change") == Change.OFF:
            return None
        if not text or called not in _LANGUAGES:
            self.faults.append((number, 'needs a text, and a language that is "en" or "ru"'))
            return None
        status = self._status(number, row) or Status.PREFERRED
        return self._made(number, row, text, _LANGUAGES[called], status)

    def _made(self, number: int, row: Row, text: str, language: str, status: Status) -> Term:
        return Term(
            text,
            language,
            self._chosen(number, row, "register", Register.FULL),
            status,
            self._date(number, row, "since"),
            self._date(number, row, "until"),
            self._get(row, "authority"),
            Inflection(
                None if self._get(row, "bend") == "" else self._get(row, "bend").strip("()"),
                self._one_of(number, row, "number", _NUMBERS) or None,
                self._one_of(number, row, "gender", _GENDERS) or None,
                self._forms(number, row),
            ),
            self._get(row, "homonym").lower() in _YES,
            self._get(row, "attested").lower() not in _NO,
            self._parts(row, "depends"),
        )

    def _whole(self, first: tuple[int, Row], identity: str, terms: tuple[Term, ...]) -> Concept:
        number, row = first
        change = self._chosen(number, row, "change", Change.REPLACE)
        codes = self._parts(row, "codes")
        domain = self._get(row, "domain") or "term"
        return Concept(identity, domain, self._get(row, "kind"), terms, codes, self._get(row, "note"), change)

    def _chosen(self, number: int, row: Row, meaning: str, default: Chosen) -> Chosen:
        """Return what a row chooses of a few words; the default if it says nothing."""
        known = type(default)
        word = self._one_of(number, row, meaning, tuple(known))
        return known(word) if word else default

    def _one_of(self, number: int, row: Row, meaning: str, known: Sequence[str]) -> str:
        word = self._get(row, meaning).lower()
        if word and word not in known:
            self.faults.append((number, f'unknown {meaning} "{word}"; known are: {", ".join(known)}'))
            return ""
        return word

    def _forms(self, number: int, row: Row) -> dict[str, str]:
        forms: dict[str, str] = {}
        for form in self._parts(row, "forms"):
            case, equals, text = form.partition("=")
            if not equals or case not in _CASES:
                self.faults.append(
                    (number, f'"{form}" is no form; write it as gent=…, for {", ".join(_CASES)}')
                )
            forms[case] = text
        return forms

    def _status(self, number: int, row: Row) -> Status | None:
        word = self._get(row, "status")
        status = status_of(word) if word else None
        if word and status is None:
            self.faults.append((number, f'unknown status "{word}"; known are: {", ".join(Status)}'))
        return status

    def _date(self, number: int, row: Row, meaning: str) -> date | None:
        text = self._get(row, meaning)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.faults.append((number, f'"{text}" is no date; write it as 2016-05-17'))
            return None

    def _parts(self, row: Row, meaning: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in self._get(row, meaning).split(_APART) if part.strip())

    def _get(self, row: Row, meaning: str) -> str:
        place = self.columns.places.get(meaning)
        return row[place] if place is not None and place < len(row) else ""


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
        "codes": f"{_APART} ".join(concept.codes),
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
        "forms": f"{_APART} ".join(f"{case}={text}" for case, text in given.forms.items()),
        "homonym": "true" if term.homonym else "",
        "attested": "" if term.attested else "false",
        "depends": f"{_APART} ".join(term.depends),
    }
