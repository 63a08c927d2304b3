"""PDF: the text that a reader of the pages sees. Pages are drawn line by line; their words are the answer."""

from collections.abc import Callable
from time import process_time
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from termcheck.errors import InputError
from termcheck.formats import locate
from termcheck.formats.pages import with_pages
from termcheck.formats.pdf import read_pdf
from termcheck.formats.structure import document
from termcheck.model import Document, Kind, Passage, Span

LEFT, RIGHT = 80.0, 500.0

FIRST = (
    "Комитет рассмотрел доклад о ходе осуществления программы и отметил, что государства представили",
    "ответы на вопросник в срок. Секретариату было поручено обобщить эти ответы и довести их до",
    "сведения участников.",
)
SECOND = (
    "Ряд ораторов отметили, что сотрудничество между центральными органами стало теснее и что на",
    "просьбы о правовой помощи теперь отвечают в более короткие сроки, чем за прошедший период.",
)


def read(data: bytes, language: str = "ru") -> Document:
    return with_pages(document(read_pdf(data, shown="report.pdf"), path="report.pdf", language=language))


def texts(data: bytes, language: str = "ru") -> list[str]:
    return [segment.text for segment in read(data, language).segments]


def misplaced(data: bytes, found: Document) -> list[tuple[str, str]]:
    """Letters of the segments that are not those which stand at their place on the page."""
    file = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage() for page in file]
    wrong = []
    for segment in found.segments:
        for piece in segment.origin:
            page = pages[int(piece.node.removeprefix("page ")) - 1]
            for at in range(piece.length):
                letter = segment.text[piece.start + at]
                there = chr(raw.FPDFText_GetUnicode(page.raw, piece.offset + at))
                if letter != there and piece.length > 1:
                    wrong.append((letter, there))
    return wrong


# Paragraphs


def test_paragraphs_are_parted_by_space(sheets: Any) -> None:
    y = sheets.lines(200, FIRST)
    sheets.lines(y + 8, SECOND)
    assert texts(sheets.data()) == [" ".join(FIRST), " ".join(SECOND)]


def test_paragraphs_are_parted_by_the_indent_of_their_first_line(sheets: Any) -> None:
    y = sheets.lines(200, FIRST[:2], indent=20)
    sheets.lines(y, SECOND, indent=20)
    assert texts(sheets.data()) == [" ".join(FIRST[:2]), " ".join(SECOND)]


def test_paragraphs_without_space_or_indent_are_parted_by_a_short_last_line(sheets: Any) -> None:
    y = sheets.lines(200, ("1.  " + FIRST[0], *FIRST[1:]))
    sheets.lines(y, ("2.  " + SECOND[0], *SECOND[1:]))
    found = read(sheets.data()).segments
    assert [(segment.mark, segment.text) for segment in found] == [
        ("1.", " ".join(FIRST)),
        ("2.", " ".join(SECOND)),
    ]


def test_a_label_belongs_to_the_text_beside_it(sheets: Any) -> None:
    for y, label, text in (
        (200, "7.", "Комитет постановил:"),
        (220, "a)", "изучить доклад;"),
        (240, "b)", "принять меры."),
    ):
        sheets.put(LEFT, y, label)
        sheets.put(LEFT + 30, y, text)
    found = read(sheets.data()).segments
    assert [(segment.place.label, segment.text) for segment in found] == [
        ("p. 1, para. 7", "Комитет постановил:"),
        ("p. 1, para. 7 (a)", "изучить доклад;"),
        ("p. 1, para. 7 (b)", "принять меры."),
    ]


def test_bullets_are_labels(sheets: Any) -> None:
    sheets.put(LEFT, 200, "Комитет постановил:")
    for y, text in ((220, "изучить доклад;"), (240, "принять меры.")):
        sheets.put(LEFT, y, "•")
        sheets.put(LEFT + 30, y, text)
    items = read(sheets.data()).segments[1:]
    assert [(item.kind, item.mark, item.text) for item in items] == [
        (Kind.LIST_ITEM, "•", "изучить доклад;"),
        (Kind.LIST_ITEM, "•", "принять меры."),
    ]


