"""Reading documents: one format a file, FORMATS says which suffix is read by which.

read(path, language)       a text, Markdown, HTML, DOCX, ODT or PDF file as a Document
read_bilingual(path)       the <file> elements of an XLIFF file, a TMX or a PO, as pairs of Documents
locate(document, passage)  the place of a passage in the file
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from termcheck.errors import InputError
from termcheck.formats.decoding import Decoded, decode
from termcheck.formats.pages import PAGE, on_page, with_pages
from termcheck.formats.structure import document, line_starts, place_at
from termcheck.formats.tracked import Tracked
from termcheck.model import RUSSIAN, Document, Passage, Place

__all__ = [
    "BILINGUAL_FORMATS",
    "FORMATS",
    "TRACKING",
    "Bilingual",
    "Tracked",
    "escaping",
    "is_bilingual",
    "locate",
    "read",
    "read_bilingual",
    "read_bytes",
    "read_decoded",
    "read_text",
    "texts_in",
]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """Two documents of one bilingual file, unit by unit: the same number of segments, empty ones included."""

    russian: Document
    english: Document


# Each reader loads its libraries itself: who checks plain text does not wait for lxml.


def _read_plain(data: bytes, shown: str, language: str) -> Document:
    from termcheck.formats.plain import read_plain

    text = decode(data, language, shown=shown).text
    return document(read_plain(text), path=shown, language=language, lines=line_starts(text))


def _read_markdown(data: bytes, shown: str, language: str) -> Document:
    from termcheck.formats.directives import with_comments
    from termcheck.formats.markdown import read_markdown

    text = decode(data, language, shown=shown).text
    whole = document(read_markdown(text), path=shown, language=language, lines=line_starts(text))
    return with_comments(whole, text)


def _read_html(data: bytes, shown: str, language: str) -> Document:
    from termcheck.formats.directives import with_comments
    from termcheck.formats.html import decode_html, read_html

    text = decode_html(data, language, shown=shown).text
    whole = document(read_html(text), path=shown, language=language, lines=line_starts(text))
    return with_comments(whole, text)


def _read_docx(data: bytes, shown: str, language: str, tracked: Tracked = Tracked.ACCEPTED) -> Document:
    from termcheck.formats.docx import read_docx
    from termcheck.formats.docx_requests import with_requests

    whole = document(read_docx(data, shown=shown, tracked=tracked), path=shown, language=language)
    return with_requests(whole, data)


def _read_odt(data: bytes, shown: str, language: str, tracked: Tracked = Tracked.ACCEPTED) -> Document:
    from termcheck.formats.odt import read_odt, with_requests

    whole = document(read_odt(data, shown=shown, tracked=tracked), path=shown, language=language)
    return with_requests(whole, data)


def _read_pdf(data: bytes, shown: str, language: str) -> Document:
    from termcheck.formats.pdf import read_pdf

    return with_pages(document(read_pdf(data, shown=shown), path=shown, language=language))


def _read_xliff(data: bytes, shown: str) -> tuple[Bilingual, ...]:
    from termcheck.formats.xliff import read_xliff

    return tuple(Bilingual(russian, english) for russian, english in read_xliff(data, shown=shown))


def _read_tmx(data: bytes, shown: str) -> tuple[Bilingual, ...]:
    from termcheck.formats.tmx import read_tmx

    return tuple(Bilingual(russian, english) for russian, english in read_tmx(data, shown=shown))


def _read_po(data: bytes, shown: str) -> tuple[Bilingual, ...]:
    from termcheck.formats.po import read_po

    return (Bilingual(*read_po(data, shown=shown)),)


FORMATS: Mapping[str, Callable[[bytes, str, str], Document]] = {
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".txt": _read_plain,
    ".html": _read_html,
    ".htm": _read_html,
    ".xhtml": _read_html,
    ".docx": _read_docx,
    ".odt": _read_odt,
    ".fodt": _read_odt,
    ".pdf": _read_pdf,
}
TRACKING: Mapping[str, Callable[[bytes, str, str, Tracked], Document]] = {
    ".docx": _read_docx,
    ".odt": _read_odt,
    ".fodt": _read_odt,
}
"""The formats that keep track of changes; corrections are tracked changes there."""

BILINGUAL_FORMATS: Mapping[str, Callable[[bytes, str], tuple[Bilingual, ...]]] = {
    ".xlf": _read_xliff,
    ".xliff": _read_xliff,
    ".sdlxliff": _read_xliff,  # XLIFF 1.2 of Trados, memoQ and Phrase
    ".mqxliff": _read_xliff,
    ".mxliff": _read_xliff,
    ".tmx": _read_tmx,
    ".po": _read_po,
}

_TO_BE_SAVED = (".doc", ".rtf", ".dot", ".wpd")


def is_bilingual(path: PurePath) -> bool:
    """Whether the format of a file, by its suffix, holds both languages."""
    return path.suffix.lower() in BILINGUAL_FORMATS


def read(
    path: Path,
    language: str,
    *,
    shown: str | None = None,
    tracked: Tracked = Tracked.ACCEPTED,
    data: bytes | None = None,
) -> Document:
    """The document in a file of one language; `shown` is the path to name in places and messages.

    `tracked` tells how to read the changes that a DOCX or ODT file keeps track of; other formats have none.
    With `data` it is read as if the file held that.
    Raises InputError, one line: no such file, an unknown suffix, a file that is not what its suffix says.
    """
    name = str(path) if shown is None else shown
    reader = _reader(path, name)
    data = _bytes(path, name) if data is None else data
    if path.suffix.lower() in TRACKING:
        return TRACKING[path.suffix.lower()](data, name, language, tracked)
    return reader(data, name, language)


def read_bilingual(
    path: Path, *, shown: str | None = None, data: bytes | None = None
) -> tuple[Bilingual, ...]:
    """The documents in a bilingual file, one pair for each <file> of an XLIFF, one for a TMX or a PO.

    With `data` it is read as if the file held that. Raises InputError as read does, and where the languages
    are others than English and Russian.
    """
    name = str(path) if shown is None else shown
    reader = BILINGUAL_FORMATS.get(path.suffix.lower())
    if reader is None:
        raise _unknown(path, name)
    return reader(_bytes(path, name) if data is None else data, name)


def texts_in(data: bytes, path: Path, language: str) -> tuple[str, ...]:
    """The texts of the segments that a file of this name would have in a language, had it this content.

    Raises InputError where it could not be read.
    """
    name = str(path)
    if not is_bilingual(path):
        return tuple(segment.text for segment in _reader(path, name)(data, name, language).segments)
    pairs = BILINGUAL_FORMATS[path.suffix.lower()](data, name)
    documents = (pair.russian if language == RUSSIAN else pair.english for pair in pairs)
    return tuple(segment.text for document in documents for segment in document.segments)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises InputError as read does."""
    return _bytes(path, str(path))


