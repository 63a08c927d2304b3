"""Tables in the shapes that offices keep them in."""

import datetime
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from termcheck.errors import GlossaryError
from termcheck.glossary.files import read
from termcheck.glossary.merging import identified
from termcheck.glossary.table_writer import write_xlsx
from termcheck.glossary.tables import read_csv, read_xlsx
from termcheck.model import Change, Concept, Glossary, Inflection, Register, Status, Term

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
        ("English,Russian,Status\nregistry,реестр,vetted\n", 'row 2: unknown status "vetted"; known are:'),
        ("English,Russian,Register\nregistry,реестр,loud\n", 'row 2: unknown register "loud"; known are:'),
        ("English,Russian,Change\nregistry,реестр,burn\n", 'row 2: unknown change "burn"; known are:'),
        ("English,Russian,Since\nregistry,реестр,May\n", 'row 2: "May" is no date; write it as 2016-05-17'),
        ("English,Russian,Gender\nregistry,реестр,m\n", 'row 2: unknown gender "m"; known are: masc,'),
        ("English,Russian,Number\nregistry,реестр,one\n", 'row 2: unknown number "one"; known are: sing'),
        ("English,Russian,Forms\nregistry,реестр,реестра\n", 'row 2: "реестра" is no form; write it as gen'),
        ("English,Russian,Forms\nregistry,реестр,gen=реестра\n", 'row 2: "gen=реестра" is no form'),
        ("English,Russian,Until\nregistry,реестр,2016-13-01\n", 'row 2: "2016-13-01" is no date'),
        ("id,language,text\na,de,Register\n", 'row 2: needs a language that is "en" or "ru"'),
        ("English,Russian,Since\nport,порт,May\nregistry,реестр,\nbay,залив,June\nriver,река,July\n",
         'row 2: "May" is no date; write it as 2016-05-17 (and rows 4 and 5)'),
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


def russian(glossary: Glossary) -> list[str]:
    return [text for language, text, _ in texts(glossary) if language == "ru"]


HEAD: list[object] = ["English", "Russian"]


@pytest.mark.parametrize(
    "sheets",
    [
        ([], [HEAD, ["registry", "реестр"]]),
        ([HEAD, ["registry", "реестр"]], [HEAD, ["port", "порт"]]),
        ([HEAD, ["registry", "реестр"]], [], [["Русский", "Английский"], ["порт", "port"]]),
        ([HEAD, ["registry", "реестр"]], [HEAD], [["port", "порт"]]),
    ],
    ids=["an empty one first", "two", "columns in another order", "one without names"],
)
def test_all_filled_sheets_are_read(book: Put, sheets: tuple[list[list[object]], ...]) -> None:
    assert russian(read_xlsx(book(*sheets))) == ["реестр", "порт"][: sum(map(len, sheets)) - len(sheets) + 1]


