"""The parts of an ODT file that hold its text, or the one file that a flat ODT (.fodt) is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from zipfile import ZipFile

from termcheck.errors import InputError
from termcheck.formats.bilingual_xml import decode_xml
from termcheck.formats.decoding import Decoded
from termcheck.formats.odt.tree import Element, read_tree
from termcheck.formats.zipped import opened, unpacked

CONTENT, STYLES = "content.xml", "styles.xml"
_MANIFEST = "META-INF/manifest.xml"
_ARCHIVE = b"PK"
_MATHS, _HEAD = b"http://www.w3.org/1998/Math/MathML", 2000  # bytes at the beginning of an object


@dataclass(frozen=True, slots=True)
class Package:
    """The text and the tree of each part by its name; of a flat file both names mean the whole of it.

    `formula` reads the formula that an object of a name ("./Object 1") is, None where it is another thing.
    """

    files: dict[str, Decoded]
    roots: dict[str, Element]
    body: Element
    formula: Callable[[str], Element | None] = field(default=lambda _: None)

    @property
    def is_flat(self) -> bool:
        """Whether all is in one XML file."""
        return self.files[CONTENT] is self.files.get(STYLES)

    @property
    def trees(self) -> list[Element]:
        """The trees, each once."""
        return [self.roots[CONTENT]] if self.is_flat else list(self.roots.values())


def read_package(data: bytes, shown: str) -> Package:
    """The parts of an ODT file. Raises InputError where it is none, is broken or has a password."""
    if not data.startswith(_ARCHIVE) and data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
        whole = decode_xml(data, shown)
        root = read_tree(whole.text, f"{shown}: ")
        return Package({CONTENT: whole, STYLES: whole}, {CONTENT: root, STYLES: root}, _body(root, shown))
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
    return Package(files, roots, _body(roots[CONTENT], shown), lambda name: _formula(archive, name, shown))


def _body(root: Element, shown: str) -> Element:
    body = root.find("office:body", "office:text")
    if body is None:
        raise InputError(f"{shown}: holds no text document (a spreadsheet, perhaps, or a presentation)")
    return body


def _formula(archive: ZipFile, name: str, shown: str) -> Element | None:
    """The formula in an object; a broken one is none, for the text around it can be read."""
    path = f"{name.removeprefix('./')}/{CONTENT}"
    try:
        data = unpacked(archive, archive.getinfo(path), shown)
        if _MATHS not in data[:_HEAD]:
            return None
        root = read_tree(decode_xml(data, shown).text, shown)
    except (KeyError, InputError):
        return None
    return root if root.name == "math:math" else root.find("math:math")
