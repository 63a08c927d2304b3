"""The archive with some parts replaced, all others byte for byte as they were, compressed as they were."""

import io
import zipfile
from collections.abc import Mapping
from copy import copy

_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The bytes of an archive in which these parts have these contents; new ones come last."""
    if not parts:
        return data
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        new.comment = old.comment
        known = set()
        starts = sorted({info.header_offset for info in old.infolist()} | {old.start_dir})
        for info in old.infolist():
            known.add(info.filename)
            if info.filename in parts:
                new.writestr(_entry_like(info), parts[info.filename])
            else:
                start = info.header_offset
                _copy_raw(new, info, data[start : next(at for at in starts if at > start)])
        for name, content in parts.items():
            if name not in known:
                new.writestr(_entry_like(old.infolist()[0], name), content)
    return made.getvalue()


def _entry_like(info: zipfile.ZipInfo, name: str = "") -> zipfile.ZipInfo:
    """A new entry of the same date and kind as another."""
    entry = zipfile.ZipInfo(name or info.filename, info.date_time)
    entry.compress_type = info.compress_type if info.compress_type in _COMPRESSIONS else zipfile.ZIP_DEFLATED
    entry.external_attr, entry.create_system = info.external_attr, info.create_system
    return entry


def _copy_raw(archive: zipfile.ZipFile, info: zipfile.ZipInfo, data: bytes) -> None:
    """Add an entry, with its own header before its bytes, without unpacking it."""
    stream = archive.fp
    assert stream is not None
    entry = copy(info)
    stream.seek(archive.start_dir)
    entry.header_offset = stream.tell()
    stream.write(data)
    archive.start_dir = stream.tell()
    archive.filelist.append(entry)
    archive.NameToInfo[entry.filename] = entry
