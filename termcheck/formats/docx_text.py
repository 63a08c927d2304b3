"""The text of one paragraph of a DOCX file, run by run."""

import re
from dataclasses import dataclass, field

from lxml import etree

from termcheck.formats.blocks import Builder
from termcheck.formats.docx_fields import Fields
from termcheck.formats.docx_parts import Package, Where, name_of
from termcheck.formats.docx_styles import Style, Styles
from termcheck.formats.docx_view import View
from termcheck.formats.symbol_fonts import PRIVATE, unicode_of

# What is not read as it stands: a line end is a blank, with those around it, a sign of a symbol font another.
_SPECIAL = re.compile(rf"( *[\t\r\n][ \t\r\n]*|[{PRIVATE}])")
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
# How parts of a formula are told apart in a line: the denominator, a power, brackets.
_IN_A_LINE = {"den": ("/", ""), "sup": ("^", ""), "d": ("(", ")")}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


@dataclass(frozen=True, slots=True)
class NoteReference:
    """Where the text refers to a note; `mark` is the author's own one, "" for a number."""

    kind: str
    id: str
    section: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A text of its own: the body, a cell, a note, a text box. Its fields may span its paragraphs."""

    package: Package
    view: View
    styles: Styles
    fields: Fields
    notes: list[NoteReference]


@dataclass(slots=True)
class Text:
    """Collects the text of a paragraph, or of several whose ends were deleted."""

    story: Story
    section: int
    builder: Builder = field(default_factory=Builder)
    boxes: list[tuple[etree._Element, Where]] = field(default_factory=list)

    def read(self, paragraph: etree._Element, where: Where, style: Style) -> None:
        """Add the text of a paragraph of a style."""
        for one in self.story.fields.end_paragraph():
            one.start = self.builder.length
        self._inline(paragraph, where, style)
        for one in self.story.fields.end_paragraph():
            self._link(one.start, one.target)

    def _inline(self, element: etree._Element, where: Where, style: Style) -> None:
        fields, builder = self.story.fields, self.builder
        for child, place in self.story.view.children(element, where):
            name = name_of(child)
            if name == "r":
                self._run(child, place, style)
            elif name == "hyperlink":
                start = builder.length
                self._inline(child, place, style)
                self._link(start, self._target(child, place))
            elif name == "fldSimple":
                fields.begin(self.story.view.attribute(child, "instr"))
                fields.separate(builder.length)
                self._inline(child, place, style)
                self._end_field()
            elif name in ("oMath", "oMathPara") and not fields.silent:
                builder.gap(self._formula(child, place))
            elif name in ("ruby", "rubyBase"):
                self._inline(child, place, style)

    def _run(self, run: etree._Element, where: Where, style: Style) -> None:
        look = self.story.styles.of_run(run, style)
        start, marked = self.builder.length, ""
        for child, place in self.story.view.children(run, where):
            name = name_of(child)
            if name == "fldChar":
                self._field(self.story.view.attribute(child, "fldCharType"))
            elif name in ("instrText", "delInstrText"):
                self.story.fields.instruct(child.text or "")
            elif look.hidden or self.story.fields.silent:
                continue
            elif name in _NOTES:
                marked = self._refer(child, run, _NOTES[name])
            elif not marked:
                self._part_of_run(child, place, look)
        if look.bold:
            self.builder.strong(start)

    def _part_of_run(self, child: etree._Element, place: Where, look: Style) -> None:
        name, view, builder = name_of(child), self.story.view, self.builder
        if name in ("t", "delText"):
            self._literal(child, place, look.font)
        elif name in ("tab", "ptab"):
            builder.blank()
        elif name in ("br", "cr"):
            builder.line_break(hard=view.attribute(child, "type") in ("", "textWrapping"))
        elif name == "noBreakHyphen":
            builder.gap("-")
        elif name == "softHyphen":
            builder.hyphen()
        elif name == "sym":
            builder.gap(_symbol(child, view))
        elif name == "ruby":
            self._inline(child, place, look)
        elif name in ("drawing", "pict", "object"):
            self._find_boxes(child, place)

    def _literal(self, element: etree._Element, where: Where, font: str) -> None:
        """Add the letters of an element; blanks at its ends count where the file says that they do."""
        text = element.text or ""
        if text and (text[0] in " \t\r\n" or text[-1] in " \t\r\n") and not _preserves(element):
            text = text.rstrip(" \t\r\n")
            offset = len(text)
            text = text.lstrip(" \t\r\n")
            offset -= len(text)
        else:
            offset = 0
        for part in _SPECIAL.split(text):
            if not _SPECIAL.match(part):
                self.builder.literal(part, offset, where.node)
            elif part.isspace():
                self.builder.blank()
            else:
                self.builder.gap(unicode_of(part, font))
            offset += len(part)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.story.fields.begin()
        elif kind == "separate":
            self.story.fields.separate(self.builder.length)
        elif kind == "end":
            self._end_field()

    def _end_field(self) -> None:
        one = self.story.fields.end()
        if one and one.in_result:
            self._link(one.start, one.target)

    def _link(self, start: int, target: str) -> None:
        if target:
            self.builder.link(start, target)

    def _refer(self, reference: etree._Element, run: etree._Element, kind: str) -> str:
        """Note a reference; the mark that the author gave it himself, "" for a number.

        Such a mark follows in the same run: it is no more text than a number would be.
        """
        view, mark = self.story.view, ""
        if view.attribute(reference, "customMarkFollows") in ("1", "true", "on"):
            for part in run:
                mark += (part.text or "") if name_of(part) == "t" else ""
                mark += _symbol(part, view) if name_of(part) == "sym" else ""
        note = NoteReference(kind, view.attribute(reference, "id"), self.section, mark.strip())
        self.story.notes.append(note)
        self.builder.note(note.mark)
        return note.mark

    def _find_boxes(self, element: etree._Element, where: Where) -> None:
        for child, place in self.story.view.children(element, where):
            if name_of(child) == "txbxContent":
                self.boxes.append((child, place))
            else:
                self._find_boxes(child, place)

    def _formula(self, element: etree._Element, where: Where) -> str:
        """A formula in a line. It has no pieces: nothing is corrected within it."""
        text = ""
        for child, place in self.story.view.children(element, where):
            name = name_of(child)
            if name == "t":
                text += child.text or ""
            elif not name.endswith("Pr") and not self._is_deleted(child):
                inner = self._formula(child, place)
                before, after = _IN_A_LINE.get(name, ("", "")) if inner else ("", "")
                text += before + inner + after
        return text

    def _is_deleted(self, run: etree._Element) -> bool:
        return self.story.view.is_gone(self.story.view.find(run, "rPr"))

    def _target(self, hyperlink: etree._Element, where: Where) -> str:
        """Where a hyperlink leads: the address, and a place in it or in this document."""
        address = place = ""
        for name, value in hyperlink.attrib.items():
            local = str(name).rpartition("}")[2]
            if local == "id":
                address = self.story.package.relations(where.part).get(str(value), ("", ""))[1]
            elif local in ("anchor", "docLocation"):
                place = f"#{value!s}"
        return address + place


def _symbol(element: etree._Element, view: View) -> str:
    number = view.attribute(element, "char")
    letter = chr(int(number, 16)) if re.fullmatch("[0-9A-Fa-f]{1,4}", number) else ""
    return unicode_of(letter, view.attribute(element, "font")) if letter else ""


def _preserves(element: etree._Element) -> bool:
    found: etree._Element | None = element
    while found is not None:
        space = found.get(_PRESERVE)
        if space is not None:
            return space == "preserve"
        found = found.getparent()
    return False
