from dataclasses import replace
from pathlib import Path

from lxml import etree

from termcheck.formats import read_bilingual
from termcheck.model import Alignment
from termcheck.writers.alignment.xliff import alignment_as_xliff

NAMESPACE = {"x": "urn:oasis:names:tc:xliff:document:1.2"}


def test_what_is_written_is_read_back(alignment: Alignment, tmp_path: Path) -> None:
    file = tmp_path / "a.xlf"
    file.write_text(alignment_as_xliff(alignment), encoding="utf-8")
    (pair,) = read_bilingual(file)
    assert [segment.text for segment in pair.english.segments] == ["Report.", "One & two.", ""]
    assert [segment.text for segment in pair.russian.segments] == ["Доклад.", "Раз. Два.", "Три."]


def test_doubt_and_what_has_no_counterpart_are_noted(alignment: Alignment, sentences: Alignment) -> None:
    notes = [
        note.text
        for made in (alignment, sentences)
        for note in etree.fromstring(alignment_as_xliff(made).encode()).iterfind(".//x:note", NAMESPACE)
    ]
    assert notes == [
        "para. 1 = para. 1: score 1.0000",
        "para. 2 = para. 2 + para. 3: score 0.9712",
        "para. 4: no counterpart in the English",
        "para. 1 = para. 1: score 0.9000",
        "para. 1 = para. 1: doubtful, score 0.8000",
    ]


def test_a_doubtful_target_needs_review(sentences: Alignment) -> None:
    root = etree.fromstring(alignment_as_xliff(sentences).encode())
    states = [target.get("state") for target in root.iterfind(".//x:target", NAMESPACE)]
    assert states == ["translated", "needs-review-translation"]


def test_elements_stand_in_the_order_of_the_standard(alignment: Alignment) -> None:
    root = etree.fromstring(alignment_as_xliff(alignment).encode())
    order = [
        [etree.QName(child).localname for child in unit]
        for unit in root.iterfind(".//x:trans-unit", NAMESPACE)
    ]
    assert order == [["source", "target", "note"]] * 3
    (file,) = root
    assert {"original", "source-language", "datatype"} <= {*file.keys()}
    assert [etree.QName(child).localname for child in file] == ["header", "body"]


def test_english_without_russian_has_no_target(alignment: Alignment) -> None:
    first, *_ = alignment.pairs
    alone = replace(alignment, pairs=(replace(first, target=()),))
    root = etree.fromstring(alignment_as_xliff(alone).encode())
    assert [source.text for source in root.iterfind(".//x:source", NAMESPACE)] == ["Report."]
    assert root.find(".//x:target", NAMESPACE) is None
