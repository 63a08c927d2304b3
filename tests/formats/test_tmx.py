"""Translation memories as other tools write them."""

import pytest

from termcheck.errors import InputError
from termcheck.formats.tmx import read_tmx
from termcheck.model import Document

HEADER = (
    '<?xml version="1.0" encoding="utf-8"?><tmx version="1.4">'
    '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" '
    'srclang="en" datatype="plaintext"/><body>'
)


def unit(*variants: str, tuid: str = "") -> str:
    return f"<tu{f' tuid={tuid!r}' if tuid else ''}>{''.join(variants)}</tu>"


def variant(language: str, text: str) -> str:
    return f'<tuv xml:lang="{language}"><prop type="x">no text</prop><seg>{text}</seg></tuv>'


def read(*units: str) -> tuple[Document, Document]:
    (pair,) = read_tmx((HEADER + "".join(units) + "</body></tmx>").encode(), shown="a.tmx")
    return pair


def texts(side: Document) -> list[str]:
    return [segment.text for segment in side.segments]


def test_units_answer_each_other_whatever_the_order_and_the_region() -> None:
    russian, english = read(
        unit(variant("en-US", "Report &amp; note"), variant("ru-RU", "Доклад")),
        unit(variant("RU", "Записка"), variant("fr", "Note"), variant("EN", "Note")),
    )
    assert texts(english) == ["Report & note", "Note"]
    assert texts(russian) == ["Доклад", "Записка"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ('До<bpt i="1">&lt;b></bpt>кл<ept i="1">&lt;/b></ept>ад', "Доклад"),
        ('<hi type="x">Доклад</hi> <it pos="begin">&lt;i></it>принят<ut>{code}</ut>', "Доклад принят"),
        ('Доклад<ph type="lb">&lt;br></ph>принят', "Доклад принят"),
        ('Доклад<ph type="fnote">&lt;fn><sub>см. записку</sub></ph> принят', "Доклад принят см. записку"),
    ],
)
def test_inline_elements_do_not_disturb(written: str, read_as: str) -> None:
    russian, _ = read(unit(variant("en", "A"), variant("ru", written)))
    assert texts(russian) == [read_as]


def test_of_several_variants_of_a_language_the_first_stands() -> None:
    russian, english = read(
        unit(
            variant("en-GB", "Labour"),
            variant("en-US", "Labor"),
            variant("ru", "Труд"),
            variant("ru", "Работа"),
        )
    )
    assert (texts(english), texts(russian)) == (["Labour"], ["Труд"])


def test_the_dtd_that_the_standard_names_is_not_needed() -> None:
    text = HEADER.replace("<tmx", '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx', 1)
    text += unit(variant("en", "A"), variant("ru", "Доклад")) + "</body></tmx>"
    ((russian, _),) = read_tmx(text.encode("utf-8"), shown="a.tmx")
    assert texts(russian) == ["Доклад"]


def test_a_place_is_line_column_and_unit() -> None:
    russian, _ = read("\n", unit(variant("en", "A"), variant("ru", "Доклад"), tuid="u7"))
    (segment,) = russian.segments
    assert (segment.place.unit, segment.place.line) == ("u7", 2)


def test_a_unit_without_one_language_is_empty_there() -> None:
    russian, english = read(
        unit(variant("en", "A"), variant("ru", "Доклад")), unit(variant("en", "B"), variant("de", "B"))
    )
    assert texts(russian) == ["Доклад", ""]
    assert texts(english) == ["A", "B"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            HEADER + unit(variant("de", "A")) + "</body></tmx>",
            "a.tmx: holds no unit in English and Russian; its languages are de",
        ),
        ("<a/>", "a.tmx: is XML but not TMX"),
        ("<tmx><tu>", "a.tmx: is not well-formed XML, line 1: no element found"),
        (
            '<!DOCTYPE tmx [<!ENTITY x "y">]><tmx/>',
            "a.tmx: declares entities, which TMX does not need; remove them",
        ),
        (
            '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx><body>5&nbsp;m</body></tmx>',
            "a.tmx: uses “&nbsp;”, an entity of a DTD that is not read; write the character itself",
        ),
    ],
)
def test_what_is_no_memory_is_told(data: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        list(read_tmx(data.encode(), shown="a.tmx"))
    assert str(raised.value) == said
