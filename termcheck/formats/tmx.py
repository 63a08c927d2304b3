"""TMX 1.4: the units of a translation memory as two documents, English and Russian, of equal length."""

from collections.abc import Iterator

from termcheck.errors import InputError
from termcheck.formats.bilingual_xml import Reader, decode_xml
from termcheck.formats.units import Unit, documents, speaks
from termcheck.model import ENGLISH, RUSSIAN, Document

_XML_LANG = "http://www.w3.org/XML/1998/namespace lang"


def read_tmx(data: bytes, *, shown: str) -> Iterator[tuple[Document, Document]]:
    """The Russian and the English document of a memory; other languages in it are passed over.

    Raises InputError where it is no TMX, or no unit has both languages.
    """
    reader = _TmxReader(decode_xml(data, shown).text, shown)
    reader.walk()
    if not reader.is_tmx:
        raise InputError(f"{shown}: is XML but not TMX")
    if reader.units and not any(len(unit.sides) == 2 for unit in reader.units):
        found = ", ".join(sorted(reader.languages)) or "none"
        raise InputError(f"{shown}: holds no unit in English and Russian; its languages are {found}")
    known = [unit for unit in reader.units if unit.sides]
    yield documents(known, shown=shown, lines=reader.lines, notes=reader.notes)


class _TmxReader(Reader):
    kind = "TMX"

    def __init__(self, text: str, shown: str) -> None:
        super().__init__(text, shown)
        self.is_tmx = False
        self.units: list[Unit] = []
        self.notes: list[str] = []  # of the file
        self.languages: set[str] = set()
        self._language = ""

    def opens(self, element: str, parent: str, attributes: dict[str, str]) -> None:
        if element == "tmx":
            self.is_tmx = True
        elif element == "tu":
            self.units.append(Unit(attributes.get("tuid", str(len(self.units) + 1)), self.offset()))
        elif element == "tuv":
            self._language = attributes.get(_XML_LANG) or attributes.get("lang", "")
            self.languages.add(self._language)
        elif element == "seg" and parent == "tuv" and self.units:
            for language in (ENGLISH, RUSSIAN):
                # A unit may have "en-US" and "en-GB": the first one stands.
                if speaks(self._language, language) and language not in self.units[-1].sides:
                    self.begin(self.units[-1], language)

    def noted(self, words: str) -> None:
        (self.units[-1].notes if "tu" in self.path else self.notes).append(words)
