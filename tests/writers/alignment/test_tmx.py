from dataclasses import replace

from lxml import etree

from termcheck.model import Alignment
from termcheck.writers.alignment.tmx import alignment_as_tmx

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


def test_trusted_pairs_are_units_with_both_sides(alignment: Alignment) -> None:
    root = read(alignment_as_tmx(alignment))
    assert [
        {variant.get(LANG): variant.findtext("seg") for variant in unit.iterfind("tuv")}
        for unit in root.iterfind("body/tu")
    ] == [{"en": "Report.", "ru": "Доклад."}, {"en": "One & two.", "ru": "Раз. Два."}]
    assert [unit.findtext("prop[@type='x-score']") for unit in root.iterfind("body/tu")] == [
        "1.0000",
        "0.9712",
    ]
    assert root.findtext(".//tu[2]/tuv[2]/prop") == "para. 2 + para. 3"


def test_a_doubtful_pair_is_no_memory(sentences: Alignment) -> None:
    root = read(alignment_as_tmx(sentences))
    assert [segment.text for segment in root.iterfind(".//seg")] == ["Second.", "Второе."]


def test_the_header_says_what_the_standard_requires(alignment: Alignment, sentences: Alignment) -> None:
    header = read(alignment_as_tmx(alignment)).find("header")
    assert header is not None
    required = "creationtool creationtoolversion segtype o-tmf adminlang srclang datatype".split()
    assert sorted(header.keys()) == sorted(required)
    assert header.get("segtype") == "paragraph"
    assert read(alignment_as_tmx(sentences)).find("header").get("segtype") == "sentence"  # type: ignore[union-attr]


def test_what_xml_cannot_hold_is_left_out(alignment: Alignment) -> None:
    first, *rest = alignment.pairs
    segment = replace(first.source[0].segment, text="Rep\x07ort.")
    odd = replace(first, source=(replace(first.source[0], segment=segment),))
    assert "<seg>Report</seg>" in alignment_as_tmx(replace(alignment, pairs=(odd, *rest)))
