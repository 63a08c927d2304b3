"""Ten layouts of United Nations documents as Word files, in Russian and English, made for the tests.

The words are those of layouts.toml. A text is written as a pair: the Russian and the English one.
"""

import tomllib
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from word_parts import add_footnotes, begin_list, element, number_paragraph, set_widths

Text = tuple[str, str]  # in Russian and in English

LANGUAGES = ("ru", "en")
_WIDTH = 16.0  # cm, between the margins of an upright page
_FOOT = (
    '<w:fldChar w:fldCharType="begin"/>',
    "<w:instrText>PAGE</w:instrText>",
    '<w:fldChar w:fldCharType="end"/>',
)


def paragraphs() -> list[Text]:
    """The paragraphs of layouts.toml."""
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return [(entry["ru"], entry["en"]) for entry in data["paragraph"]]


class Paper:
    """A document in the making, in one of the languages."""

    def __init__(self, language: str, symbol: str = "") -> None:
        self.side = LANGUAGES.index(language)
        self.word: Word = Document()
        self.notes: list[Paragraph] = []
        self.number = 0
        self.supply: Iterator[Text] = cycle(paragraphs())
        normal = self.word.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(10.5)
        normal.paragraph_format.space_after = Pt(6)
        section = self.word.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm((21 - _WIDTH) / 2)
        section.different_first_page_header_footer = True
        for footer in (section.footer, section.first_page_footer):
            for part in _FOOT:
                footer.paragraphs[0].add_run()._r.append(element(part))
        if symbol:
            section.header.paragraphs[0].add_run(symbol).bold = True

    def data(self) -> bytes:
        """The Word file."""
        if self.notes:
            add_footnotes(self.word, self.notes)
        stream = BytesIO()
        self.word.save(stream)
        return stream.getvalue()

    def text(self, text: Text | str) -> str:
        return text if isinstance(text, str) else text[self.side]

    def line(
        self,
        text: Text | str,
        *,
        bold: bool = False,
        size: float = 0,
        centred: bool = False,
        after: float = 6,
    ) -> Paragraph:
        """A paragraph without a number."""
        paragraph = self.word.add_paragraph()
        self._run(paragraph, text, bold=bold, size=size)
        paragraph.paragraph_format.space_after = Pt(after)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return paragraph

    def heading(self, text: Text, level: int = 2) -> None:
        """A heading in bold; that of a report is larger."""
        paragraph = self.line(text, bold=True, size={1: 15, 2: 12}.get(level, 10.5))
        paragraph.paragraph_format.space_before = Pt(12)
        paragraph.paragraph_format.keep_with_next = True

    def numbered(self, count: int = 1, *, justified: bool = False) -> None:
        """Paragraphs that go on in the count of the document."""
        for text in islice(self.supply, count):
            self.number += 1
            paragraph = self.line(f"{self.number}.\t{self.text(text)}")
            if justified:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    def running(self, count: int = 1, *, justified: bool = False) -> None:
        """Paragraphs without numbers."""
        for text in islice(self.supply, count):
            paragraph = self.line(text)
            if justified:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    def items(self, texts: Sequence[Text]) -> None:
        """A list that Word letters."""
        template = "%1)" if self.side == 0 else "(%1)"
        one = begin_list(self.word, [("lowerLetter", template, 1250, 570)])
        for text in texts:
            number_paragraph(self.line(text), one)

    def scripts(self, before: Text, *parts: tuple[Text | str, str]) -> None:
        """A numbered paragraph of which some parts stand lower or higher: "subscript", "superscript", ""."""
        self.number += 1
        paragraph = self.line(f"{self.number}.\t{self.text(before)}")
        for text, place in parts:
            run = paragraph.add_run(self.text(text))
            if place:
                setattr(run.font, place, True)

    def noted(self, before: Text, after: Text, note: Text) -> None:
        """A numbered paragraph with a footnote in it."""
        self.number += 1
        paragraph = self.line(f"{self.number}.\t{self.text(before)}")
        run = paragraph.add_run()
        run.font.superscript = True
        run._r.append(element(f'<w:footnoteReference w:id="{len(self.notes) + 1}"/>'))
        self._run(paragraph, after)
        below = self.word.add_paragraph()
        self._run(below, f" {self.text(note)}", size=8.5)
        self.notes.append(below)

    def table(
        self,
        rows: Sequence[Sequence[Text | str]],
        widths: Sequence[float],
        *,
        ruled: bool = True,
        repeated: bool = False,
        size: float = 9,
    ) -> Table:
        """A table, with a grid or without any rule, its head repeated on each "
        "page; figures stand at the right."""
        table = self.word.add_table(len(rows), len(widths), style="Table Grid" if ruled else None)
        set_widths(table, list(widths))
        if repeated:
            table.rows[0]._tr.get_or_add_trPr().append(element("<w:tblHeader/>"))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                self.fill(cell, text, size=size)
        self.line("", after=0)
        return table

    def fill(self, cell: _Cell, text: Text | str, *, size: float = 9, bold: bool = False) -> None:
        paragraph = cell.paragraphs[0]
        self._run(paragraph, text, size=size, bold=bold)
        paragraph.paragraph_format.space_after = Pt(2)
        if self.text(text)[:1].isdigit() and len(self.text(text)) < 12:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def section(self, *, columns: int = 1, landscape: bool = False, new_page: bool = False) -> None:
        """Begin a section of so many columns."""
        section = self.word.add_section(WD_SECTION.NEW_PAGE if new_page else WD_SECTION.CONTINUOUS)
        for old in section._sectPr.findall(qn("w:cols")):
            section._sectPr.remove(old)
        section._sectPr.append(element(f'<w:cols w:num="{columns}" w:space="400"/>'))
        section.different_first_page_header_footer = False
        if landscape != (section.page_width > section.page_height):
            section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
            section.page_width, section.page_height = section.page_height, section.page_width

    def turn_page(self) -> None:
        self.word.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)

    def masthead(self, symbol: str, body: Text, day: str, title: Text) -> None:
        """Name of the organization and symbol, the body at the left, the lines "
        "of distribution at the right."""
        table = self.word.add_table(2, 2)
        set_widths(table, [_WIDTH - 5, 5])
        (name, top), (left, right) = (row.cells for row in table.rows)
        self.fill(name, ("Организация Объединенных Наций", "United Nations"), size=12)
        self.fill(top, symbol, size=14)
        self.fill(left, body, size=14, bold=True)
        lines = ("Distr.: General", day, self.text(("Russian", "English")), "Original: English")
        for at, line in enumerate(lines):
            if at:
                right.add_paragraph()
            self._run(right.paragraphs[-1], line)
            right.paragraphs[-1].paragraph_format.space_after = Pt(0)
        self.line("", after=6)
        self.heading(title, 1)

    def _run(self, paragraph: Paragraph, text: Text | str, *, bold: bool = False, size: float = 0) -> None:
        run = paragraph.add_run(self.text(text))
        run.bold = bold or None
        if size:
            run.font.size = Pt(size)


