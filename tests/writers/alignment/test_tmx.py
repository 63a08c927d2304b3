import io
from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from termcheck.formats.tmx import read_tmx
from termcheck.model import Alignment
from termcheck.writers.alignment.tmx import alignment_as_tmx

# What TMX 1.4b says of the elements that are written: which, in which order, with which attributes.
RULES = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note | prop | ude)*> <!ELEMENT note (#PCDATA)> <!ELEMENT ude EMPTY>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
    segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED
    adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note | prop)*, tuv+)> <!ATTLIST tu tuid CDATA #IMPLIED>
<!ELEMENT tuv ((note | prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)>
"""
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


def test_it_keeps_the_rules_of_the_standard(alignment: Alignment, sentences: Alignment) -> None:
    rules = etree.DTD(io.StringIO(RULES))
    for made in (alignment, sentences, replace(alignment, pairs=())):
        assert rules.validate(read(alignment_as_tmx(made))), rules.error_log


# A unit whose text is a label and nothing else ("1.") is read as that label, so the texts begin with a word.
texts = st.text().map(lambda text: f"Word{text}")


@given(english=texts, russian=texts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # it keeps no state
def test_what_is_written_is_read_back(
    pair_of: Callable[[str, str], Alignment], english: str, russian: str
) -> None:
    ((target, source),) = read_tmx(alignment_as_tmx(pair_of(english, russian)).encode(), shown="a.tmx")
    for document, text in ((source, english), (target, russian)):
        (segment,) = document.segments
        assert visible(segment.text) == visible(text)


def visible(text: str) -> str:
    """What a reader sees of a text, and XML can hold."""
    held = (
        char
        for char in text
        if char >= " " and char not in "\ufffe\uffff" and not "\ud800" <= char < "\ue000"
    )
    return "".join("".join(held).split()).translate(dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF)))
