"""The styles of a DOCX file: which rank, list and weight a paragraph has by its style and by itself."""

from dataclasses import dataclass

from lxml import etree

from termcheck.formats.docx_view import View
from termcheck.formats.numbering import Numbering, number_of
from termcheck.formats.style_names import rank_in_name

_BODY_TEXT = 9  # the outline level that says "no heading"


@dataclass(frozen=True, slots=True)
class Style:
    """What is known of a paragraph: the rank of a heading (0: none), its list and the level there, from 0."""

    depth: int = 0
    list_id: str = ""
    list_level: int = 0
    bold: bool = False
    hidden: bool = False
    font: str = ""


class Styles:
    """The styles of a document, each with what it takes over from the one that it is based on."""

    def __init__(self, root: etree._Element | None, view: View, numbering: Numbering) -> None:
        self._view = view
        self._numbering = numbering
        self._elements: dict[str, etree._Element] = {}
        self._styles: dict[str, Style] = {}
        self._default = ""
        for style in root.iterchildren(f"{view.w}style") if root is not None else ():
            name = view.attribute(style, "styleId")
            self._elements[name] = style
            if view.attribute(style, "default") in ("1", "true", "on"):
                kind = view.attribute(style, "type")
                self._default = name if kind == "paragraph" else self._default

    def of_paragraph(self, paragraph: etree._Element) -> Style:
        """The style of a paragraph, refined by what it says of itself."""
        properties = self._view.properties(paragraph, "pPr")
        name = self._view.value(properties, "pStyle") or self._default
        return self._refined(properties, None, self._named(name))

    def of_run(self, run: etree._Element, around: Style) -> Style:
        """The look of a run in a paragraph."""
        view = self._view
        properties = view.properties(run, "rPr")
        if properties is None:
            return around
        named = self._named(view.value(properties, "rStyle"))
        bold, hidden = view.switch(properties, "b"), view.switch(properties, "vanish")
        return Style(
            # A style of letters in bold within one of paragraphs in bold stands out by being light.
            bold=around.bold != named.bold if bold is None else bold,
            hidden=around.hidden != named.hidden if hidden is None else hidden,
            font=self._font(properties) or named.font or around.font,
        )

    def _named(self, name: str, above: tuple[str, ...] = ()) -> Style:
        if name not in self._elements or name in above:  # a style based on itself is met in the wild
            return Style()
        if name not in self._styles:
            view, element = self._view, self._elements[name]
            base = self._named(view.value(element, "basedOn"), (*above, name))
            style = self._refined(
                view.find(element, "pPr"),
                view.find(element, "rPr"),
                base,
                view.value(element, "name"),
                style_id=name,
            )
            self._styles[name] = style
        return self._styles[name]

    def _refined(
        self,
        paragraph: etree._Element | None,
        run: etree._Element | None,
        base: Style,
        name: str = "",
        *,
        style_id: str = "",
    ) -> Style:
        """What properties of a paragraph and of its letters add to the style that they are based on."""
        view = self._view
        bold, hidden = view.switch(run, "b"), view.switch(run, "vanish")
        list_id, list_level = self._list(paragraph, base, style_id)
        return Style(
            self._depth(paragraph, base, name),
            list_id,
            list_level,
            base.bold if bold is None else bold,
            base.hidden if hidden is None else hidden,
            self._font(run) or base.font,
        )

    def _depth(self, paragraph: etree._Element | None, base: Style, name: str) -> int:
        level = self._view.value(paragraph, "outlineLvl")
        if level:
            at = number_of(level, _BODY_TEXT)
            return at + 1 if 0 <= at < _BODY_TEXT else 0
        return rank_in_name(name) or base.depth

    def _list(self, paragraph: etree._Element | None, base: Style, style_id: str) -> tuple[str, int]:
        numbered = self._view.find(paragraph, "numPr")
        if numbered is None or (self._view.rejects and self._view.find(numbered, "ins") is not None):
            return base.list_id, base.list_level
        list_id = self._view.value(numbered, "numId") or base.list_id
        level = number_of(self._view.value(numbered, "ilvl"), base.list_level)
        if style_id:  # a style has the level of its list that names it, whatever it says itself
            level = self._numbering.level_of(list_id, style_id, level)
        return ("" if list_id == "0" else list_id), level

    def _font(self, run: etree._Element | None) -> str:
        fonts = self._view.find(run, "rFonts")
        return "" if fonts is None else self._view.attribute(fonts, "ascii")