COMMITTEE: Text = ("Комитет по вопросам возвращения активов", "Committee on Asset Recovery")
REPORT: Text = ("Доклад о работе третьей сессии", "Report on the work of the third session")
I_INTRO: Text = ("I. Введение", "I. Introduction")
II_DEBATE: Text = ("II. Ход обсуждения", "II. Course of the debate")
III_RESULT: Text = ("III. Итоги", "III. Outcome")

STATES: list[Text] = [
    ("Алжир", "Algeria"),
    ("Боливия (Многонациональное Государство)", "Bolivia (Plurinational State of)"),
    ("Венгрия", "Hungary"),
    ("Иран (Исламская Республика)", "Iran (Islamic Republic of)"),
    ("Кения", "Kenya"),
    ("Молдова", "Republic of Moldova"),
    ("Свазиленд", "Eswatini"),
    (
        "Соединенное Королевство Великобритании и Северной Ирландии",
        "United Kingdom of Great Britain and Northern Ireland",
    ),
    ("Чехия", "Czechia"),
    ("Чили", "Chile"),
    ("Эквадор", "Ecuador"),
    ("Япония", "Japan"),
]
HEAD: list[Text] = [
    ("Государство", "State"),
    ("Число просьб", "Number of requests"),
    ("Из них исполнено", "Of which granted"),
    ("Примечания", "Remarks"),
]
REMARKS: list[Text] = [
    ("Ответ получен в срок", "The reply was received in time"),
    (
        "Две просьбы рассматриваются судом; решение ожидается в 2025 году",
        "Two requests are before a court; a decision is expected in 2025",
    ),
    ("Данные за первое полугодие", "Data for the first half of the year"),
    (
        "По сведениям Европейского Союза, одна просьба отозвана",
        "According to the European Union, one request was withdrawn",
    ),
]


