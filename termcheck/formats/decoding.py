"""From the bytes of a text file to its text, whatever the encoding.

UTF-8 is tried first. Then UTF-16 by its zero bytes, then the one-byte encodings in which Russian and
English texts are found, by how much the result looks like words; charset-normalizer has the last word.
"""

import codecs
import re
from dataclasses import dataclass

from termcheck.errors import InputError
from termcheck.model import RUSSIAN

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_RUSSIAN_PAGES = ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5")
_OTHER_PAGES = ("cp1252", *_RUSSIAN_PAGES)

# A Russian word as it is written: small, Capital, or ALL CAPITALS. KOI8-R read as Windows-1251 gives
# the opposite ("яПТЧЕР" for "Привет"), CP866 gives signs within words.
_WORD = re.compile(r"\b(?:[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+)\b")
_MARK = re.compile("[«»„“”‘’–—№§°\u00a0…•]")
_LATIN_LETTER = re.compile("[À-ÖØ-öø-ÿŠšŽžŒœŸ]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file as text; `bom` + text in `encoding` gives the bytes back."""

    text: str
    encoding: str
    bom: bytes = b""


def decode(data: bytes, language: str, *, shown: str) -> Decoded:
    """The text of a file in `language`. Raises InputError where it is no text."""
    decoded = _by_mark(data, shown) or _without_mark(data, language, shown)
    if "\0" in decoded.text:
        raise InputError(f"{shown}: holds zero bytes, so it is not a text file; save it as UTF-8 text")
    return decoded


def _by_mark(data: bytes, shown: str) -> Decoded | None:
    for bom, encoding in _BOMS:
        if not data.startswith(bom):
            continue
        try:
            return Decoded(data[len(bom) :].decode(encoding), encoding, bom)
        except UnicodeDecodeError as error:
            raise _undecodable(shown) from error
    return None


def _without_mark(data: bytes, language: str, shown: str) -> Decoded:
    if b"\0" not in data:
        try:
            return Decoded(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError as error:
            if _is_damaged_utf8(data):
                line = data.count(b"\n", 0, error.start) + 1
                raise InputError(
                    f"{shown}: is UTF-8 with broken characters, the first in line {line}"
                ) from error
            return _one_byte(data, language, shown)
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and _looks_like_text(text):
            return Decoded(text, encoding)
    raise _undecodable(shown)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether nearly all that is not ASCII is UTF-8: a cut or a mended file, no other encoding."""
    beyond = [char for char in data.decode("utf-8", errors="replace") if not char.isascii()]
    return beyond.count("\ufffd") * 10 < len(beyond)


def _looks_like_text(text: str) -> bool:
    """Whether nearly all is Latin, Cyrillic or punctuation: UTF-16 read from the wrong end is not."""
    known = sum(char < "\u0530" or "\u2000" <= char < "\u2200" for char in text)
    return known >= 0.95 * len(text)


def _one_byte(data: bytes, language: str, shown: str) -> Decoded:
    best, best_score = None, 0.6  # below, no more than chance letters
    for encoding in _RUSSIAN_PAGES if language == RUSSIAN else _OTHER_PAGES:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = _score(text, latin=encoding == "cp1252")
        if score > best_score:
            best, best_score = Decoded(text, encoding), score
    if best:
        return best

    # Loaded only here: it takes longer than reading a whole report.
    from charset_normalizer import from_bytes

    guess = from_bytes(data).best()
    if guess is None:
        raise _undecodable(shown)
    return Decoded(str(guess), guess.encoding)


def _score(text: str, *, latin: bool) -> float:
    """The share of the letters beyond ASCII that stand in well-written words, from 0 to 1."""
    beyond = sum(not char.isascii() for char in text)
    if not beyond:
        return 0.0
    good = len(_MARK.findall(text))
    if latin:
        # Accents are single letters in English: "Bogotá"; a page of nothing else is another alphabet.
        letters = len(_LATIN_LETTER.findall(text))
        ascii_letters = sum(char.isascii() and char.isalpha() for char in text)
        return (good + (letters if letters * 5 < ascii_letters else 0)) / beyond
    return (good + sum(len(word) for word in _WORD.findall(text))) / beyond


def _undecodable(shown: str) -> InputError:
    return InputError(f"{shown}: cannot tell the encoding of this text; save it as UTF-8")
