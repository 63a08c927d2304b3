"""What of a page is text: the part that it is there for, without what is hidden or stands on every page."""

import re
from dataclasses import dataclass

from termcheck.formats.elements import facts, known
from termcheck.formats.html.tree import Element, elements

_APART = re.compile(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 12  # of a paragraph; a menu has none so long outside of its links
_MENU_WORDS = 4  # of an entry, on average at most
_MENU_ENTRIES = 3
_HEADINGS = frozenset(f"h{depth}" for depth in range(1, 7))


@dataclass(slots=True)
class _Held:
    """What an element holds: words, those of them in links, and links, those to the page itself too.

    `own` are the words in no link and in no block within it. The title is the heading of the page; that of
    its site is a link.
    """

    words: int = 0
    linked: int = 0
    own: int = 0
    links: int = 0
    anchors: int = 0
    has_prose: bool = False
    has_title: bool = False

    @property
    def is_linked(self) -> bool:
        """Whether most of the words are in links."""
        return 2 * self.linked > self.words


class Page:
    """A page, of which each element can be asked whether it holds text of the document.

    `parts` are the elements that hold all of it.
    """

    def __init__(self, root: Element) -> None:
        self._held = _measured(root)
        shown = [one for one in elements(root) if not is_hidden(one)]
        mains = (one for one in shown if one.name == "main" or _role(one) == "main")
        main = next((one for one in mains if self._held[one].words), None)
        self.parts = (root,) if main is None else (*self._titles_beside(main, shown), main)
        self._begun = main is not None  # whether a heading or a paragraph has come yet

    def leaves_out(self, element: Element) -> bool:
        """Whether nothing that an element holds is text; to be asked in reading order."""
        if is_hidden(element) or element.name in known("controls") or self._is_furniture(element):
            return True
        held = self._held[element]
        if element.name in ("ul", "ol") and not self._begun:
            is_menu = held.links >= _MENU_ENTRIES and not held.anchors and held.is_linked
            return is_menu and held.words <= _MENU_WORDS * held.links
        self._begun = self._begun or element.name in _HEADINGS or (element.name == "p" and held.has_prose)
        return False

    def _titles_beside(self, main: Element, shown: list[Element]) -> list[Element]:
        """The heading of the page where it stands outside of the main part."""
        if self._held[main].has_title:
            return []
        return [one for one in shown if one.name == "h1" and self._held[one].has_title][:1]

    def _is_furniture(self, element: Element) -> bool:
        """Whether an element stands on every page of a site: its menus, its head and foot."""
        furniture, role = facts()["furniture"], _role(element)
        if role.startswith("doc-"):  # an <aside> of notes
            return False
        if element.name in furniture["elements"] or role in furniture["roles"]:
            return True
        if self._held[element].has_title:
            return False
        if element.name in furniture["around"] or role in furniture["around-roles"]:
            return not any(one.name in furniture["sections"] for one in element.ancestors())
        return element.name in furniture["containers"] and self._is_called_furniture(element)

    def _is_called_furniture(self, element: Element) -> bool:
        """Whether a container is a menu or the like by its class or its id, and by what it holds."""
        furniture, held = facts()["furniture"], self._held[element]
        named = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"
        words = {word.lower() for word in _APART.split(named) if word}
        is_named = not words.isdisjoint(furniture["words"])
        is_linked = held.is_linked and not words.isdisjoint(furniture["linked-words"])
        return (is_named or is_linked) and not held.has_prose


def is_hidden(element: Element) -> bool:
    """Whether a browser does not show what an element holds, or no eye sees it."""
    attributes, style = element.attributes, element.style
    return (
        element.name in known("hidden")
        or "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or (element.name == "dialog" and "open" not in attributes)
        or style.get("display", "").startswith("none")
        or style.get("visibility", "").startswith(("hidden", "collapse"))
        or style.get("mso-hide") == "all"
        or not set(attributes.get("class", "").split()).isdisjoint(facts()["furniture"]["unseen"])
    )


def _measured(root: Element) -> dict[Element, _Held]:
    """What each element holds, counted from the innermost outwards."""
    found = {one: _Held() for one in (root, *elements(root))}
    for element, held in reversed(found.items()):
        texts = (child.text for child in element.children if not isinstance(child, Element))
        direct = sum(len(_WORD.findall(text)) for text in texts)
        held.words += direct
        held.own += direct
        if element.name == "a":
            held.linked, held.own = held.words, 0
            held.links += held.words > 0
            held.anchors += element.attributes.get("href", "").startswith("#")
        held.has_prose = held.has_prose or (element.is_block and held.own >= _FEWEST_WORDS)
        held.has_title = held.has_title or (element.name == "h1" and not held.is_linked)
        if element.parent is not None and not is_hidden(element):
            _add(found[element.parent], held, own=0 if element.is_block else held.own)
    return found


def _add(outer: _Held, inner: _Held, *, own: int) -> None:
    outer.words += inner.words
    outer.linked += inner.linked
    outer.own += own
    outer.links += inner.links
    outer.anchors += inner.anchors
    outer.has_prose = outer.has_prose or inner.has_prose
    outer.has_title = outer.has_title or inner.has_title


def _role(element: Element) -> str:
    return element.attributes.get("role", "").lower()
