"""Glossaries read from tables: CSV, TSV, tab-separated text and XLSX.

Two shapes are read. A row may be a concept, with a column for each language (of several terms in a cell the
first is preferred), or a term, with a column that names its language; the second holds all that a glossary
can say, and is what is written.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from termcheck.errors import GlossaryError
from termcheck.glossary.alternatives import APART, read_cell
from termcheck.glossary.columns import Columns, guess
from termcheck.glossary.sheets import Row, Sheet, read_text, read_workbook
from termcheck.glossary.standing import status_of
from termcheck.model import ENGLISH, RUSSIAN, Change, Concept, Glossary, Inflection, Register, Status, Term

_ROWS = 10  # that are told by number
_YES = frozenset({"true", "yes", "1", "да"})
_NO = frozenset({"false", "no", "0", "нет"})
_NUMBERS = ("sing", "plur")
_GENDERS = ("masc", "femn", "neut")
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_CALLED = {ENGLISH: "English", RUSSIAN: "Russian"}
_LANGUAGES = {"en": ENGLISH, "english": ENGLISH, "ru": RUSSIAN, "russian": RUSSIAN}

Chosen = TypeVar("Chosen", bound=StrEnum)


def read_csv(path: Path) -> Glossary:
    """Return the glossary in a CSV, TSV or tab-separated text file of any usual delimiter and encoding."""
    sheet = read_text(path)
    if not sheet.rows:
        return Glossary(title=path.stem)
    return _read(path, [(path.name, sheet)], [])


def read_xlsx(path: Path) -> Glossary:
    """Return the glossary in the sheets of an Excel workbook; a remark tells of each that is not read."""
    sheets = list(read_workbook(path))
    if not sheets:
        return Glossary(title=path.stem)
    named = [
        (f"{path.name}, sheet “{sheet.name}”" if len(sheets) > 1 else path.name, sheet) for sheet in sheets
    ]
    shown = [(name, sheet) for name, sheet in named if not sheet.hidden]
    hidden = [
        f"{name}: is hidden and not read; show it in Excel if it holds terms" for name, _ in named if _.hidden
    ]
    return _read(path, shown, hidden)


def _read(path: Path, sheets: Sequence[tuple[str, Sheet]], remarks: list[str]) -> Glossary:
    concepts, gaps = list[Concept](), list[str]()
    known = [(name, sheet, guess(sheet.rows)) for name, sheet in sheets]
    if not any(columns for *_, columns in known):
        raise GlossaryError(
            f"{path}: has no English and Russian columns; name them “English” and “Russian” in the first row"
        )
    for name, sheet, columns in known:
        if columns is None:
            remarks.append(f"{name}: is not read; it has no English and Russian columns")
            continue
        table = _Table(name, columns)
        concepts += table.concepts(sheet.rows[columns.head :])
        table.complain()
        remarks += table.remarks()
        gaps += table.gaps()
    domain = concepts[0].domain if concepts else "term"
    return Glossary(path.stem, domain, concepts=tuple(concepts), remarks=tuple(remarks), gaps=tuple(gaps))


class _Table:
    """Turns the rows of a table into concepts, and gathers what is wrong with them."""

    def __init__(self, name: str, columns: Columns) -> None:
        self.name = name
        self.columns = columns
        self.faults: list[tuple[int, str]] = []
        self.empty = defaultdict[str, list[int]](list)  # the rows that are left out, by what they lack
        self.guesses = defaultdict[tuple[str, bool], list[tuple[int, str]]](list)  # by sign: row and cell

    def remarks(self) -> Iterator[str]:
        """Yield how the columns and the cells were understood."""
        if said := self.columns.said():
            yield f"{self.name}: {said}"
        for (sign, parted), cells in self.guesses.items():
            told = "part alternatives" if parted else "be part of the term"
            where = _told(list(dict.fromkeys(row for row, _ in cells)))
            yield (
                f"{self.name}: “{sign}” is taken to {told} in {where} (“{cells[0][1]}”); a column "
                "“Alternatives” can name the sign that parts them, or say “no”"
            )

    def gaps(self) -> Iterator[str]:
        """Yield which rows are left out, and what they lack."""
        for lack, rows in self.empty.items():
            yield f"{self.name}: {_told(rows)} {'has' if len(rows) == 1 else 'have'} no {lack}; left out"

    def complain(self) -> None:
        """Raise GlossaryError with the first fault, and the rows of the others."""
        if not self.faults:
            return
        (number, fault), *others = self.faults
        rows = [row for row in dict.fromkeys(row for row, _ in others) if row != number]
        more = f" (and {_told(rows)})" if rows else ""
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
                self.empty["id, which the terms of a concept share"].append(number)
                continue
            by_id.setdefault(identity, []).append((number, row))
        for identity, group in by_id.items():
            terms = tuple(filter(None, (self._term(number, row) for number, row in group)))
            if terms or self._get(group[0][1], "change") == Change.OFF:
                yield self._whole(group[0], identity, terms)

    def _concept(self, number: int, row: Row) -> Iterator[Concept]:
        """Yield the concept of a row with a column for each language."""
        terms: list[Term] = []
        lacking = [called for language, called in _CALLED.items() if not self._get(row, language)]
        if lacking:
            self.empty[f"{' and no '.join(lacking)} term"].append(number)
            return
        for language in (ENGLISH, RUSSIAN):
            texts = self._alternatives(number, row, language)
            given = self._status(number, row) if language == RUSSIAN else None
            for place, text in enumerate(texts):
                status = given or Status.PREFERRED
                if place and status is Status.PREFERRED:
                    status = Status.ADMITTED
                terms.append(self._made(number, row, text, language, status))
        yield self._whole((number, row), self._get(row, "id"), tuple(terms))

    def _alternatives(self, number: int, row: Row, language: str) -> tuple[str, ...]:
        text = self._get(row, language)
        cell = read_cell(text, self._get(row, "alternatives"))
        if cell.sign:
            self.guesses[cell.sign, cell.parted].append((number, text))
        return cell.terms

    def _term(self, number: int, row: Row) -> Term | None:
        """Return the term of a row that is one; an entry that is only switched off has a row without."""
        text, called = self._get(row, "text"), self._get(row, "language").lower()
        if not text and self._get(row, "change") == Change.OFF:
            return None
        if not text:
            self.empty["text"].append(number)
            return None
        if called not in _LANGUAGES:
            self.faults.append((number, 'needs a language that is "en" or "ru"'))
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
        return tuple(part.strip() for part in self._get(row, meaning).split(APART) if part.strip())

    def _get(self, row: Row, meaning: str) -> str:
        place = self.columns.places.get(meaning)
        return row[place] if place is not None and place < len(row) else ""


def _told(rows: Sequence[int]) -> str:
    if len(rows) == 1:
        return f"row {rows[0]}"
    if len(rows) > _ROWS:
        return f"rows {', '.join(map(str, rows[:_ROWS]))} and {len(rows) - _ROWS} more"
    return f"rows {', '.join(map(str, rows[:-1]))} and {rows[-1]}"
