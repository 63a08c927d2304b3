"""The elements of a page as a tree, built as a browser builds it where tags are left out or crossed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from termcheck.formats.elements import known
from termcheck.formats.markup import Token, TokenKind, tokens

_DEEPEST = 150  # elements: deeper ones stand beside each other; browsers draw such a line at 512
_DECLARATION = re.compile(r"\s*([\w-]+)\s*:\s*([^;]*)")


@dataclass(slots=True, eq=False)
class Element:
    """An element with what it holds: other elements, and the texts and entities between them."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    parent: "Element | None" = None
    children: list["Element | Token"] = field(default_factory=list)

    @property
    def is_block(self) -> bool:
        """Whether a text of its own begins and ends with it."""
        return self.name in known("block")

    @property
    def style(self) -> dict[str, str]:
        """What its own attribute says of its looks, names and values in small letters."""
        found = _DECLARATION.findall(self.attributes.get("style", "").lower())
        return {name: value.strip() for name, value in found}

    @property
    def names(self) -> frozenset[str]:
        """The ids by which links lead to it."""
        return frozenset(filter(None, (self.attributes.get("id"), self.attributes.get("name"))))

    @property
    def text(self) -> str:
        """All that it holds, as it stands in the file."""
        return "".join(child.text for child in self.descendants() if isinstance(child, Token))

    def descendants(self) -> Iterator["Element | Token"]:
        """All that it holds, in reading order."""
        coming = self.children[::-1]
        while coming:
            child = coming.pop()
            yield child
            if isinstance(child, Element):
                coming.extend(reversed(child.children))

    def ancestors(self) -> Iterator["Element"]:
        """The elements that hold it, the innermost first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent


def elements(root: Element) -> Iterator[Element]:
    """The elements below one, in reading order."""
    return (child for child in root.descendants() if isinstance(child, Element))


def tree(text: str) -> Element:
    """The tree of a page, or of a part of one; its root has no name."""
    return _Growing().grown(tokens(text))


class _Growing:
    """A tree to which one token after the other is added."""

    def __init__(self) -> None:
        self.root = Element("")
        self.open = [self.root]

    def grown(self, stream: Iterable[Token]) -> Element:
        for token in stream:
            if token.kind in (TokenKind.TEXT, TokenKind.ENTITY):
                self.open[-1].children.append(token)
            elif token.kind is TokenKind.CLOSE:
                self._close(token.name)
            elif token.kind is not TokenKind.OTHER:
                self._begin(token)
        return self.root

    def _begin(self, token: Token) -> None:
        """Open an element, and close those that cannot hold it: a paragraph ends where a list begins."""
        for closed, within in _ends_before(token.name):
            self._close_up_to(closed, within)
        element = Element(token.name, token.attributes, self.open[-1])
        self.open[-1].children.append(element)
        is_empty = token.kind is TokenKind.EMPTY or token.name in known("void")
        if not is_empty and len(self.open) < _DEEPEST:
            self.open.append(element)

    def _close(self, name: str) -> None:
        # The end of a cell's <div> that began outside of the table is none, nor is </b> where a paragraph
        # within it is still open: <b><p>…</b>…</p>.
        if name in known("block"):
            within = _LISTS if name == "li" else ()
            self._close_up_to((name,), within if name in _TABLE else ("table", *_CELL, *within))
        else:
            self._close_up_to((name,), known("block"))

    def _close_up_to(self, names: Iterable[str], within: Iterable[str]) -> None:
        """Close the innermost open element of some names, unless another one stands between."""
        for at in range(len(self.open) - 1, 0, -1):
            name = self.open[at].name
            if name in names:
                del self.open[at:]
                return
            if name in within:
                return


_CELL = ("td", "th", "caption")
_PARTS = ("thead", "tbody", "tfoot")
_TABLE = frozenset(("table", "tr", *_CELL, *_PARTS))
_LISTS = ("ul", "ol", "menu", "dl")
_Ends = tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


def _ends_before(name: str) -> _Ends:
    """What ends where an element begins: the innermost of some elements, unless others stand between."""
    paragraph = (("p",), ("table", *_CELL, "button"))
    if name == "li":
        return (("li",), _LISTS), paragraph
    if name in ("dt", "dd"):
        return (("dt", "dd"), _LISTS), paragraph
    if name in _CELL:
        return ((_CELL, ("table",)),)
    if name == "tr":
        return (("tr",), ("table",)), (("caption",), ("table",))
    if name in _PARTS:
        return (_PARTS, ("table",)), (("caption",), ("table",))
    if name in ("option", "optgroup"):
        return ((("option",), ("select",)),)
    if name in ("body", "html") or name not in known("block"):
        return ()
    return (paragraph,)