def test_a_symbol_alone_on_its_line_is_not_run_together_with_the_next(sheets: Any) -> None:
    sheets.lines(100, ("E/CN.15/2023/EG.1/L.1", "Distr.: Limited", "15 September 2023"))
    sheets.lines(200, FIRST)
    assert texts(sheets.data()) == [
        "E/CN.15/2023/EG.1/L.1",
        "Distr.: Limited",
        "15 September 2023",
        " ".join(FIRST),
    ]


def test_large_print_is_a_heading_even_over_two_lines(sheets: Any) -> None:
    y = sheets.lines(
        200, ("Доклад о работе совещания экспертов", "по вопросам возвращения активов"), size=14, step=17
    )
    sheets.lines(y + 10, FIRST)
    heading, paragraph = read(sheets.data()).segments
    assert (heading.kind, heading.text) == (
        Kind.HEADING,
        "Доклад о работе совещания экспертов по вопросам возвращения активов",
    )
    assert (paragraph.kind, paragraph.text) == (Kind.PARAGRAPH, " ".join(FIRST))


def test_a_line_in_bold_is_a_heading(sheets: Any) -> None:
    y = sheets.lines(200, ("Национальные меры",), bold=True)
    sheets.lines(y, FIRST)
    assert [segment.kind for segment in read(sheets.data()).segments] == [Kind.HEADING, Kind.PARAGRAPH]


# Pages


def test_a_paragraph_goes_on_over_the_end_of_a_page(sheets: Any) -> None:
    sheets.lines(740, FIRST[:2])
    sheets.turn_page()
    y = sheets.lines(80, FIRST[2:])
    sheets.lines(y + 8, SECOND)
    found = read(sheets.data())
    assert [segment.text for segment in found.segments] == [" ".join(FIRST), " ".join(SECOND)]
    torn = found.segments[0]
    assert not torn.breaks  # the page is full: nobody tore the paragraph
    assert torn.place.label.startswith("p. 1, ")
    at = torn.text.index("сведения")
    assert locate(found, Passage(torn, Span(at, at))).label.startswith("p. 2, ")


def test_a_paragraph_that_ends_with_the_page_stays_whole(sheets: Any) -> None:
    sheets.lines(740, ("4.  " + FIRST[0], *FIRST[1:]))
    sheets.turn_page()
    sheets.lines(80, ("5.  " + SECOND[0], *SECOND[1:]))
    assert texts(sheets.data()) == [" ".join(FIRST), " ".join(SECOND)]


def test_running_heads_and_page_numbers_are_put_aside(sheets: Any) -> None:
    for number in range(1, 4):
        sheets.put(LEFT, 50, "E/CN.15/2023/EG.2/L.1")
        sheets.put(RIGHT, 800, str(number), right=True)
        sheets.lines(200, (f"{number}.  {SECOND[0]}", SECOND[1]))
        sheets.turn_page()
    found = read(sheets.data())
    assert [segment.text for segment in found.segments] == [" ".join(SECOND)] * 3 + ["E/CN.15/2023/EG.2/L.1"]
    assert found.segments[-1].kind is Kind.HEADER
    assert found.symbol == "E/CN.15/2023/EG.2/L.1"


def test_the_job_number_is_no_text(sheets: Any) -> None:
    sheets.lines(200, FIRST)
    sheets.put(LEFT, 780, "V.23-01234 (R) 120923 130923")
    sheets.put(LEFT, 794, "*2301234*")
    assert texts(sheets.data()) == [" ".join(FIRST)]


