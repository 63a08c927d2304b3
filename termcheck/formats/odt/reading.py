"""ODT: what a reader of the printed document sees, with tracked changes accepted or rejected.

A piece's node is the part that holds it ("content.xml"), its offset counts in the text of that part.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from termcheck.formats.blocks import Block
from termcheck.formats.numbering import led, number_of
from termcheck.formats.odt.changes import Changes
from termcheck.formats.odt.lists import Counters, Lists
from termcheck.formats.odt.package import CONTENT, STYLES, Package
from termcheck.formats.odt.styles import Style, Styles
from termcheck.formats.odt.text import Note, Story, Text
from termcheck.formats.odt.tree import Element
from termcheck.formats.tracked import Tracked
from termcheck.model import Kind

_PARAGRAPHS = ("text:p", "text:h")
_LISTS = ("text:list-header", "text:list-item")
_ROWS = ("table:table-header-rows", "table:table-rows", "table:table-row-group")
_HOLDERS = (
    "text:numbered-paragraph",
    "text:section",
    "text:index-body",
    "text:table-of-content",
    "text:alphabetical-index",
    "text:index-title",
)
_HEADERS = ("style:header", "style:header-left", "style:header-first")
_FOOTERS = ("style:footer", "style:footer-left", "style:footer-first")
_MOST_REPEATED = 1000  # columns


def blocks_of(package: Package, tracked: Tracked) -> list[Block]:
    """The blocks of a document in reading order, then its notes and page headers."""
    reader = _Reader(package, tracked)
    text = package.roots[CONTENT].find("office:body", "office:text")
    assert text is not None
    blocks = list(reader.story(text, CONTENT))
    return [*blocks, *reader.notes(), *reader.headers()]


@dataclass(frozen=True, slots=True)
class _Item:
    """The item of a list that a paragraph begins, if it does."""

    counters: Counters
    level: int
    start: str = ""


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds of all that stands in a cell, a note, a list: its kind, its name, its list and level."""

    kind: Kind = Kind.PARAGRAPH
    label: str = ""
    counters: Counters | None = None
    level: int = 0


