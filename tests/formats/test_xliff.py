"""XLIFF 1.2: units in pairs, every run of characters with its place."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.errors import InputError
from termcheck.formats.xliff import read_xliff
from termcheck.model import Document

HEAD = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'


def file_of(*units: str, languages: str = 'source-language="en" target-language="ru"') -> str:
    return f'{HEAD}<file original="a" {languages}><body>{"".join(units)}</body></file></xliff>'


def unit(source: str, target: str | None, number: str = "1") -> str:
    side = "" if target is None else f"<target>{target}</target>"
    return f'<trans-unit id="{number}"><source>{source}</source>{side}</trans-unit>'


def read(text: str) -> list[tuple[Document, Document]]:
    return list(read_xliff(text.encode(), shown="a.xlf"))


def russian(target: str) -> str:
    return read(file_of(unit("x", target)))[0][0].segments[0].text


def test_units_stand_side_by_side() -> None:
    text = file_of(unit("One.", "Раз.", "1"), unit("Two.", None, "7"), unit("Three.", "", "9"))
    [(ru, en)] = read(text)
    assert [(s.place.unit, s.place.label, s.text) for s in ru.segments] == [
        ("1", "unit 1", "Раз."),
        ("7", "unit 7", ""),
        ("9", "unit 9", ""),
    ]
    assert [s.text for s in en.segments] == ["One.", "Two.", "Three."]
    assert (ru.language, en.language) == ("ru", "en")


def test_each_file_is_a_document() -> None:
    text = file_of(unit("One.", "Раз.")).replace("</xliff>", "") + file_of(unit("Two.", "Два.")).replace(
        HEAD, ""
    )
    assert [ru.segments[0].text for ru, _ in read(text)] == ["Раз.", "Два."]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ('Комитет <g id="1">принял</g> <mrk mtype="seg">доклад</mrk>', "Комитет принял доклад"),
        ('до<x id="1"/>клад<bx id="2"/> и<ex id="3"/>', "доклад и"),
        ('<bpt id="1">&lt;b&gt;</bpt>доклад<ept id="1">&lt;/b&gt;</ept><ph id="2">{0}</ph>', "доклад"),
        (
            'доклад<ph id="1">&lt;fn&gt;<sub>см. записку</sub>&lt;/fn&gt;</ph> принят',
            "доклад принят см. записку",
        ),
        ('доклад<x id="1" ctype="lb"/>принят', "доклад принят"),
        ("Мали &amp; Чад &lt;&#x41;&#1041;&gt;", "Мали & Чад <AБ>"),
        ("<![CDATA[A & B <c>]]> принят", "A & B <c> принят"),
        ("\n    Комитет\n    принял  \n", "Комитет принял"),
        ("до<!-- нет -->клад", "доклад"),
    ],
)
def test_inline_elements_do_not_disturb(written: str, read_as: str) -> None:
    assert russian(written) == read_as


def test_alternatives_and_notes_are_no_text() -> None:
    extra = (
        "<seg-source>Other</seg-source><note>Note</note>"
        "<alt-trans><source>X</source><target>Y</target></alt-trans>"
    )
    text = file_of(unit("One.", "Раз.").replace("</trans-unit>", f"{extra}</trans-unit>"))
    [(ru, en)] = read(text)
    assert (ru.segments[0].text, en.segments[0].text) == ("Раз.", "One.")


def test_prefixed_names_and_groups() -> None:
    text = file_of(f"<group>{unit('One.', 'Раз.')}</group>").replace("xmlns=", "xmlns:x=")
    for name in ("xliff", "file", "body", "group", "trans-unit", "source", "target"):
        text = text.replace(f"<{name}", f"<x:{name}").replace(f"</{name}", f"</x:{name}")
    assert read(text)[0][0].segments[0].text == "Раз."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_encodings(encoding: str) -> None:
    declared = "utf-8" if encoding == "utf-8-sig" else encoding
    data = (f'<?xml version="1.0" encoding="{declared}"?>' + file_of(unit("One.", "Раз."))).encode(encoding)
    [(ru, _)] = read_xliff(data, shown="a.xlf")
    assert ru.segments[0].text == "Раз."


@given(
    parts=st.lists(
        st.sampled_from(
            [
                "Комитет ",
                "а",
                "&amp;",
                "&#x41;",
                "<g id='1'>б</g>",
                "\n  ",
                "<x id='2'/>",
                "<![CDATA[<в>\n]]>",
                "𝄞",
                "\u00ad",
                " ",
            ]
        )
    )
)
def test_every_character_stands_where_its_piece_says(
    find_misplaced: Callable[..., list[tuple[str, str]]], parts: list[str]
) -> None:
    text = file_of(unit("Ω One", "".join(parts), "1"), unit("Two", "".join(reversed(parts)), "2"))
    [(ru, en)] = read(text)
    assert find_misplaced(ru, text, escapes="&") == []
    assert find_misplaced(en, text) == []
    assert len(ru.segments) == len(en.segments) == 2


def test_lines_and_columns() -> None:
    text = '<?xml version="1.0"?>\r\n' + file_of("\r\n" + unit("One.", "Раз."))
    place = read(text)[0][0].segments[0].place
    line = text.split("\r\n")[2]
    assert (place.line, place.column) == (3, line.index("Раз") + 1)


def test_labels_are_taken_off_on_both_sides() -> None:
    [(ru, en)] = read(file_of(unit("(b) Report;", "b) доклад;"), unit("7. Welcomes", "7. приветствует", "2")))
    assert [(s.mark, s.text) for s in ru.segments] == [("b)", "доклад;"), ("7.", "приветствует")]
    assert [(s.mark, s.text) for s in en.segments] == [("(b)", "Report;"), ("7.", "Welcomes")]


def test_a_date_line_dates_the_document() -> None:
    [(ru, en)] = read(file_of(unit("4 May 2022", "4 мая 2022 года")))
    assert ru.date == en.date == date(2022, 5, 4)


@pytest.mark.parametrize(
    "languages", ['source-language="en-US" target-language="ru-RU"', 'source-language="EN"', ""]
)
def test_language_codes_are_taken_leniently(languages: str) -> None:
    assert read(file_of(unit("One.", "Раз."), languages=languages))[0][0].segments[0].text == "Раз."


BAD = {
    "empty": ("", "not well-formed"),
    "text": ("Комитет", "not well-formed"),
    "cut off": (file_of(unit("One.", "Раз."))[:-30], "not well-formed"),
    "other XML": ("<html><body/></html>", "no <file>"),
    "XLIFF 2": ('<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>', "XLIFF 2"),
    "no Russian": (file_of(languages='source-language="en" target-language="fr"'), "“fr” and not Russian"),
    "no English": (file_of(languages='source-language="ru" target-language="ru"'), "“ru” and not English"),
    "entities": ('<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>' + file_of(), "entities"),
    "encoding": ('<?xml version="1.0" encoding="klingon"?>' + file_of(), "unknown encoding"),
    "zeros": ("<xliff>\0</xliff>", "not well-formed"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_xliff_is_told_in_one_line(name: str) -> None:
    text, what = BAD[name]
    with pytest.raises(InputError, match=rf"^a\.xlf: [^\n]*{what}[^\n]*$"):
        read(text)


def test_bytes_that_are_not_the_declared_encoding() -> None:
    with pytest.raises(InputError, match=r"is not UTF-8"):
        list(read_xliff(file_of(unit("One.", "Раз.")).encode("cp1251"), shown="a.xlf"))
