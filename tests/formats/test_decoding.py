"""Bytes to text: whatever a Russian office saves."""

import pytest

from termcheck.errors import InputError
from termcheck.formats.decoding import decode

RUSSIAN = "Комитет рассмотрел пункт 5 повестки дня «Прочие вопросы» (№ 12) — и принял решение."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251"]
)
def test_russian_in_every_usual_encoding(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding), "ru", shown="a.txt").text == RUSSIAN


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "iso8859-5"])
def test_russian_in_older_encodings(encoding: str) -> None:
    text = "Комитет рассмотрел пункт 5 повестки дня и принял решение по всем вопросам."
    assert decode(text.encode(encoding), "ru", shown="a.txt").text == text


def test_windows_1251_with_few_cyrillic_letters() -> None:
    text = "See document CTOC/COP/WG.9/2019/3, annex II, paragraphs 4 to 12. " * 20 + "Язык: русский"
    assert decode(text.encode("cp1251"), "ru", shown="a.txt").text == text


def test_english_with_accents_in_windows_1252() -> None:
    text = "The representative of Côte d’Ivoire met Ms. Núñez in São Tomé — “for the record”."
    decoded = decode(text.encode("cp1252"), "en", shown="a.txt")
    assert (decoded.text, decoded.encoding) == (text, "cp1252")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_encoding_and_mark_give_the_bytes_back(encoding: str) -> None:
    data = RUSSIAN.encode(encoding)
    decoded = decode(data, "ru", shown="a.txt")
    assert decoded.bom + decoded.text.encode(decoded.encoding) == data


def test_empty_file() -> None:
    assert decode(b"", "ru", shown="a.txt").text == ""


def test_utf_8_with_a_broken_character_is_told_with_its_line() -> None:
    data = RUSSIAN.encode() + b"\n" + "решение".encode()[:-1]
    with pytest.raises(InputError, match=r"^a\.txt: is UTF-8 with broken characters, the first in line 2$"):
        decode(data, "ru", shown="a.txt")


@pytest.mark.parametrize("data", [b"abc\0def", b"\xff\xfe\x00", b"\0\0\0\0", b"%PDF\0\x81\x9d\xff\0\x01"])
def test_what_is_no_text_is_told(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^a\.txt: [^\n]+$"):
        decode(data, "ru", shown="a.txt")