class _Reader:
    def __init__(self, package: Package, tracked: Tracked) -> None:
        self.package = package
        roots = dict.fromkeys(map(id, package.roots.values()))
        trees = [root for root in package.roots.values() if roots.pop(id(root), ...) is None]
        self.styles = Styles(*trees)
        self.lists = Lists(*trees)
        body = package.roots[CONTENT].find("office:body", "office:text")
        self.changes = Changes.of(body, tracked) if body else Changes()
        self.tables = 0
        self.found: list[Note] = []
        self._open: tuple[Text, Style, str] | None = None  # a paragraph that goes on in the next one
        self._ready: list[Block] = []  # paragraphs that were finished within another

    def story(self, element: Element, part: str, around: _Around | None = None) -> Iterator[Block]:
        """The blocks of the body, of a cell, a note, a header or a text box."""
        shared = Story(part, self.styles, self.changes, self.found)
        yield from self._blocks(element, shared, around or _Around())
        if self._open:
            text, style, mark = self._open
            self._open = None
            if text.builder.length:
                yield from self._finished(text, style, mark, around or _Around())

    def notes(self) -> Iterator[Block]:
        """The footnotes and then the endnotes, in the order of their numbers."""
        for kind in ("footnote", "endnote"):
            for note in [one for one in self.found if one.kind == kind]:
                if note.body:
                    around = _Around(Kind.FOOTNOTE, f"{kind} {note.mark}")
                    for block in self.story(note.body, CONTENT, around):
                        yield replace(block, mark=note.mark)

    def headers(self) -> Iterator[Block]:
        """Page headers and footers, those of the same words once."""
        root, seen = self.package.roots.get(STYLES), set[str]()
        masters = root.find("office:master-styles") if root else None
        for page in masters.elements("style:master-page") if masters else ():
            for element in page.elements(*_HEADERS, *_FOOTERS):
                name = "header" if element.name in _HEADERS else "footer"
                if element.get("style:display") == "false":
                    continue
                for block in self.story(element, STYLES, _Around(Kind.HEADER, f"page {name}")):
                    if block.text not in seen and any(map(str.isalnum, block.text)):
                        seen.add(block.text)
                        yield block

    def _blocks(self, element: Element, story: Story, around: _Around) -> Iterator[Block]:
        for child in element.elements():
            if child.name in _PARAGRAPHS:
                yield from self._paragraph(child, story, around, None)
            elif child.name == "text:list":
                yield from self._list(child, story, around)
            elif child.name == "table:table":
                yield from self._table(child, story)
            elif child.name.startswith("draw:"):
                yield from self._boxes([child], story, around)
            elif child.name in ("text:change", "text:change-start", "text:change-end"):
                self._pass_by(child, story)
            elif child.name in _HOLDERS and child.get("text:display") != "none":
                yield from self._blocks(child, story, around)

    def _pass_by(self, mark: Element, story: Story) -> None:
        """Pass by the mark of a change between two paragraphs."""
        deletion = self.changes.pass_by(mark)
        for paragraph in deletion.elements(*_PARAGRAPHS) if deletion else ():
            text = Text(story, self._parted).read(paragraph, Style())
            self._ready.append(text.builder.block(Kind.PARAGRAPH))

    def _list(self, element: Element, story: Story, around: _Around) -> Iterator[Block]:
        style = element.get("text:style-name")
        level = around.level + 1
        if around.counters is None:
            counters = self.lists.begin(element, style)
        else:
            counters = replace(around.counters, style=style or around.counters.style)
        inside = replace(around, counters=counters, level=level)
        for item in element.elements(*_LISTS):
            start = item.get("text:start-value")
            own: _Item | None = _Item(counters, level, start) if item.name == "text:list-item" else None
            for child in item.elements():
                if child.name in _PARAGRAPHS:
                    yield from self._paragraph(child, story, inside, own)
                    own = None
                else:
                    yield from self._blocks(replace(item, children=[child]), story, inside)

    def _paragraph(
        self, element: Element, story: Story, around: _Around, item: _Item | None
    ) -> Iterator[Block]:
        style = self.styles.of_paragraph(element)
        level = number_of(element.get("text:outline-level"), 0) if element.name == "text:h" else 0
        if level:
            style = replace(style, rank=level)
        if self._open:
            text, _, mark = self._open
        else:
            text, mark = Text(story, self._parted), self._mark(element, level, item)
        text = text.read(element, style)
        self._open = None
        if self.changes.silent:  # the end of the paragraph was inserted: without it, it goes on in the next
            self._open = text, style, mark
            return
        yield from self._ready
        self._ready.clear()
        if not style.hidden:
            yield from self._finished(text, style, mark, around)

    def _parted(self, text: Text) -> Text:
        """Finish a paragraph whose end was deleted, and begin the next one."""
        self._ready.append(text.builder.block(Kind.PARAGRAPH))
        return Text(text.story, self._parted)

    def _mark(self, element: Element, level: int, item: _Item | None) -> str:
        if item:
            return self.lists.label(item.counters, item.level, item.start)
        if level and element.get("text:is-list-header") != "true":
            return self.lists.label(self.lists.outline, level, element.get("text:start-value"))
        return ""

    def _finished(self, text: Text, style: Style, mark: str, around: _Around) -> Iterator[Block]:
        if around.label:
            yield text.builder.block(around.kind, mark=mark, label=around.label)
        elif style.rank:
            yield led(text.builder.block(Kind.HEADING, depth=style.rank, mark=mark))
        else:
            yield led(text.builder.block(around.kind, depth=around.level if mark else 0, mark=mark))
        yield from self._boxes(text.boxes, text.story, around)

    def _boxes(self, frames: list[Element], story: Story, around: _Around) -> Iterator[Block]:
        """The texts in frames and shapes; a table or a list around them does not hold of them."""
        for frame in frames:
            boxes = [box for box in frame.iter() if box.name == "draw:text-box"] or [frame]
            for box in boxes:
                yield from self._blocks(box, story, replace(around, counters=None, level=0))

    def _table(self, table: Element, story: Story) -> Iterator[Block]:
        rows = list(_rows(table))
        if not rows:
            return
        self.tables += 1
        number = self.tables
        for row_number, row in enumerate(rows, start=1):
            column = 1
            for cell in row.elements("table:table-cell", "table:covered-table-cell"):
                if cell.name == "table:table-cell":
                    label = f"table {number}, row {row_number}, column {column}"
                    yield from self._blocks(cell, story, _Around(Kind.TABLE_CELL, label))
                column += min(number_of(cell.get("table:number-columns-repeated"), 1), _MOST_REPEATED)


def _rows(table: Element) -> Iterator[Element]:
    for child in table.elements():
        if child.name == "table:table-row":
            if child.get("table:visibility") not in ("collapse", "filter"):
                yield child
        elif child.name in _ROWS:
            yield from _rows(child)
