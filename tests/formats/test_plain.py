"""Plain text."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.formats.plain import read_plain
from termcheck.formats.structure import document, line_starts
from termcheck.model import Document


def read(text: str) -> Document:
    return document(read_plain(text), path="a.txt", language="ru", lines=line_starts(text))


def texts(text: str) -> list[str]:
    return [segment.text for segment in read(text).segments]


def test_paragraphs_by_blank_lines() -> None:
    assert texts("Комитет принял\nдоклад.\n\n \t\nЗаседание закрыто.\n") == [
        "Комитет принял доклад.",
        "Заседание закрыто.",
    ]


def test_one_a_line_where_there_are_no_blank_lines() -> None:
    assert texts("\n\nКомитет принял доклад.\nЗаседание закрыто.\n\n") == [
        "Комитет принял доклад.",
        "Заседание закрыто.",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(end: str) -> None:
    document = read(end.join(["1. Комитет", "принял доклад.", "", "2. Заседание закрыто."]))
    assert [(s.text, s.mark, s.place.line) for s in document.segments] == [
        ("Комитет принял доклад.", "1.", 1),
        ("Заседание закрыто.", "2.", 4),
    ]


def test_form_feeds_and_trailing_blanks() -> None:
    assert texts("Первый абзац.  \n\n\f\n\fВторой \u00a0\nабзац.\f") == ["Первый абзац.", "Второй абзац."]


@pytest.mark.parametrize("text", ["", "\n", " \r\n\f \n"])
def test_nothing_to_read(text: str) -> None:
    assert read(text).segments == ()


@given(text=st.text(alphabet="абВ1.)(;:- \n\r\t\f\u00ad\u00a0", max_size=120))
def test_every_character_stands_where_its_piece_says(
    find_misplaced: Callable[..., list[tuple[str, str]]], text: str
) -> None:
    assert find_misplaced(read(text), text) == []


@given(st.text(alphabet="абВг12.) \n\r", max_size=80))
def test_no_letter_is_lost(text: str) -> None:
    read_back = "".join(segment.mark + segment.text for segment in read(text).segments)
    assert "".join(filter(str.isalnum, read_back)) == "".join(filter(str.isalnum, text))
