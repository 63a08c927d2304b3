"""XLIFF 1.2: the units of each <file> as two documents, English and Russian, of equal length.

Read by an event parser that tells where each run of characters stands, so that a correction can be put
into the file without touching anything else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from termcheck.errors import InputError
from termcheck.formats.blocks import Block, Builder
from termcheck.formats.structure import assemble, line_starts
from termcheck.model import ENGLISH, RUSSIAN, Document, Kind

_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]*)["']""")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_NATIVE = frozenset(("ph", "bpt", "ept", "it"))  # what they hold is code of the original format


def read_xliff(data: bytes, *, shown: str) -> Iterator[tuple[Document, Document]]:
    """The Russian and the English document of each <file>. Raises InputError where it is no such XLIFF."""
    text = _decode(data, shown)
    files = _Reader(text, shown).run()
    lines = line_starts(text)
    for units in files:
        russian, english = (
            [unit.sides.get(side) or _block([], unit) for unit in units] for side in ("target", "source")
        )
        yield (
            assemble(russian, path=shown, language=RUSSIAN, lines=lines),
            assemble(english, path=shown, language=ENGLISH, lines=lines),
        )


def _decode(data: bytes, shown: str) -> str:
    encoding = ""
    for bom, name in _BOMS:
        if data.startswith(bom):
            data, encoding = data[len(bom) :], name
    if not encoding and data[:2] in (b"<\0", b"\0<"):
        encoding = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    if not encoding:
        declared = _DECLARED.match(data[:200])
        encoding = declared.group(1).decode("ascii") if declared else "utf-8"
    try:
        return data.decode(encoding)
    except LookupError as error:
        raise InputError(f"{shown}: declares an unknown encoding “{encoding}”") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{shown}: is not {encoding.upper()} as an XML file of its kind must be") from error


# A run of characters and its offset; None for a line break.
_Run = tuple[str, int] | None


@dataclass(slots=True)
class _Unit:
    id: str
    offset: int
    sides: dict[str, Block] = field(default_factory=dict)


class _Reader:
    """Walks through the events of one file; byte positions become offsets as the walk goes on."""

    def __init__(self, text: str, shown: str) -> None:
        self.text = text
        self.shown = shown
        self.data = text.encode("utf-8", errors="replace")
        self.files: list[list[_Unit]] = []
        self.path: list[str] = []  # open elements
        self.reading: list[bool] = []  # for each of them, whether its characters are text of a unit
        self.runs: list[list[_Run]] = []  # of the open <source> or <target>, and of each <sub> open in it
        self.subflows: list[_Run] = []
        self.at_byte = self.at_char = 0
        self.parser = expat.ParserCreate("utf-8", namespace_separator=" ")

    def run(self) -> list[list[_Unit]]:
        """The units of each <file>."""
        self.parser.buffer_text = False  # each run with its own position
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._entity
        try:
            self.parser.Parse(self.data, True)
        except expat.ExpatError as error:
            raise InputError(
                f"{self.shown}: is not well-formed XML, line {error.lineno}: "
                f"{expat.errors.messages[error.code]}"
            ) from error
        if not self.files:
            raise InputError(f"{self.shown}: is XML but holds no <file> of XLIFF 1.2")
        return self.files

    def _offset(self) -> int:
        """The offset of the event at hand in the text. Events come in order, so each byte is decoded once."""
        at = self.parser.CurrentByteIndex
        self.at_char += len(self.data[self.at_byte : at].decode("utf-8"))
        self.at_byte = at
        return self.at_char

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = name.rpartition(" ")[2]
        parent = self.path[-1] if self.path else ""
        self.path.append(element)
        reading = bool(self.reading) and self.reading[-1]
        if element == "xliff" and attributes.get("version", "1.2").startswith("2"):
            raise InputError(f"{self.shown}: is XLIFF 2; save it as XLIFF 1.2")
        if element == "file":
            self._check_languages(attributes)
            self.files.append([])
        elif element == "trans-unit" and self.files:
            units = self.files[-1]
            units.append(_Unit(attributes.get("id", str(len(units) + 1)), self._offset()))
        elif element in ("source", "target") and parent == "trans-unit" and self.files:
            self.runs, self.subflows, reading = [[]], [], True
        elif self.runs and element == "sub":
            self.runs.append([])
            reading = True
        elif element in _NATIVE:
            reading = False
        if self.runs and attributes.get("ctype") == "lb":
            self.runs[-1].append(None)
        self.reading.append(reading)

    def _end(self, name: str) -> None:
        element = self.path.pop()
        self.reading.pop()
        if not self.runs:
            return
        if element == "sub":
            # A text within the text (a note, the words under a picture) is told after it.
            self.subflows += (None, *self.runs.pop())
        elif element in ("source", "target") and self.path[-1] == "trans-unit":
            unit = self.files[-1][-1]
            unit.sides[element] = _block([*self.runs.pop(), *self.subflows], unit)

    def _characters(self, data: str) -> None:
        if self.reading and self.reading[-1]:
            self.runs[-1].append(None if data == "\n" else (data, self._offset()))

    def _entity(self, *_: object) -> None:
        raise InputError(f"{self.shown}: declares entities, which XLIFF does not need; remove them")

    def _check_languages(self, attributes: dict[str, str]) -> None:
        for side, code, name in (("source", ENGLISH, "English"), ("target", RUSSIAN, "Russian")):
            found = attributes.get(f"{side}-language", code)
            if found.lower().replace("_", "-").partition("-")[0] not in (code, ""):
                raise InputError(f"{self.shown}: its {side} language is “{found}” and not {name} (“{code}”)")


def _block(runs: list[_Run], unit: _Unit) -> Block:
    builder = Builder()
    for run in runs:
        if run is None:
            builder.line_break()
        else:
            builder.literal(*run)
    return builder.block(Kind.PARAGRAPH, unit=unit.id, offset=unit.offset)
