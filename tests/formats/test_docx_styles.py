"""What paragraphs take over from their styles: numbers, weight, rank, being hidden."""

from collections.abc import Callable

import pytest

from termcheck.formats.docx import read_docx
from termcheck.formats.structure import document
from termcheck.model import Kind, Segment

Write = Callable[..., bytes]

NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="H1"/>
    <w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:pStyle w:val="H2"/>
    <w:lvlText w:val="%2."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
    <w:lvlText w:val="Рекомендация %2."/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
"""


def style(name: str, content: str, based_on: str = "", kind: str = "paragraph", more: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"{more}><w:name w:val="{name}"/>{base}{content}</w:style>'
    )


def listed(list_id: int, level: str = "") -> str:
    return f'<w:numPr>{level and f"<w:ilvl w:val={level!r}/>"}<w:numId w:val="{list_id}"/></w:numPr>'


STYLES = (
    style("H1", f'<w:pPr>{listed(1)}<w:outlineLvl w:val="0"/></w:pPr>')
    + style("H2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>', "H1").replace(
        "</w:pPr>", listed(1) + "</w:pPr>"
    )
    + style("Own", "", "H2")
    + style("Para", f"<w:pPr>{listed(2)}</w:pPr><w:rPr><w:b/></w:rPr>")
    + style("Secret", "<w:rPr><w:vanish/></w:rPr>")
    + style("Strong", "<w:rPr><w:b/></w:rPr>", kind="character")
    + style("Hush", "<w:rPr><w:vanish/></w:rPr>", kind="character")
)


def p(text: str, named: str = "", properties: str = "", run: str = "") -> str:
    chosen = f'<w:pStyle w:val="{named}"/>' if named else ""
    letters = f"<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p><w:pPr>{chosen}{properties}</w:pPr>{letters}</w:p>"


def segments(write_docx: Write, body: str, styles: str = STYLES) -> tuple[Segment, ...]:
    data = write_docx(body, styles=styles, numbering=NUMBERING)
    return document(read_docx(data, shown="a.docx"), path="a.docx", language="ru").segments


def test_the_level_of_a_style_is_the_one_that_names_it(write_docx: Write) -> None:
    body = p("Введение", "H1") + p("Цели", "H2") + p("Методы", "Own") + p("Выводы", "H1") + p("Итоги", "H2")
    assert [(s.mark, s.level, s.text) for s in segments(write_docx, body)] == [
        ("I.", 1, "Введение"),
        ("A.", 2, "Цели"),
        ("B.", 2, "Методы"),
        ("II.", 1, "Выводы"),
        ("A.", 2, "Итоги"),
    ]


def test_a_paragraph_may_leave_the_list_of_its_style(write_docx: Write) -> None:
    body = p("Первый.", "Para") + p("Без номера.", "Para", listed(0)) + p("Второй.", "Para")
    assert [s.mark for s in segments(write_docx, body)] == ["1.", "", "2."]


def test_an_empty_paragraph_counts_a_hidden_one_does_not(write_docx: Write) -> None:
    hidden = listed(2) + "<w:rPr><w:vanish/></w:rPr>"
    body = p("Первый.", "Para") + p("", "Para") + p("скрыт", "Secret", hidden) + p("Третий.", "Para")
    assert [(s.mark, s.text) for s in segments(write_docx, body)] == [("1.", "Первый."), ("3.", "Третий.")]


def test_a_number_in_words_belongs_to_the_text(write_docx: Write) -> None:
    body = p("Комитет рекомендует:", "Para") + p("Укрепить надзор.", "", listed(2, "1"))
    second = segments(write_docx, body)[1]
    assert (second.text, second.mark) == ("Рекомендация 1. Укрепить надзор.", "")
    assert second.text[second.origin[0].start :] == "Укрепить надзор."


@pytest.mark.parametrize(
    ("body", "is_heading"),
    [
        (p("Участники", run='<w:rStyle w:val="Strong"/>'), True),
        (p("Участники", run='<w:rStyle w:val="Strong"/><w:b w:val="0"/>'), False),
        (p("Участники", "Para", listed(0)), True),
        # bold letters in a bold paragraph stand out by being light
        (p("Участники", "Para", listed(0), '<w:rStyle w:val="Strong"/>'), False),
    ],
)
def test_bold_by_style(write_docx: Write, body: str, is_heading: bool) -> None:
    (segment,) = segments(write_docx, body)
    assert (segment.kind is Kind.HEADING) is is_heading


def test_hidden_by_style(write_docx: Write) -> None:
    body = p("скрыто", "Secret") + p("скрыто", run='<w:rStyle w:val="Hush"/>') + p("видно")
    assert [s.text for s in segments(write_docx, body)] == ["видно"]


def test_the_style_of_paragraphs_that_name_none(write_docx: Write) -> None:
    styles = style("Normal", f"<w:pPr>{listed(2)}</w:pPr>", more=' w:default="1"')
    assert [s.mark for s in segments(write_docx, p("Первый.") + p("Второй."), styles)] == ["1.", "2."]
