"""The styles of an ODT file: which rank a paragraph has, which letters are bold, what is hidden."""

from dataclasses import dataclass, replace

from termcheck.formats.odt.tree import Element
from termcheck.formats.style_names import rank_in_name

_BOLD = frozenset(("bold", "600", "700", "800", "900"))


@dataclass(frozen=True, slots=True)
class Style:
    """What is known of a paragraph or of letters: the rank of a heading by the style's name, 0 for none."""

    rank: int = 0
    bold: bool = False
    hidden: bool = False
    list_style: str = ""


class Styles:
    """The styles of a document by family and name, each with what it takes over from its parent."""

    def __init__(self, *roots: Element) -> None:
        self._elements = {
            (style.get("style:family"), style.get("style:name")): style
            for root in roots
            for holder in root.elements("office:styles", "office:automatic-styles")
            for style in holder.elements("style:style")
        }
        self._known: dict[tuple[str, str], Style] = {}

    def of_paragraph(self, element: Element) -> Style:
        """The style of a paragraph or heading."""
        return self._named("paragraph", element.get("text:style-name"))

    def of_letters(self, element: Element, around: Style) -> Style:
        """The style of letters in some others."""
        properties = self._elements.get(("text", element.get("text:style-name")))
        return around if properties is None else self._refined(properties, around)

    def is_hidden(self, family: str, name: str) -> bool:
        """Whether what bears a style is not shown."""
        return self._named(family, name).hidden

    def _named(self, family: str, name: str, above: tuple[str, ...] = ()) -> Style:
        key = family, name
        if key not in self._elements or name in above:
            return Style()
        if key not in self._known:
            element = self._elements[key]
            parent = self._named(family, element.get("style:parent-style-name"), (*above, name))
            self._known[key] = self._refined(element, parent)
        return self._known[key]

    def _refined(self, element: Element, base: Style) -> Style:
        letters = element.find("style:text-properties")
        weight = letters.get("fo:font-weight") if letters else ""
        display = letters.get("text:display") if letters else ""
        name = element.get("style:display-name") or element.get("style:name").replace("_20_", " ")
        return replace(
            base,
            rank=rank_in_name(name) or base.rank,
            bold=weight in _BOLD if weight else base.bold,
            hidden=display == "none" if display else base.hidden,
            list_style=element.get("style:list-style-name", base.list_style),
        )
