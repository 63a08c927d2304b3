"""What python-docx has no words for: lists, links, footnotes, rules, and packages that stay the same."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

MADE = datetime(2024, 1, 1, tzinfo=UTC)
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
    for number, kind, mark in (
        (-1, "separator", "separator"),
        (0, "continuationSeparator", "continuationSeparator"),
    )
)


def element(xml: str) -> _Element:
    """Return the one element that is written there, "w:" being the namespace of Word."""
    return parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>")[0]


def begin_list(word: Word, levels: list[tuple[str, str, int, int]]) -> int:
    """Begin a list that Word numbers anew, and return its id."""
    part = word.part.numbering_part.element
    number = 1 + max(int(num.get(qn("w:numId"))) for num in part.findall(qn("w:num")))
    abstract = 100 + number
    rules = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{template}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{indent or 680}"/></w:tabs>'
        f'<w:ind w:left="{indent}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        for at, (form, template, indent, hanging) in enumerate(levels)
    )
    kind = '<w:multiLevelType w:val="multilevel"/>'
    part.insert(0, element(f'<w:abstractNum w:abstractNumId="{abstract}">{kind}{rules}</w:abstractNum>'))
    part.append(element(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>'))
    return number


def number_paragraph(paragraph: Paragraph, number: int, level: int = 0) -> None:
    where = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    properties = paragraph._p.get_or_add_pPr()
    at = 1 if properties.find(qn("w:keepNext")) is not None else 0  # the schema's order
    properties.insert(at, element(f"<w:numPr>{where}</w:numPr>"))


def add_link(paragraph: Paragraph, text: str, address: str) -> None:
    """Add words that lead to an address; they look as all others do."""
    number = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    run = paragraph.add_run(text)._r
    link = element(f'<w:hyperlink {nsdecls("r")} r:id="{number}"/>')
    run.addprevious(link)
    link.append(run)


def add_footnotes(word: Word, notes: list[Paragraph]) -> None:
    """Move paragraphs from the end of a document into its footnotes, in the order of their numbers."""
    texts = []
    for number, paragraph in enumerate(notes, start=1):
        mark = (
            '<w:r><w:rPr><w:sz w:val="17"/><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        )
        paragraph.runs[0]._r.addprevious(element(mark))
        word.element.body.remove(paragraph._p)
        texts.append(f'<w:footnote w:id="{number}">{paragraph._p.xml}</w:footnote>')
    data = f"<w:footnotes {nsdecls('w')}>{SEPARATORS}{''.join(texts)}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, data, word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def set_widths(table: Table, widths: list[float]) -> None:
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)


def rule_table(table: Table, *, top: int, bottom: int) -> None:
    """Rule a table above and below; thickness in eighths of a point."""
    edges = f'<w:top w:val="single" w:sz="{top}"/><w:bottom w:val="single" w:sz="{bottom}"/>'
    borders = element(f"<w:tblBorders>{edges}</w:tblBorders>")
    layout = next(table._tbl.tblPr.iterchildren(qn("w:tblLayout")))
    layout.addprevious(borders)


def package_of(word: Word) -> bytes:
    """Return the package with all that tells when it was made set to one day."""
    core = word.core_properties
    core.author, core.created, core.modified, core.last_modified_by = "termcheck", MADE, MADE, ""
    stream, same = BytesIO(), BytesIO()
    word.save(stream)
    with zipfile.ZipFile(stream) as package, zipfile.ZipFile(same, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in package.namelist():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            copy.writestr(info, package.read(name), zipfile.ZIP_DEFLATED)
    return same.getvalue()
