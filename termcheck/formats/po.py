"""Gettext PO: the messages of a catalogue as two documents, English and Russian, of equal length.

Read here and not by a library, for every letter is to have its place, and libraries keep the line at best.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from gettext import c2py
from itertools import pairwise

from termcheck.errors import InputError
from termcheck.formats.blocks import Block, Builder
from termcheck.formats.decoding import Decoded, decode
from termcheck.formats.structure import line_starts
from termcheck.formats.units import Unit, documents, speaks
from termcheck.model import ENGLISH, RUSSIAN, Document, Kind

_CHARSET = re.compile(rb"charset=([\w.:-]+)")
_LANGUAGE = re.compile(r"(?:^|\\n)Language:\s*([\w@-]+)")
_LINE = re.compile(r'\s*(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)?\s*"((?:[^"\\]|\\.)*)"\s*')
_PART = re.compile(r"(?P<plain>[^\\]+)|\\(?:(?P<octal>[0-7]{1,3})|x(?P<hex>[0-9A-Fa-f]{1,2})|(?P<sign>.))")
_PLURAL = re.compile(r"plural=([^;\\]+)")
_NUMBERS = 1000  # so many are looked at: the formulae of all languages repeat before
_UNSEEN = frozenset("abfrv")  # the control codes that C writes so


def read_po(data: bytes, *, shown: str) -> tuple[Document, Document]:
    """The Russian and the English document of a catalogue, messages without translation included.

    Fuzzy and obsolete messages are passed over: no program shows them. Of a message with plural forms the
    first form answers the singular and the last one the plural; those between («два доклада») are units
    without English, lest one English seem to have two translations. Raises InputError where it is no PO.
    """
    text = decode_po(data, shown).text
    lines = line_starts(text)
    messages = list(_messages(text, lines, shown))
    if not messages:
        raise InputError(f"{shown}: holds no message (msgid), so it is no PO file")
    of_one = frozenset[int]()
    if messages[0].is_header:
        header = messages.pop(0)
        _check_language(header, shown)
        of_one = _forms_of_one(header)
    units = [
        unit
        for number, message in enumerate(messages, start=1)
        if not message.fuzzy
        for unit in message.units(str(number), of_one)
    ]
    return documents(units, shown=shown, lines=lines)


def decode_po(data: bytes, shown: str) -> Decoded:
    """The text of a catalogue, by the encoding that its header declares. Raises InputError without."""
    declared = _CHARSET.search(data)
    name = declared[1].decode("ascii") if declared else "CHARSET"  # so in a template
    if name.upper() in ("CHARSET", "UTF-8", "UTF8"):
        return decode(data, RUSSIAN, shown=shown)
    try:
        return Decoded(data.decode(name), name)
    except LookupError as error:
        raise InputError(f"{shown}: declares an unknown encoding “{name}”") from error
    except UnicodeError as error:
        raise InputError(f"{shown}: is not {name.upper()} as its header says") from error


def escape(text: str) -> str:
    """Write a text as it stands between quotation marks."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


# What stands between quotation marks, and its offset: a string goes on in the quotes of the next line.
_String = list[tuple[str, int]]


@dataclass(slots=True)
class _Message:
    line: int
    flags: frozenset[str]
    comments: list[str] = field(default_factory=list)
    strings: dict[str, _String] = field(default_factory=dict)

    @property
    def fuzzy(self) -> bool:
        """Whether a translator has yet to look at it."""
        return "fuzzy" in self.flags

    @property
    def is_header(self) -> bool:
        return "msgctxt" not in self.strings and not any(part for part, _ in self.strings["msgid"])

    @property
    def forms(self) -> list[_String]:
        return [string for name, string in self.strings.items() if name.startswith("msgstr")]

    def units(self, number: str, of_one: frozenset[int]) -> Iterator[Unit]:
        """The message, or each plural form of it, as units; `of_one` are the forms for one number alone."""
        singular, plural = self.strings["msgid"], self.strings.get("msgid_plural")
        if plural is None:
            yield self._unit(number, self.forms[0], singular)
            return
        last = len(self.forms) - 1
        for index, form in enumerate(self.forms):
            english = plural if index == last else singular if index == 0 else []
            unit = self._unit(f"{number}[{index}]", form, english)
            unit.plural, unit.of_one = _block(plural, unit.id), index in of_one
            yield unit

    def _unit(self, name: str, russian: _String, english: _String) -> Unit:
        sides = {RUSSIAN: _block(russian, name), ENGLISH: _block(english, name)}
        offset = russian[0][1] if russian else 0
        return Unit(name, offset, sides, self.comments, self.flags)


