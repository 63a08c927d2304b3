"""The encoding that a page declares."""

import codecs
import re

from termcheck.formats.decoding import Decoded, decode

_NAME = rb"""\s*=\s*["']?\s*([A-Za-z][\w.:-]*)"""
_DECLARED = re.compile(
    rb"""<\?xml[^>]*?\bencoding%s|<meta\b[^>]*?\bcharset%s""" % (_NAME, _NAME), re.IGNORECASE
)
_HEAD = 4096  # bytes within which browsers look for it, and more
# No declaration is in any of the first; the others are what programs write that do not know.
_UNLIKELY = ("utf-16", "utf-32", "utf-7", "iso8859-1", "cp1252", "ascii")


def decode_html(data: bytes, language: str, *, shown: str) -> Decoded:
    """The text of a page: by its byte order mark, as UTF-8, or as it declares, or by its letters.

    Raises InputError where it is no text.
    """
    declared = _declared(data)
    if not declared or b"\0" in data or data.startswith(codecs.BOM_UTF8):
        return decode(data, language, shown=shown)
    if data.isascii():  # all letters beyond are entities; corrections are written in what is declared
        return Decoded(data.decode("ascii"), declared)
    for encoding in ("utf-8", declared):
        try:
            return Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    return decode(data, language, shown=shown)


def _declared(data: bytes) -> str:
    """The encoding that the head of a page names, "" where it names none that is known."""
    found = _DECLARED.search(data, 0, _HEAD)
    if found is None:
        return ""
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
        "".encode(name)  # "rot13" is known, and no encoding of text
    except LookupError:
        return ""
    return "" if name.startswith(_UNLIKELY) else name
