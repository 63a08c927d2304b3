"""Archives with some parts replaced: all else byte for byte."""

import io
import zipfile

import pytest

from termcheck.formats.docx_writing.archive import with_parts

NAMES = ("[Content_Types].xml", "word/document.xml", "word/media/слон.png", "word/styles.xml", "word/empty")


class Unseekable(io.BytesIO):
    """A stream as a web server has it: sizes then follow the bytes of an entry."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation

    def tell(self) -> int:
        raise io.UnsupportedOperation


def archive(stream: io.BytesIO, compression: int) -> bytes:
    with zipfile.ZipFile(stream, "w", compression) as made:
        for name in NAMES:
            made.writestr(zipfile.ZipInfo(name, (2020, 1, 2, 3, 4, 6)), name * 50, compression)
        made.comment = b"kept as well"
    return stream.getvalue()


def raw(data: bytes) -> dict[str, bytes]:
    """The bytes of every entry as they are compressed, with the local header before them."""
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        return {
            info.filename: data[info.header_offset : info.header_offset + 30 + info.compress_size]
            for info in found.infolist()
        }


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("stream", [io.BytesIO, Unseekable])
def test_other_parts_stay_as_they_are_compressed(stream: type[io.BytesIO], compression: int) -> None:
    data = archive(stream(), compression)
    made = with_parts(data, {"word/document.xml": b"<new/>", "word/comments.xml": b"<comments/>"})
    with zipfile.ZipFile(io.BytesIO(made)) as found:
        assert found.testzip() is None
        assert found.namelist() == [*NAMES, "word/comments.xml"]
        assert found.comment == b"kept as well"
        assert found.read("word/document.xml") == b"<new/>"
        assert found.read("word/comments.xml") == b"<comments/>"
        assert {info.date_time for info in found.infolist()} == {(2020, 1, 2, 3, 4, 6)}
    before, after = raw(data), raw(made)
    for name in NAMES:
        assert (after[name] == before[name]) == (name != "word/document.xml")


def test_what_stands_before_an_archive_does_no_harm() -> None:
    data = b"#!/bin/sh\n" + archive(io.BytesIO(), zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(io.BytesIO(with_parts(data, {"word/empty": b"1"}))) as found:
        assert found.testzip() is None
        assert found.read("word/empty") == b"1"
        assert found.read("word/styles.xml") == b"word/styles.xml" * 50


def test_nothing_to_replace_leaves_the_file_alone() -> None:
    data = archive(io.BytesIO(), zipfile.ZIP_DEFLATED)
    assert with_parts(data, {}) is data
