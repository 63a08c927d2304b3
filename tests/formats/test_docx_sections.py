"""Which page headers are seen, and by what marks notes go."""

from collections.abc import Callable

import pytest

from termcheck.formats.docx import read_docx
from termcheck.formats.structure import document
from termcheck.model import Document, Kind

Write = Callable[..., bytes]


def t(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def footnote(number: int, mark: str = "") -> str:
    follows = f' w:customMarkFollows="1"/><w:t>{mark}</w:t>' if mark else "/>"
    return f'<w:r><w:footnoteReference w:id="{number}"{follows}</w:r>'


def endnote(number: int) -> str:
    return f'<w:r><w:endnoteReference w:id="{number}"/></w:r>'


def notes(kind: str, *said: str) -> str:
    return "".join(f'<w:{kind} w:id="{n}">{p(t(text))}</w:{kind}>' for n, text in enumerate(said, start=1))


def section(content: str) -> str:
    return p(properties=f"<w:sectPr>{content}</w:sectPr>")


def read(data: bytes) -> Document:
    return document(read_docx(data, shown="a.docx"), path="a.docx", language="ru")


def labels(data: bytes) -> list[tuple[str, str, str]]:
    return [(s.place.label, s.mark, s.text) for s in read(data).segments if s.kind is Kind.FOOTNOTE]


def test_endnotes_are_counted_apart_in_roman_numerals(write_docx: Write) -> None:
    body = p(t("Текст"), footnote(2), endnote(1), footnote(1), endnote(2))
    data = write_docx(
        body, footnotes=notes("footnote", "Вторая.", "Первая."), endnotes=notes("endnote", "Раз.", "Два.")
    )
    assert labels(data) == [
        ("footnote 1", "1", "Первая."),
        ("footnote 2", "2", "Вторая."),
        ("endnote i", "i", "Раз."),
        ("endnote ii", "ii", "Два."),
    ]


def test_a_mark_of_the_author_s_own_is_no_text_and_counts_no_number(write_docx: Write) -> None:
    body = p(t("A/76/1"), footnote(1, "*"), t(" и далее"), footnote(2))
    data = write_docx(body, footnotes=notes("footnote", "* Переиздано.", "См. ниже."))
    assert read(data).segments[0].text == "A/76/1 и далее"
    assert labels(data) == [("footnote *", "*", "Переиздано."), ("footnote 1", "1", "См. ниже.")]


@pytest.mark.parametrize(
    ("settings", "first", "marks"),
    [
        ("", "", ["1", "2", "3"]),
        ('<w:numFmt w:val="chicago"/>', "", ["*", "†", "‡"]),
        ('<w:numStart w:val="5"/>', "", ["5", "6", "7"]),
        ('<w:numRestart w:val="eachSect"/>', "", ["1", "2", "1"]),
        ("", '<w:numFmt w:val="lowerLetter"/>', ["a", "b", "3"]),
    ],
)
def test_how_a_file_counts_its_notes(write_docx: Write, settings: str, first: str, marks: list[str]) -> None:
    chapter = f"<w:footnotePr>{first}</w:footnotePr>"
    body = p(t("а"), footnote(1), footnote(2)) + section(chapter) + p(t("б"), footnote(3)) + "<w:sectPr/>"
    data = write_docx(
        body,
        footnotes=notes("footnote", "Раз.", "Два.", "Три."),
        settings=f"<w:footnotePr>{settings}</w:footnotePr>",
    )
    assert [mark for _, mark, _ in labels(data)] == marks


def headers(data: bytes) -> list[str]:
    return [s.text for s in read(data).segments if s.kind is Kind.HEADER]


def reference(kind: str, number: int, page: str) -> str:
    return f'<w:{kind}Reference w:type="{page}" r:id="p{number}"/>'


@pytest.mark.parametrize(
    ("said", "settings", "seen"),
    [
        ("", "", ["обычный"]),
        ("<w:titlePg/>", "", ["обычный", "титул"]),
        ('<w:titlePg w:val="0"/>', "<w:evenAndOddHeaders/>", ["обычный", "четный"]),
    ],
)
def test_headers_of_pages_that_are(write_docx: Write, said: str, settings: str, seen: list[str]) -> None:
    pages = (
        reference("header", 0, "default") + reference("header", 1, "first") + reference("header", 2, "even")
    )
    data = write_docx(
        p(t("Текст")) + f"<w:sectPr>{pages}{said}</w:sectPr>",
        sections=False,
        header1=p(t("обычный")),
        header2=p(t("титул")),
        header3=p(t("четный")),
        settings=settings,
    )
    assert headers(data) == seen


def test_a_header_that_no_section_has_is_not_seen(write_docx: Write) -> None:
    body = p(t("Текст")) + f"<w:sectPr>{reference('header', 1, 'default')}</w:sectPr>"
    parts = {"header1": p(t("старый")), "header2": p(t("новый"))}
    assert headers(write_docx(body, sections=False, **parts)) == ["новый"]
