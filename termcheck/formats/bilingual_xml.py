"""Bilingual XML files: units of text in two languages, each run of characters with its place.

Read by an event parser that tells where each run of characters stands, so that a correction can be put
into the file without touching anything else.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from termcheck.errors import InputError
from termcheck.formats.blocks import Block, Builder
from termcheck.formats.decoding import Decoded
from termcheck.formats.inline import Role, is_native, role_of
from termcheck.formats.structure import line_starts
from termcheck.formats.units import Unit
from termcheck.model import Kind

_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]*)["']""")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_TAG = re.compile(r"""<(?:[^"'>]|"[^"]*"|'[^']*')*>""")


def decode_xml(data: bytes, shown: str) -> Decoded:
    """The text of an XML file, by its byte order mark or its declaration. Raises InputError without."""
    mark, encoding = b"", ""
    for bom, name in _BOMS:
        if data.startswith(bom):
            mark, data, encoding = bom, data[len(bom) :], name
    if not encoding and data[:2] in (b"<\0", b"\0<"):
        encoding = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    if not encoding:
        declared = _DECLARED.match(data[:200])
        encoding = declared.group(1).decode("ascii") if declared else "utf-8"
    try:
        return Decoded(data.decode(encoding), encoding, mark)
    except LookupError as error:
        raise InputError(f"{shown}: declares an unknown encoding “{encoding}”") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{shown}: is not {encoding.upper()} as an XML file of its kind must be") from error


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters, with their offset and what they take in the file; or an inline element as it is there."""

    text: str
    offset: int = 0
    width: int = 0
    role: Role = Role.NONE


_LINE_BREAK = _Run("", role=Role.LINE_BREAK)


@dataclass(slots=True)
class _Inline:
    """An inline element that is open, where it begins, its tag, and the code that it holds."""

    name: str
    attributes: dict[str, str]
    offset: int
    tag: str
    content: list[str] = field(default_factory=list)


class Reader:
    """Walks through the events of one file; byte positions become offsets as the walk goes on.

    A format says in `opens` what its elements mean and calls `begin` where text of a language begins.
    """

    kind = ""  # the format, for messages

    def __init__(self, text: str, shown: str) -> None:
        self.text = text
        self.shown = shown
        self.lines = line_starts(text)
        self.data = text.encode("utf-8", errors="replace")
        self.path: list[str] = []  # open elements
        self.side = ""  # the language of the text that is open
        self.unit: Unit | None = None
        self._side_at = 0
        self._reading: list[bool] = []  # for each open element, whether its characters are text of a unit
        self._runs: list[list[_Run]] = []  # of the open text, and of each <sub> open in it
        self._inlines: list[_Inline] = []  # the elements that are open in it
        self._data: dict[
            str, list[str]
        ] = {}  # the code of the original, which XLIFF 2 keeps apart, by its id
        self._subflows: list[_Run] = []
        self._note: list[str] | None = None  # the words of the open note
        self._at_byte = self._at_char = 0
        self._parser = expat.ParserCreate("utf-8", namespace_separator=" ")

    def walk(self) -> None:
        """Go through the whole file. Raises InputError where it is no well-formed XML."""
        self._parser.buffer_text = False  # each run with its own position
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._entity
        self._parser.SkippedEntityHandler = self._skipped
        try:
            self._parser.Parse(self.data, True)
        except expat.ExpatError as error:
            raise InputError(
                f"{self.shown}: is not well-formed XML, line {error.lineno}: "
                f"{expat.errors.messages[error.code]}"
            ) from error

    def opens(self, element: str, parent: str, attributes: dict[str, str]) -> None:
        """Be told of an element that opens."""
        raise NotImplementedError

    def noted(self, words: str) -> None:
        """Be told the words of a note."""
        raise NotImplementedError

    def begin(self, unit: Unit, language: str) -> None:
        """Take what the element that just opened holds for the text of a unit in a language."""
        self.unit, self.side, self._side_at = unit, language, len(self.path)
        self._runs, self._subflows, self._inlines = [[]], [], []

    def offset(self) -> int:
        """The offset of the event at hand in the text. Events come in order, so each byte is decoded once."""
        at = self._parser.CurrentByteIndex
        self._at_char += len(self.data[self._at_byte : at].decode("utf-8"))
        self._at_byte = at
        return self._at_char

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = name.rpartition(" ")[2]
        parent = self.path[-1] if self.path else ""
        self.path.append(element)
        if element == "note" and not self._runs:
            self._note = []
        elif element == "originalData":
            self._data = {}
        elif element == "data":
            self._data[attributes.get("id", "")] = []
        was_open = bool(self._runs)
        self.opens(element, parent, attributes)
        reading = bool(self._reading) and self._reading[-1]
        if self._runs and not was_open:
            reading = True
        elif self._runs and element == "sub":
            self._runs.append([])
            reading = True
        elif self._runs:
            self._open_inline(element, attributes)
            reading = reading and not is_native(element)
        self._reading.append(reading)

    def _end(self, _: str) -> None:
        element = self.path.pop()
        self._reading.pop()
        if element == "note" and self._note is not None:
            self.noted("".join(self._note))
            self._note = None
        if not self._runs:
            return
        if element == "sub":
            # A text within the text (a note, the words under a picture) is told after it.
            self._subflows += (_LINE_BREAK, *self._runs.pop())
        elif len(self.path) + 1 == self._side_at and self.unit:
            self.unit.sides[self.side] = _block([*self._runs.pop(), *self._subflows], self.unit)
        else:
            self._close_inline(self._inlines.pop())

    def _open_inline(self, element: str, attributes: dict[str, str]) -> None:
        at = self.offset()
        tag = _TAG.match(self.text, at)
        assert tag is not None  # the file is well-formed
        self._inlines.append(_Inline(element, attributes, at, tag.group()))
        if not is_native(element):
            self._add(tag.group(), role_of(element, attributes, ""))

    def _close_inline(self, inline: _Inline) -> None:
        if is_native(inline.name):
            raw = inline.tag
            if not raw.endswith("/>"):
                raw = self.text[inline.offset : self.text.index(">", self.offset()) + 1]
            code = "".join(inline.content or self._data.get(inline.attributes.get("dataRef", ""), ()))
            self._add(raw, role_of(inline.name, inline.attributes, code))
        elif not inline.tag.endswith("/>") and role_of(inline.name, inline.attributes, "") is Role.TAG:
            self._add(f"</{inline.name}>", Role.TAG)

    def _add(self, raw: str, role: Role) -> None:
        if role is not Role.NONE:
            self._runs[-1].append(_Run(raw, role=role))

    def _characters(self, data: str) -> None:
        if self._note is not None:
            self._note.append(data)
        if self.path and self.path[-1] == "data" and self._data:
            self._data[next(reversed(self._data))].append(data)
        if self._reading and self._reading[-1]:
            at = self.offset()
            width = self.text.index(";", at) + 1 - at if self.text[at] == "&" else 0
            self._runs[-1].append(_LINE_BREAK if data == "\n" else _Run(data, at, width))
        elif self._inlines:
            self._inlines[-1].content.append(data)

    def _entity(self, *_: object) -> None:
        raise InputError(f"{self.shown}: declares entities, which {self.kind} does not need; remove them")

    def _skipped(self, name: str, *_: object) -> None:
        # Where a DTD is named, "5&nbsp;млн" is well-formed, and would be read as "5млн".
        raise InputError(
            f"{self.shown}: uses “&{name};”, an entity of a DTD that is not read; write the character itself"
        )


def _block(runs: list[_Run], unit: Unit) -> Block:
    builder = Builder()
    for run in runs:
        if run.role is Role.LINE_BREAK:
            if run.text:
                builder.tag(run.text)
            builder.line_break()
        elif run.role is Role.TAG:
            builder.tag(run.text)
        elif run.role is Role.STAND_IN:
            builder.stand_in(run.text)
        elif run.width:
            builder.escaped(run.text, run.offset, width=run.width)
        else:
            builder.literal(run.text, run.offset)
    return builder.block(Kind.PARAGRAPH, unit=unit.id, offset=unit.offset)
