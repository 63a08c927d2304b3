"""DOCX: what a reader of the printed document sees, with tracked changes accepted.

A piece's node is "part#path": the path, of child positions, leads XPath to the <w:t> that holds the run
("word/document.xml#/*/*[1]/*[3]/*[2]/*[1]"), and the offset counts in its text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from termcheck.errors import InputError
from termcheck.formats.blocks import Block, Builder
from termcheck.formats.docx_parts import Package, Where, children, name_of
from termcheck.formats.numbering import Numbering, number_of
from termcheck.model import Kind

# What wraps runs or paragraphs without a say in their text; deleted and moved-away text is not among it.
_KEPT = frozenset(
    ("ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "Choice")
)
_HEADING_STYLE = re.compile(r"(?:heading|заголовок|_?\s*H[ _]*)\s*(\d)", re.IGNORECASE)
_TITLE_STYLE = re.compile(r"(?:title|название|заголовок|_?\s*H[ _]*(?:Ch|M))\b", re.IGNORECASE)
_BODY_TEXT = 9  # the outline level that says "no heading"


def read_docx(data: bytes, *, shown: str) -> list[Block]:
    """The blocks of a DOCX file in reading order, then its notes and page headers. Raises InputError."""
    package = Package(data, shown)
    body = package.part(package.main)
    if body is None:
        raise InputError(f"{shown}: is an archive without a Word document in it")
    reader = _Reader(package, body)
    blocks = list(reader.container(body, Where(package.main, "/*")))
    return [*blocks, *reader.notes(), *reader.headers()]


@dataclass(frozen=True, slots=True)
class _Style:
    depth: int = 0
    list_id: str = ""
    list_level: int = 0
    bold: bool = False


class _Reader:
    """Turns the elements of a document into blocks."""

    def __init__(self, package: Package, body: etree._Element) -> None:
        self.package = package
        self.w = body.tag[: body.tag.index("}") + 1] if "}" in body.tag else ""
        self.targets = package.relations(package.main)
        self.parts = dict(self.targets.values())
        self.styles = self._styles()
        numbering = package.part(self.parts["numbering"]) if "numbering" in self.parts else None
        self.numbering = Numbering(numbering, self.w)
        self.tables = 0
        self.note_ids: dict[str, list[str]] = {"footnote": [], "endnote": []}

    def container(
        self, element: etree._Element, where: Where, kind: Kind = Kind.PARAGRAPH, label: str = ""
    ) -> Iterator[Block]:
        """The blocks of a body, a cell, a note or a text box."""
        for child, place in children(element, where):
            name = name_of(child)
            if name == "p":
                yield from self._paragraph(child, place, kind, label)
            elif name == "tbl":
                yield from self._table(child, place)
            elif name in _KEPT or name == "body":
                yield from self.container(child, place, kind, label)

    def notes(self) -> Iterator[Block]:
        """The footnotes and endnotes that the text refers to, in the order of their numbers."""
        for kind, ids in self.note_ids.items():
            part = self.parts.get(f"{kind}s")
            root = self.package.part(part) if part else None
            if root is None or part is None:
                continue
            notes = children(root, Where(part, "/*"))
            found = {note.get(f"{self.w}id", ""): (note, place) for note, place in notes}
            for number, note_id in enumerate(ids, start=1):
                if note_id in found:
                    yield from self.container(*found[note_id], Kind.FOOTNOTE, f"{kind} {number}")

    def headers(self) -> Iterator[Block]:
        """Page headers and footers, those of the same words once."""
        seen = set()
        for kind, part in sorted(set(self.targets.values())):
            root = self.package.part(part) if kind in ("header", "footer") else None
            if root is None:
                continue
            for block in self.container(root, Where(part, "/*"), Kind.HEADER, f"page {kind}"):
                if block.text not in seen:
                    seen.add(block.text)
                    yield block

    def _table(self, table: etree._Element, where: Where) -> Iterator[Block]:
        self.tables += 1
        number, row_number = self.tables, 0
        for row, row_place in children(table, where):
            if name_of(row) != "tr":
                continue
            row_number += 1
            column = 1
            for cell, place in children(row, row_place):
                if name_of(cell) != "tc":
                    continue
                label = f"table {number}, row {row_number}, column {column}"
                yield from self.container(cell, place, Kind.TABLE_CELL, label)
                span = cell.find(f"{self.w}tcPr/{self.w}gridSpan")
                column += number_of(span.get(f"{self.w}val"), 1) if span is not None else 1

    def _paragraph(self, paragraph: etree._Element, where: Where, kind: Kind, label: str) -> Iterator[Block]:
        style = self._style_of(paragraph)
        builder = Builder()
        run = _Runs(self, builder, bold=style.bold)
        run.read(paragraph, where)
        mark = self.numbering.label(style.list_id, style.list_level) if style.list_id and run.has_text else ""
        if label:
            number = label.rpartition(" ")[2] if kind is Kind.FOOTNOTE else mark
            yield builder.block(kind, mark=number, label=label)
        elif style.depth:
            yield builder.block(Kind.HEADING, depth=style.depth, mark=mark)
        else:
            yield builder.block(kind, depth=style.list_level + 1 if mark else 0, mark=mark)
        for box, place in run.boxes:
            yield from self.container(box, place, kind, label)

    def _styles(self) -> dict[str, _Style]:
        part = self.parts.get("styles")
        root = self.package.part(part) if part else None
        if root is None:
            return {}
        elements = {style.get(f"{self.w}styleId", ""): style for style in root.iterchildren(f"{self.w}style")}
        styles: dict[str, _Style] = {}

        def resolve(name: str, above: tuple[str, ...]) -> _Style:
            if name not in elements or name in above:  # a style based on itself is met in the wild
                return _Style()
            if name not in styles:
                element = elements[name]
                base = resolve(self._value(element, "basedOn"), (*above, name))
                styles[name] = self._refined(element, base, self._value(element, "name"))
            return styles[name]

        for name in elements:
            resolve(name, ())
        return styles

    def _style_of(self, paragraph: etree._Element) -> _Style:
        base = self.styles.get(self._value(paragraph, "pPr", "pStyle"), _Style())
        return self._refined(paragraph, base)

    def _refined(self, element: etree._Element, base: _Style, name: str = "") -> _Style:
        """What an element adds to the style that it is based on."""
        level = self._value(element, "pPr", "outlineLvl")
        depth = base.depth
        if level:
            at = number_of(level, _BODY_TEXT)
            depth = at + 1 if 0 <= at < _BODY_TEXT else 0
        elif match := _HEADING_STYLE.match(name):
            depth = max(int(match.group(1)), 1)
        elif _TITLE_STYLE.match(name):
            depth = 1
        list_id = self._value(element, "pPr", "numPr", "numId") or base.list_id
        list_level = self._value(element, "pPr", "numPr", "ilvl")
        bold = element.find(f"{self.w}rPr/{self.w}b")
        return _Style(
            depth,
            "" if list_id == "0" else list_id,
            number_of(list_level, base.list_level),
            base.bold if bold is None else self.is_on(bold),
        )

    def _value(self, element: etree._Element, *path: str) -> str:
        found = element.find("/".join(f"{self.w}{name}" for name in path))
        return "" if found is None else found.get(f"{self.w}val", "")

    def is_on(self, switch: etree._Element) -> bool:
        """Whether a property that stands there is not switched off: <w:b w:val="0"/>."""
        return switch.get(f"{self.w}val", "1") not in ("0", "false", "off", "none")


_Read = Callable[[etree._Element, Where], None]


class _Runs:
    """Collects the text of one paragraph."""

    def __init__(self, reader: _Reader, builder: Builder, *, bold: bool) -> None:
        self.reader = reader
        self.builder = builder
        self.bold = bold
        self.has_text = False
        self.boxes: list[tuple[etree._Element, Where]] = []

    def read(self, element: etree._Element, where: Where) -> None:
        """Add the text of a paragraph, or of what wraps runs in it."""
        for child, place in children(element, where):
            name = name_of(child)
            if name == "r":
                self._run(child, place)
            elif name == "hyperlink":
                start = self.builder.length
                self.read(child, place)
                self.builder.link(start, self._target(child))
            elif name == "AlternateContent":
                self._first_choice(child, place, self.read)
            elif name in _KEPT:
                self.read(child, place)

    def _run(self, run: etree._Element, where: Where) -> None:
        w, builder = self.reader.w, self.builder
        vanish = run.find(f"{w}rPr/{w}vanish")
        if vanish is not None and self.reader.is_on(vanish):
            return
        bold = run.find(f"{w}rPr/{w}b")
        start = builder.length
        for child, place in children(run, where):
            self._part_of_run(child, place)
        if self.bold if bold is None else self.reader.is_on(bold):
            builder.strong(start)

    def _part_of_run(self, child: etree._Element, place: Where) -> None:
        name = name_of(child)
        if name == "t" and child.text:
            self.builder.literal(child.text, 0, place.node)
            self.has_text = True
        elif name in ("tab", "ptab"):
            self.builder.blank()
        elif name in ("br", "cr"):
            forced = child.get(f"{self.reader.w}type", "textWrapping") == "textWrapping"
            self.builder.line_break(hard=forced)
        elif name == "noBreakHyphen":
            self.builder.gap("-")
        elif name == "softHyphen":
            self.builder.hyphen()
        elif name in ("footnoteReference", "endnoteReference"):
            self.builder.note()
            self.reader.note_ids[name.removesuffix("Reference")].append(child.get(f"{self.reader.w}id", ""))
        elif name == "AlternateContent":
            self._first_choice(child, place, self._boxes_in)
        elif name in ("drawing", "pict", "object"):
            self._boxes_in(child, place)

    def _first_choice(self, element: etree._Element, where: Where, read: _Read) -> None:
        """Of the variants that a file offers for old and new programs, one."""
        for child, place in children(element, where):
            read(child, place)
            return

    def _boxes_in(self, element: etree._Element, where: Where) -> None:
        for child, place in children(element, where):
            if name_of(child) == "txbxContent":
                self.boxes.append((child, place))
            else:
                self._boxes_in(child, place)

    def _target(self, hyperlink: etree._Element) -> str:
        for name, value in hyperlink.attrib.items():
            local = str(name).rpartition("}")[2]
            if local == "id":
                return self.reader.targets.get(str(value), ("", ""))[1]
            if local == "anchor":
                return f"#{value!s}"
        return ""
