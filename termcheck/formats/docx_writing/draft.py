"""A DOCX file while it is written into: its parts as trees, and which of them have changed."""

import re
from datetime import datetime
from itertools import count
from posixpath import basename, dirname, join

from lxml import etree

from termcheck.errors import InputError
from termcheck.formats.docx_parts import Package
from termcheck.formats.docx_writing.archive import with_parts

AUTHOR = "termcheck"
INITIALS = "tc"
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*\?>\s*")
_ENCODING = re.compile(rb"encoding\s*=\s*.(?!utf-8)", re.IGNORECASE)
_UTF8_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_KINDS = f"{_STRICT}/officeDocument/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"


class Draft:
    """The parts of a file, read when asked for, and written back when changed."""

    def __init__(self, data: bytes, shown: str) -> None:
        self.shown = shown
        self._data = data
        self._package = Package(data, shown)
        self._roots: dict[str, etree._Element | None] = {}
        self._changed: set[str] = set()
        self._taken: set[str] = set()
        self._numbers = count()
        self.main = self._package.main
        body = self.root(self.main)
        if body is None:
            raise InputError(f"{shown}: is an archive without a Word document in it")
        self.body = body
        # The namespace of Word, "{…}" as tags have it; editions of the standard differ in it.
        self.w = body.tag[: body.tag.index("}") + 1] if "}" in body.tag else ""

    def root(self, part: str) -> etree._Element | None:
        """The root of a part, its comments and processing instructions kept; None without such a part."""
        if part not in self._roots:
            self._roots[part] = self._read(part)
        return self._roots[part]

    def change(self, part: str) -> None:
        """Note that a part is to be written back."""
        self._changed.add(part)

    def parts(self, *kinds: str) -> list[str]:
        """The names of the parts of some kinds ("footnotes", "header") that the document refers to."""
        relations = self._package.relations(self.main).values()
        return sorted({target for kind, target in relations if kind in kinds})

    def new_id(self) -> str:
        """A w:id that no comment, bookmark or tracked change of the document bears."""
        if not self._taken:
            parts = self.parts("footnotes", "endnotes", "comments", "header", "footer")
            for root in map(self.root, (self.main, *parts)):
                elements = root.iter("*") if root is not None else ()
                self._taken.update(element.get(f"{self.w}id", "") for element in elements)
        return next(text for text in map(str, self._numbers) if text not in self._taken)

    def element(self, name: str, **attributes: str) -> etree._Element:
        """An element of Word's vocabulary, its attributes there as well."""
        made = etree.Element(f"{self.w}{name}", nsmap={"w": self.w[1:-1]} if self.w else None)
        for key, value in attributes.items():
            made.set(f"{self.w}{key}", value)
        return made

    def signed(self, name: str, day: datetime) -> etree._Element:
        """An element that says who made a change and when, under a new id.

        Word writes the hour of the clock on the wall, and "Z" after it.
        """
        return self.element(name, id=self.new_id(), author=AUTHOR, date=day.strftime("%Y-%m-%dT%H:%M:%SZ"))

    def new_part(self, kind: str) -> str:
        """Add an empty part of a kind ("comments") that the document refers to; its name."""
        folder = dirname(self.main)
        names = (join(folder, f"{kind}{number or ''}.xml") for number in count())
        part = next(name for name in names if self.root(name) is None)
        self._roots[part] = self.element(kind)
        self._relate(kind, part)
        types = self.root(_TYPES)
        if types is not None:
            override = types.makeelement(types.tag.replace("Types", "Override"))
            override.set("PartName", f"/{part}")
            override.set("ContentType", f"{_CONTENT}.{kind}+xml")
            types.append(override)
            self.change(_TYPES)
        return part

    def finish(self) -> bytes:
        """The bytes of the file with what has changed."""
        parts = {}
        for part in sorted(self._changed):
            root = self._roots[part]
            if root is not None:
                parts[part] = _written(root, self._bytes(part))
        return with_parts(self._data, parts)

    def _relate(self, kind: str, part: str) -> None:
        name = join(dirname(self.main), "_rels", f"{basename(self.main)}.rels")
        relations = self.root(name)
        if relations is None:
            relations = etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>')
            self._roots[name] = relations
        taken = {relation.get("Id") for relation in relations}
        relation = relations.makeelement(relations.tag.removesuffix("s"))
        relation.set("Id", next(text for text in (f"rId{at}" for at in count(1)) if text not in taken))
        relation.set("Type", f"{_STRICT_KINDS if _STRICT in self.w else _KINDS}/{kind}")
        relation.set("Target", basename(part))
        relations.append(relation)
        self.change(name)

    def _read(self, part: str) -> etree._Element | None:
        if self._package.part(part) is None:  # tells of a part that is broken
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, strip_cdata=False)
        return etree.fromstring(self._bytes(part), parser)

    def _bytes(self, part: str) -> bytes:
        archive = self._package.archive
        return archive.read(part) if part in archive.namelist() else b""


def _written(root: etree._Element, before: bytes) -> bytes:
    """A part as bytes, its XML declaration the one that it had."""
    found = _DECLARATION.match(before)
    kept = found is not None and not _ENCODING.search(found[0])
    declaration = found[0] if found and kept else _UTF8_DECLARATION
    return declaration + etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False)
