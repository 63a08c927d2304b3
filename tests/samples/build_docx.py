"""Make the Word files of the samples from their Markdown.

    python tests/samples/build_docx.py samples/*.md

Each becomes a DOCX beside it, laid out as a United Nations document is: a masthead, numbered paragraphs by
Word's own numbering, lettered lists with the letters of the Markdown, real tables. The same Markdown gives
the same bytes.
"""

import re
import sys
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

NUMBERED = re.compile(r"(\d+)\. (.*)")
LETTERED = re.compile(r"(\(?\w\)) (.*)")
HEADING = re.compile(r"(#+) \*\*(.*)\*\*")
TABLE_ROW = re.compile(r"\|(.*)\|")
MADE = datetime(2024, 1, 1, tzinfo=UTC)


def build(markdown: str, language: str) -> bytes:
    """Return the Word file of a report in Markdown."""
    word = Document()
    _set_page(word, language)
    blocks = [block for block in markdown.split("\n\n") if block.strip()]
    masthead = next(number for number, block in enumerate(blocks) if block.startswith("#"))
    _add_masthead(word, blocks[:masthead])
    numbering = _numbering(word)
    following = 1  # the number that the next paragraph bears; another one is an item of an agenda
    for block in blocks[masthead:]:
        lines = block.strip("\n").split("\n")
        if heading := HEADING.fullmatch(block.strip()):
            _add_heading(word, heading[2], len(heading[1]))
        elif TABLE_ROW.fullmatch(lines[0]):
            rows = [[cell.strip() for cell in TABLE_ROW.fullmatch(line)[1].split("|")] for line in lines]
            _add_table(word, [rows[0], *rows[2:]])
        elif len(lines) > 1 and NUMBERED.fullmatch(lines[0]):
            _add_agenda(word, lines)
        elif numbered := NUMBERED.fullmatch(lines[0]):
            if int(numbered[1]) != following:
                _add_agenda(word, lines)
                continue
            _number(word.add_paragraph(numbered[2]), numbering)
            following += 1
        elif LETTERED.fullmatch(lines[0].strip()):
            _add_letters(word, lines)
        else:
            word.add_paragraph(" ".join(line.strip().strip("*") for line in lines))
    return _bytes(word)


def _set_page(word: Word, language: str) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.8)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.2)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), "ru-RU" if language == "ru" else "en-US")
    normal.element.get_or_add_rPr().append(tag)
    for level in range(1, 5):
        style = word.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.bold = "Times New Roman", Pt(15 - 1.5 * level), True
        style.font.color.rgb = None
        style.element.rPr.rFonts.attrib.clear()
        style.element.rPr.rFonts.set(qn("w:ascii"), "Times New Roman")
        style.element.rPr.rFonts.set(qn("w:hAnsi"), "Times New Roman")
        style.element.rPr.rFonts.set(qn("w:cs"), "Times New Roman")
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(12), Pt(6)
        style.paragraph_format.keep_with_next = True
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _add_field(footer, "PAGE")


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        if kind is None:
            text = OxmlElement("w:instrText")
            text.text = instruction
            run._r.append(text)
            continue
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)


