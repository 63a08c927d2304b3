"""The archive that a DOCX file is: its parts, how they refer to each other, places in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from lxml import etree

from termcheck.errors import InputError
from termcheck.formats.zipped import broken, opened, unpacked

_MAIN = "word/document.xml"


class Package:
    """The parts of the file and how they refer to each other."""

    def __init__(self, data: bytes, shown: str) -> None:
        self.shown = shown
        self.archive = opened(data, shown, "DOCX")
        # The standard has part names in any case, and some programs write "word\document.xml".
        self._names = {_folded(name): name for name in self.archive.namelist()}
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}
        targets = [to for kind, to in self.relations("").values() if kind == "officeDocument"]
        self.main = targets[0] if targets else _MAIN

    def part(self, name: str) -> etree._Element | None:
        """The root of a part, None where there is no such part. Raises InputError for broken ones."""
        try:
            info = self.archive.getinfo(self._names[_folded(name)])
        except KeyError:
            return None
        # No entity is resolved and no huge tree is built, whatever the file declares.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, remove_pis=True, remove_comments=True
        )
        try:
            root = etree.fromstring(unpacked(self.archive, info, self.shown), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise broken(name, self.shown) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise InputError(
                f"{self.shown}: its part {name} declares a document type, which no word processor writes; "
                "save the document again in one"
            )
        return root

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Kind and target of what a part refers to, by the id that it uses for them."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def _read_relations(self, part: str) -> dict[str, tuple[str, str]]:
        part = part.replace("\\", "/")
        folder = dirname(part)
        root = self.part(join(folder, "_rels", f"{part[len(folder) :].lstrip('/')}.rels"))
        if root is None:
            return {}
        found = {}
        for relation in root.iterchildren("{*}Relationship"):
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                target = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
                names = (self._names.get(_folded(name)) for name in (target, unquote(target)))
                target = next(filter(None, names), target)
            found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], target)
        return found


def _folded(name: str) -> str:
    return name.replace("\\", "/").lower()


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the package: a part and the path of an element in it."""

    part: str
    path: str

    def child(self, position: int) -> "Where":
        """The place of the child at a position from 1."""
        return Where(self.part, f"{self.path}/*[{position}]")

    @property
    def node(self) -> str:
        """The place as a piece names it."""
        return f"{self.part}#{self.path}"


def children(element: etree._Element, where: Where) -> Iterator[tuple[etree._Element, Where]]:
    """The elements right within an element, each with its place."""
    for position, child in enumerate(element.iterchildren("*"), start=1):
        yield child, where.child(position)


def name_of(element: etree._Element) -> str:
    """The name of an element without its namespace, which differs between editions of the standard."""
    return str(element.tag).rpartition("}")[2]
