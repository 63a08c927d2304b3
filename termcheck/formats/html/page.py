"""What of a page is text: the part that it is there for, without what is hidden or stands on every page."""

import re

from termcheck.formats.html.tree import Element, elements, facts, known

_APART = re.compile(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")
_FEWEST_WORDS = 12  # of a paragraph; a menu has none so long outside of its links
_MENU_WORDS = 4  # of an entry, on average at most
_MENU_ENTRIES = 3
_HEADINGS = frozenset(f"h{depth}" for depth in range(1, 7))


class Page:
    """A page, of which each element can be asked whether it holds text of the document.

    `parts` are the elements that hold all of it.
    """

    def __init__(self, root: Element) -> None:
        shown = [one for one in elements(root) if not is_hidden(one)]
        mains = [one for one in shown if one.name == "main" or _role(one) == "main"]
        main = next((one for one in mains if one.text.strip()), None)
        self.parts = (root,) if main is None else (*_titles_beside(main, shown), main)
        self._begun = main is not None  # whether a heading or a paragraph has come yet

    def leaves_out(self, element: Element) -> bool:
        """Whether nothing that an element holds is text; to be asked in reading order."""
        if is_hidden(element) or element.name in known("controls") or _is_furniture(element):
            return True
        if element.name in ("ul", "ol") and not self._begun:
            return _is_menu(element)
        if not self._begun:
            self._begun = element.name in _HEADINGS or (element.name == "p" and _has_prose(element))
        return False


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


def _titles_beside(main: Element, shown: list[Element]) -> list[Element]:
    """The heading of the page where it stands before the main part."""
    if _has_title(main):
        return []
    return [one for one in shown if one.name == "h1" and not _is_linked(one)][:1]


def _is_furniture(element: Element) -> bool:
    """Whether an element stands on every page of a site: its menus, its head and foot."""
    furniture, role = facts()["furniture"], _role(element)
    if role.startswith("doc-"):  # an <aside> of notes
        return False
    if element.name in furniture["elements"] or role in furniture["roles"]:
        return True
    if element.name in furniture["around"] or role in furniture["around-roles"]:
        within = any(one.name in furniture["sections"] for one in element.ancestors())
        return not within and not _has_title(element)
    return element.name in furniture["containers"] and _is_called_furniture(element)


def _is_called_furniture(element: Element) -> bool:
    """Whether a container is a menu or the like by its class or its id, and by what it holds."""
    furniture = facts()["furniture"]
    named = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"
    words = {word.lower() for word in _APART.split(named) if word}
    is_named = not words.isdisjoint(furniture["words"])
    is_linked = not words.isdisjoint(furniture["linked-words"]) and _is_linked(element)
    return (is_named or is_linked) and not _has_title(element) and not _has_prose(element)


def _has_title(element: Element) -> bool:
    """Whether an element holds the heading of the page; that of its site is a link to its start."""
    return any(one.name == "h1" and not _is_linked(one) for one in elements(element))


def _has_prose(element: Element) -> bool:
    """Whether there is a paragraph among what an element holds."""
    blocks = [element, *(one for one in elements(element) if one.is_block)]
    return any(len(_own_words(block)) >= _FEWEST_WORDS for block in blocks)


def _own_words(block: Element) -> list[str]:
    """The words of a block that stand neither in a link nor in a block within it."""
    words = list[str]()
    for child in block.children:
        if not isinstance(child, Element):
            words += child.text.split()
        elif child.name != "a" and not child.is_block and not is_hidden(child):
            words += _own_words(child)
    return words


def _is_linked(element: Element) -> bool:
    """Whether most of the words of an element are in links."""
    linked = sum(len(one.words()) for one in elements(element) if one.name == "a")
    return 2 * linked > len(element.words())


def _is_menu(element: Element) -> bool:
    """Whether a list is one of links to other pages, a few words each."""
    links = [one for one in elements(element) if one.name == "a" and one.words()]
    if len(links) < _MENU_ENTRIES or any(one.attributes.get("href", "").startswith("#") for one in links):
        return False
    return _is_linked(element) and len(element.words()) <= _MENU_WORDS * len(links)


def _role(element: Element) -> str:
    return element.attributes.get("role", "").lower()
