"""Notes as word processors and web sites write them."""

from collections.abc import Callable

import pytest

from termcheck.model import Document, Kind

Read = Callable[[str], Document]

WORD = """<div class=WordSection1><p class=MsoNormal>Комитет<a href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference>[1]</span></a> принял доклад.</p></div>
<div><br clear=all><hr align=left size=1 width="33%"><div id=ftn1><p class=MsoFootnoteText><a
href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> См. A/71/303.</p>
<p class=MsoFootnoteText>Там же.</p></div></div>"""
OFFICE = """<p>Комитет<sup><a class="sdfootnoteanc" name="sdfootnote1anc"
href="#sdfootnote1sym"><sup>1</sup></a></sup> принял доклад.</p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym"
href="#sdfootnote1anc">1</a>См. A/71/303.</p><p>Там же.</p></div>"""
PANDOC = """<p>Комитет<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>
принял доклад.</p><aside id="footnotes" role="doc-endnotes"><hr /><ol><li id="fn1"><p>См. A/71/303.</p>
<p>Там же.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></aside>"""
WIKI = """<p>Комитет<sup id="cite_ref-a_1-0" class="reference"><a href="#cite_note-a-1">[1]</a></sup> принял
доклад.</p><ol class="references"><li id="cite_note-a-1"><span><a href="#cite_ref-a_1-0">↑</a></span>
<span>См. A/71/303.<p>Там же.</p></span></li></ol>"""
BY_HAND = """<p>Комитет<sup><a href="https://example.org/page#n1">1</a></sup> принял доклад.</p>
<div class="notes"><h2>Примечания</h2><div id="n1"><p>1. См. A/71/303.</p><p>Там же.</p></div></div>"""


@pytest.mark.parametrize("written", [WORD, OFFICE, PANDOC, WIKI, BY_HAND])
def test_notes_of_all_hands(read_page: Read, written: str) -> None:
    first, *notes = read_page(written).segments
    assert (first.text, first.notes) == ("Комитет принял доклад.", ((7, "1"),))
    notes = [note for note in notes if note.text != "Примечания"]
    assert [(note.kind, note.place.label, note.mark, note.text) for note in notes] == [
        (Kind.FOOTNOTE, "footnote 1", "1", "См. A/71/303."),
        (Kind.FOOTNOTE, "footnote 1", "1", "Там же."),
    ]


def test_notes_beside_each_other(read_page: Read) -> None:
    page = read_page(
        '<p>Доклад<a href="#_ftn1" name="_ftnref1">*</a> и записка'
        '<a href="#_ftn2" name="_ftnref2">**</a>.</p>'
        '<p><a href="#_ftnref1" name="_ftn1">*</a> A/71/303.</p>'
        '<p><a href="#_ftnref2" name="_ftn2">**</a> A/71/304.</p>'
    )
    assert page.segments[0].notes == ((6, "*"), (16, "**"))
    assert [(s.mark, s.text) for s in page.segments[1:]] == [("*", "A/71/303."), ("**", "A/71/304.")]


def test_contents_and_ways_to_the_top_are_no_notes(read_page: Read) -> None:
    page = read_page(
        '<p id="top"><a href="#s1" id="t1">1</a> <a href="#s2">Выводы</a></p>'
        '<h2 id="s1">Введение</h2><p>Текст.</p><h2 id="s2"><a href="#top">Выводы</a></h2><p>Текст.</p>'
    )
    assert [segment.kind for segment in page.segments].count(Kind.FOOTNOTE) == 0
    assert page.segments[0].text == "1 Выводы"


def test_a_note_that_begins_with_a_figure_keeps_it(read_page: Read) -> None:
    page = read_page('<p>Доклад<sup><a href="#n">2</a></sup>.</p><p id="n">2 марта 2021 года.</p>')
    assert page.segments[1].text == "2 марта 2021 года."
