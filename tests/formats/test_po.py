"""Gettext catalogues: messages in pairs, every letter with its place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.errors import InputError
from termcheck.formats import escaping, read_bilingual, read_decoded
from termcheck.formats.po import read_po
from termcheck.formats.rewriting import Edit, rewrite
from termcheck.model import Document, Passage, Span

HEADER = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def read(text: str) -> tuple[Document, Document]:
    return read_po(text.encode(), shown="a.po")


def rows(text: str) -> list[tuple[str | None, str, str]]:
    """Unit, English and Russian."""
    russian, english = read(text)
    pairs = zip(english.segments, russian.segments, strict=True)
    return [(target.place.unit, source.text, target.text) for source, target in pairs]


def test_messages_stand_side_by_side() -> None:
    text = HEADER + 'msgid "Report"\nmsgstr "Доклад"\n\n#: a.py:7\nmsgid "Note"\nmsgstr ""\n'
    assert rows(text) == [("1", "Report", "Доклад"), ("2", "Note", "")]


def test_a_header_is_not_needed() -> None:
    assert rows('msgid "Report"\nmsgstr "Доклад"') == [("1", "Report", "Доклад")]


def test_neither_blank_lines_nor_comments_are_needed() -> None:
    text = HEADER + 'msgid "Report"\nmsgstr "Доклад"\nmsgctxt "menu"\nmsgid "Note"\nmsgstr "Записка"\n'
    assert rows(text) == [("1", "Report", "Доклад"), ("2", "Note", "Записка")]


def test_what_no_program_shows_is_passed_over() -> None:
    text = (
        HEADER
        + '#, fuzzy, c-format\n#| msgid "Older"\nmsgid "Report"\nmsgstr "Отчет"\n\n'
        + '#, fuzzy\n#~ msgid "Old"\n#~ msgstr "Старый"\n\n'
        + '#, c-format\nmsgid "Note"\nmsgstr "Записка"\n'
    )
    assert rows(text) == [("2", "Note", "Записка")]


def test_of_plural_forms_the_first_and_the_last_have_english() -> None:
    text = (
        HEADER
        + 'msgid "%d report"\nmsgid_plural "%d reports"\n'
        + 'msgstr[0] "%d доклад"\nmsgstr[1] "%d доклада"\nmsgstr[2] "%d докладов"\n'
    )
    assert rows(text) == [
        ("1[0]", "%d report", "%d доклад"),
        ("1[1]", "", "%d доклада"),
        ("1[2]", "%d reports", "%d докладов"),
    ]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ('""\n"Доклад "\n  "Генерального секретаря"', "Доклад Генерального секретаря"),
        (r'"Доклад\nпринят\n"', "Доклад принят"),
        (r'"Доклад\tпринят"', "Доклад принят"),
        (r'"Доклад \"Группы\" \\ \x41\102"', 'Доклад "Группы" \\ AB'),
        (r'"Доклад\r\n"', "Доклад"),
        (r'"a) доклад;"', "доклад;"),
    ],
)
def test_strings_are_read_as_in_c(written: str, read_as: str) -> None:
    assert rows(f'{HEADER}msgid "A"\nmsgstr {written}\n') == [("1", "A", read_as)]


@given(
    parts=st.lists(
        st.sampled_from(
            ["Комитет ", "а", r"\"", r"\\", r"\n", r"\t", '"\n"', '"\r\n \t"', "𝄞", "\u00ad", r"\x41"]
        )
    )
)
def test_every_letter_stands_where_its_piece_says(
    find_misplaced: Callable[..., list[tuple[str, str]]], parts: list[str]
) -> None:
    text = f'{HEADER}msgid "Ω One"\nmsgstr "{"".join(parts)}"\n'
    russian, english = read(text)
    assert find_misplaced(russian, text, escapes="\\") == []
    assert find_misplaced(english, text) == []


def test_lines_and_columns() -> None:
    russian, english = read(f'{HEADER}msgid "Report"\nmsgstr ""\n"Доклад"\n')
    assert (english.segments[0].place.line, english.segments[0].place.column) == (6, 8)
    assert (russian.segments[0].place.line, russian.segments[0].place.column) == (8, 2)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "koi8-r", "windows-1251"])
def test_encodings(encoding: str) -> None:
    text = HEADER.replace("UTF-8", encoding.removesuffix("-sig")) + 'msgid "A"\nmsgstr "Доклад"\n'
    russian, _ = read_po(text.encode(encoding), shown="a.po")
    assert [segment.text for segment in russian.segments] == ["Доклад"]


BAD = {
    "empty": ("", "holds no message"),
    "text": ("Комитет принял доклад.", "line 1 is no line of a PO file"),
    "a string too early": ('"Доклад"', "line 1 is no line of a PO file"),
    "an open quotation mark": (f'{HEADER}msgid "A"\nmsgstr "Доклад\n', "line 7 is no line of a PO file"),
    "no translation": (f'{HEADER}msgid "A"\n\nmsgid "B"\nmsgstr "Б"\n', "line 6: a message needs"),
    "no original": ('msgstr "Б"\n', "a message needs a msgid"),
    "context alone": ('msgctxt "menu"\n', "line 1: a message needs"),
    "two translations": ('msgid "A"\nmsgstr "А"\nmsgstr "Б"\n', "line 3: a second msgstr"),
    "not Russian": (HEADER.replace("ru", "fr"), "“fr” and not Russian"),
    "encoding": (HEADER.replace("UTF-8", "klingon"), "unknown encoding"),
    "broken": (HEADER.replace("UTF-8", "ascii") + 'msgid "A"\nmsgstr "А"\n', "is not ASCII"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_catalogue_is_told_in_one_line(name: str) -> None:
    text, what = BAD[name]
    with pytest.raises(InputError, match=rf"^a\.po: [^\n]*{what}[^\n]*$"):
        read(text)


@given(st.binary(max_size=200))
def test_whatever_the_bytes_they_are_read_or_refused(data: bytes) -> None:
    try:
        russian, english = read_po(b'msgid "' + data, shown="a.po")
    except InputError as error:
        assert "\n" not in str(error)
    else:
        assert len(russian.segments) == len(english.segments)


def test_by_suffix(saved: Callable[[str, str], Path]) -> None:
    path = saved("a.po", f'{HEADER}msgid "A"\nmsgstr "Доклад"\n')
    (pair,) = read_bilingual(path)
    assert pair.russian.segments[0].text == "Доклад"
    assert read_decoded(path).text == path.read_text(encoding="utf-8")


FIXES = {
    "in a string": ('"Доклад Молдовы\\n"', "Молдовы", "Республики Молдова", '"Доклад Республики Молдова\\n"'),
    "over the lines of a string": (
        '"доклад Генерального "\n"Секретаря"',
        "Генерального Секретаря",
        "Генеральному секретарю",
        '"доклад Генеральному "\n"секретарю"',
    ),
    "beside quotation marks": ('"в \\"Доклад\\""', 'в "Доклад"', "в «Доклад»", '"в «Доклад»"'),
    "with quotation marks": ('"в Доклад"', "Доклад", 'книгу "Мир"', '"в книгу \\"Мир\\""'),
    "with a backslash": ('"слева"', "слева", "\\", '"\\\\"'),
}


@pytest.mark.parametrize("name", FIXES)
def test_corrections_are_put_into_strings(saved: Callable[[str, str], Path], name: str) -> None:
    written, old, new, answer = FIXES[name]
    path = saved("a.po", f'{HEADER}# A comment\nmsgid "A"\nmsgstr {written}\n')
    (pair,) = read_bilingual(path)
    segment = pair.russian.segments[0]
    start = segment.text.index(old)
    edit = Edit(Passage(segment, Span(start, start + len(old))), new)
    made = rewrite(read_decoded(path), [edit], shown="a.po", escape=escaping(path))
    assert made.decode() == path.read_text(encoding="utf-8").replace(written, answer)