def test_a_sheet_that_is_not_read_is_named_with_the_reason(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    for name, rows in (
        ("Термины", [HEAD, ["registry", "реестр"]]),
        ("О файле", [["Составлено отделом"], ["в мае"]]),
        ("Черновик", [HEAD, ["port", "порт"]]),
    ):
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook["Черновик"].sheet_state = "hidden"
    workbook.save(tmp_path / "terms.xlsx")
    glossary = read_xlsx(tmp_path / "terms.xlsx")
    assert texts(glossary) == BOTH
    assert [remark for remark in glossary.remarks if "not read" in remark] == [
        "terms.xlsx, sheet “Черновик”: is hidden and not read; show it in Excel if it holds terms",
        "terms.xlsx, sheet “О файле”: is not read; it has no English and Russian columns",
    ]


@pytest.mark.parametrize(
    ("content", "left", "told"),
    [
        ("English,Russian\nregistry,\nport,порт\n", ["порт"], "row 2 has no Russian term"),
        ("English;Russian\nport;порт\n\n;реестр\n", ["порт"], "row 4 has no English term"),
        ("Note,English,Russian\nx,,\n,port,порт\n", ["порт"], "row 2 has no English and no Russian term"),
        (
            "English,Russian\nregistry,\nport,порт\nbay, \nriver,\n",
            ["порт"],
            "rows 2, 4 and 5 have no Russian term",
        ),
        (
            "English,Russian\n" + "bay,\n" * 14 + "port,порт\n",
            ["порт"],
            "rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 4 more have no Russian term",
        ),
        (
            "id,language,text\n,ru,реестр\na,ru,порт\n",
            ["порт"],
            "row 2 has no id, which the terms of a concept",
        ),
        ("id,language,text\na,ru,порт\na,en,\n", ["порт"], "row 3 has no text"),
    ],
)
def test_a_row_with_an_empty_cell_is_told_and_the_rest_read(
    content: str, left: list[str], told: str, put: Put
) -> None:
    glossary = read_csv(put(content))
    assert russian(glossary) == left
    assert [gap[: len(told) + 11] for gap in glossary.gaps] == [f"terms.csv: {told}"]


def test_an_empty_cell_of_a_sheet_has_the_number_that_excel_shows(book: Put) -> None:
    rows: list[list[object]] = [["English", "Russian"], ["port", "порт"], [None, None], ["registry", None]]
    glossary = read_xlsx(book(rows))
    assert russian(glossary) == ["порт"]
    assert glossary.gaps == ("terms.xlsx: row 4 has no Russian term; left out",)


@pytest.mark.parametrize(
    "above",
    [
        "Глоссарий отдела;\n\n",
        "Глоссарий отдела\nсоставлен в мае, редакция 2\n\n",
        ";;\nTerms of the registry;;версия 3\n;;\n",
    ],
)
def test_titles_above_the_names_of_the_columns(above: str, put: Put) -> None:
    glossary = read_csv(
        put(f"{above}English;Russian\nregistry;реестр\nland use, urban;использование земель\n")
    )
    assert texts(glossary)[:2] == BOTH
    row = above.count("\n") + 1
    assert f"(their names are in row {row}; what stands above is left out)" in glossary.remarks[0]


def test_a_term_that_is_called_like_a_column_is_a_term(put: Put) -> None:
    glossary = read_csv(put("registry,реестр\ntranslation,перевод\nsource,источник\n"))
    assert russian(glossary) == ["реестр", "перевод", "источник"]


@pytest.mark.parametrize(
    "content",
    [
        "English;Russian;Rate\nregistry;реестр;1,5\nport;порт;2,75\n",
        "English;Russian;Note\nregistry;реестр;малый, средний, большой\nport;порт;речной, морской\n",
        "sep=;\nEnglish;Russian\nregistry;реестр\nport;порт\n",
        '"English";"Russian"\n"registry";"реестр"\n"port";"порт"\n',
        "registry;реестр;1,5\nport;порт;2,5\n",
        "Russian\tEnglish\nреестр\tregistry\nпорт\tport\n",
    ],
)
def test_the_delimiter_is_what_makes_columns(content: str, put: Put) -> None:
    assert russian(read_csv(put(content))) == ["реестр", "порт"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "cp1251"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_text_with_tabulators_as_excel_saves_it(encoding: str, end: str, put: Put) -> None:
    rows = ("English\tRussian\tRate", "registry\tреестр\t1,5", 'port, river\t"порт «Дельта»; речной"\t2,5')
    glossary = read(put(end.join((*rows, "")).encode(encoding), "terms.txt"))
    assert russian(glossary) == ["реестр", "порт «Дельта»", "речной"]


def test_a_cell_that_takes_several_rows_stands_in_each(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in (
        ["Словарь отдела", None, None],
        ["Domain", "English", "Russian"],
        ["Water", "registry", "реестр"],
        [None, None, "регистр"],
        [None, "port", "порт"],
    ):
        sheet.append(row)
    for cells in ("A1:C1", "A3:A5", "B3:B4"):
        sheet.merge_cells(cells)
    workbook.save(tmp_path / "terms.xlsx")
    glossary = read_xlsx(tmp_path / "terms.xlsx")
    assert [(concept.domain, [term.text for term in concept.terms]) for concept in glossary.concepts] == [
        ("Water", ["registry", "реестр"]),
        ("Water", ["registry", "регистр"]),
        ("Water", ["port", "порт"]),
    ]
    assert len(identified(glossary).concepts) == 2


def test_a_workbook_whose_cells_lie_far_apart(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in (HEAD, ["registry", "реестр"]):
        sheet.append(row)
    sheet["XFD9000"] = "x"
    workbook.save(tmp_path / "terms.xlsx")
    glossary = read_xlsx(tmp_path / "terms.xlsx")
    assert texts(glossary) == BOTH
    assert glossary.gaps == ("terms.xlsx: row 9000 has no English and no Russian term; left out",)


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_a_broken_sheet_is_one_line(cut: float, tmp_path: Path, book: Put) -> None:
    whole, broken = book([HEAD, ["registry", "реестр"]]), tmp_path / "broken.xlsx"
    with zipfile.ZipFile(whole) as before, zipfile.ZipFile(broken, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, data[: int(cut * len(data))] if "sheets/" in name else data)
    with pytest.raises(
        GlossaryError, match="its sheet “Sheet” is broken; open it in Excel and save it again"
    ):
        read_xlsx(broken)


@pytest.mark.parametrize(
    ("cell", "terms", "guessed"),
    [
        ("реестр; регистр", ["реестр", "регистр"], "“;” is taken to part alternatives in row 2"),
        ("реестр / регистр", ["реестр", "регистр"], "“/” is taken to part alternatives in row 2"),
        ("реестр/регистр", ["реестр/регистр"], "“/” is taken to be part of the term in row 2"),
        ("доступ и/или передача", ["доступ и/или передача"], ""),
        ("доступ и / или передача", ["доступ и / или передача"], ""),
        ("скорость в км/ч", ["скорость в км/ч"], ""),
        ("квота в 1/2 сбора", ["квота в 1/2 сбора"], ""),
        ("программа на 2014/15 год", ["программа на 2014/15 год"], ""),
        ("документ A/RES/70/1", ["документ A/RES/70/1"], ""),
        ("борьба с ВИЧ/СПИД", ["борьба с ВИЧ/СПИД"], "“/” is taken to be part of the term in row 2"),
        ("порт (речной; морской)", ["порт (речной; морской)"], ""),
        ("порт (речной / морской)", ["порт (речной / морской)"], ""),
    ],
)
def test_a_guess_about_alternatives_is_told(cell: str, terms: list[str], guessed: str, put: Put) -> None:
    glossary = read_csv(put(f'English,Russian\nregistry,"{cell}"\n'))
    assert russian(glossary) == terms
    assert [remark.partition(" (“")[0] for remark in glossary.remarks if " is taken to " in remark] == (
        [f"terms.csv: {guessed}"] if guessed else []
    )


@pytest.mark.parametrize(
    ("cell", "told", "terms"),
    [
        ("реестр/регистр", "/", ["реестр", "регистр"]),
        ("реестр; регистр", ";", ["реестр", "регистр"]),
        ("реестр; регистр", "no", ["реестр; регистр"]),
        ("реестр / регистр", "нет", ["реестр / регистр"]),
        ("реестр | регистр", "|", ["реестр", "регистр"]),
    ],
)
def test_a_column_can_say_what_parts_alternatives(cell: str, told: str, terms: list[str], put: Put) -> None:
    glossary = read_csv(put(f'English,Russian,Alternatives\nregistry,"{cell}",{told}\n'))
    assert russian(glossary) == terms
    assert not any(" is taken to " in remark for remark in glossary.remarks)


@pytest.mark.parametrize("text", ["=СУММ(1)", "+1", "-порт", "@порт", "#N/A", "TRUE", "12", "=1+1"])
def test_whatever_a_text_looks_like_a_workbook_holds_it_as_text(text: str, tmp_path: Path) -> None:
    terms = tuple(Term(words, language, Register.FULL) for words, language in (("port", "en"), (text, "ru")))
    path = tmp_path / "terms.xlsx"
    path.write_bytes(write_xlsx(Glossary(concepts=(Concept("port", "term", terms=terms),))))
    cells = [cell for row in openpyxl.load_workbook(path).worksheets[0].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert russian(read_xlsx(path)) == [text]