def test_what_the_conference_services_print_is_no_text(sheets: Any) -> None:
    sheets.lines(200, FIRST)
    for y, line in (
        (720, "* Переиздано по техническим причинам 12 марта 2024 года."),
        (734, "ISSN 1020-5535"),
        (748, "GE.24-01234 (R) 120324 130324"),
        (762, "Просьба отправить на вторичную переработку"),
    ):
        sheets.put(LEFT, y, line)
    sheets.put(RIGHT - 60, 748, "*2401234*")
    sheets.put(RIGHT, 800, "1/12", right=True)
    assert texts(sheets.data()) == [" ".join(FIRST)]


def test_a_note_that_differs_by_its_figures_is_no_running_foot(sheets: Any) -> None:
    for number in (7, 8):
        sheets.lines(200, FIRST)
        sheets.rule(LEFT, 750, 100)
        sheets.lines(
            760,
            (f"{number} Официальные отчеты, Дополнение № {number}", f"(A/79/{number}), пункт 12."),
            size=8,
            step=13,
        )
        sheets.turn_page()
    notes = [s.text for s in read(sheets.data()).segments if s.kind is Kind.FOOTNOTE]
    assert notes == [f"Официальные отчеты, Дополнение № {n} (A/79/{n}), пункт 12." for n in (7, 8)]


def test_figures_in_the_text_are_no_page_numbers(sheets: Any) -> None:
    sheets.lines(200, ("Взносы за год:",))
    sheets.lines(230, ("12",))
    assert texts(sheets.data()) == ["Взносы за год:", "12"]


def test_a_sideways_page_is_read_upright(sheets: Any) -> None:
    sheets.canvas.translate(595, 0)
    sheets.canvas.rotate(90)
    sheets.lines(340, FIRST)
    sheets.turn_page()
    assert texts(sheets.data()) == [" ".join(FIRST)]


# Hyphens


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        ("Комитет приветствовал приня-", "тие резолюции.", "Комитет приветствовал принятие резолюции."),
        ("Выступил Директор-", "исполнитель Управления.", "Выступил Директор-исполнитель Управления."),
        (
            "Решение передано Директору-",
            "исполнителю Управления.",
            "Решение передано Директору-исполнителю Управления.",
        ),
        ("Слово взяли Буркина-", "Фасо и Перу.", "Слово взяли Буркина-Фасо и Перу."),
        ("Представлены также Кот-", "д’Ивуар и Перу.", "Представлены также Кот-д’Ивуар и Перу."),
        ("Доклад за период 2021-", "2022 годов.", "Доклад за период 2021-2022 годов."),
        ("Принято на 6-", "м заседании.", "Принято на 6-м заседании."),
        (
            "См. документ E/CN.15/2023/",
            "CRP.3 и добавление.",
            "См. документ E/CN.15/2023/CRP.3 и добавление.",
        ),
        ("Приглашены государства-", "участники Конвенции.", "Приглашены государства-участники Конвенции."),
        ("Положение по-", "прежнему сложное.", "Положение по-прежнему сложное."),
        ("Положение по-", "степенно меняется.", "Положение постепенно меняется."),
        ("The Group dis-", "cussed the report.", "The Group discussed the report."),
        ("The Group heard non-", "governmental bodies.", "The Group heard non-governmental bodies."),
        ("Встреча прошла 12–", "14 сентября.", "Встреча прошла 12–14 сентября."),
        ("Представлена Папуа —", "Новая Гвинея.", "Представлена Папуа — Новая Гвинея."),
    ],
)
def test_words_broken_at_the_end_of_a_line(sheets: Any, first: str, second: str, answer: str) -> None:
    sheets.lines(200, (first, second))
    assert texts(sheets.data()) == [answer]


