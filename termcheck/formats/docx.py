"""DOCX: what a reader of the printed document sees, with tracked changes accepted or rejected.

A piece's node is "part#path": the path, of child positions, leads XPath to the <w:t> that holds the run
("word/document.xml#/*/*[1]/*[3]/*[2]/*[1]"), and the offset counts in its text. Where rejected changes bring
deleted words back, that element is a <w:delText>.
"""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from termcheck.errors import InputError
from termcheck.formats.blocks import Block, cut
from termcheck.formats.docx_fields import Fields
from termcheck.formats.docx_parts import Package, Where, children, name_of
from termcheck.formats.docx_sections import Sections
from termcheck.formats.docx_styles import Style, Styles
from termcheck.formats.docx_text import NoteReference, Story, Text
from termcheck.formats.docx_view import View
from termcheck.formats.numbering import Numbering, led, number_of
from termcheck.formats.tracked import Tracked
from termcheck.model import Kind


def read_docx(data: bytes, *, shown: str, tracked: Tracked = Tracked.ACCEPTED) -> list[Block]:
    """The blocks of a DOCX file in reading order, then its notes and page headers. Raises InputError."""
    package = Package(data, shown)
    document = package.part(package.main)
    if document is None or name_of(document) != "document":
        raise InputError(f"{shown}: is an archive without a Word document in it")
    reader = _Reader(package, document, tracked)
    blocks = list(reader.story(document, Where(package.main, "/*")))
    return [*blocks, *reader.notes(), *reader.headers()]


class _Reader:
    """Turns the elements of a document into blocks."""

    def __init__(self, package: Package, document: etree._Element, tracked: Tracked) -> None:
        self.package = package
        self.view = View(document, tracked)
        self.parts = dict(package.relations(package.main).values())
        self.numbering = Numbering(self._part("numbering"), self.view.w)
        self.styles = Styles(self._part("styles"), self.view, self.numbering)
        self.sections = Sections(document, self._part("settings"), self.view)
        self.section = 0  # the one that is being read
        self.tables = 0
        self.references: list[NoteReference] = []

    def story(
        self, element: etree._Element, where: Where, kind: Kind = Kind.PARAGRAPH, label: str = ""
    ) -> Iterator[Block]:
        """The blocks of the body, of a cell, a note or a text box."""
        fields = Fields(on_every_page=kind is Kind.HEADER)
        story = Story(self.package, self.view, self.styles, fields, self.references)
        open_text: Text | None = None
        style = Style()
        for child, place in self._blocks(element, where):
            if name_of(child) == "tbl":
                if open_text and open_text.builder.length:
                    yield from self._finished(open_text, style, kind, label)
                open_text = None
                yield from self._table(child, place)
                continue
            text = open_text or Text(story, self.section)
            style = self.styles.of_paragraph(child)
            text.read(child, place, style)
            properties = self.view.find(child, "pPr")
            if self.view.find(properties, "sectPr") is not None:
                self.section += 1
            # A paragraph whose end is deleted goes on in the next one, which gives both its style.
            open_text = text if self.view.is_gone(self.view.find(properties, "rPr")) else None
            if open_text is None:
                hidden = self.view.switch(properties, "rPr", "vanish") and not text.builder.length
                yield from self._finished(text, replace(style, list_id="") if hidden else style, kind, label)
        if open_text and open_text.builder.length:
            yield from self._finished(open_text, style, kind, label)

    def notes(self) -> Iterator[Block]:
        """The footnotes and endnotes that the text refers to, in the order of their numbers."""
        for kind in ("footnote", "endnote"):
            root = self._part(f"{kind}s")
            if root is None:
                continue
            place = Where(self.parts[f"{kind}s"], "/*")
            found = {self.view.attribute(note, "id"): (note, at) for note, at in children(root, place)}
            references = [one for one in self.references if one.kind == kind]
            for reference, mark in zip(references, self.sections.marks(references), strict=True):
                if reference.id in found:
                    for block in self.story(*found[reference.id], Kind.FOOTNOTE, f"{kind} {mark}"):
                        yield _without_mark(replace(block, mark=mark), reference.mark)

    def headers(self) -> Iterator[Block]:
        """Page headers and footers, those of the same words once."""
        targets, seen = self.package.relations(self.package.main), set()
        for kind, relation in self.sections.headers():
            part = targets.get(relation, ("", ""))[1]
            root = self.package.part(part)
            if root is None:
                continue
            for block in self.story(root, Where(part, "/*"), Kind.HEADER, f"page {kind}"):
                if block.text not in seen and any(map(str.isalnum, block.text)):
                    seen.add(block.text)
                    yield block

    def _blocks(self, element: etree._Element, where: Where) -> Iterator[tuple[etree._Element, Where]]:
        for child, place in self.view.children(element, where):
            if name_of(child) == "body":
                yield from self._blocks(child, place)
            elif name_of(child) in ("p", "tbl"):
                yield child, place

    def _table(self, table: etree._Element, where: Where) -> Iterator[Block]:
        view = self.view
        rows = [(row, place) for row, place in view.children(table, where) if name_of(row) == "tr"]
        rows = [(row, place) for row, place in rows if not self._is_unseen(view.find(row, "trPr"))]
        if not rows:
            return
        self.tables += 1
        number = self.tables
        for row_number, (row, row_place) in enumerate(rows, start=1):
            column = 1 + number_of(view.value(row, "trPr", "gridBefore"), 0)
            for cell, place in view.children(row, row_place):
                properties = view.find(cell, "tcPr")
                if name_of(cell) != "tc" or view.is_gone(properties):
                    continue
                if not self._is_covered(properties):
                    label = f"table {number}, row {row_number}, column {column}"
                    yield from self.story(cell, place, Kind.TABLE_CELL, label)
                column += max(number_of(view.value(properties, "gridSpan"), 1), 1)

    def _is_unseen(self, properties: etree._Element | None) -> bool:
        return self.view.is_gone(properties) or bool(self.view.switch(properties, "hidden"))

    def _is_covered(self, properties: etree._Element | None) -> bool:
        """Whether a cell goes on with the one above it or to its left, and only that one's text is seen."""
        merges = (self.view.find(properties, name) for name in ("vMerge", "hMerge"))
        return any(
            merge is not None and self.view.attribute(merge, "val") in ("", "continue") for merge in merges
        )

    def _finished(self, text: Text, style: Style, kind: Kind, label: str) -> Iterator[Block]:
        mark = self.numbering.label(style.list_id, style.list_level) if style.list_id else ""
        if label:
            yield text.builder.block(kind, mark=mark, label=label)
        elif style.depth:
            yield led(text.builder.block(Kind.HEADING, depth=style.depth, mark=mark))
        else:
            yield led(text.builder.block(kind, depth=style.list_level + 1 if mark else 0, mark=mark))
        for box, place in text.boxes:
            yield from self.story(box, place, kind, label)

    def _part(self, kind: str) -> etree._Element | None:
        return self.package.part(self.parts[kind]) if kind in self.parts else None


def _without_mark(block: Block, mark: str) -> Block:
    """A note without the mark that its author typed before it."""
    if not mark or not block.text.startswith(mark):
        return block
    return cut(block, len(mark), len(block.text))
