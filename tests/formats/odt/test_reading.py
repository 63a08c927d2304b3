"""ODT files as their reader sees them."""

import io
import zipfile
from collections.abc import Callable

import pytest

from termcheck.errors import InputError
from termcheck.formats.odt import read_odt, with_requests
from termcheck.formats.structure import document
from termcheck.formats.tracked import Tracked
from termcheck.model import Document

Write = Callable[..., bytes]
HEADING = '<text:h text:outline-level="{}">{}</text:h>'
STYLE = '<style:style style:name="{}" style:family="text"><style:text-properties {}/></style:style>'
BOLD = STYLE.format("B", 'fo:font-weight="bold"')
HIDDEN = STYLE.format("H", 'text:display="none"')
NUMBERS = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("'
    ' style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="3" style:num-format="i" style:num-suffix=")"/>'
    "</text:list-style>"
)
OUTLINE = (
    '<text:outline-style style:name="Outline">'
    '<text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
    '<text:outline-level-style text:level="2" style:num-format="A" style:num-suffix="."/>'
    "</text:outline-style>"
)
DELETED = (
    '<text:tracked-changes><text:changed-region text:id="d"><text:deletion><office:change-info/>'
    '<text:p>{}</text:p></text:deletion></text:changed-region><text:changed-region text:id="i">'
    "<text:insertion><office:change-info/></text:insertion></text:changed-region></text:tracked-changes>"
)


def read(data: bytes, tracked: Tracked = Tracked.ACCEPTED) -> Document:
    whole = document(read_odt(data, shown="a.odt", tracked=tracked), path="a.odt", language="ru")
    return with_requests(whole, data)


def texts(data: bytes, tracked: Tracked = Tracked.ACCEPTED) -> list[str]:
    return [" ".join(filter(None, (s.mark, s.text))) for s in read(data, tracked).segments]


def paragraph(inner: str) -> str:
    return f"<text:p>{inner}</text:p>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("Доклад &amp; записка", "Доклад & записка"),
        ("До\n   клад", "До клад"),
        ("два <text:s/>пробела", "два  пробела"),
        ("Пункт<text:tab/>первый", "Пункт первый"),
        ('Совет <text:span text:style-name="B">Безопасности</text:span>', "Совет Безопасности"),
        ('видно<text:span text:style-name="H"> скрыто</text:span>', "видно"),
        ('<text:a xlink:href="https://undocs.org/A/69/767">A/69/767</text:a>', "A/69/767"),
        ("стр. <text:page-number>7</text:page-number>", "стр."),
        ("1<text:soft-page-break/>2", "12"),
        ("Совет<text:bookmark text:name='x'/>", "Совет"),
        (
            "<text:ruby><text:ruby-base>слово</text:ruby-base><text:ruby-text>чтение</text:ruby-text></text:ruby>",
            "слово",
        ),
        (
            "текст<office:annotation><dc:creator>Анна</dc:creator><text:p>Нет</text:p></office:annotation>",
            "текст",
        ),
        ("Дата <text:date>12 марта</text:date>", "Дата 12 марта"),
    ],
)
def test_the_text_of_a_paragraph(inner: str, text: str, write_odt: Write) -> None:
    assert texts(write_odt(paragraph(inner), styles=BOLD + HIDDEN)) == [text]


def test_each_letter_knows_its_place(write_odt: Write) -> None:
    data = write_odt(paragraph('Совет &quot;<text:span text:style-name="B">Мира</text:span>&quot;  и мира'))
    content = zipfile.ZipFile(io.BytesIO(data)).read("content.xml").decode()
    (segment,) = read(data).segments
    for piece in segment.origin:
        written = content[piece.offset : piece.offset + piece.length]
        assert written == segment.text[piece.start : piece.start + piece.length] or written[0] == "&"
    assert segment.text == 'Совет "Мира" и мира'


def test_lists_are_counted_by_level_and_go_on_where_they_say_so(write_odt: Write) -> None:
    item = "<text:list-item>{}</text:list-item>"
    first = item.format(paragraph("Первый") + f"<text:list>{item.format(paragraph('Второй'))}</text:list>")
    body = (
        f'<text:list text:style-name="L">{first}</text:list>{paragraph("Между ними.")}'
        f'<text:list text:style-name="L" text:continue-numbering="true">{item.format(paragraph("Третий"))}'
        '</text:list><text:list text:style-name="L"><text:list-item text:start-value="7">'
        f"{paragraph('Седьмой')}"
        f"{paragraph('Его второй абзац.')}</text:list-item></text:list>"
    )
    assert texts(write_odt(body, styles=NUMBERS)) == [
        "1. Первый",
        "(a) Второй",
        "Между ними.",
        "2. Третий",
        "7. Седьмой",
        "Его второй абзац.",
    ]


def test_headings_are_counted_by_the_outline(write_odt: Write) -> None:
    body = HEADING.format(1, "Введение") + HEADING.format(2, "Цели") + HEADING.format(1, "Итоги")
    data = write_odt(body + paragraph("Текст."), named=OUTLINE)
    assert [(s.mark, s.kind.value, s.level) for s in read(data).segments[:3]] == [
        ("I.", "heading", 1),
        ("A.", "heading", 2),
        ("II.", "heading", 1),
    ]