@pytest.mark.parametrize(
    ("elsewhere", "answer"),
    [
        ("Ученый-эколог открыл форум.", "Ответил ученый-эколог из Чили."),
        ("Словом ученыйэколог назван проект.", "Ответил ученыйэколог из Чили."),
    ],
)
def test_what_the_document_writes_elsewhere_decides(sheets: Any, elsewhere: str, answer: str) -> None:
    sheets.lines(200, (elsewhere,))
    sheets.lines(240, ("Ответил ученый-", "эколог из Чили."))
    assert texts(sheets.data()) == [elsewhere, answer]


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        ("см. A/CN.9/WG.III/WP.125/Rev.1", "Комитета", "см. A/CN.9/WG.III/WP.125/Rev.1 Комитета"),
        ("см. A/CN.9/WG.III/WP.125/Add.1", "вновь", "см. A/CN.9/WG.III/WP.125/Add.1 вновь"),
        ("см. A/CN.9/WG.III/WP.125/Corr.2", "и далее", "см. A/CN.9/WG.III/WP.125/Corr.2 и далее"),
        ("см. A/CN.9/WG.III/WP.124", "Комиссии", "см. A/CN.9/WG.III/WP.124 Комиссии"),
        ("см. A/CN.9/WG.III/WP.124/Rev.", "1 Комитета", "см. A/CN.9/WG.III/WP.124/Rev.1 Комитета"),
        ("см. A/CN.9/WG.III/WP.", "124 Комитета", "см. A/CN.9/WG.III/WP.124 Комитета"),
        ("см. E/CN.15/2024/L.", "7/Rev.1 и L.8", "см. E/CN.15/2024/L.7/Rev.1 и L.8"),
        ("см. A/CN.9/WG.III/", "WP.124 Комитета", "см. A/CN.9/WG.III/WP.124 Комитета"),
        ("см. A/CN.9/WG.III/WP.124", "/Add.1 Комитета", "см. A/CN.9/WG.III/WP.124/Add.1 Комитета"),
        ("см. A/79/7", "2024 года", "см. A/79/7 2024 года"),
        ("доклад за 2021/22", "год", "доклад за 2021/22 год"),
        ("адрес secretariat@example.org", "Комитета", "адрес secretariat@example.org Комитета"),
        ("см. A/CN.9/WG.III/WP.125 и Add.", "1 Комитета", "см. A/CN.9/WG.III/WP.125 и Add.1 Комитета"),
    ],
)
def test_a_symbol_at_the_end_of_a_line(sheets: Any, first: str, second: str, answer: str) -> None:
    sheets.lines(200, (f"Рабочая группа вернулась к записке, {first}", f"{second} на заседании."))
    assert texts(sheets.data()) == [f"Рабочая группа вернулась к записке, {answer} на заседании."]


def test_a_sentence_is_one_wherever_its_lines_are_broken(sheets: Any) -> None:
    y = sheets.lines(
        200,
        (
            "Рабочая группа рассмотрела документ",
            "A/CN.9/WG.III/WP.125/Rev.1",
            "Комитета и приняла его к сведению.",
        ),
    )
    sheets.lines(y + 12, SECOND)
    assert texts(sheets.data()) == [
        "Рабочая группа рассмотрела документ A/CN.9/WG.III/WP.125/Rev.1 Комитета и приняла его к сведению.",
        " ".join(SECOND),
    ]


def test_names_one_a_line_are_paragraphs(sheets: Any) -> None:
    names = (
        "Г-н Иван Петров, советник",
        "Г-жа Мария Лопес, второй секретарь, Министерство юстиции",
        "Г-н Марек Новак",
    )
    y = sheets.lines(200, names)
    sheets.lines(y + 12, SECOND)
    assert texts(sheets.data()) == [*names, " ".join(SECOND)]


# Notes


