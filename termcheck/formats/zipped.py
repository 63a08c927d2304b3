"""The archive that a word processor's file is, opened with care for what was made to do harm."""

import io
import zipfile
import zlib

from termcheck.errors import InputError

_LARGEST_PART = 100_000_000  # bytes unpacked; a report of a thousand pages has ten million
# A word processor's XML packs to a tenth, tables of one word to a fiftieth; what packs far better was made
# to do harm.
_LARGEST_RATIO, _HARMLESS = 250, 5_000_000
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError),
)
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_RICH_TEXT = b"{\\rtf"


def opened(data: bytes, shown: str, kind: str) -> zipfile.ZipFile:
    """The archive that a file of a kind ("DOCX") is. Raises InputError where it is none."""
    if data.startswith(_COMPOUND_FILE):
        raise InputError(
            f"{shown}: is a Word 97 document or has a password; save it as {kind}, without a password"
        )
    if data.startswith(_RICH_TEXT):
        raise InputError(f"{shown}: is an RTF file; save it as {kind}")
    article = "an" if kind[0] in "AEIO" else "a"
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputError(
            f"{shown}: is not {article} {kind} file, or a broken one; save it again in a word processor"
        ) from error


def unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, shown: str) -> bytes:
    """The content of a part of an archive. Raises InputError for one that is broken or far too large."""
    swells = info.file_size > _LARGEST_RATIO * max(info.compress_size, 1)
    if info.file_size > _LARGEST_PART or (info.file_size > _HARMLESS and swells):
        raise InputError(
            f"{shown}: its part {info.filename} unpacks to {info.file_size // 1_000_000} MB, too large for a "
            "document; save it again in a word processor"
        )
    try:
        return archive.read(info)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        RuntimeError,
        NotImplementedError,
        ValueError,
    ) as error:
        raise broken(info.filename, shown) from error


def broken(part: str, shown: str) -> InputError:
    """What is to be said of a part that cannot be read."""
    return InputError(f"{shown}: its part {part} is broken; save the document again in a word processor")
