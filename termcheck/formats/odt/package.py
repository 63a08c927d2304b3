"""The parts of an ODT file that hold its text, or the one file that a flat ODT (.fodt) is."""

from dataclasses import dataclass

from termcheck.errors import InputError
from termcheck.formats.bilingual_xml import decode_xml
from termcheck.formats.decoding import Decoded
from termcheck.formats.odt.tree import Element, read_tree
from termcheck.formats.zipped import opened, unpacked

CONTENT, STYLES = "content.xml", "styles.xml"
_MANIFEST = "META-INF/manifest.xml"
_ARCHIVE = b"PK"


@dataclass(frozen=True, slots=True)
class Package:
    """The text and the tree of each part by its name; of a flat file both names mean the whole of it."""

    files: dict[str, Decoded]
    roots: dict[str, Element]

    @property
    def is_flat(self) -> bool:
        """Whether all is in one XML file."""
        return self.files[CONTENT] is self.files.get(STYLES)


def read_package(data: bytes, shown: str) -> Package:
    """The parts of an ODT file. Raises InputError where it is none, is broken or has a password."""
    if not data.startswith(_ARCHIVE) and data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
        whole = decode_xml(data, shown)
        root = read_tree(whole.text, f"{shown}: ")
        return _with_text(Package({CONTENT: whole, STYLES: whole}, {CONTENT: root, STYLES: root}), shown)
    archive = opened(data, shown, "ODT")
    known = {info.filename: info for info in archive.infolist()}
    manifest = known.get(_MANIFEST)
    if manifest and b"encryption-data" in unpacked(archive, manifest, shown):
        raise InputError(f"{shown}: has a password; save it without one")
    if CONTENT not in known:
        raise InputError(f"{shown}: is an archive without an OpenDocument text in it")
    files = {
        name: decode_xml(unpacked(archive, known[name], shown), f"{shown}: its part {name}")
        for name in (CONTENT, STYLES)
        if name in known
    }
    roots = {name: read_tree(file.text, f"{shown}: its part {name}") for name, file in files.items()}
    return _with_text(Package(files, roots), shown)


def _with_text(package: Package, shown: str) -> Package:
    if package.roots[CONTENT].find("office:body", "office:text") is None:
        raise InputError(f"{shown}: holds no text document (a spreadsheet, perhaps, or a presentation)")
    return package
