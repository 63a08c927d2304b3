"""The elements of a DOCX file as a reader meets them: wrappers looked through, tracked changes decided."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from termcheck.formats.docx_parts import Where, children, name_of
from termcheck.formats.tracked import Tracked

# What wraps blocks, rows, cells or runs without a say in their text.
_WRAPPERS: Final = frozenset(
    ("ins", "del", "moveFrom", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo")
)
# By these names a change wraps what it changes, or marks the properties of a row, a cell, a paragraph's end.
_GONE: Final = {
    Tracked.ACCEPTED: frozenset(("del", "moveFrom", "cellDel")),
    Tracked.REJECTED: frozenset(("ins", "moveTo", "cellIns")),
}


class View:
    """What stands in the elements of a document in one reading of its tracked changes.

    `w` is the namespace of its words in braces: Strict files have another than the common ones.
    """

    def __init__(self, root: etree._Element, tracked: Tracked) -> None:
        self.w = root.tag[: root.tag.index("}") + 1] if "}" in root.tag else ""
        self.rejects = tracked is Tracked.REJECTED
        self._gone = _GONE[tracked]
        self._paths: dict[tuple[str, ...], str] = {}

    def children(self, element: etree._Element, where: Where) -> Iterator[tuple[etree._Element, Where]]:
        """The elements within an element that are read, those in mere wrappers as if these were not there."""
        for child, place in children(element, where):
            name = name_of(child)
            if name in self._gone:
                continue
            if name in _WRAPPERS:
                yield from self.children(child, place)
            elif name == "AlternateContent":
                # Of the variants that a file offers for old and new programs, one.
                for variant, variant_place in children(child, place):
                    yield from self.children(variant, variant_place)
                    break
            else:
                yield child, place

    def properties(self, element: etree._Element, name: str) -> etree._Element | None:
        """The properties (pPr, rPr) of an element, before their change where changes are rejected."""
        found = self.find(element, name)
        if found is None or not self.rejects:
            return found
        before = self.find(found, f"{name}Change", name)
        return found if before is None else before

    def is_gone(self, properties: etree._Element | None) -> bool:
        """Whether a tracked change takes away what has these properties: a row, a cell, a paragraph's end."""
        return properties is not None and any(name_of(child) in self._gone for child in properties)

    def find(self, element: etree._Element | None, *path: str) -> etree._Element | None:
        """The element at a path of names."""
        if element is None:
            return None
        if path not in self._paths:
            self._paths[path] = "/".join(f"{self.w}{name}" for name in path)
        return element.find(self._paths[path])

    def value(self, element: etree._Element | None, *path: str) -> str:
        """The value of the element at a path of names, "" without one."""
        found = self.find(element, *path)
        return "" if found is None else found.get(f"{self.w}val", "")

    def attribute(self, element: etree._Element, name: str) -> str:
        """An attribute of the document's namespace, "" without it."""
        return element.get(f"{self.w}{name}", "")

    def switch(self, element: etree._Element | None, *path: str) -> bool | None:
        """Whether a property is on, None where nothing is said of it: <w:b/> is on, <w:b w:val="0"/> off."""
        found = self.find(element, *path)
        if found is None:
            return None
        return found.get(f"{self.w}val", "1") not in ("0", "false", "off", "none")