def _add_masthead(word: Word, blocks: list[str]) -> None:
    """Put the body at the left and the lines of distribution at the right, over a rule."""
    parts = [[line.strip().strip("*") for line in block.strip().split("\n")] for block in blocks]
    body, *others = parts
    distribution = next((part for part in others if part[0].startswith("Distr.")), [])
    # A symbol of one line stands over the distribution, and so it is read.
    if others and len(others[0]) == 1 and "/" in others[0][0] and others.index(distribution) == 1:
        distribution = [*others.pop(0), *distribution]
        others.pop(0)
    elif distribution in others[:1]:
        others.pop(0)
    else:
        distribution = []
    table = word.add_table(1, 2)
    left, right = table.rows[0].cells
    left.width, right.width = Cm(10.4), Cm(5)
    left.paragraphs[0].add_run(" ".join(body)).bold = True
    left.paragraphs[0].runs[0].font.size = Pt(13)
    for number, line in enumerate(distribution):
        paragraph = right.paragraphs[0] if number == 0 else right.add_paragraph()
        paragraph.add_run(line)
        paragraph.paragraph_format.space_after = Pt(0)
    border = OxmlElement("w:tblBorders")
    for side in ("top", "bottom"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:val"), "single")
        edge.set(qn("w:sz"), "8")
        border.append(edge)
    table._tbl.tblPr.append(border)
    for number, lines in enumerate(others):
        for line in lines:
            paragraph = word.add_paragraph()
            paragraph.add_run(line).bold = number == 0 and line == lines[0]
            paragraph.paragraph_format.space_before = Pt(6 if line == lines[0] else 0)
            paragraph.paragraph_format.space_after = Pt(0)


def _add_heading(word: Word, text: str, level: int) -> None:
    label, blank, rest = text.partition(" ")
    has_label = label.endswith(".") and len(label) < 6
    paragraph = word.add_heading(f"{label}\t{rest}" if has_label and blank else text, level)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(1.2))


def _add_item(word: Word, text: str, indent: float) -> None:
    paragraph = word.add_paragraph(text)
    paragraph.paragraph_format.left_indent = Cm(indent)
    paragraph.paragraph_format.first_line_indent = Cm(-0.9)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(indent))


def _add_agenda(word: Word, lines: list[str]) -> None:
    for line in lines:
        if numbered := NUMBERED.fullmatch(line):
            _add_item(word, f"{numbered[1]}.\t{numbered[2]}", 1.9)
        else:
            _add_letters(word, [line])


def _add_letters(word: Word, lines: list[str]) -> None:
    """Add lettered items, those under an item of an agenda further in."""
    for line in lines:
        lettered = LETTERED.fullmatch(line.strip().removeprefix("- "))
        assert lettered, line
        _add_item(word, f"{lettered[1]}\t{lettered[2]}", 2.8 if line.startswith(" ") else 1.9)


def _add_table(word: Word, rows: list[list[str]]) -> None:
    table = word.add_table(len(rows), len(rows[0]), style="Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            run = cell.paragraphs[0].add_run(text)
            run.bold = cells is rows[0]
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
    word.add_paragraph().paragraph_format.space_after = Pt(0)


def _numbering(word: Word) -> str:
    """Add Word's automatic numbering "1.", "2." … for paragraphs, and return its id."""
    part = word.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "90")
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for tag, value in (("start", "1"), ("numFmt", "decimal"), ("lvlText", "%1."), ("lvlJc", "left")):
        element = OxmlElement(f"w:{tag}")
        element.set(qn("w:val"), value)
        level.append(element)
    abstract.append(level)
    part.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "90")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "90")
    number.append(link)
    part.append(number)
    return "90"


def _number(paragraph: Paragraph, numbering: str) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = int(numbering)
    paragraph.paragraph_format.left_indent = Cm(0)
    paragraph.paragraph_format.first_line_indent = Cm(0)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(1.2))


def _bytes(word: Word) -> bytes:
    """Return the package with all that tells when it was made set to one day."""
    core = word.core_properties
    core.author, core.created, core.modified, core.last_modified_by = "termcheck", MADE, MADE, ""
    stream = BytesIO()
    word.save(stream)
    same = BytesIO()
    with zipfile.ZipFile(stream) as package, zipfile.ZipFile(same, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in package.namelist():
            copy.writestr(
                zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), package.read(name), zipfile.ZIP_DEFLATED
            )
    return same.getvalue()


def main() -> None:
    for name in sys.argv[1:]:
        path = Path(name)
        language = path.stem.rpartition(".")[2]
        path.with_suffix(".docx").write_bytes(build(path.read_text(encoding="utf-8"), language))


if __name__ == "__main__":
    main()
