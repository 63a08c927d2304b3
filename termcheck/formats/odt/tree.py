"""An XML file as a tree whose texts know where they stand in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from termcheck.errors import InputError

_DEEPEST = 200  # elements in each other; a cell of a table in a table in a list stands at twenty
_SHORT = {
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "http://www.w3.org/1998/Math/MathML": "math",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
}


@dataclass(frozen=True, slots=True)
class Run:
    """Letters, and the offset of the first in the file; "&amp;" is a run of one letter.

    Those of a section in which "<" is a letter (CDATA) have no place of their own: their offset is -1.
    """

    text: str
    offset: int


@dataclass(slots=True)
class Element:
    """An element by its usual name ("text:p"); it begins at `start` in the file and ends before `end`.

    `inside` is where its content begins.
    """

    name: str
    attributes: Mapping[str, str]
    start: int
    inside: int = 0
    end: int = 0
    children: list["Element | Run"] = field(default_factory=list)

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute."""
        return self.attributes.get(name, default)

    def elements(self, *names: str) -> Iterator["Element"]:
        """The elements right within it, those of some names if any are given."""
        for child in self.children:
            if isinstance(child, Element) and (not names or child.name in names):
                yield child

    def find(self, *path: str) -> "Element | None":
        """The first element at the end of a path of names."""
        found: Element | None = self
        for name in path:
            found = next(found.elements(name), None) if found else None
        return found

    def iter(self) -> Iterator["Element"]:
        """It and all elements within it, in order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(list(element.elements())))

    @property
    def text(self) -> str:
        """All letters within it."""
        return "".join(
            child.text for element in self.iter() for child in element.children if isinstance(child, Run)
        )


def read_tree(text: str, shown: str) -> Element:
    """The root of an XML file. Raises InputError, which begins with `shown`, where it is not well-formed."""
    return _Reader(text, shown).read()


class _Reader:
    def __init__(self, text: str, shown: str) -> None:
        self._shown = shown
        self._data = text.encode("utf-8", errors="replace")
        self._at_byte = self._at_char = 0
        self._top = Element("", {}, 0)
        self._open = [self._top]
        self._in_section = False
        self._fresh: Element | None = None  # the element whose content has not begun
        self._parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self._parser.buffer_text = False  # each run with its own position
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartCdataSectionHandler = lambda: self._pass(section=True)
        self._parser.EndCdataSectionHandler = lambda: self._pass(section=False)
        self._parser.EntityDeclHandler = self._entity

    def read(self) -> Element:
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            raise InputError(
                f"{self._shown} is not well-formed XML, line {error.lineno}: "
                f"{expat.errors.messages[error.code]}; save the document again in a word processor"
            ) from error
        return next(self._top.elements())

    def _offset(self) -> int:
        at = self._parser.CurrentByteIndex
        self._at_char += len(self._data[self._at_byte : at].decode("utf-8"))
        self._at_byte = at
        return self._at_char

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) > _DEEPEST:
            raise InputError(f"{self._shown} has elements {_DEEPEST} deep, which no word processor writes")
        offset = self._begin()
        element = Element(_short(name), {_short(key): value for key, value in attributes.items()}, offset)
        self._open[-1].children.append(element)
        self._open.append(element)
        self._fresh = element

    def _end(self, _: str) -> None:
        offset = self._begin()
        element = self._open.pop()
        # An empty element (<text:tab/>) is told to end where it begins.
        element.end = max(self._data.find(b">", self._at_byte) + 1 - self._at_byte, 0) + offset
        if element.inside == element.start:
            element.inside = element.end

    def _characters(self, data: str) -> None:
        offset = self._begin()
        if data:
            self._open[-1].children.append(Run(data, -1 if self._in_section else offset))

    def _pass(self, *, section: bool) -> None:
        self._begin()
        self._in_section = section

    def _begin(self) -> int:
        """The offset of what begins here, which is where the content of an element just opened begins."""
        offset = self._offset()
        if self._fresh is not None:
            self._fresh.inside = offset
            self._fresh = None
        return offset

    def _entity(self, *_: object) -> None:
        raise InputError(f"{self._shown} declares entities, which no word processor writes")


def _short(name: str) -> str:
    namespace, _, local = name.rpartition(" ")
    return f"{_SHORT.get(namespace, namespace)}:{local}" if namespace else local
