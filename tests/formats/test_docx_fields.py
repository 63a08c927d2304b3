"""Fields: their results are text, their instructions are not."""

from collections.abc import Callable

import pytest

from termcheck.checks.symbol import link
from termcheck.formats.docx import read_docx
from termcheck.formats.structure import document
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Document, Span
from termcheck.pipeline import check

Write = Callable[..., bytes]


def t(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def field(instruction: str, result: str) -> str:
    return mark("begin") + code(instruction) + mark("separate") + result + mark("end")


def read(data: bytes) -> Document:
    return document(read_docx(data, shown="a.docx"), path="a.docx", language="ru")


def texts(data: bytes) -> list[str]:
    return [segment.text for segment in read(data).segments]


@pytest.mark.parametrize(
    ("runs", "read_as"),
    [
        (t("с. ") + field("PAGE", t("5")), "с. 5"),
        (t("дата") + mark("begin") + code("DATE") + mark("end"), "дата"),
        (mark("begin") + code("IF ") + field("PAGE", t("3")) + code(" = 3") + mark("separate") + t("да")
         + mark("end"), "да"),
        (field("REF a", t("см. ") + field("REF b", t("A/76/1"))) + t(", п. 4"), "см. A/76/1, п. 4"),
        ('<w:fldSimple w:instr=" TITLE ">' + t("Доклад") + "</w:fldSimple>", "Доклад"),
        (t("слово") + field("NOTEREF _Ref1 \\f \\h", t("5")) + t(" дальше"), "слово дальше"),
        (t("см. сноску ") + field("NOTEREF _Ref1 \\h", t("5")), "см. сноску 5"),
        (mark("end") + t("текст") + mark("separate"), "текст"),
    ],
)  # fmt: skip
def test_results_are_text(write_docx: Write, runs: str, read_as: str) -> None:
    assert texts(write_docx(p(runs))) == [read_as]


@pytest.mark.parametrize(
    ("instruction", "target"),
    [
        ('HYPERLINK "https://undocs.org/A/76/1"', "https://undocs.org/A/76/1"),
        (' HYPERLINK "https://undocs.org/A/76/1" \\o "подсказка" \\t "_blank"', "https://undocs.org/A/76/1"),
        ("HYPERLINK https://undocs.org/A/76/1", "https://undocs.org/A/76/1"),
        ('HYPERLINK "a.docx" \\l "раздел"', "a.docx#раздел"),
        ('hyperlink \\l "_Toc1"', "#_Toc1"),
        ('HYPERLINK "C:\\\\a\\\\b.docx"', "C:\\a\\b.docx"),
    ],
)
def test_hyperlinks(write_docx: Write, instruction: str, target: str) -> None:
    runs = field(instruction.replace('"', "&quot;"), t("A/76") + t("/1"))
    (segment,) = read(write_docx(p(t("см. "), runs, t(" ниже")))).segments
    assert (segment.text, segment.links) == ("см. A/76/1 ниже", ((Span(4, 10), target),))


def test_an_instruction_cut_into_runs(write_docx: Write) -> None:
    runs = mark("begin") + code("HYPER") + code("LINK &quot;https://undocs") + code(".org/A/76/1&quot;")
    (segment,) = read(write_docx(p(runs, mark("separate"), t("A/76/1"), mark("end")))).segments
    assert segment.links == ((Span(0, 6), "https://undocs.org/A/76/1"),)


def test_a_contents_list_spans_paragraphs(write_docx: Write) -> None:
    first = p(mark("begin"), code("TOC \\o"), mark("separate"), field('HYPERLINK \\l "a"', t("Введение")))
    body = first + p(field('HYPERLINK \\l "b"', t("Выводы"))) + p(mark("end")) + p(t("Текст"))
    segments = read(write_docx(body)).segments
    assert [(s.text, s.links[0][1] if s.links else "") for s in segments] == [
        ("Введение", "#a"),
        ("Выводы", "#b"),
        ("Текст", ""),
    ]


def test_a_link_over_two_paragraphs(write_docx: Write) -> None:
    start = mark("begin") + code('HYPERLINK "https://undocs.org/A/76/1"') + mark("separate")
    segments = read(write_docx(p(t("см. "), start, t("Доклад")) + p(t("A/76/1"), mark("end")))).segments
    assert [s.links for s in segments] == [
        ((Span(4, 10), "https://undocs.org/A/76/1"),),
        ((Span(0, 6), "https://undocs.org/A/76/1"),),
    ]


def test_a_field_that_never_ends_takes_no_text_away(write_docx: Write) -> None:
    body = p(t("До"), mark("begin"), code("PAGE")) + p(t("После")) + p(t("Конец"))
    assert texts(write_docx(body)) == ["До", "После", "Конец"]


def test_the_page_number_of_a_header_is_that_of_one_page(write_docx: Write) -> None:
    header = p(t("A/76/1 "), field("PAGE", t("2")))
    footer = p(field("PAGE", t("2")), t("/"), field("NUMPAGES", t("15")))
    assert texts(write_docx(p(t("Текст")), header1=header, footer1=footer)) == ["Текст", "A/76/1"]


def test_a_link_to_another_document_is_found(write_docx: Write, glossary: CompiledGlossary) -> None:
    by_field = field("HYPERLINK &quot;https://undocs.org/ru/A/76/2&quot;", t("A/76/") + t("100"))
    by_element = f'<w:hyperlink r:id="h">{t("A/76/300")}</w:hyperlink>'
    right = f'<w:hyperlink r:id="h">{t("A/76/200")}</w:hyperlink>'
    body = p(t("см. "), by_field, t(", "), by_element, t(" и "), right)
    russian = read(write_docx(body, links={"h": "https://undocs.org/A/76/200"}))
    found = check(russian, None, glossary, checks=(link,)).findings
    assert [str(one.problem.message) for one in found] == [
        "the link of «A/76/100» leads to A/76/2",
        "the link of «A/76/300» leads to A/76/200",
    ]
