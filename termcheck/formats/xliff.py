"""XLIFF 1.2: the units of each <file> as two documents, English and Russian, of equal length."""

from collections.abc import Iterator

from termcheck.errors import InputError
from termcheck.formats.bilingual_xml import Reader, Unit, decode_xml, documents, speaks
from termcheck.model import ENGLISH, RUSSIAN, Document

_LANGUAGES = {"source": ENGLISH, "target": RUSSIAN}


def read_xliff(data: bytes, *, shown: str) -> Iterator[tuple[Document, Document]]:
    """The Russian and the English document of each <file>. Raises InputError where it is no such XLIFF."""
    reader = _XliffReader(decode_xml(data, shown).text, shown)
    reader.walk()
    if not reader.files:
        raise InputError(f"{shown}: is XML but holds no <file> of XLIFF 1.2")
    for units, notes in zip(reader.files, reader.notes, strict=True):
        yield documents(units, reader, notes)


class _XliffReader(Reader):
    kind = "XLIFF"

    def __init__(self, text: str, shown: str) -> None:
        super().__init__(text, shown)
        self.files: list[list[Unit]] = []
        self.notes: list[list[str]] = []  # of each file, those in its head

    def opens(self, element: str, parent: str, attributes: dict[str, str]) -> None:
        if element == "xliff" and attributes.get("version", "1.2").startswith("2"):
            raise InputError(f"{self.shown}: is XLIFF 2; save it as XLIFF 1.2")
        if element == "file":
            self._check_languages(attributes)
            self.files.append([])
            self.notes.append([])
        elif element == "trans-unit" and self.files:
            units = self.files[-1]
            units.append(Unit(attributes.get("id", str(len(units) + 1)), self.offset()))
        elif element in _LANGUAGES and parent == "trans-unit" and self.files:
            self.begin(self.files[-1][-1], _LANGUAGES[element])

    def noted(self, words: str) -> None:
        if "trans-unit" in self.path:
            self.files[-1][-1].notes.append(words)
        elif self.files:
            self.notes[-1].append(words)

    def _check_languages(self, attributes: dict[str, str]) -> None:
        for side, code, name in (("source", ENGLISH, "English"), ("target", RUSSIAN, "Russian")):
            found = attributes.get(f"{side}-language", code)
            if found and not speaks(found, code):
                raise InputError(f"{self.shown}: its {side} language is “{found}” and not {name} (“{code}”)")