def test_cells_are_named_as_in_word(write_odt: Write) -> None:
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        + cell.format(' table:number-columns-spanned="2"', "Государства")
        + "<table:covered-table-cell/>"
        + cell.format("", "Год")
        + "</table:table-row></table:table-header-rows><table:table-row>"
        + cell.format("", "Чили")
        + cell.format("", "Чад")
        + cell.format("", "2020")
        + "</table:table-row></table:table>"
    )
    assert [(s.place.label, s.text) for s in read(write_odt(body)).segments] == [
        ("table 1, row 1, column 1", "Государства"),
        ("table 1, row 1, column 3", "Год"),
        ("table 1, row 2, column 1", "Чили"),
        ("table 1, row 2, column 2", "Чад"),
        ("table 1, row 2, column 3", "2020"),
    ]


def test_notes_stand_after_the_text_and_headers_after_them(write_odt: Write) -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>См. A/69/767.</text:p></text:note-body></text:note>"
    )
    data = write_odt(
        paragraph(f"Доклад{note} принят."),
        headers="<style:header><text:p>A/70/1</text:p></style:header>",
    )
    segments = read(data).segments
    assert [(s.kind.value, s.text) for s in segments] == [
        ("paragraph", "Доклад принят."),
        ("footnote", "См. A/69/767."),
        ("header", "A/70/1"),
    ]
    assert [segment.place.label for segment in segments[1:]] == ["footnote 1", "page header"]
    assert segments[0].notes == ((6, ""),)


def test_tracked_changes_are_read_either_way(write_odt: Write) -> None:
    body = DELETED.format("Совета") + paragraph(
        'Доклад <text:change text:change-id="d"/><text:change-start text:change-id="i"/>Комитета'
        '<text:change-end text:change-id="i"/> принят.'
    )
    data = write_odt(body)
    assert texts(data) == ["Доклад Комитета принят."]
    assert texts(data, Tracked.REJECTED) == ["Доклад Совета принят."]


def test_an_inserted_end_of_a_paragraph_is_none_when_it_is_rejected(write_odt: Write) -> None:
    body = DELETED.format("") + (
        '<text:p>Доклад Комитета <text:change-start text:change-id="i"/></text:p>'
        '<text:p><text:change-end text:change-id="i"/>был принят.</text:p>'
    )
    assert texts(write_odt(body), Tracked.REJECTED) == ["Доклад Комитета был принят."]


def test_a_deleted_end_of_a_paragraph_comes_back_when_it_is_rejected(write_odt: Write) -> None:
    deletion = DELETED.format("принят.</text:p><text:p>Он")
    body = deletion + paragraph('Доклад <text:change text:change-id="d"/><text:s/>утвержден.')
    data = write_odt(body)
    assert texts(data, Tracked.REJECTED) == ["Доклад принят.", "Он утвержден."]


def test_hidden_sections_are_not_read_and_text_boxes_are(write_odt: Write) -> None:
    box = f"<draw:frame><draw:text-box>{paragraph('В рамке.')}</draw:text-box></draw:frame>"
    hidden = f'<text:section text:name="s" text:display="none">{paragraph("Нет.")}</text:section>'
    assert texts(write_odt(paragraph(f"Абзац.{box}") + hidden)) == ["Абзац.", "В рамке."]


def test_a_comment_asks_for_silence_about_its_paragraph(write_odt: Write) -> None:
    comment = "<office:annotation><text:p>termcheck: ignore symbol/extra</text:p></office:annotation>"
    data = write_odt(paragraph("Первый.") + paragraph(f"Второй{comment}."))
    (directive,) = read(data).directives
    assert (directive.checks, directive.first, directive.last) == (("symbol/extra",), 1, 1)


def test_a_flat_file_is_read_as_well(write_odt: Write) -> None:
    content = zipfile.ZipFile(io.BytesIO(write_odt(paragraph("Доклад.")))).read("content.xml")
    flat = content.replace(b"office:document-content", b"office:document")
    assert texts(flat) == ["Доклад."]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"content.xml": "<a"}, "its part content.xml is not well-formed XML, line 1"),
        ({"content.xml": "<a/>"}, "holds no text document"),
        ({"META-INF/manifest.xml": "<x><manifest:encryption-data/></x>"}, "has a password"),
        (
            {"content.xml": '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'},
            "its part content.xml declares entities",
        ),
        ({"content.xml": "<a>" * 1001}, "elements 200 deep"),
    ],
)
def test_broken_files_are_told_in_one_line(change: dict[str, str], said: str, write_odt: Write) -> None:
    with pytest.raises(InputError, match=said) as error:
        read(write_odt(paragraph("Доклад."), **change))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b"\xd0\xcf\x11\xe0rest",
            "is a Word 97 document or has a password; save it as ODT, without a password",
        ),
        (b"{\\rtf1 text}", "is an RTF file; save it as ODT"),
        (b"PK\x03\x04rest", "is not an ODT file, or a broken one"),
    ],
)
def test_other_files_with_this_suffix_are_named(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as error:
        read(data)
    assert str(error.value).startswith(f"a.odt: {said}")
