"""The text of one paragraph of an ODT file."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from termcheck.formats.blocks import Builder
from termcheck.formats.numbering import number_of
from termcheck.formats.odt.changes import Changes
from termcheck.formats.odt.styles import Style, Styles
from termcheck.formats.odt.tree import Element, Run

_BLANKS = re.compile(r"([ \t\r\n]+)")
_MARKS = frozenset(("text:change", "text:change-start", "text:change-end"))
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
    """A footnote or endnote: its class, the mark in the text and that of the author, its body."""

    kind: str
    mark: str
    own: bool
    body: Element | None


@dataclass(frozen=True, slots=True)
class Story:
    """What all paragraphs of a text share."""

    part: str
    styles: Styles
    changes: Changes
    notes: list[Note]


@dataclass(slots=True)
class Text:
    """Collects the text of a paragraph, or of several that a change has made one.

    `parted` is called where a rejected change brings the end of a paragraph back.
    """

    story: Story
    parted: Callable[["Text"], "Text"]
    builder: Builder = field(default_factory=Builder)
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

    def _element(self, element: Element, style: Style) -> "Text":
        name, builder = element.name, self.builder
        if name in _MARKS:
            deletion = self.story.changes.pass_by(element)
            return self._bring_back(deletion, style) if deletion else self
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
            self.boxes.append(element)
        elif name == "text:hidden-text" and element.get("text:is-hidden") != "false":
            return self
        else:
            return self._within(element, style)
        return self

    def _within(self, element: Element, style: Style) -> "Text":
        """Add the text of a span, a link, a field and the like."""
        inner = self.story.styles.of_letters(element, style) if element.name == "text:span" else style
        if inner.hidden:
            return self
        start = self.builder.length
        text = self.read(element, inner)
        if target := element.get("xlink:href"):
            text.builder.link(start if text is self else 0, target)
        return text

    def _letters(self, run: Run, style: Style) -> None:
        """Add letters; several blanks, a tabulator and the end of a line are one blank in ODF."""
        if self.story.changes.silent:
            return
        start, offset = self.builder.length, run.offset
        for part in _BLANKS.split(run.text):
            if not _BLANKS.match(part):
                self.builder.literal(part, offset, self.story.part)
            elif part[0] == " " and not self.builder.ends_in_blank:
                self.builder.literal(" ", offset, self.story.part)
            else:
                self.builder.blank()
            offset += len(part)
        if style.bold:
            self.builder.strong(start)

    def _note(self, note: Element) -> None:
        citation = note.find("text:note-citation")
        own = bool(citation and citation.get("text:label"))
        mark = citation.text.strip() if citation else ""
        self.builder.note(mark if own else "")
        kind = note.get("text:note-class", "footnote")
        self.story.notes.append(Note(kind, mark, own, note.find("text:note-body")))

    def _bring_back(self, deletion: Element, style: Style) -> "Text":
        """Add what was deleted, which may be several paragraphs."""
        text = self
        for number, paragraph in enumerate(deletion.elements("text:p", "text:h")):
            if number:
                text = text.parted(text)
            text = text.read(paragraph, style)
        return text
