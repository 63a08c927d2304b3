"""Make the Word files of the samples from their Markdown.

    python tests/samples/build_docx.py samples/*.md

Each becomes a DOCX beside it, laid out as a United Nations document is: a masthead, paragraphs and lists
numbered by Word itself, real tables, links and footnotes, the symbol over every page but the first. The same
Markdown gives the same bytes.
"""

import re
import sys
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from word_parts import (
    add_footnotes,
    add_link,
    begin_list,
    element,
    number_paragraph,
    package_of,
    rule_table,
    set_widths,
)

NUMBERED = re.compile(r"(\d+)\. (.*)")
LETTERED = re.compile(r"(\s*)(?:- )?(\(?\w\)) (.*)")
HEADING = re.compile(r"(#+) \*\*(.*)\*\*")
TABLE_ROW = re.compile(r"\|(.*)\|")
NOTE = re.compile(r"\[\^(\d+)\]: (.*)")
MARKUP = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>.+?)\*|\[\^(?P<note>\d+)\]|(?P<line> {2}\n)"
    r"|\[(?P<link>.+?)\]\((?P<address>.+?)\)"
)
SYMBOL = re.compile(r"[A-Z]+/\S+")
FIGURE = re.compile(r"\**[\d ,.]+\**")
TEXT_WIDTH = 15.4  # cm, between the margins
FONT = "Times New Roman"
# The lists: for each level the form of its numbers, their template, indent and hanging indent in twentieths
# of a point. "%1" is the number of the first level, as Word writes it.
PARAGRAPHS = [("decimal", "%1.", 0, 0)]
LETTERS = {
    "ru": [("lowerLetter", "%1)", 1250, 570)],
    "en": [("lowerLetter", "(%1)", 1250, 570)],
}
AGENDA = {
    "ru": [("decimal", "%1.", 1250, 570), ("lowerLetter", "%2)", 1820, 570)],
    "en": [("decimal", "%1.", 1250, 570), ("lowerLetter", "(%2)", 1820, 570)],
}


def build(markdown: str, language: str) -> bytes:
    """Return the Word file of a report in Markdown."""
    word = Document()
    blocks = [block.strip("\n") for block in markdown.split("\n\n") if block.strip()]
    masthead = next(at for at, block in enumerate(blocks) if block.startswith("#"))
    symbol = next((line.strip() for line in markdown.split("\n") if SYMBOL.fullmatch(line.strip())), "")
    _set_styles(word, language)
    _set_page(word, symbol)
    _add_masthead(word, blocks[:masthead])
    notes: list[str] = []
    paragraphs = begin_list(word, PARAGRAPHS)
    lists = _Lists(word, language)
    following = 1  # the number that the next paragraph bears; another number is that of an item of an agenda
    for block in blocks[masthead:]:
        lines = block.split("\n")
        if heading := HEADING.fullmatch(block):
            _add_heading(word, heading[2], len(heading[1]))
        elif TABLE_ROW.fullmatch(lines[0]):
            _add_table(word, [_cells(line) for at, line in enumerate(lines) if at != 1])
        elif note := NOTE.fullmatch(block):
            notes.append(note[2])
        elif (numbered := NUMBERED.fullmatch(block)) and int(numbered[1]) == following:
            number_paragraph(_add_text(word.add_paragraph(), numbered[2]), paragraphs)
            following += 1
        elif NUMBERED.match(block) or LETTERED.match(block):
            lists.add(lines)
        else:
            caption = _add_text(word.add_paragraph(), block)
            caption.alignment = WD_ALIGN_PARAGRAPH.LEFT
            caption.paragraph_format.keep_with_next = True
    _add_notes(word, notes)
    return package_of(word)


def _set_styles(word: Word, language: str) -> None:
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10.5)
    layout = normal.paragraph_format
    layout.space_after, layout.line_spacing, layout.widow_control = Pt(6), 1.15, True
    layout.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    tag = "ru-RU" if language == "ru" else "en-US"
    normal.element.get_or_add_rPr().append(element(f'<w:lang w:val="{tag}"/>'))
    for level, size in ((1, 14), (2, 12.5), (3, 10.5)):
        style = word.styles[f"Heading {level}"]
        style.font.size, style.font.bold, style.font.color.rgb = Pt(size), True, None
        fonts = style.element.rPr.rFonts
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{script}"), FONT)
        layout = style.paragraph_format
        layout.space_before, layout.space_after, layout.keep_with_next = Pt(12), Pt(6), True
        layout.alignment = WD_ALIGN_PARAGRAPH.LEFT
        layout.left_indent = layout.first_line_indent = Cm(0)
        if level > 1:  # the words of a chapter's heading stand clear of its number
            layout.left_indent, layout.first_line_indent = Cm(1.2), Cm(-1.2)


def _set_page(word: Word, symbol: str) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21 - TEXT_WIDTH) / 2)
    section.top_margin = section.bottom_margin = Cm(2.4)
    section.different_first_page_header_footer = True
    if symbol:
        header = section.header.paragraphs[0]
        header.add_run(symbol).bold = True
        edge = '<w:bottom w:val="single" w:sz="4" w:space="2"/>'
        header._p.get_or_add_pPr().append(element(f"<w:pBdr>{edge}</w:pBdr>"))
        header.alignment = WD_ALIGN_PARAGRAPH.RIGHT  # after the border, as the schema has it
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>PAGE</w:instrText>",
            '<w:fldChar w:fldCharType="end"/>',
        ):
            paragraph.add_run()._r.append(element(part))


