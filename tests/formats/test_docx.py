"""DOCX: the text that a reader of the printed document sees."""

import io
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree

from termcheck.errors import InputError
from termcheck.formats.docx import read_docx
from termcheck.formats.structure import document
from termcheck.model import Document, Kind, Span


def p(*runs: str, style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, *, bold: bool = False) -> str:
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{weight}<w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, list_id: int, level: int = 0) -> str:
    return p(r(text), properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
"""


def read(data: bytes) -> Document:
    return document(read_docx(data, shown="a.docx"), path="a.docx", language="ru")


def texts(data: bytes) -> list[str]:
    return [segment.text for segment in read(data).segments]


Write = Callable[..., bytes]


def test_a_report(write_docx: Write) -> None:
    styles = '<w:style w:styleId="H2"><w:name w:val="Заголовок 2"/></w:style>'
    body = (
        p(r("I. Введение"), style="H2")
        + numbered("Комитет принял доклад.", 1)
        + numbered("Он рассмотрел:", 1)
        + numbered("смету;", 1, 1)
        + numbered("план.", 1, 1)
        + numbered("Меры:", 1)
        + numbered("обмен", 2)
        + p(r("А. Участники", bold=True))
    )
    document = read(write_docx(body, styles=styles, numbering=NUMBERING))
    assert [(s.place.label, s.kind, s.mark, s.text) for s in document.segments] == [
        ("heading I", Kind.HEADING, "I.", "Введение"),
        ("para. 1", Kind.PARAGRAPH, "1.", "Комитет принял доклад."),
        ("para. 2", Kind.PARAGRAPH, "2.", "Он рассмотрел:"),
        ("para. 2 (a)", Kind.LIST_ITEM, "a)", "смету;"),
        ("para. 2 (b)", Kind.LIST_ITEM, "b)", "план."),
        ("para. 3", Kind.PARAGRAPH, "3.", "Меры:"),
        ("para. 3, bullet 1", Kind.LIST_ITEM, "•", "обмен"),
        ("heading I.A", Kind.HEADING, "А.", "Участники"),
    ]
    assert all(segment.place.line is None for segment in document.segments)


def test_a_title_in_bold_over_several_lines_is_one(write_docx: Write) -> None:
    broken = "<w:r><w:rPr><w:b/></w:rPr><w:br/></w:r>"
    title = p(r("Доклад Комитета", bold=True), broken, r("Организации", bold=True))
    head = p(r("Distr.: General"), "<w:r><w:br/></w:r>", r("4 May 2022"))
    assert texts(write_docx(title + head + p(r("1. Текст.")))) == [
        "Доклад Комитета Организации",
        "Distr.: General",
        "4 May 2022",
        "Текст.",
    ]


def test_pieces_lead_back_to_the_runs(write_docx: Write) -> None:
    body = p(r("1. Коми"), r("тет по"), "<w:r><w:tab/></w:r>", r("во\u00adдам")) + p(r("Второй абзац"))
    data = write_docx(body)
    for segment in read(data).segments:
        assert segment.origin
        for piece in segment.origin:
            part, _, path = piece.node.partition("#")
            root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(part))
            [node] = root.xpath(path)
            assert node.tag.endswith("}t")
            read_as = segment.text[piece.start : piece.start + piece.length]
            assert node.text[piece.offset : piece.offset + piece.length] == read_as
    assert texts(data) == ["Комитет по водам", "Второй абзац"]


@pytest.mark.parametrize(
    ("runs", "read_as"),
    [
        (r("Комитет") + "<w:r><w:br/></w:r>" + r("принял"), "Комитет принял"),
        (r("Ка") + "<w:r><w:softHyphen/></w:r>" + r("бо"), "Кабо"),
        (r("Кабо") + "<w:r><w:noBreakHyphen/></w:r>" + r("Верде"), "Кабо-Верде"),
        (
            f"<w:ins>{r('принял ')}</w:ins><w:del><w:r><w:delText>отверг</w:delText></w:r></w:del>"
            + r("доклад"),
            "принял доклад",
        ),
        (f"<w:moveFrom>{r('нет')}</w:moveFrom><w:moveTo>{r('да')}</w:moveTo>", "да"),
        (f"<w:sdt><w:sdtContent>{r('поле')}</w:sdtContent></w:sdt>", "поле"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>скрыто</w:t></w:r>" + r("видно"), "видно"),
        ("<w:r><w:instrText> PAGE </w:instrText></w:r>" + r("5"), "5"),
    ],
)
def test_what_is_printed(write_docx: Write, runs: str, read_as: str) -> None:
    assert texts(write_docx(p(runs))) == [read_as]


def test_hyperlinks(write_docx: Write) -> None:
    body = p(r("см. "), f'<w:hyperlink r:id="h">{r("A/71/303")}</w:hyperlink>')
    segment = read(write_docx(body, links={"h": "https://undocs.org/A/71/303"})).segments[0]
    assert segment.links == ((Span(4, 12), "https://undocs.org/A/71/303"),)


def test_tables_in_their_place(write_docx: Write) -> None:
    def cell(content: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"

    inner = f"<w:tbl><w:tr>{cell(p(r('внутри')))}</w:tr></w:tbl>"
    wide = '<w:gridSpan w:val="2"/>'
    rows = (
        f"<w:tr>{cell(p(r('Взносы')), wide)}{cell(p(r('Итого')))}</w:tr>"
        f"<w:tr>{cell(p(r('Чили')))}{cell(inner + p())}{cell(p(r('3')))}</w:tr>"
    )
    document = read(write_docx(p(r("До")) + f"<w:tbl>{rows}</w:tbl>" + p(r("После"))))
    assert [(s.text, s.place.label) for s in document.segments if s.kind is Kind.TABLE_CELL] == [
        ("Взносы", "table 1, row 1, column 1"),
        ("Итого", "table 1, row 1, column 3"),
        ("Чили", "table 1, row 2, column 1"),
        ("внутри", "table 2, row 1, column 1"),
        ("3", "table 1, row 2, column 3"),
    ]
    assert [document.segments[0].text, document.segments[-1].text] == ["До", "После"]


def test_notes_and_page_headers(write_docx: Write) -> None:
    notes = "".join(
        f'<w:footnote w:id="{number}">{p(r(text))}</w:footnote>'
        for number, text in ((0, "разделитель"), (2, "Вторая."), (5, "Первая."))
    )
    body = p(
        r("Текст"),
        '<w:r><w:footnoteReference w:id="5"/></w:r>',
        r(" дальше"),
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
    )
    document = read(write_docx(body, footnotes=notes, header1=p(r("A/71/303")), header2=p(r("A/71/303"))))
    assert [(s.kind, s.place.label, s.mark, s.text) for s in document.segments[1:]] == [
        (Kind.FOOTNOTE, "footnote 1", "1", "Первая."),
        (Kind.FOOTNOTE, "footnote 2", "2", "Вторая."),
        (Kind.HEADER, "page header", "", "A/71/303"),
    ]
    assert document.symbol == "A/71/303"
    assert [at for at, _ in document.segments[0].notes] == [5, 12]


def test_a_soft_hyphen_is_told_and_left_out(write_docx: Write) -> None:
    document = read(write_docx(p(r("Док"), "<w:r><w:softHyphen/></w:r>", r("лад"))))
    assert [(s.text, s.hyphens) for s in document.segments] == [("Доклад", (3,))]


def test_text_boxes_are_read_once(write_docx: Write) -> None:
    box = f"<w:txbxContent>{p(r('в рамке'))}</w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert texts(write_docx(p(r("текст"), f"<w:r>{both}</w:r>"))) == ["текст", "в рамке"]


@pytest.mark.parametrize(
    ("style", "level"),
    [
        ('<w:name w:val="heading 1"/>', 1),
        ('<w:name w:val="Свой"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>', 1),
        ('<w:name w:val="Производный"/><w:basedOn w:val="T"/>', 1),
    ],
)
def test_headings_by_style(write_docx: Write, style: str, level: int) -> None:
    styles = (
        f'<w:style w:styleId="S">{style}</w:style>'
        '<w:style w:styleId="T"><w:name w:val="Title"/><w:basedOn w:val="T"/></w:style>'
    )
    segment = read(write_docx(p(r("Доклад"), style="S"), styles=styles)).segments[0]
    assert (segment.kind, segment.level) == (Kind.HEADING, level)


def zip_of(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return buffer.getvalue()


BOMB = '<!DOCTYPE a [<!ENTITY b "{}"><!ENTITY c "{}">]>'.format("x" * 10, "&b;" * 10)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        "Комитет".encode(),
        zip_of(a="<a/>"),
        zip_of(word__document="<w:document"),
        zip_of(word__document="\0\0"),
        b"%PDF-1.7\0\0",
    ],
    ids=["empty", "beginning", "text", "other zip", "cut off", "zeros", "PDF"],
)
def test_what_is_no_docx_is_told_in_one_line(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^a\.docx: [^\n]+$"):
        read_docx(data, shown="a.docx")


def test_broken_archive(write_docx: Write) -> None:
    data = write_docx(p(r("Комитет " * 500)))
    for size in range(50, len(data), 400):
        with pytest.raises(InputError):
            read_docx(data[:size], shown="a.docx")


def test_entities_are_refused() -> None:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = f'{BOMB}<w:document xmlns:w="{namespace}"><w:body>{p(r("текст &c;"))}</w:body></w:document>'
    with pytest.raises(InputError, match=r"^a\.docx: its part word/document\.xml declares a document type"):
        read_docx(zip_of(word__document=xml), shown="a.docx")
