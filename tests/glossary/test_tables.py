"""Tables in the shapes that offices keep them in."""

import datetime
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from termcheck.errors import GlossaryError
from termcheck.glossary.tables import read_csv, read_xlsx
from termcheck.model import Change, Glossary, Inflection, Register, Status, Term

Put = Callable[..., Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    def put(content: str | bytes, name: str = "terms.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return put


@pytest.fixture
def book(tmp_path: Path) -> Put:
    def book(*sheets: list[list[object]]) -> Path:
        workbook = openpyxl.Workbook()
        workbook.remove(workbook.worksheets[0])
        for rows in sheets:
            sheet = workbook.create_sheet()
            for row in rows:
                sheet.append(row)
        path = tmp_path / "terms.xlsx"
        workbook.save(path)
        return path

    return book


def texts(glossary: Glossary) -> list[tuple[str, str, Status]]:
    return [
        (term.language, term.text, term.status) for concept in glossary.concepts for term in concept.terms
    ]


BOTH = [("en", "registry", Status.PREFERRED), ("ru", "реестр", Status.PREFERRED)]


@pytest.mark.parametrize(
    "header",
    [
        "English,Russian",
        "en,ru",
        "EN-US,RU-RU",
        "Source,Target",
        "English term,Russian term",
        "Term (EN),Term (RU)",
        "Английский,Русский",
        "Оригинал,Перевод",
        "Englsh,Rusian",
    ],
)
def test_columns_are_guessed_from_their_names(header: str, put: Put) -> None:
    glossary = read_csv(put(f"{header}\nregistry,реестр\n"))
    assert texts(glossary) == BOTH
    english, russian = header.split(",")
    if header != "en,ru":
        assert f"columns read: “{english}” as en, “{russian}” as ru" in glossary.remarks[0]


@pytest.mark.parametrize("row", ["registry,реестр", "реестр,registry"])
def test_two_columns_without_a_header_are_told_by_their_letters(row: str, put: Put) -> None:
    glossary = read_csv(put(f"{row}\n"))
    assert texts(glossary) == BOTH
    assert "“column " in glossary.remarks[0]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_usual_delimiter(delimiter: str, put: Put) -> None:
    assert texts(read_csv(put(f"English{delimiter}Russian\nregistry{delimiter}реестр\n"))) == BOTH


def test_semicolons_in_a_cell_part_terms(put: Put) -> None:
    glossary = read_csv(put("English,Russian\nregistry; register,реестр; регистр\n"))
    assert texts(glossary) == [
        BOTH[0],
        ("en", "register", Status.ADMITTED),
        BOTH[1],
        ("ru", "регистр", Status.ADMITTED),
    ]


def test_a_status_is_that_of_the_russian(put: Put) -> None:
    glossary = read_csv(put("English,Russian,Status\nregistry,реестр,forbidden\nport,порт,допускается\n"))
    assert [status for language, _, status in texts(glossary) if language == "ru"] == [
        Status.DEPRECATED,
        Status.ADMITTED,
    ]
    assert texts(glossary)[0][2] is Status.PREFERRED


@pytest.mark.parametrize("word", ["not admitted", "nonpreferred", "invalid", "не рекомендован"])
def test_a_negated_status_is_never_taken_for_its_opposite(word: str, put: Put) -> None:
    with pytest.raises(GlossaryError, match=f'row 2: unknown status "{word}"; known are: preferred'):
        read_csv(put(f"English,Russian,Status\nregistry,реестр,{word}\n"))


def test_columns_that_are_not_understood_are_named(put: Put) -> None:
    glossary = read_csv(put("English,Russian,Shelf,Owner\nregistry,реестр,3,RC\n"))
    assert glossary.remarks[0].endswith("; not understood: “Shelf”, “Owner”")


def test_a_term_a_row_says_all_that_a_glossary_can(put: Put) -> None:
    glossary = read_csv(
        put(
            "id,kind,codes,note,change,language,register,status,text,since,until,authority,bend,number,gender,"
            "forms,homonym,attested,depends\n"
            "rc,body,RC; R,Sits in spring,extend,ru,short,superseded,Речной совет,2016-05-17,2020-01-02,"
            "Statute,(),sing,masc,loct=Речном совете; gent=Речного совета,true,false,delta; series:RIV\n"
        )
    )
    concept = glossary.concepts[0]
    assert (concept.id, concept.kind, concept.codes, concept.note, concept.change) == (
        "rc",
        "body",
        ("RC", "R"),
        "Sits in spring",
        Change.EXTEND,
    )
    assert concept.terms == (
        Term(
            "Речной совет",
            "ru",
            Register.SHORT,
            Status.SUPERSEDED,
            datetime.date(2016, 5, 17),
            datetime.date(2020, 1, 2),
            "Statute",
            Inflection("", "sing", "masc", {"loct": "Речном совете", "gent": "Речного совета"}),
            homonym=True,
            attested=False,
            depends=("delta", "series:RIV"),
        ),
    )


def test_rows_of_one_id_are_one_concept(put: Put) -> None:
    glossary = read_csv(put("id,language,text\na,English,registry\nb,en,port\na,Russian,реестр\nb,ru,порт\n"))
    assert [(concept.id, len(concept.terms)) for concept in glossary.concepts] == [("a", 2), ("b", 2)]


def test_an_entry_that_is_switched_off_needs_no_term(put: Put) -> None:
    glossary = read_csv(put("id,change,language,text\nregistry,off,,\n"))
    assert glossary.concepts[0].change is Change.OFF and glossary.concepts[0].terms == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("English,Russian\nregistry,\n", "row 2: has no Russian term; fill it in, or delete the row"),
        ("English,Russian\n\nport,порт\n,реестр\n", "row 4: has no English term"),
        ("English,Russian,Status\nregistry,реестр,vetted\n", 'row 2: unknown status "vetted"; known are:'),
        ("English,Russian,Register\nregistry,реестр,loud\n", 'row 2: unknown register "loud"; known are:'),
        ("English,Russian,Change\nregistry,реестр,burn\n", 'row 2: unknown change "burn"; known are:'),
        ("English,Russian,Since\nregistry,реестр,May\n", 'row 2: "May" is no date; write it as 2016-05-17'),
        ("English,Russian,Gender\nregistry,реестр,m\n", 'row 2: unknown gender "m"; known are: masc,'),
        ("English,Russian,Number\nregistry,реестр,one\n", 'row 2: unknown number "one"; known are: sing'),
        ("English,Russian,Forms\nregistry,реестр,реестра\n", 'row 2: "реестра" is no form; write it as gen'),
        ("English,Russian,Forms\nregistry,реестр,gen=реестра\n", 'row 2: "gen=реестра" is no form'),
        ("English,Russian,Until\nregistry,реестр,2016-13-01\n", 'row 2: "2016-13-01" is no date'),
        ("id,language,text\n,en,registry\n", "row 2: has no id; the terms of one concept share one"),
        ("id,language,text\na,de,Register\n", 'row 2: needs a text, and a language that is "en" or "ru"'),
        ("id,language,text\na,en,\n", "row 2: needs a text"),
        ("English,Russian\nregistry,\nport,порт\nbay,\n,река\n", "row 2: has no Russian term; fill it in, or "
         "delete the row (and rows 4, 5)"),
    ],
)  # fmt: skip
def test_a_broken_row_is_told_with_its_number(content: str, said: str, put: Put) -> None:
    with pytest.raises(GlossaryError) as caught:
        read_csv(put(content))
    assert f"terms.csv, {said}" in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize("content", ["Name,Colour\nregistry,register\n", "English,Shelf\nregistry,3\n"])
