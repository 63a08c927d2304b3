"""The text of one paragraph of an ODT file."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from termcheck.formats.blocks import Builder
from termcheck.formats.numbering import number_of
from termcheck.formats.odt.changes import Changes
from termcheck.formats.odt.styles import Style, Styles
from termcheck.formats.odt.tree import Element, Run
from termcheck.formats.symbol_fonts import PRIVATE, unicode_of

# What is not read as it stands: blanks in a row, a tabulator or the end of a line are one blank, and a sign
# of a symbol font is another.
_SPECIAL = re.compile(rf"([ \t\r\n]+|[{PRIVATE}])")
_MARKS = frozenset(("text:change", "text:change-start", "text:change-end"))
_SHOWN = frozenset(("text:s", "text:tab", "text:line-break", "text:note"))
# What stands in a paragraph and is no part of its text.
_UNREAD = frozenset(
    (
        "office:annotation", "text:ruby-text", "text:hidden-paragraph", "text:toc-mark",
        "text:user-index-mark", "text:alphabetical-index-mark", "text:script", "office:event-listeners",
        "text:page-number", "text:page-count", "text:tracked-changes",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote: its class, its mark in the text, its body."""

    kind: str
    mark: str
    body: Element | None


@dataclass(frozen=True, slots=True)
class Story:
    """What all paragraphs of a text share.

    `parted` is called where a rejected change brings the end of a paragraph back, with whether the next one
    is an item of a list there; `apart` where it brings a table back. `formula` gives the words of a formula.
    """

    part: str
    styles: Styles
    changes: Changes
    notes: list[Note]
    parted: Callable[["Text", bool], "Text"]
    apart: Callable[[Element, "Story"], None]
    formula: Callable[[Element], str]


@dataclass(slots=True)
class Text:
    """Collects the text of a paragraph, or of several that a change has made one.

    `after_blank` tells whether another blank is not seen: at the beginning, and after one, unless an element
    that shows something stands between them.
    """

    story: Story
    builder: Builder = field(default_factory=Builder)
    after_blank: bool = True
    boxes: list[Element] = field(default_factory=list)

    def read(self, element: Element, style: Style) -> "Text":
        """Add what an element holds; the text in which the reader stands after it."""
        text = self
        for child in element.children:
            if isinstance(child, Run):
                text._letters(child, style)
            else:
                text = text._element(child, style)
        return text

    def bring_back(self, deletion: Element, style: Style) -> "Text":
        """Add what was deleted, which may be several paragraphs."""
        text, after_blank = self, self.after_blank
        for number, (element, in_list) in enumerate(_deleted(deletion)):
            text.after_blank = True
            if number:
                text = self.story.parted(text, in_list)
            if element.name == "table:table":
                self.story.apart(element, self.story)
            else:
                text = text.read(element, style)
        text.after_blank = after_blank
        return text

    def _element(self, element: Element, style: Style) -> "Text":
        name, builder = element.name, self.builder
        if name in _MARKS:
            deletion = self.story.changes.pass_by(element)
            return self.bring_back(deletion, style) if deletion else self
        if name in _SHOWN or name.startswith("draw:"):
            self.after_blank = False
        if name in _UNREAD or self.story.changes.silent:
            return self
        if name == "text:s":
            builder.gap(" " * min(number_of(element.get("text:c"), 1), 80))
        elif name == "text:tab":
            builder.blank()
        elif name == "text:line-break":
            builder.line_break(hard=True)
        elif name == "text:note":
            self._note(element)
        elif name.startswith("draw:"):
            self._frame(element)
        else:
            # A span, a link, a field and the like.
            inner = self.story.styles.of_letters(element, style) if name == "text:span" else style
            if inner.hidden or _is_silent(element, style):
                return self
            start = builder.length
            text = self.read(element, inner)
            if target := element.get("xlink:href"):
                text.builder.link(start if text is self else 0, target)
            return text
        return self

    def _letters(self, run: Run, style: Style) -> None:
        """Add letters."""
        if self.story.changes.silent:  # as if it had been there, for what comes after it
            self.after_blank = run.text[-1:].isspace()
            return
        start, offset, part = self.builder.length, run.offset, self.story.part
        for words in _SPECIAL.split(run.text):
            if not words:
                continue
            unseen, self.after_blank = self.after_blank and words.isspace(), words.isspace()
            if offset < 0:
                self.builder.gap(words)
            elif not _SPECIAL.match(words):
                self.builder.literal(words, offset, part)
            elif not words.isspace():
                self.builder.gap(unicode_of(words, style.font))
            elif words[0] == " " and not unseen:
                self.builder.literal(" ", offset, part)
            elif not unseen:
                self.builder.gap()
            offset += len(words) if offset >= 0 else 0
        if style.bold:
            self.builder.strong(start)

    def _note(self, note: Element) -> None:
        citation = note.find("text:note-citation")
        own = bool(citation and citation.get("text:label"))
        mark = citation.text.strip() if citation else ""
        self.builder.note(mark if own else "")
        kind = note.get("text:note-class", "footnote")
        self.story.notes.append(Note(kind, mark, note.find("text:note-body")))

    def _frame(self, frame: Element) -> None:
        formula = self.story.formula(frame)
        self.builder.gap(formula)
        if not formula:
            self.boxes.append(frame)


def _is_silent(element: Element, style: Style) -> bool:
    """Whether nothing of a field is text: the mark of a note that is referred to again is as little as it."""
    if element.name == "text:note-ref":
        return style.raised
    return element.name == "text:hidden-text" and element.get("text:is-hidden") != "false"


def _deleted(deletion: Element) -> Iterator[tuple[Element, bool]]:
    """The paragraphs and tables of a deletion, and whether they are items of a list."""
    for element in deletion.elements():
        if element.name in ("text:p", "text:h", "table:table"):
            yield element, False
        elif element.name in ("text:list", "text:list-item", "text:list-header", "text:section"):
            yield from ((inner, element.name != "text:section") for inner, _ in _deleted(element))