def test_notes_stand_apart_and_their_figures_are_no_text(sheets: Any) -> None:
    end = sheets.put(LEFT, 200, "Комитет напомнил о Конвенции")
    end = sheets.put(end, 196, "1", size=6)
    sheets.put(end, 200, " и о площади в 40 км")
    sheets.put(sheets.put(LEFT, 213, "в том же районе, 15 м"), 209, "2", size=6)
    sheets.rule(LEFT, 740, 100)
    sheets.put(sheets.put(LEFT, 748, "1", size=5), 752, " Резолюция 58/4 Генеральной Ассамблеи,", size=8)
    sheets.put(LEFT, 762, "приложение.", size=8)
    text, note = read(sheets.data()).segments
    assert [(text.text[:at], mark) for at, mark in text.notes] == [("Комитет напомнил о Конвенции", "1")]
    assert text.text == "Комитет напомнил о Конвенции и о площади в 40 км в том же районе, 15 м2"
    assert (note.kind, note.mark, note.text) == (
        Kind.FOOTNOTE,
        "1",
        "Резолюция 58/4 Генеральной Ассамблеи, приложение.",
    )
    assert note.place.label == "p. 1, footnote 1"


def test_a_note_goes_on_at_the_foot_of_the_next_page(sheets: Any) -> None:
    sheets.lines(680, ("1.  " + FIRST[0], *FIRST[1:]))
    sheets.rule(LEFT, 740, 100)
    sheets.lines(752, ("1 Доклад Генерального секретаря о международном",), size=8)
    sheets.turn_page()
    sheets.lines(80, ("2.  " + SECOND[0], *SECOND[1:]))
    sheets.rule(LEFT, 740, 100)
    sheets.lines(752, ("сотрудничестве.", "2 Там же."), size=8, step=10)
    notes = [segment for segment in read(sheets.data()).segments if segment.kind is Kind.FOOTNOTE]
    assert [(note.mark, note.text) for note in notes] == [
        ("1", "Доклад Генерального секретаря о международном сотрудничестве."),
        ("2", "Там же."),
    ]


def test_an_index_and_an_exponent_are_letters_of_their_word(sheets: Any) -> None:
    end = sheets.put(sheets.put(LEFT, 200, "Предел t"), 203, "норм", size=6)
    end = sheets.put(end, 200, " для CO")
    end = sheets.put(sheets.put(end, 203, "2", size=6), 200, " составляет 10")
    end = sheets.put(sheets.put(end, 196, "6", size=6), 200, " единиц в год, как сказано в докладе")
    end = sheets.put(sheets.put(end, 196, "1", size=6), 200, ",")
    sheets.rule(LEFT, 740, 100)
    sheets.put(sheets.put(LEFT, 748, "1", size=5), 752, " Доклад о ходе работы.", size=8)
    text = read(sheets.data()).segments[0]
    assert text.text == "Предел tнорм для CO2 составляет 106 единиц в год, как сказано в докладе,"
    assert [(text.text[:at][-7:], mark) for at, mark in text.notes] == [("докладе", "1")]


# Columns and tables


def test_two_columns_are_read_one_after_the_other(sheets: Any) -> None:
    left = " ".join(FIRST) + " " + " ".join(SECOND)
    right = " ".join(SECOND) + " " + " ".join(FIRST)
    sheets.justified(200, left, x=80, right=280)
    sheets.justified(204, right, x=300, right=500)
    found = " ".join(texts(sheets.data()))
    assert found == f"{left} {right}"


def test_a_table_is_read_row_by_row(sheets: Any) -> None:
    sheets.lines(160, FIRST)
    for y, cells in (
        (240, ("Государство", "Взнос", "Год")),
        (258, ("Австралия", "320", "2021")),
        (276, ("Соединенное Королевство", "1 200", "2022")),
        (288, ("и Северная Ирландия", "", "")),
        (306, ("Чили", "95", "2022")),
    ):
        for x, cell in zip((80, 300, 420), cells, strict=True):
            sheets.put(x, y, cell)
    cells = [s for s in read(sheets.data()).segments if s.kind is Kind.TABLE_CELL]
    assert " | ".join(cell.text for cell in cells) == (
        "Государство | Взнос | Год | Австралия | 320 | 2021"
        " | Соединенное Королевство и Северная Ирландия | 1 200 | 2022 | Чили | 95 | 2022"
    )
    assert cells[6].place.label == "p. 1, table 1, row 3, column 1"