def figures() -> list[list[Text | str]]:
    """Rows of a table of States and figures, remarks in some."""
    rows: list[list[Text | str]] = [list(HEAD)]
    for at, state in enumerate(STATES):
        rows.append([state, str(7 + 3 * at), f"1 2{at:02}" if at % 4 == 1 else str(5 + at), REMARKS[at % 4]])
    return rows


def masthead(paper: Paper) -> None:
    paper.masthead("A/AC.290/2024/5", COMMITTEE, "14 March 2024", REPORT)
    paper.heading(I_INTRO)
    paper.numbered(4)
    paper.heading(II_DEBATE)
    paper.numbered(8)


def two_columns(paper: Paper) -> None:
    paper.heading(REPORT, 1)
    paper.section(columns=2)
    paper.running(9, justified=True)
    paper.heading(II_DEBATE, 3)
    paper.running(9)


def three_columns(paper: Paper) -> None:
    paper.heading(REPORT, 1)
    paper.running(3)
    paper.section(columns=3)
    paper.running(12)
    paper.section()
    paper.running(6)


def ruled_table(paper: Paper) -> None:
    paper.heading(REPORT, 1)
    paper.numbered(8)
    paper.line(("Таблица 1. Просьбы о помощи", "Table 1. Requests for assistance"), bold=True)
    paper.table(figures(), [5, 2.5, 2.5, 6], repeated=True)
    paper.numbered(2)
    table = paper.table([["", "", ""] for _ in range(4)], [5, 5.5, 5.5])
    paper.fill(table.cell(0, 0).merge(table.cell(1, 0)), ("Расходы, в долл. США", "Expenditure, in dollars"))
    paper.fill(table.cell(0, 1).merge(table.cell(0, 2)), ("Двухгодичный период", "Biennium"))
    for column, text in ((1, "2022–2023"), (2, "2024–2025")):
        paper.fill(table.cell(1, column), text)
    for row, (label, first, second) in enumerate(
        (
            (("Проезд экспертов", "Travel of experts"), "12 400", "15 000"),
            (("Прочее", "Other"), "900", "1 100"),
        ),
        start=2,
    ):
        for column, cell in enumerate((label, first, second)):
            paper.fill(table.cell(row, column), cell)
    paper.numbered(3)


def unruled_table(paper: Paper) -> None:
    paper.heading(REPORT, 1)
    paper.numbered(8)
    paper.table(figures(), [5, 2.5, 2.5, 6], ruled=False)
    paper.numbered(3)


def footnotes(paper: Paper) -> None:
    paper.heading(REPORT, 1)
    for at in range(4):
        paper.noted(
            (
                "Комитет принял к сведению документ A/CN.9/WG.III/WP.125/Add.1",
                "The Committee took note of document A/CN.9/WG.III/WP.125/Add.1",
            ),
            (
                " и просил Генерального Секретаря обеспечить его распространение.",
                " and requested the Secretary-General to ensure its distribution.",
            ),
            (
                f"Официальные отчеты Генеральной Ассамблеи, семьдесят девятая сессия, "
                f"Дополнение № {at + 7} (A/79/{at + 7}), пункт 12.",
                f"Official Records of the General Assembly, Seventy-ninth Session, "
                f"Supplement No. {at + 7} (A/79/{at + 7}), para. 12.",
            ),
        )
        paper.numbered(3)
    paper.scripts(
        ("Выбросы CO", "Emissions of CO"),
        ("2", "subscript"),
        ((" с площади 15 км", " from an area of 15 km"), ""),
        ("2", "superscript"),
        ((" составили 10", " amounted to 10"), ""),
        ("6", "superscript"),
        ((" т при пределе t", " t, the limit being t"), ""),
        (("норм", "max"), "subscript"),
        (".", ""),
    )
    paper.numbered(1)


