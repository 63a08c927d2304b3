"""The text of paragraphs in Word files of all kinds: what wraps it, what it is cut into, what is no text."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.formats.docx import read_docx
from termcheck.formats.structure import document
from termcheck.model import Document, Span

Write = Callable[..., bytes]
Misplaced = Callable[[Document, bytes], list[tuple[str, str]]]

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def r(content: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"


def t(text: str, properties: str = "") -> str:
    return r(f'<w:t xml:space="preserve">{text}</w:t>', properties)


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def read(data: bytes) -> Document:
    return document(read_docx(data, shown="a.docx"), path="a.docx", language="ru")


def texts(data: bytes) -> list[str]:
    return [segment.text for segment in read(data).segments]


def sym(font: str, char: str) -> str:
    return r(f'<w:sym w:font="{font}" w:char="{char}"/>')


@pytest.mark.parametrize(
    ("runs", "read_as"),
    [
        # signs of symbol fonts
        (t("температура ") + sym("Symbol", "F0B3") + t(" 5"), "температура ≥ 5"),
        (t("частица ") + sym("Symbol", "0061"), "частица α"),
        (sym("Wingdings", "F0FC") + t(" да"), "✓ да"),
        (t("\uf062", '<w:rFonts w:ascii="Symbol"/>') + t("-распад"), "β-распад"),
        (t("до") + sym("Wingdings", "F024") + t("рога"), "дорога"),
        (t("сумма ") + sym("Times New Roman", "20AC"), "сумма €"),
        # blanks and breaks
        (t("А") + r("<w:tab/>") + t("Б") + r("<w:cr/>") + t("в"), "А Б в"),
        (r("<w:t>  Комитет \n</w:t>") + t(" принял"), "Комитет принял"),
        (t("Комитет\n  принял\tдоклад"), "Комитет принял доклад"),
        (t("10\u00a0млн"), "10\u00a0млн"),
        (t("пра\u00adво") + r("<w:softHyphen/>") + t("вой"), "правовой"),
        (r('<w:t>Комитет</w:t><w:br w:type="page"/><w:t>принял</w:t>'), "Комитет принял"),
        (t("Комитет") + r("<w:lastRenderedPageBreak/>") + t("ом"), "Комитетом"),
        # content controls and other wrappers, one in another
        (
            "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:smartTag><w:ins>"
            f"<w:customXml>{t('поле')}</w:customXml></w:ins></w:smartTag></w:sdtContent></w:sdt>" + t("м"),
            "полем",
        ),
        # hidden, and hidden no more
        (t("не", "<w:vanish/>") + t("видно", '<w:vanish w:val="0"/>'), "видно"),
        # a variant for old programs stands beside that for new ones
        (
            f"<w:r><mc:AlternateContent {MC}><mc:Choice><w:t>новый</w:t></mc:Choice>"
            "<mc:Fallback><w:t>старый</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "новый",
        ),
        # comments and marks of spelling are not text
        (
            t("Коми") + '<w:proofErr w:type="spellStart"/><w:commentRangeStart w:id="1"/>' + t("тет")
            + r('<w:commentReference w:id="1"/>') + '<w:bookmarkEnd w:id="3"/>',
            "Комитет",
        ),
    ],
)  # fmt: skip
def test_what_is_printed(write_docx: Write, find_misplaced_runs: Misplaced, runs: str, read_as: str) -> None:
    data = write_docx(p(runs))
    assert texts(data) == [read_as]
    assert find_misplaced_runs(read(data), data) == []


def test_formulas_stand_in_the_line(write_docx: Write) -> None:
    def m(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    fraction = f"<m:f><m:fPr/><m:num>{m('a')}</m:num><m:den>{m('b')}</m:den></m:f>"
    power = f"<m:sSup><m:e>{m('10')}</m:e><m:sup>{m('6')}</m:sup></m:sSup>"
    deleted = f"<m:r><w:rPr><w:del/></w:rPr><m:t>нет</m:t></m:r><w:del>{m('нет')}</w:del>"
    formula = f"<m:oMath {M}>{fraction}{m('=')}<m:d><m:e>{power}</m:e></m:d>{deleted}</m:oMath>"
    assert texts(write_docx(p(t("доля "), formula, t(" человек")))) == ["доля a/b=(10^6) человек"]


def test_strict_files_have_other_namespaces(write_docx: Write) -> None:
    body = p('<w:pPr><w:pStyle w:val="S"/></w:pPr>', t("I. Введение")) + p(
        t("скрыто", "<w:vanish/>"), t("да")
    )
    styles = '<w:style w:styleId="S"><w:name w:val="heading 1"/></w:style>'
    segments = read(write_docx(body, w=STRICT, styles=styles)).segments
    assert [(s.kind.value, s.text) for s in segments] == [("heading", "Введение"), ("paragraph", "да")]


WRAPPERS = [
    "{}",
    "<w:ins>{}</w:ins>",
    "<w:moveTo>{}</w:moveTo>",
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:hyperlink r:id="h">{}</w:hyperlink>',
    '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
    "<w:smartTag>{}</w:smartTag>",
    "<w:del><w:r><w:delText>нет</w:delText></w:r></w:del>{}",
    "<w:bookmarkStart/>{}<w:bookmarkEnd/>",
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
]


@given(
    text=st.text(alphabet="Кабо Верде\u00a0\u00ad—A/7,.", min_size=1, max_size=30),
    cuts=st.lists(st.tuples(st.integers(0, 30), st.sampled_from(WRAPPERS), st.booleans()), max_size=6),
)
def test_runs_split_anywhere_do_not_matter(
    write_docx: Write,
    find_misplaced_runs: Misplaced,
    text: str,
    cuts: list[tuple[int, str, bool]],
) -> None:
    whole = texts(write_docx(p(t(text)), links={"h": "https://undocs.org/A/76/1"}))
    edges = sorted({0, len(text), *(min(at, len(text)) for at, _, _ in cuts)})
    looks = [(wrapper, "<w:i/>" if slanted else "") for _, wrapper, slanted in cuts] or [("{}", "")]
    runs = [
        looks[number % len(looks)][0].format(t(text[start:end], looks[number % len(looks)][1]))
        for number, (start, end) in enumerate(pairwise(edges))
    ]
    data = write_docx(p(*runs), links={"h": "https://undocs.org/A/76/1"})
    assert texts(data) == whole
    assert find_misplaced_runs(read(data), data) == []


def test_the_target_of_a_link_in_a_note_is_that_of_the_notes_part(write_docx: Write) -> None:
    linked = p('<w:hyperlink r:id="h">', t("A/76/2"), "</w:hyperlink>")
    note = f'<w:footnote w:id="2">{linked}</w:footnote>'
    data = write_docx(
        p(t("Текст"), r('<w:footnoteReference w:id="2"/>')),
        links={"h": "https://undocs.org/A/76/1"},
        note_links={"h": "https://undocs.org/A/76/2"},
        footnotes=note,
    )
    assert read(data).segments[1].links == ((Span(0, 6), "https://undocs.org/A/76/2"),)


def test_text_boxes_of_both_kinds_and_in_groups_are_read_once(write_docx: Write) -> None:
    box = f"<w:txbxContent>{p(t('ООН'))}{p(t('Дистр.: общая'))}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent {MC}><mc:Choice><w:drawing><wsp>{box}</wsp></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><shape><textbox>{box}</textbox></shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    grouped = f"<w:drawing><wgp>{both}</wgp></w:drawing>"
    read_as = ["до", "ООН", "Дистр.: общая", "после"]
    assert texts(write_docx(p(r(both), t("до")) + p(t("после")))) == read_as
    assert texts(write_docx(p(r(grouped), t("до")) + p(t("после")))) == read_as
    deleted = f"<w:del>{r(both)}</w:del>"
    assert texts(write_docx(p(deleted, t("до")) + p(t("после")))) == ["до", "после"]


def test_covered_cells_deleted_rows_and_cells_in_wrappers(write_docx: Write) -> None:
    def tc(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(t(text))}</w:tc>"

    def sdt(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    first = '<w:vMerge w:val="restart"/>'
    rows = (
        f"<w:tr>{tc('Чили', first)}{tc('2019')}</w:tr>"
        f"<w:tr>{tc('не видно', '<w:vMerge/>')}{sdt(tc('2020'))}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{tc('вычеркнуто')}{tc('2021')}</w:tr>"
        + sdt(
            f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{tc('2022')}{tc('нет', '<w:cellDel/>')}</w:tr>"
        )
    )
    segments = read(write_docx(f"<w:tbl>{rows}</w:tbl>")).segments
    assert [(s.text, s.place.label) for s in segments] == [
        ("Чили", "table 1, row 1, column 1"),
        ("2019", "table 1, row 1, column 2"),
        ("2020", "table 1, row 2, column 2"),
        ("2022", "table 1, row 3, column 2"),
    ]


def test_tables_within_tables_as_deep_as_a_file_may_have_them(write_docx: Write) -> None:
    table = p(t("дно"))
    for _ in range(80):
        table = f"<w:tbl><w:tr><w:tc>{table}<w:p/></w:tc></w:tr></w:tbl>"
    assert texts(write_docx(table)) == ["дно"]