def _messages(text: str, lines: tuple[int, ...], shown: str) -> Iterator[_Message]:
    """Messages with all that each of them needs."""
    message, name, flags = _Message(0, frozenset()), "", frozenset[str]()
    comments: list[str] = []
    for number, (start, end) in enumerate(pairwise((*lines, len(text))), start=1):
        line = text[start:end].strip()
        if line.startswith("#"):
            # Flags belong to what follows, which may be obsolete and then takes them along.
            here = map(str.strip, line[2:].split(",")) if line.startswith("#,") else ()
            flags = frozenset() if line.startswith("#~") else flags.union(here)
            comments = [] if line.startswith("#~") else [*comments, line.lstrip("#. ")]
        if not line or line.startswith("#"):
            continue
        found = _LINE.fullmatch(text, start, end)
        if not found or not (found[1] or name):
            raise InputError(f"{shown}: line {number} is no line of a PO file: no keyword, string or comment")
        name = found[1] or name
        if found[1] == "msgctxt" or (found[1] == "msgid" and [*message.strings] != ["msgctxt"]):
            if message.line:
                yield _whole(message, shown)
            message, flags = _Message(number, flags, comments), frozenset()
            comments = []
        if found[1] and found[1] in message.strings:
            raise InputError(f"{shown}: line {number}: a second {name} in one message")
        message.strings.setdefault(name, []).append((found[2], found.start(2)))
    if message.strings:
        yield _whole(message, shown)


def _whole(message: _Message, shown: str) -> _Message:
    if "msgid" not in message.strings or not message.forms:
        raise InputError(f"{shown}: line {message.line}: a message needs a msgid and a msgstr")
    return message


def _check_language(header: _Message, shown: str) -> None:
    found = _LANGUAGE.search("".join(part for part, _ in header.forms[0]))
    if found and not speaks(found[1], RUSSIAN):
        raise InputError(f"{shown}: its language is “{found[1]}” and not Russian (“{RUSSIAN}”)")


def _forms_of_one(header: _Message) -> frozenset[int]:
    """The plural forms that a catalogue uses for one number alone, as the English singular is for 1."""
    found = _PLURAL.search("".join(part for part, _ in header.forms[0]))
    if not found:
        return frozenset()
    try:
        form = c2py(found[1])
        times = Counter(form(number) for number in range(_NUMBERS))
    except (ValueError, ArithmeticError):  # no formula of gettext, which leaves the forms to themselves
        return frozenset()
    return frozenset(index for index, count in times.items() if count == 1)


def _block(string: _String, unit: str) -> Block:
    builder = Builder()
    for quoted, offset in string:
        for part in _PART.finditer(quoted):
            _add(builder, part, offset + part.start())
    return builder.block(Kind.PARAGRAPH, unit=unit, offset=string[0][1] if string else 0)


def _add(builder: Builder, part: re.Match[str], offset: int) -> None:
    if plain := part["plain"]:
        builder.literal(plain, offset)
    elif part["sign"] == "n":
        builder.line_break()
    elif part["sign"] == "t":
        builder.blank()
    elif part["sign"] in _UNSEEN:
        return
    else:
        code = int(part["octal"], 8) if part["octal"] else int(part["hex"], 16) if part["hex"] else 0
        builder.escaped(chr(code) if code else part["sign"] or "", offset, width=len(part.group()))
