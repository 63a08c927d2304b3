"""Tracked changes: the text as it will be, or as it was."""

from collections.abc import Callable
from pathlib import Path

import pytest

from termcheck.formats import Tracked, read
from termcheck.formats.docx import read_docx
from termcheck.formats.structure import document
from termcheck.model import Document

Write = Callable[..., bytes]
ACCEPTED, REJECTED = Tracked.ACCEPTED, Tracked.REJECTED


def t(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def gone(text: str) -> str:
    return f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'


def put(text: str) -> str:
    return f"<w:ins>{t(text)}</w:ins>"


def cut(text: str) -> str:
    return f"<w:del>{gone(text)}</w:del>"


def row(cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def cell(runs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(runs)}</w:tc>"


def p(*runs: str, end: str = "", properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}<w:rPr>{end}</w:rPr></w:pPr>{''.join(runs)}</w:p>"


def tracked(data: bytes, way: Tracked) -> Document:
    return document(read_docx(data, shown="a.docx", tracked=way), path="a.docx", language="ru")


def both(data: bytes) -> tuple[list[str], list[str]]:
    after, before = ([s.text for s in tracked(data, way).segments] for way in (ACCEPTED, REJECTED))
    return after, before


@pytest.mark.parametrize(
    ("body", "after", "before"),
    [
        (
            p(t("Комитет "), f"{cut('отверг')}{put('принял')}", t(" доклад")),
            ["Комитет принял доклад"],
            ["Комитет отверг доклад"],
        ),
        (
            p(f"<w:ins>{t('новое')}{cut(' и сразу снятое')}</w:ins>"),
            ["новое"],
            [],
        ),
        (
            p(f"<w:moveFrom>{t('Первый.')}</w:moveFrom>", end="<w:moveFrom/>")
            + p(t("Второй."))
            + p(f"<w:moveTo>{t('Первый.')}</w:moveTo>", end="<w:moveTo/>")
            + p(t("Третий.")),
            ["Второй.", "Первый.", "Третий."],
            ["Первый.", "Второй.", "Третий."],
        ),
        # the end of a paragraph deleted, then one put in
        (p(t("Комитет "), end="<w:del/>") + p(t("принял доклад.")), ["Комитет принял доклад."],
         ["Комитет", "принял доклад."]),
        (p(t("Комитет "), end="<w:ins/>") + p(t("принял доклад.")), ["Комитет", "принял доклад."],
         ["Комитет принял доклад."]),
        # three in one, the last before a table and at the end
        (
            p(t("а"), end="<w:del/>") + p(t("б"), end="<w:del/>") + p(t("в"), end="<w:del/>")
            + f"<w:tbl>{row(cell(t('г')))}</w:tbl>" + p(t("д"), end="<w:del/>"),
            ["абв", "г", "д"],
            ["а", "б", "в", "г", "д"],
        ),
        (
            f"<w:tbl>{row(cell(put('новая')), '<w:ins/>')}{row(cell(cut('старая')), '<w:del/>')}"
            + row(cell(t("А"), "<w:cellIns/>") + cell(t("Б"), "<w:cellDel/>")) + "</w:tbl>",
            ["новая", "А"],
            ["старая", "Б"],
        ),
        # a deleted hyperlink field goes with its instruction, or comes back with it
        (
            p(t("см. "), '<w:del><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText>PAGE'
              '</w:delInstrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + gone("5")
              + '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>', t(".")),
            ["см. ."],
            ["см. 5."],
        ),
    ],
)  # fmt: skip
def test_both_ways(write_docx: Write, body: str, after: list[str], before: list[str]) -> None:
    assert both(write_docx(body)) == (after, before)


def test_a_note_of_a_deleted_reference_is_deleted(write_docx: Write) -> None:
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{n}">{p(t(text))}</w:footnote>' for n, text in ((2, "Старая."), (3, "Новая."))
    )
    body = p(t("Текст"), f"<w:del>{reference.format(2)}</w:del><w:ins>{reference.format(3)}</w:ins>")
    assert both(write_docx(body, footnotes=notes)) == (["Текст", "Новая."], ["Текст", "Старая."])


def test_a_paragraph_whose_format_was_changed(write_docx: Write) -> None:
    styles = '<w:style w:styleId="S"><w:name w:val="heading 1"/></w:style>'
    change = '<w:pStyle w:val="S"/><w:pPrChange><w:pPr/></w:pPrChange>'
    data = write_docx(f"<w:p><w:pPr>{change}</w:pPr>{t('Выводы')}</w:p>", styles=styles)
    assert [tracked(data, way).segments[0].kind.value for way in Tracked] == ["heading", "paragraph"]


def test_numbers_count_what_stands(write_docx: Write) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    put_in = '<w:numPr><w:numId w:val="1"/><w:ins/></w:numPr>'
    data = write_docx(
        p(f"{cut('Первый.')}", end="<w:del/>", properties=item)
        + p(t("Второй."), properties=item)
        + p(t("Третий."), properties=put_in)
        + p(t("Четвертый."), properties=item),
        numbering=numbering,
    )
    assert [(s.mark, s.text) for s in tracked(data, ACCEPTED).segments] == [
        ("1.", "Второй."),
        ("2.", "Третий."),
        ("3.", "Четвертый."),
    ]
    assert [(s.mark, s.text) for s in tracked(data, REJECTED).segments] == [
        ("1.", "Первый."),
        ("2.", "Второй."),
        ("", "Третий."),
        ("3.", "Четвертый."),
    ]


def test_pieces_lead_into_both_readings(
    write_docx: Write, find_misplaced_runs: Callable[[Document, bytes], list[tuple[str, str]]]
) -> None:
    data = write_docx(p(t("Комитет "), end="<w:del/>") + p(f"{cut('отверг')}", t(" доклад")))
    for way in Tracked:
        assert find_misplaced_runs(tracked(data, way), data) == []


def test_reading_a_file_either_way(write_docx: Write, saved: Callable[[str, bytes], Path]) -> None:
    path = saved("a.docx", write_docx(p(f"{put('да')}{cut('нет')}")))
    texts = [read(path, "ru", tracked=way).segments[0].text for way in Tracked]
    assert texts == ["да", "нет"]
    assert read(path, "ru").segments[0].text == "да"