def ruled(
    sheets: Any, y: float, rows: list[tuple[str, ...]], edges: tuple[float, ...], step: float = 30
) -> None:
    """Draw a table of cells of one or two lines ("|" between them) with a rule around each."""
    bottom = y + step * len(rows)
    for at in range(len(rows) + 1):
        sheets.rule(edges[0], y + step * at, edges[-1] - edges[0])
    for x in edges:
        sheets.canvas.line(x, 842 - y, x, 842 - bottom)
    for at, row in enumerate(rows):
        for x, cell in zip(edges, row, strict=False):
            sheets.lines(y + step * at + 11, cell.split("|"), x=x + 4, step=12, size=8)


HEAD = ("Государство", "Просьбы", "Примечания")


def cells(data: bytes) -> list[tuple[str, str]]:
    found = [s for s in read(data).segments if s.kind is Kind.TABLE_CELL]
    return [(s.place.label.partition("table ")[2], s.text) for s in found]


def test_a_ruled_table_is_read_by_cell(sheets: Any) -> None:
    sheets.lines(160, FIRST)
    rows = [
        HEAD,
        ("Боливия (Многонациональное|Государство)", "12", "ответ получен|в срок"),
        ("Чили", "7", ""),
    ]
    ruled(sheets, 240, rows, (80, 220, 250, 400))
    sheets.lines(360, SECOND)
    assert cells(sheets.data()) == [
        ("1, row 1, column 1", "Государство"),
        ("1, row 1, column 2", "Просьбы"),
        ("1, row 1, column 3", "Примечания"),
        ("1, row 2, column 1", "Боливия (Многонациональное Государство)"),
        ("1, row 2, column 2", "12"),
        ("1, row 2, column 3", "ответ получен в срок"),
        ("1, row 3, column 1", "Чили"),
        ("1, row 3, column 2", "7"),
    ]


def test_cells_that_no_rule_parts_are_one(sheets: Any) -> None:
    for y, x, width in ((200, 80, 300), (220, 180, 200), (240, 80, 300)):
        sheets.rule(x, y, width)
    for x, top in ((80, 200), (180, 200), (280, 220), (380, 200)):
        sheets.canvas.line(x, 842 - top, x, 842 - 240)
    for x, y, text in (
        (84, 212, "Расходы"),
        (184, 212, "Двухгодичный период"),
        (184, 232, "2022"),
        (284, 232, "2024"),
    ):
        sheets.put(x, y, text, size=8)
    assert cells(sheets.data()) == [
        ("1, row 1, column 1", "Расходы"),
        ("1, row 1, column 2", "Двухгодичный период"),
        ("1, row 2, column 2", "2022"),
        ("1, row 2, column 3", "2024"),
    ]


def test_a_ruled_table_goes_on_over_the_end_of_a_page(sheets: Any) -> None:
    edges = (80, 220, 280, 400)
    ruled(sheets, 700, [HEAD, ("Чили", "7", "две просьбы|рассматривает")], edges)
    sheets.turn_page()
    ruled(sheets, 80, [HEAD, ("", "", "суд"), ("Перу", "4", "")], edges)
    sheets.lines(200, FIRST)
    assert cells(sheets.data())[3:] == [
        ("1, row 2, column 1", "Чили"),
        ("1, row 2, column 2", "7"),
        ("1, row 2, column 3", "две просьбы рассматривает суд"),
        ("1, row 3, column 1", "Перу"),
        ("1, row 3, column 2", "4"),
    ]


def test_cells_without_rules_are_those_that_the_file_writes(sheets: Any) -> None:
    """Rows as near as lines: that «просьбы» belongs to «Число» is told by what is written next."""
    for x, y, text in (
        (80, 200, "Государство"),
        (200, 200, "Число"),
        (200, 212, "просьб"),
        (300, 200, "Исполнено"),
        (80, 224, "Боливия"),
        (80, 236, "(Государство)"),
        (200, 224, "12"),
        (300, 224, "10"),
        (80, 248, "Чили"),
        (200, 248, "7"),
        (300, 248, "6"),
    ):
        sheets.put(x, y, text, size=9)
    assert [text for _, text in cells(sheets.data())] == [
        "Государство",
        "Число просьб",
        "Исполнено",
        "Боливия (Государство)",
        "12",
        "10",
        "Чили",
        "7",
        "6",
    ]


