"""XLIFF 1.2 and 2: the units of each <file> as two documents, English and Russian, of equal length."""

from collections.abc import Iterator

from termcheck.errors import InputError
from termcheck.formats.bilingual_xml import Reader, decode_xml
from termcheck.formats.units import Unit, documents, speaks
from termcheck.model import ENGLISH, RUSSIAN, Document

_LANGUAGES = {"source": ENGLISH, "target": RUSSIAN}
_NAMES = {ENGLISH: "English", RUSSIAN: "Russian"}
_UNITS = ("trans-unit", "unit")  # of XLIFF 1.2, which holds a pair of texts, and of 2, which holds segments
_DECLARED = {  # in <file> of XLIFF 1.2, in <xliff> of 2
    "source-language": ENGLISH,
    "target-language": RUSSIAN,
    "srcLang": ENGLISH,
    "trgLang": RUSSIAN,
}


def read_xliff(data: bytes, *, shown: str) -> Iterator[tuple[Document, Document]]:
    """The Russian and the English document of each <file>. Raises InputError where it is no such XLIFF."""
    reader = _XliffReader(decode_xml(data, shown).text, shown)
    reader.walk()
    if not reader.files:
        raise InputError(f"{shown}: is XML but holds no <file> of XLIFF")
    for units, notes in zip(reader.files, reader.notes, strict=True):
        yield documents(units, shown=shown, lines=reader.lines, notes=notes)


class _XliffReader(Reader):
    kind = "XLIFF"

    def __init__(self, text: str, shown: str) -> None:
        super().__init__(text, shown)
        self.files: list[list[Unit]] = []
        self.notes: list[list[str]] = []  # of each file, those in its head
        self._id = ""  # of the <unit> of XLIFF 2 that is open
        self._said: list[str] = []  # the notes in it, which all its segments share
        self._segments = 0  # in it, so far
        self._locked = 0  # the depth of the element that is open and not to be translated

    def opens(self, element: str, parent: str, attributes: dict[str, str]) -> None:
        if element in ("xliff", "file"):
            self._check_languages(attributes)
        if element == "file":
            self.files.append([])
            self.notes.append([])
        if not self.files or self._is_locked(attributes):
            return
        units = self.files[-1]
        if element == "trans-unit":
            units.append(Unit(attributes.get("id", str(len(units) + 1)), self.offset()))
        elif element == "unit":
            self._id, self._said, self._segments = attributes.get("id", str(len(units) + 1)), [], 0
        elif element == "segment" and parent == "unit":
            self._segments += 1
            units.append(Unit(self._segment_id(attributes), self.offset(), notes=self._said))
        elif element in _LANGUAGES and parent in ("trans-unit", "segment") and units:
            self.begin(units[-1], _LANGUAGES[element])

    def noted(self, words: str) -> None:
        if "trans-unit" in self.path:
            self.files[-1][-1].notes.append(words)
        elif "unit" in self.path:
            self._said.append(words)
        elif self.files:
            self.notes[-1].append(words)

    def _is_locked(self, attributes: dict[str, str]) -> bool:
        """Whether the element that opens is, or stands in, what is not to be translated: code, a number."""
        depth = len(self.path)
        if depth <= self._locked:
            self._locked = 0
        if not self._locked and attributes.get("translate") == "no":
            self._locked = depth
        return bool(self._locked)

    def _segment_id(self, attributes: dict[str, str]) -> str:
        """The id of a unit, followed by that of a segment that is not its only one."""
        if self._segments == 1 and "id" not in attributes:
            return self._id
        return f"{self._id}/{attributes.get('id', self._segments)}"

    def _check_languages(self, attributes: dict[str, str]) -> None:
        for name, code in _DECLARED.items():
            found = attributes.get(name, code)
            if found and not speaks(found, code):
                side = next(side for side, language in _LANGUAGES.items() if language == code)
                raise InputError(
                    f"{self.shown}: its {side} language is “{found}” and not {_NAMES[code]} (“{code}”)"
                )