def test_a_table_without_the_two_languages(content: str, put: Put) -> None:
    with pytest.raises(GlossaryError, match="has no English and Russian columns; name them “English” and"):
        read_csv(put(content))


def test_an_empty_table_holds_nothing(put: Put) -> None:
    assert read_csv(put("")) == Glossary(title="terms")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r"])
def test_any_usual_encoding(encoding: str, put: Put) -> None:
    rows = "English,Russian\nregistry,реестр\nland use,использование земель\nRiver Council,Речной совет\n"
    assert texts(read_csv(put(rows.encode(encoding))))[:2] == BOTH


def test_a_file_that_is_missing_or_no_table(put: Put, tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="cannot be read"):
        read_csv(tmp_path / "none.csv")
    with pytest.raises(GlossaryError, match=r"terms\.xlsx: is not an Excel workbook; save it as \.xlsx"):
        read_xlsx(put("English,Russian\n", "terms.xlsx"))


def test_a_sheet_as_terminology_portals_export_it(book: Put) -> None:
    glossary = read_xlsx(
        book(
            [
                ["Record", "Subject", "English", "French", "Russian", "Valid from", "Remarks"],
                [
                    731,
                    "Land",
                    "registry",
                    "registre",
                    "реестр; регистр",
                    datetime.datetime(2016, 5, 17),
                    None,
                ],
                [732, "Water", "port", "port", "порт", None, "Also of a river."],
            ]
        )
    )
    first, second = glossary.concepts
    assert (first.id, first.domain, first.terms[0].since) == ("731", "Land", datetime.date(2016, 5, 17))
    assert [term.text for term in first.terms] == ["registry", "реестр", "регистр"]
    assert (second.id, second.note) == ("732", "Also of a river.")
    assert "“Record” as id" in glossary.remarks[0] and "not understood: “French”" in glossary.remarks[0]


def test_the_first_sheet_with_anything_in_it_is_read(book: Put) -> None:
    assert texts(read_xlsx(book([], [["English", "Russian"], ["registry", "реестр"]]))) == BOTH


def test_a_broken_row_of_a_sheet_has_the_number_that_excel_shows(book: Put) -> None:
    rows: list[list[object]] = [["English", "Russian"], ["port", "порт"], [None, None], ["registry", None]]
    with pytest.raises(GlossaryError, match=r"terms\.xlsx, row 4: has no Russian term"):
        read_xlsx(book(rows))