def annexes(paper: Paper) -> None:
    paper.masthead("A/AC.290/2024/6/Add.1", COMMITTEE, "2 April 2024", REPORT)
    paper.numbered(3)
    for annex in (("Приложение I", "Annex I"), ("Приложение II", "Annex II")):
        paper.turn_page()
        paper.line(annex, bold=True, size=13)
        paper.line(("Решения, принятые Комитетом", "Decisions adopted by the Committee"), bold=True)
        paper.number = 0
        paper.numbered(4)
        paper.items(
            [
                (
                    "рекомендации, касающиеся сбора данных;",
                    "Recommendations concerning the collection of data;",
                ),
                (
                    "рекомендации, адресованные Генеральному Секретарю;",
                    "Recommendations addressed to the Secretary-General;",
                ),
                ("прочие рекомендации.", "Other recommendations."),
            ]
        )


def participants(paper: Paper) -> None:
    paper.heading(("Список участников", "List of participants"), 1)
    paper.heading(("Государства-члены", "Member States"), 2)
    for at, state in enumerate(STATES):
        paper.line(state, bold=True, after=0)
        paper.line(
            (
                f"Г-н Иван Петров{'ский' if at % 2 else ''}, советник, Министерство юстиции",
                f"Mr. Ivan Petrov{'sky' if at % 2 else ''}, Counsellor, Ministry of Justice",
            ),
            after=0,
        )
        if at % 3:
            paper.line(
                (
                    "Г-жа Мария Лопес, второй секретарь, Постоянное представительство при "
                    "Организации Объединенных Наций в Вене",
                    "Ms. Maria Lopez, Second Secretary, Permanent Mission to the United Nations in Vienna",
                ),
                after=0,
            )
        paper.line("", after=0)
    paper.heading(("Межправительственные организации", "Intergovernmental organizations"), 2)
    paper.line(("Европейский Союз, Лига арабских государств", "European Union, League of Arab States"))


def landscape(paper: Paper) -> None:
    paper.heading(REPORT, 1)
    paper.numbered(2)
    paper.section(landscape=True, new_page=True)
    paper.line(
        ("Приложение. Ход исполнения рекомендаций", "Annex. Implementation of the recommendations"), bold=True
    )
    rows: list[list[Text | str]] = [
        [
            ("№", "No."),
            ("Рекомендация", "Recommendation"),
            ("Исполнитель", "Responsible"),
            ("Срок", "Deadline"),
            ("Ход исполнения", "Status"),
        ]
    ]
    for at, text in enumerate(islice(paper.supply, 9), start=1):
        rows.append([str(at), text, STATES[at], f"{at} {paper.text(('мая', 'May'))} 2024", REMARKS[at % 4]])
    paper.table(rows, [1, 11, 4.5, 2.5, 5])
    paper.section(new_page=True)
    paper.numbered(2)


def headings_and_lists(paper: Paper) -> None:
    paper.heading(REPORT, 1)
    for chapter in (I_INTRO, II_DEBATE, III_RESULT):
        paper.heading(chapter)
        paper.numbered(1)
        paper.heading(("A. Общие замечания", "A. General remarks"), 3)
        paper.numbered(2)
        paper.number += 1
        paper.line(f"{paper.number}.\t{paper.text(('Комитет постановил:', 'The Committee decided:'))}")
        paper.items(
            [
                (
                    "просить Генерального Секретаря представить доклад о ходе работы, в "
                    "котором были бы отражены ответы государств-членов и предложения "
                    "экспертов;",
                    "To request the Secretary-General to submit a progress report "
                    "reflecting the replies of Member States and the proposals of the "
                    "experts;",
                ),
                ("сохранить этот вопрос в повестке дня;", "To keep the matter on its agenda;"),
                ("провести следующую сессию в Вене.", "To hold its next session in Vienna."),
            ]
        )
        paper.heading(("B. Частные замечания", "B. Particular remarks"), 3)
        paper.numbered(2)


LAYOUTS: tuple[Callable[[Paper], None], ...] = (
    masthead,
    two_columns,
    three_columns,
    ruled_table,
    unruled_table,
    footnotes,
    annexes,
    participants,
    landscape,
    headings_and_lists,
)


def build(layout: Callable[[Paper], None], language: str) -> bytes:
    """The Word file of a layout in a language."""
    paper = Paper(language, "A/AC.290/2024/5")
    layout(paper)
    return paper.data()
