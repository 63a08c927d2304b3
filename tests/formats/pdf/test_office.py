"""PDF as LibreOffice prints it: the same words and the same findings as from the Word file."""

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from typing import Any

import docx
import pypdfium2
import pytest
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from pypdfium2 import raw

from termcheck.formats import locate, read
from termcheck.formats.pdf import read_pdf
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Document, Finding, Kind, Passage, Span
from termcheck.pipeline import check_files

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "samples"
PLANTED: list[dict[str, Any]] = tomllib.loads(
    (ROOT / "tests/samples/planted.toml").read_text(encoding="utf-8")
)["planted"]
NAMES = [f"{name}.{language}" for name in ("clean", "planted") for language in ("ru", "en")]
_PAGE = re.compile(r"^p\. \d+, ")


@pytest.fixture(scope="session")
def printed(office: Callable[..., list[Path]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The samples as PDF, and once more in a narrow column with hyphenation on, by name."""
    folder = tmp_path_factory.mktemp("printed")
    files = [SAMPLES / f"{name}.docx" for name in NAMES]
    for name in NAMES:
        file = folder / f"{name}.narrow.docx"
        narrow(docx.Document(str(SAMPLES / f"{name}.docx"))).save(str(file))
        files.append(file)
    return {path.stem: path for path in office(files, folder)}


def narrow(word: Word) -> Word:
    """Print a report in narrow columns from edge to edge, words broken at the ends of lines."""
    word.settings.element.insert(0, parse_xml(f'<w:autoHyphenation {nsdecls("w")} w:val="true"/>'))
    for paragraph in word.paragraphs:
        if len(paragraph.text) > 60:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for section in word.sections:
        section.right_margin = Cm(6)
    return word


def findings(russian: Path, english: Path, glossary: CompiledGlossary) -> list[Finding]:
    (result,) = check_files(russian, english, glossary)
    return list(result.findings)


def told(finding: Finding) -> tuple[str, str, str, str | None]:
    return (
        finding.check,
        _PAGE.sub("", finding.place.label),
        "" if finding.problem.absent else finding.problem.passage.text,
        (*finding.problem.suggestions, None)[0],
    )


def planted_in_print() -> Iterator[tuple[str, str, str, str | None]]:
    """What is planted and can be seen on paper: no soft hyphen within a line, no address under a word."""
    for planted in PLANTED:
        if planted["check"] not in ("symbol/link", "text/soft-hyphen"):
            yield planted["check"], planted["label"], planted["text"], planted.get("suggestion")


def on_the_page(path: Path, finding: Finding) -> str:
    """The letters that stand on the pages where a finding says, blanks left out."""
    file, passage = pypdfium2.PdfDocument(path), finding.problem.passage
    letters = []
    for piece in passage.pieces:
        page = file[int(piece.node.removeprefix("page ")) - 1].get_textpage()
        low, high = max(passage.span.start, piece.start), min(passage.span.end, piece.start + piece.length)
        letters += [
            chr(raw.FPDFText_GetUnicode(page.raw, piece.offset + at - piece.start)) for at in range(low, high)
        ]
    return "".join(letters).replace(" ", "")


@pytest.mark.parametrize("print_of", ["{}", "{}.narrow"])
def test_nothing_is_said_of_the_clean_report(
    printed: dict[str, Path], glossary: CompiledGlossary, print_of: str
) -> None:
    russian, english = printed[print_of.format("clean.ru")], printed[print_of.format("clean.en")]
    assert [str(finding.problem.message) for finding in findings(russian, english, glossary)] == []


def test_every_planted_mistake_is_found_and_nothing_else(
    printed: dict[str, Path], glossary: CompiledGlossary
) -> None:
    found = findings(printed["planted.ru"], printed["planted.en"], glossary)
    planted = list(planted_in_print())
    assert [told(finding) for finding in found] == planted
    for finding in found:
        if not finding.check.startswith("source/") and not finding.problem.absent:
            words = finding.problem.passage.text.replace(" ", "")
            assert on_the_page(printed["planted.ru"], finding) == words
            assert finding.place.label.startswith("p. ")


def test_narrow_columns_hide_only_what_a_line_end_hides(
    printed: dict[str, Path], glossary: CompiledGlossary
) -> None:
    """«Директоруисполнителю» broken after «Директору-» is what the correct word looks like as well, and so
    is «A/ HRC» after the stroke.
    """
    found = [told(f) for f in findings(printed["planted.ru.narrow"], printed["planted.en.narrow"], glossary)]
    planted = list(planted_in_print())
    seen = [p for p in planted if p in found]
    assert sorted(map(str, found)) == sorted(map(str, seen))
    assert {p[0] for p in planted} - {p[0] for p in seen} <= {
        "title/misspelt",
        "symbol/spacing",
        "source/malformed-symbol",
    }


@pytest.mark.parametrize("name", NAMES)
def test_pages_and_word_say_the_same(printed: dict[str, Path], name: str) -> None:
    language = name.rpartition(".")[2]
    word, pages = read(SAMPLES / f"{name}.docx", language), read(printed[name], language)
    assert (pages.symbol, pages.date) == (word.symbol, word.date)
    assert words_of(pages) == words_of(word)
    marks = [(s.mark, s.text) for s in word.segments if s.mark]
    assert [(s.mark, s.text) for s in pages.segments if s.mark] == marks


def words_of(document: Document) -> list[str]:
    """All words but those of the masthead, whose columns a page does not order."""
    body = [s.text for s in document.segments]
    start = next(at for at, s in enumerate(document.segments) if s.mark)
    return " ".join(body[start:]).split()


# A report with what the samples lack


@pytest.fixture(scope="session")
def nasty(office: Callable[..., list[Path]], tmp_path_factory: pytest.TempPathFactory) -> Document:
    folder = tmp_path_factory.mktemp("nasty")
    file = folder / "report.docx"
    build().save(str(file))
    (path,) = office([file], folder)
    return read(path, "ru")


LONG = (
    "Группа экспертов рассмотрела ответы на вопросник и отметила, что законодательство большинства "
    "государств позволяет конфисковать имущество без вынесения обвинительного приговора, если лицо "
    "скрылось или умерло, и что практика судов становится единообразнее. "
)


def build() -> Word:
    word = docx.Document()
    word.styles["Normal"].font.name = "DejaVu Serif"
    word.styles["Normal"].font.size = Pt(10)
    section = word.sections[0]
    section.page_height, section.page_width = Cm(21), Cm(17)
    section.header.paragraphs[0].text = "E/CN.15/2024/EG.3/L.2"
    footer = section.footer.paragraphs[0]
    for kind in ("begin", None, "end"):
        inner = f'<w:fldChar w:fldCharType="{kind}"/>' if kind else "<w:instrText>PAGE</w:instrText>"
        footer._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))
    word.add_paragraph("1.\t" + LONG * 2)
    word.add_paragraph("Площадь заповедника составляет 15 км")
    word.paragraphs[-1].add_run("2").font.superscript = True
    word.paragraphs[-1].add_run(", а лесного фонда — 40 га.")
    plain = word.add_paragraph("2.\t" + LONG)
    plain.paragraph_format.first_line_indent = Cm(1)
    table = word.add_table(rows=0, cols=3, style="Table Grid")
    for cells in (
        ("Государство", "Число просьб", "Из них исполнено"),
        ("Соединенное Королевство Великобритании и Северной Ирландии", "12", "10"),
        ("Чили", "7", "7"),
    ):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    word.add_paragraph("3.\t" + LONG * 3)
    word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    word.add_paragraph("4.\tСписок участников размещен на сайте.")
    return word


def test_cells_with_several_lines_are_whole(nasty: Document) -> None:
    cells = [segment.text for segment in nasty.segments if segment.kind is Kind.TABLE_CELL]
    assert cells == [
        "Государство",
        "Число просьб",
        "Из них исполнено",
        "Соединенное Королевство Великобритании и Северной Ирландии",
        "12",
        "10",
        "Чили",
        "7",
        "7",
    ]


def test_paragraphs_are_whole_over_pages(nasty: Document) -> None:
    numbered = {segment.mark: segment.text for segment in nasty.segments if segment.mark}
    assert numbered == {
        "1.": (LONG * 2).strip(),
        "2.": LONG.strip(),
        "3.": (LONG * 3).strip(),
        "4.": "Список участников размещен на сайте.",
    }
    third = next(segment for segment in nasty.segments if segment.mark == "3.")
    pages = {
        locate(nasty, Passage(third, Span(at, at))).label.split(",")[0] for at in (0, len(third.text) - 1)
    }
    assert pages == {"p. 1", "p. 2"}


def test_an_exponent_stays_and_the_head_gives_the_symbol(nasty: Document) -> None:
    assert "Площадь заповедника составляет 15 км2, а лесного фонда — 40 га." in [
        s.text for s in nasty.segments
    ]
    assert nasty.symbol == "E/CN.15/2024/EG.3/L.2"
    assert [s.text for s in nasty.segments if s.kind is Kind.HEADER] == ["E/CN.15/2024/EG.3/L.2"]


def pages(new_sheets: Any, count: int) -> bytes:
    """Pages of running text, each of which turns the same words another way."""
    sheets, words = new_sheets(), LONG.split()
    for page in range(count):
        y, turn = 80.0, page % len(words)
        text = " ".join(["Страница:", *words[turn:], *words[:turn], "Конец."])
        while y < 700:
            y = sheets.justified(y, text) + 8
        sheets.turn_page()
    return sheets.data()


@pytest.mark.slow
def test_fifty_pages_take_ten_times_as_long_as_five(new_sheets: Any) -> None:
    seconds = {}
    for count in (5, 50):
        data = pages(new_sheets, count)
        start = process_time()
        blocks = read_pdf(data, shown="report.pdf")
        seconds[count] = process_time() - start
        assert {tuple(sorted(block.text.split())) for block in blocks} == {
            tuple(sorted(["Страница:", *LONG.split(), "Конец."]))
        }
    assert seconds[50] < 2 * 10 * seconds[5]