def read_text(path: Path) -> str:
    """The text of a file of any usual encoding. Raises InputError as read does."""
    return read_decoded(path).text


def read_decoded(path: Path) -> Decoded:
    """A text or XML file as it stands, markup included, with its encoding. Raises InputError as read does."""
    if path.suffix.lower() == ".po":
        from termcheck.formats.po import decode_po

        return decode_po(_bytes(path, str(path)), str(path))
    if is_bilingual(path):
        from termcheck.formats.bilingual_xml import decode_xml

        return decode_xml(_bytes(path, str(path)), str(path))
    if path.suffix.lower() in TRACKING:
        raise InputError(
            f"{path}: is a word processor's document, no text file; save it as Markdown or plain text"
        )
    if path.suffix.lower() == ".pdf":
        raise InputError(f"{path}: a PDF is not corrected; correct the file that it was made from")
    if _is_html(path):
        from termcheck.formats.html import decode_html

        return decode_html(_bytes(path, str(path)), RUSSIAN, shown=str(path))
    return decode(_bytes(path, str(path)), RUSSIAN, shown=str(path))


def escaping(path: PurePath) -> Callable[[str], str]:
    """How to write a text into a file of this name: with entities in XML and HTML, with backslashes in PO."""
    if path.suffix.lower() == ".po":
        from termcheck.formats.po import escape

        return escape
    if not is_bilingual(path) and not _is_html(path):
        return str
    from xml.sax.saxutils import escape as in_xml

    return in_xml


def _is_html(path: PurePath) -> bool:
    return FORMATS.get(path.suffix.lower()) is _read_html


def locate(document: Document, passage: Passage) -> Place:
    """The place of the first character of a passage: line and column where the file has them.

    In a PDF the name of the place begins with the page of that character ("p. 4, para. 12").

    An offset between two pieces (a blank that stands for a line break) or at the end of the text is
    placed right after the piece before it, a label that the format counts where its text begins.
    """
    place, pieces, offset = passage.segment.place, passage.pieces, passage.span.start
    if not pieces:
        return place
    piece = pieces[max(bisect_right(pieces, offset, key=lambda piece: piece.start) - 1, 0)]
    if piece.node.startswith(PAGE):
        return on_page(place, piece)
    if not document.lines:
        return place
    within = min(max(offset - piece.start, 0), piece.length)
    return place_at(place.path, piece.offset + within, document.lines, label=place.label, unit=place.unit)


def _reader(path: Path, shown: str) -> Callable[[bytes, str, str], Document]:
    reader = FORMATS.get(path.suffix.lower())
    if reader is not None:
        return reader
    if is_bilingual(path):
        raise InputError(f"{shown}: holds both languages; check it without a source")
    raise _unknown(path, shown)


def _bytes(path: Path, shown: str) -> bytes:
    if path.is_dir():
        raise InputError(f"{shown}: is a folder; name a file in it")
    if path.exists() and not path.is_file():  # a pipe may keep one waiting for ever
        raise InputError(f"{shown}: is a pipe or a device; name a file")
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{shown}: no such file") from error
    except OSError as error:
        raise InputError(f"{shown}: cannot be read ({error.strerror}); check its permissions") from error


def _unknown(path: Path, shown: str) -> InputError:
    if not path.exists():
        return InputError(f"{shown}: no such file")
    if path.is_dir():
        return InputError(f"{shown}: is a folder; name a file in it")
    if path.suffix.lower() in _TO_BE_SAVED:
        return InputError(f"{shown}: is in a format that is not read; save it as DOCX")
    known = ", ".join((*FORMATS, *BILINGUAL_FORMATS))
    return InputError(f"{shown}: unknown format “{path.suffix}”; termcheck reads {known}")
