"""Pages in the encodings that they declare."""

import pytest

from termcheck.errors import InputError
from termcheck.formats.html import decode_html

META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'
TEXT = "<p>Представитель Чили выступил на заседании.</p>"


@pytest.mark.parametrize(
    ("head", "encoding", "found"),
    [
        (META.format("windows-1251"), "cp1251", "cp1251"),
        ("<meta charset='koi8-r'>", "koi8-r", "koi8-r"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251", "cp1251"),
        (META.format("windows-1251"), "utf-8", "utf-8"),  # saved anew by an editor that knew better
        (META.format("iso-8859-1"), "cp1251", "cp1251"),
        (META.format("utf-16"), "utf-8", "utf-8"),
        (META.format("нет такой"), "utf-8", "utf-8"),
        (META.format("rot13"), "cp1251", "cp1251"),
        ("", "cp1251", "cp1251"),
    ],
)
def test_encodings(head: str, encoding: str, found: str) -> None:
    decoded = decode_html((head + TEXT).encode(encoding), "ru", shown="a.html")
    assert (decoded.text, decoded.encoding) == (head + TEXT, found)


def test_corrections_of_a_page_in_entities_are_written_as_it_declares() -> None:
    page = META.format("windows-1251") + "<p>&#1063;ехия</p>".replace("ехия", "&#1077;")
    assert decode_html(page.encode(), "ru", shown="a.html").encoding == "cp1251"


def test_a_byte_order_mark_is_kept() -> None:
    data = TEXT.encode("utf-8-sig")
    decoded = decode_html(data, "ru", shown="a.html")
    assert decoded.bom + decoded.text.encode(decoded.encoding) == data


def test_what_is_no_text_is_told_in_one_line() -> None:
    with pytest.raises(InputError, match=r"^a\.html: [^\n]+$"):
        decode_html(b"<meta charset=koi8-r>\0\1\2\0", "ru", shown="a.html")