def _add_masthead(word: Word, blocks: list[str]) -> None:
    """Put the issuing body at the left, the symbol and the lines of distribution at the right, ruled off."""
    body, *others = [[line.strip().strip("*") for line in block.split("\n")] for block in blocks]
    start = next(at for at, lines in enumerate(others) if any(line.startswith("Distr.") for line in lines))
    table = word.add_table(1, 2)
    left, right = table.rows[0].cells
    set_widths(table, [10, TEXT_WIDTH - 10])
    _add_line(left, " ".join(body), size=14, bold=True)
    for line in (line for lines in others[: start + 1] for line in lines):
        is_symbol = SYMBOL.fullmatch(line) is not None
        _add_line(right, line, size=10.5, bold=is_symbol, after=6 if is_symbol else 0)
    rule_table(table, top=12, bottom=12)
    for lines in others[start + 1 :]:
        for at, line in enumerate(lines):
            paragraph = word.add_paragraph()
            paragraph.add_run(line).bold = at == 0
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
            paragraph.paragraph_format.space_before = Pt(0 if at else 8)
            paragraph.paragraph_format.space_after = Pt(0)


def _add_line(cell: _Cell, text: str, *, size: float, bold: bool, after: float = 0) -> None:
    first = cell.paragraphs[0]
    paragraph = cell.add_paragraph() if first.text else first
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    paragraph.alignment, paragraph.paragraph_format.space_after = WD_ALIGN_PARAGRAPH.LEFT, Pt(after)


def _add_heading(word: Word, text: str, level: int) -> None:
    label, _, rest = text.partition(" ")
    _add_text(word.add_heading("", level), text if level == 1 else f"{label}\t{rest}")


def _add_text(paragraph: Paragraph, text: str) -> Paragraph:
    """Add a text in Markdown with its bold and italic words, forced line breaks and footnote marks."""
    at = 0
    for found in MARKUP.finditer(text):
        _add_run(paragraph, text[at : found.start()])
        at = found.end()
        if found["note"]:
            run = paragraph.add_run()
            run.font.superscript = True
            run._r.append(element(f'<w:footnoteReference w:id="{found["note"]}"/>'))
        elif found["link"]:
            add_link(paragraph, found["link"], found["address"])
        elif found["line"]:
            paragraph.add_run().add_break()
        else:
            run = paragraph.add_run(found["bold"] or found["italic"])
            run.bold, run.italic = bool(found["bold"]) or None, bool(found["italic"]) or None
    _add_run(paragraph, text[at:])
    if text.endswith(":"):
        paragraph.paragraph_format.keep_with_next = True
    return paragraph


def _add_run(paragraph: Paragraph, text: str) -> None:
    if text:
        paragraph.add_run(text)


def _cells(line: str) -> list[str]:
    row = TABLE_ROW.fullmatch(line)
    assert row, line
    return [cell.strip() for cell in row[1].split("|")]


def _add_table(word: Word, rows: list[list[str]]) -> None:
    """Add a table with rules above, below and under its head; figures stand at the right."""
    table = word.add_table(len(rows), len(rows[0]))
    narrow = min(4.4, TEXT_WIDTH * 0.6 / (len(rows[0]) - 1))
    set_widths(table, [TEXT_WIDTH - narrow * (len(rows[0]) - 1), *[narrow] * (len(rows[0]) - 1)])
    for at, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        row._tr.get_or_add_trPr().append(element("<w:cantSplit/>"))
        for column, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            paragraph = _add_text(cell.paragraphs[0], text if at else f"*{text}*")
            is_figure = FIGURE.fullmatch(rows[1][column])
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if is_figure else WD_ALIGN_PARAGRAPH.LEFT
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
            paragraph.paragraph_format.keep_with_next = at + 1 < len(rows)
            for run in paragraph.runs:
                run.font.size = Pt(9)
            if at == 0:
                edge = '<w:tcBorders><w:bottom w:val="single" w:sz="4"/></w:tcBorders>'
                cell._tc.get_or_add_tcPr().append(element(edge))
                cell._tc.get_or_add_tcPr().append(element('<w:vAlign w:val="bottom"/>'))
    rule_table(table, top=4, bottom=8)
    word.add_paragraph().paragraph_format.space_after = Pt(0)


class _Lists:
    """Adds items to the lettered list or the agenda that is going on; an "a)" or "1." begins another one."""

    def __init__(self, word: Word, language: str) -> None:
        self.word = word
        self.language = language
        self.letters = self.agenda = 0

    def add(self, lines: list[str]) -> None:
        for line in lines:
            if item := NUMBERED.fullmatch(line):
                if item[1] == "1":
                    self.agenda = begin_list(self.word, AGENDA[self.language])
                self._add(item[2], self.agenda)
                continue
            item = LETTERED.fullmatch(line)
            assert item, line
            if item[1]:  # indented, it is a part of an item of the agenda
                self._add(item[3], self.agenda, level=1)
                continue
            if item[2].strip("()") == "a":
                self.letters = begin_list(self.word, LETTERS[self.language])
            self._add(item[3], self.letters)

    def _add(self, text: str, number: int, level: int = 0) -> None:
        paragraph = _add_text(self.word.add_paragraph(), text)
        number_paragraph(paragraph, number, level)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT  # a long symbol would tear a short line apart


def _add_notes(word: Word, notes: list[str]) -> None:
    paragraphs = [_add_text(word.add_paragraph(), f" {text}") for text in notes]
    for paragraph in paragraphs:
        paragraph.paragraph_format.space_after = Pt(2)
        for run in paragraph.runs:
            run.font.size = Pt(8.5)
    if paragraphs:
        add_footnotes(word, paragraphs)


def main() -> None:
    for name in sys.argv[1:]:
        path = Path(name)
        language = path.stem.rpartition(".")[2]
        path.with_suffix(".docx").write_bytes(build(path.read_text(encoding="utf-8"), language))


if __name__ == "__main__":
    main()
