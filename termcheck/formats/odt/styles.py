"""The styles of an ODT file: which rank a paragraph has, which letters are bold, what is hidden."""

from dataclasses import dataclass, replace

from termcheck.formats.odt.tree import Element
from termcheck.formats.style_names import rank_in_name

_BOLD = frozenset(("bold", "600", "700", "800", "900"))
_MOST_ANCESTORS = 50
_STYLES = ("office:styles", "office:automatic-styles")


@dataclass(frozen=True, slots=True)
class Style:
    """What is known of a paragraph or of letters: the rank of a heading by the style's name, 0 for none.

    `list_style` is None where nothing is said of a list, "" where there is to be none. `raised` letters stand
    above the line.
    """

    rank: int = 0
    bold: bool = False
    hidden: bool = False
    raised: bool = False
    font: str = ""
    list_style: str | None = None


class Styles:
    """The styles of a document by family and name, each with what it takes over from its parent."""

    def __init__(self, *roots: Element) -> None:
        holders = [holder for root in roots for holder in root.elements(*_STYLES)]
        self._elements = {
            (style.get("style:family"), style.get("style:name")): style
            for holder in holders
            for style in holder.elements("style:style")
        }
        self._fonts = {
            face.get("style:name"): face.get("svg:font-family").strip("'\"")
            for root in roots
            for holder in root.elements("office:font-face-decls")
            for face in holder.elements("style:font-face")
        }
        self._known: dict[tuple[str, str], Style] = {}

    def of_paragraph(self, element: Element) -> Style:
        """The style of a paragraph or heading."""
        return self._named("paragraph", element.get("text:style-name"))

    def of_letters(self, element: Element, around: Style) -> Style:
        """The style of letters in some others."""
        return self._over("text", element.get("text:style-name"), around)

    def _named(self, family: str, name: str) -> Style:
        key = family, name
        if key not in self._known:
            self._known[key] = self._over(family, name, Style())
        return self._known[key]

    def _over(self, family: str, name: str, base: Style) -> Style:
        """A style, with what it takes over from its ancestors, on top of another."""
        line = dict[str, Element]()
        while (
            len(line) < _MOST_ANCESTORS
            and name not in line
            and (element := self._elements.get((family, name)))
        ):
            line[name] = element
            name = element.get("style:parent-style-name")
        for element in reversed(line.values()):
            base = self._refined(element, base)
        return base

    def _refined(self, element: Element, base: Style) -> Style:
        letters = element.find("style:text-properties") or Element("", {}, 0)
        weight, display = letters.get("fo:font-weight"), letters.get("text:display")
        height, font = letters.get("style:text-position"), letters.get("style:font-name")
        name = element.get("style:display-name") or element.get("style:name").replace("_20_", " ")
        return replace(
            base,
            rank=rank_in_name(name) or base.rank,
            bold=weight in _BOLD if weight else base.bold,
            hidden=display == "none" if display else base.hidden,
            raised=height.startswith("super") if height else base.raised,
            font=self._fonts.get(font, font) or base.font,
            list_style=element.attributes.get("style:list-style-name", base.list_style),
        )
