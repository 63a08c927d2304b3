"""XLIFF 1.2 and 2: units in pairs, every run of characters with its place."""

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
        ('до<x id="1"/>клад<bx id="2"/> и<ex id="3"/>', "до￼клад и"),
        ('<bpt id="1">&lt;b&gt;</bpt>доклад<ept id="1">&lt;/b&gt;</ept><ph id="2">{0}</ph>', "доклад￼"),
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


def test_what_is_not_to_be_translated_is_left_out() -> None:
    locked = unit("{0}", None, "2").replace("<trans-unit", '<trans-unit translate="no"')
    group = f'<group translate="no">{unit("{1}", None, "3")}{unit("{2}", None, "4")}</group>'
    [(ru, en)] = read(file_of(unit("One.", "Раз.", "1"), locked, group, unit("Two.", "Два.", "5")))
    assert [(s.place.unit, s.text) for s in ru.segments] == [("1", "Раз."), ("5", "Два.")]
    assert [s.text for s in en.segments] == ["One.", "Two."]


def file_of_2(*units: str, version: str = "2.0", languages: str = 'srcLang="en" trgLang="ru-RU"') -> str:
    head = f'<xliff version="{version}" {languages} xmlns="urn:oasis:names:tc:xliff:document:2.0">'
    return f'{head}<file id="f1">{"".join(units)}</file></xliff>'


@pytest.mark.parametrize("version", ["2.0", "2.1", "2.2"])
def test_segments_of_version_2(version: str) -> None:
    several = (
        "<segment><source>One.</source><target>Раз.</target></segment>"
        "<ignorable><source> </source><target> </target></ignorable>"
        '<segment id="s2"><source>Two.</source></segment>'
    )
    alone = (
        '<originalData><data id="d1">&lt;b&gt;</data></originalData>'
        "<segment><source>Th<ph id='1' dataRef='d1'/>ree.</source>"
        "<target><pc id='2'>Т<mrk id='m1' type='term'>р</mrk>и</pc>"
        "<ph id='3' subType='xlf:lb'/>.</target></segment>"
        "<mtc:matches xmlns:mtc='urn:oasis:names:tc:xliff:matches:2.0'><mtc:match><source>X</source>"
        "<target>Икс</target></mtc:match></mtc:matches>"
    )
    text = file_of_2(f'<unit id="a">{several}</unit>', f'<group id="g"><unit id="b">{alone}</unit></group>')
    [(ru, en)] = read(text.replace('version="2.0"', f'version="{version}"'))
    assert [(s.place.unit, s.text) for s in ru.segments] == [("a", "Раз."), ("a/s2", ""), ("b", "Три .")]
    assert [s.text for s in en.segments] == ["One.", "Two.", "Three."]


def test_a_note_of_version_2_is_about_all_segments_of_its_unit() -> None:
    notes = "<notes><note>termcheck: ignore symbol/extra</note></notes>"
    segments = "<segment><source>x</source><target>ы</target></segment>" * 2
    text = file_of_2(
        *(f'<unit id="{name}">{said}{segments}</unit>' for name, said in (("a", ""), ("b", notes)))
    )
    [(ru, _)] = read(text)
    assert [(asked.checks, asked.first, asked.last) for asked in ru.directives] == [(("symbol/extra",), 2, 3)]


def test_languages_of_version_2() -> None:
    unit_of_2 = '<unit id="a"><segment><source>x</source></segment></unit>'
    with pytest.raises(InputError, match="target language is “fr” and not Russian"):
        read(file_of_2(unit_of_2, languages='srcLang="en" trgLang="fr"'))


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
    "no files": ('<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>', "no <file>"),
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