def test_three_columns_are_read_one_after_the_other(sheets: Any) -> None:
    parts = [" ".join(FIRST), " ".join(SECOND), " ".join(FIRST)]
    for at, part in enumerate(parts):
        sheets.justified(200, part, x=60 + 165 * at, right=205 + 165 * at, size=8)
    assert texts(sheets.data()) == parts


def test_a_masthead_is_read_column_by_column(sheets: Any) -> None:
    sheets.lines(100, ("Организация", "Объединенных Наций"), size=14, step=17, bold=True)
    sheets.put(350, 98, "E/2023/12")
    sheets.lines(120, ("Distr.: General", "3 May 2023", "Russian", "Original: English"), x=350)
    sheets.lines(220, ("1.  " + FIRST[0], *FIRST[1:]))
    found = read(sheets.data())
    assert (found.symbol, str(found.date)) == ("E/2023/12", "2023-05-03")
    assert "Организация Объединенных Наций" in [segment.text for segment in found.segments]


# Letters


def test_letters_and_their_marks_are_one(sheets: Any) -> None:
    sheets.put(LEFT, 200, "Первыи\u0306 ораторъ — \ufb01nal o\ufb03ce, тер\u00adмин")
    data = sheets.data()
    found = read(data)
    assert found.segments[0].text == "Первый ораторъ — final office, термин"
    assert not misplaced(data, found)


