"""ODT: what a reader of the printed document sees, with tracked changes accepted or rejected.

A piece's node is the part that holds it ("content.xml"), its offset counts in the text of that part.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from termcheck.formats.blocks import Block
from termcheck.formats.numbering import led, number_of
from termcheck.formats.odt.changes import Changes
from termcheck.formats.odt.formulas import formula_in
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
_INDEXES = frozenset(
    (
        "text:table-of-content", "text:alphabetical-index", "text:illustration-index", "text:table-index",
        "text:object-index", "text:user-index", "text:bibliography",
    )
)  # fmt: skip
_HOLDERS = _INDEXES | {"text:section", "text:index-body", "text:index-title"}
_HEADERS = ("style:header", "style:header-left", "style:header-first")
_FOOTERS = ("style:footer", "style:footer-left", "style:footer-first")
_MOST_REPEATED = 1000  # rows or columns


def blocks_of(package: Package, tracked: Tracked) -> list[Block]:
    """The blocks of a document in reading order, then its notes, and page headers of the same words once."""
    reader = _Reader(package, tracked)
    blocks = list(reader.story(package.body, CONTENT))
    notes, headers = list(reader.notes()), dict[str, Block]()
    for block in reader.headers():
        headers.setdefault(block.text, block)
    return [*blocks, *notes, *headers.values()]


def headers_of(package: Package) -> list[Block]:
    """All page headers and footers, those of the same words too."""
    return list(_Reader(package, Tracked.ACCEPTED).headers())


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


@dataclass(frozen=True, slots=True)
class _Open:
    """A paragraph that is being read, all but its words."""

    style: Style
    mark: str
    around: _Around


class _Reader:
    def __init__(self, package: Package, tracked: Tracked) -> None:
        self.package = package
        self.styles, self.lists = Styles(*package.trees), Lists(*package.trees)
        self.changes = {part: Changes.of(root, tracked) for part, root in package.roots.items()}
        self.tables = 0
        self.found: list[Note] = []
        self._open = _Open(Style(), "", _Around())
        self._unended: Text | None = None  # whose paragraph goes on in the next one
        self._ready: list[Block] = []  # paragraphs and tables that a rejected change has brought back

    def story(self, element: Element, part: str, around: _Around | None = None) -> Iterator[Block]:
        """The blocks of the body, of a cell, a note, a header or a text box."""
        around = around or _Around()
        formula = self.package.formula
        shared = Story(
            part, self.styles, self.changes[part], self.found, self._parted, self._apart,
            lambda frame: formula_in(frame, formula),
        )  # fmt: skip
        yield from self._blocks(element, shared, around)
        if self._unended and self._unended.builder.length:
            yield from self._finished(self._unended)
        self._unended = None

    def notes(self) -> Iterator[Block]:
        """The footnotes and then the endnotes, in the order of their numbers."""
        for kind in ("footnote", "endnote"):
            for note in [one for one in self.found if one.kind == kind]:
                if note.body:
                    around = _Around(Kind.FOOTNOTE, f"{kind} {note.mark}")
                    for block in self.story(note.body, CONTENT, around):
                        yield replace(block, mark=note.mark)

    def headers(self) -> Iterator[Block]:
        """Page headers and footers."""
        root = self.package.roots.get(STYLES)
        masters = root.find("office:master-styles") if root else None
        for page in masters.elements("style:master-page") if masters else ():
            for element in page.elements(*_HEADERS, *_FOOTERS):
                name = "header" if element.name in _HEADERS else "footer"
                if element.get("style:display") != "false":
                    blocks = self.story(element, STYLES, _Around(Kind.HEADER, f"page {name}"))
                    yield from (block for block in blocks if any(map(str.isalnum, block.text)))

    def _blocks(self, element: Element, story: Story, around: _Around) -> Iterator[Block]:
        for child in element.elements():
            if child.name in _PARAGRAPHS:
                yield from self._paragraph(child, story, around, None)
            elif child.name == "text:list":
                yield from self._list(child, story, around)
            elif child.name == "text:numbered-paragraph":
                yield from self._numbered(child, story, around)
            elif child.name == "table:table":
                yield from self._table(child, story)
            elif child.name.startswith("draw:"):
                yield from self._box(child, story, around)
            elif child.name in ("text:change", "text:change-start", "text:change-end"):
                yield from self._pass_by(child, story, around)
            elif child.name in _HOLDERS and not _is_hidden(child):
                yield from self._blocks(child, story, around)

    def _pass_by(self, mark: Element, story: Story, around: _Around) -> Iterator[Block]:
        """Pass by the mark of a change between two paragraphs."""
        if deletion := story.changes.pass_by(mark):
            self._open = _Open(Style(), "", around)
            yield from self._finished(Text(story).bring_back(deletion, Style()))

    def _list(self, element: Element, story: Story, around: _Around) -> Iterator[Block]:
        style = element.get("text:style-name")
        if around.counters is None:
            counters = self.lists.begin(element, style or self._style_of_items(element))
        else:
            counters = replace(around.counters, style=style or around.counters.style)
        inside = replace(around, counters=counters, level=around.level + 1)
        for item in element.elements(*_LISTS):
            own: _Item | None = None
            if item.name == "text:list-item":
                own = _Item(counters, inside.level, item.get("text:start-value"))
            for child in item.elements():
                if child.name in _PARAGRAPHS:
                    yield from self._paragraph(child, story, inside, own)
                    own = None
                else:
                    yield from self._blocks(replace(item, children=[child]), story, inside)

    def _style_of_items(self, element: Element) -> str:
        """The style of a list that has none of its own: that of the paragraphs in it."""
        paragraphs = (one for item in element.elements(*_LISTS) for one in item.elements(*_PARAGRAPHS))
        return next((self.styles.of_paragraph(one).list_style or "" for one in paragraphs), "")

    def _numbered(self, element: Element, story: Story, around: _Around) -> Iterator[Block]:
        """A paragraph that says by itself of which list it is an item."""
        counters = self.lists.numbered(element.get("text:list-id"), element.get("text:style-name"))
        level = max(number_of(element.get("text:level"), 1), 1)
        inside = replace(around, counters=counters, level=level)
        for child in element.elements(*_PARAGRAPHS):
            item = _Item(counters, level, element.get("text:start-value"))
            yield from self._paragraph(child, story, inside, item)

    def _paragraph(
        self, element: Element, story: Story, around: _Around, item: _Item | None
    ) -> Iterator[Block]:
        style = self.styles.of_paragraph(element)
        level = number_of(element.get("text:outline-level"), 0) if element.name == "text:h" else 0
        if level:
            style = replace(style, rank=level)
        text, self._unended = self._unended, None
        mark = self._open.mark if text else self._mark(element, style, level, item)
        self._open = _Open(style, mark, around)
        text = (text or Text(story)).read(element, style)
        if story.changes.silent:  # the end of the paragraph was inserted: without it, it goes on in the next
            self._unended = text
        elif style.hidden or _is_conditional(element):
            yield from self._brought_back()
        else:
            yield from self._finished(text)

    def _mark(self, element: Element, style: Style, level: int, item: _Item | None) -> str:
        """The label that is counted for a paragraph."""
        if item:
            return self.lists.label(item.counters, item.level, item.start)
        if not level or element.get("text:is-list-header") == "true" or style.list_style == "":
            return ""
        if element.get("text:restart-numbering") == "true":
            self.lists.outline.numbers.pop(level, None)
        return self.lists.label(self.lists.outline, level, element.get("text:start-value"))

    def _parted(self, text: Text, in_list: bool) -> Text:
        """Finish a paragraph whose end was deleted, and begin the next one, which is of its kind."""
        around = self._open.around
        self._ready.append(self._block(text))
        counted = in_list and around.counters is not None
        mark = self.lists.label(around.counters, around.level) if counted and around.counters else ""
        self._open = replace(self._open, mark=mark)
        return Text(text.story, boxes=text.boxes)

    def _apart(self, table: Element, story: Story) -> None:
        """Read a table that was deleted between two paragraphs."""
        opened, ready = self._open, self._ready
        self._ready = []
        blocks = list(self._table(table, story))
        self._open, self._ready = opened, [*ready, *blocks]

    def _brought_back(self) -> Iterator[Block]:
        ready, self._ready = self._ready, []
        yield from ready

    def _finished(self, text: Text) -> Iterator[Block]:
        yield from self._brought_back()
        yield self._block(text)
        around = self._open.around
        for frame in text.boxes:
            yield from self._box(frame, text.story, around)

    def _block(self, text: Text) -> Block:
        style, mark, around = self._open.style, self._open.mark, self._open.around
        if around.label:
            return text.builder.block(around.kind, mark=mark, label=around.label)
        if style.rank:
            return led(text.builder.block(Kind.HEADING, depth=style.rank, mark=mark))
        return led(text.builder.block(around.kind, depth=around.level if mark else 0, mark=mark))

    def _box(self, frame: Element, story: Story, around: _Around) -> Iterator[Block]:
        """The texts in a frame or shape; a list around it does not hold of them."""
        yield from self._blocks(frame, story, replace(around, counters=None, level=0))

    def _table(self, table: Element, story: Story) -> Iterator[Block]:
        rows = list(_rows(table))
        if not rows:
            return
        self.tables += 1
        number, row_number = self.tables, 1
        for row in rows:
            column = 1
            for cell in row.elements("table:table-cell", "table:covered-table-cell"):
                if cell.name == "table:table-cell":
                    label = f"table {number}, row {row_number}, column {column}"
                    yield from self._blocks(cell, story, _Around(Kind.TABLE_CELL, label))
                column += _repeated(cell, "table:number-columns-repeated")
            row_number += _repeated(row, "table:number-rows-repeated")


def _rows(table: Element) -> Iterator[Element]:
    for child in table.elements():
        if child.name == "table:table-row":
            if child.get("table:visibility") not in ("collapse", "filter"):
                yield child
        elif child.name in _ROWS:
            yield from _rows(child)


def _repeated(element: Element, attribute: str) -> int:
    return min(max(number_of(element.get(attribute), 1), 1), _MOST_REPEATED)


def _is_conditional(paragraph: Element) -> bool:
    """Whether a field in a paragraph says that it is not shown."""
    return any(one.get("text:is-hidden") == "true" for one in paragraph.elements("text:hidden-paragraph"))


def _is_hidden(section: Element) -> bool:
    return section.get("text:display") == "none" or section.get("text:is-hidden") == "true"