BROKEN = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def
1 begincodespacerange <00> <FF> endcodespacerange
4 beginbfchar <01> <D835> <02> <0420> <03> <D835DC61> <04> <E05C> endbfchar endcmap end end"""


def written(codes: str, unicode: str = BROKEN) -> bytes:
    """A page with letters by their codes in a font, whose letters in Unicode are these."""
    drawn = f"BT /F 12 Tf 72 700 Td <{codes}> Tj ET"
    bodies = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(drawn)}>>\nstream\n{drawn}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        f"<</Length {len(unicode)}>>\nstream\n{unicode}\nendstream",
    )
    file = "%PDF-1.4\n" + "".join(f"{at} 0 obj\n{body}\nendobj\n" for at, body in enumerate(bodies, start=1))
    return (file + "trailer<</Size 7/Root 1 0 R>>\n%%EOF").encode()


@pytest.mark.parametrize(
    ("codes", "answer"),
    [
        ("0202200102", "РР \ufffdР"),  # half a surrogate pair
        ("0202200302", "РР 𝑡Р"),  # both halves
        ("0202200402", "РР Р"),  # a letter of nobody's
    ],
)
def test_letters_that_a_font_does_not_tell(codes: str, answer: str) -> None:
    assert texts(written(codes)) == [answer]


def test_letters_printed_twice_are_read_once(sheets: Any) -> None:
    sheets.put(LEFT, 200, "Группа экспертов ввела правила")
    sheets.put(LEFT + 0.3, 200, "Группа экспертов ввела правила")
    assert texts(sheets.data()) == ["Группа экспертов ввела правила"]


def test_blanks_lost_in_the_file_are_seen_on_the_page(sheets: Any) -> None:
    end = sheets.put(LEFT, 200, "Совет")
    end = sheets.put(end + 3.2, 200, "Безопасности")
    sheets.put(end + 3.2, 200, "заседал  дважды")
    assert texts(sheets.data()) == ["Совет Безопасности заседал дважды"]


def test_letters_spaced_out_are_one_word(sheets: Any) -> None:
    x = LEFT
    for letter in "РЕЗОЛЮЦИЯ":
        x = sheets.put(x, 200, letter) + 2
    sheets.put(x + 5, 200, "58/4")
    assert texts(sheets.data()) == ["РЕЗОЛЮЦИЯ 58/4"]


WORDS = st.lists(
    st.sampled_from(
        "во из на Комитет рассмотрел доклад меры государств сотрудничество Ассамблея 12 осуществление".split()
    ),
    min_size=8,
    max_size=50,
)


@settings(max_examples=30)
@given(words=WORDS, width=st.integers(320, 480))
def test_words_survive_however_the_lines_are_broken(new_sheets: Any, words: list[str], width: int) -> None:
    # In narrower ones a line of two long words, stretched to the edge, has gaps as wide as those of a table.
    sheets = new_sheets()
    sheets.justified(200, "Начало обсуждения вопроса " + " ".join(words), right=LEFT + width)
    data = sheets.data()
    found = read(data)
    assert " ".join(segment.text for segment in found.segments).split() == [
        "Начало",
        "обсуждения",
        "вопроса",
        *words,
    ]
    assert not misplaced(data, found)


# Trouble


def test_a_file_that_is_no_pdf() -> None:
    with pytest.raises(InputError, match=r"report\.pdf: is not a PDF file, or a broken one; export it again"):
        read(b"%PDF-1.7 and nothing else")


def test_a_locked_file(new_sheets: Any) -> None:
    sheets = new_sheets(encrypt="secret")
    sheets.lines(200, FIRST)
    with pytest.raises(InputError, match=r"report\.pdf: is locked with a password; save a copy without one"):
        read(sheets.data())


def test_shapes_without_letters(sheets: Any) -> None:
    sheets.lines(200, ("\ue000\ue001\ue002 \ue003\ue004\ue005",))
    with pytest.raises(
        InputError, match=r"report\.pdf: does not tell which letters its shapes are; read it by OCR"
    ):
        read(sheets.data())


def test_a_scan(sheets: Any) -> None:
    sheets.canvas.rect(100, 100, 300, 300, fill=1)
    with pytest.raises(InputError, match=r"report\.pdf: holds pictures of pages, no text; read it by OCR"):
        read(sheets.data())


# Time


def seconds(data: bytes) -> float:
    start = process_time()
    read_pdf(data, shown="report.pdf")
    return process_time() - start


def far_off(sheets: Any) -> None:
    """A word of which a damaged file says that it is miles wide."""
    text = sheets.canvas.beginText(LEFT, 600)
    text.setFont("DejaVuSerif", 10)
    text.setCharSpace(9_000_000)
    text.textOut("Иран")
    sheets.canvas.drawText(text)


def many_cells(sheets: Any) -> None:
    for at in range(1600):
        sheets.put(20 + at % 40 * 14, 20 + at // 40 * 20, str(at % 90 + 10), size=6)


def many_marks(sheets: Any) -> None:
    x = 20.0
    for _ in range(800):
        x = sheets.put(sheets.put(x, 300, "слово", size=1), 299.6, "2", size=0.5) + 0.3


def many_rules(sheets: Any) -> None:
    for at in range(1500):
        sheets.rule(at * 37 % 500, at * 53 % 800, 80)
        sheets.canvas.line(at * 41 % 500, at * 59 % 700, at * 41 % 500, at * 59 % 700 + 80)


@pytest.mark.parametrize("draw", [far_off, many_cells, many_marks, many_rules])
def test_no_page_takes_much_longer_than_a_page_of_text(new_sheets: Any, draw: Callable[[Any], None]) -> None:
    plain, hard = new_sheets(), new_sheets()
    for sheets in (plain, hard):
        y = 60.0
        while y < 780:
            y = sheets.justified(y, " ".join(FIRST + SECOND), size=6) + 4
    draw(hard)
    usual, data = plain.data(), hard.data()
    seconds(usual)  # the library is loaded once
    assert seconds(data) < 5 * seconds(usual)
