"""Corrections in ODT files: tracked changes that LibreOffice accepts and rejects, all else as it was."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.formats.odt import read_odt, track_changes
from termcheck.formats.rewriting import Edit
from termcheck.formats.structure import document
from termcheck.formats.tracked import Tracked
from termcheck.model import Document, Passage, Span

Write = Callable[..., bytes]
Settle = Callable[..., bytes]
DAY = datetime(2024, 3, 12, 9, 30)


def read(data: bytes, tracked: Tracked = Tracked.ACCEPTED) -> Document:
    return document(read_odt(data, shown="a.odt", tracked=tracked), path="a.odt", language="ru")


def texts(data: bytes, tracked: Tracked = Tracked.ACCEPTED) -> list[str]:
    return [segment.text for segment in read(data, tracked).segments]


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def corrected(data: bytes, *pairs: tuple[str, str]) -> bytes:
    """The file with the first place of some words corrected."""
    edits = []
    for old, new in pairs:
        segment = next(segment for segment in read(data).segments if old in segment.text)
        start = segment.text.index(old)
        edits.append(Edit(Passage(segment, Span(start, start + len(old))), new))
    made, _ = track_changes(data, edits, day=DAY, shown="a.odt")
    return made


BODIES = {
    "a word": ("<text:p>Доклад Молдовы.</text:p>", ("Молдовы", "Республики Молдова")),
    "over spans": (
        "<text:p>Совет <text:span>Безопас</text:span>тности &amp; мира</text:p>",
        ("Безопастности", "Безопасности"),
    ),
    "in a note": (
        '<text:p>Доклад<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>См. СТОС/1.</text:p></text:note-body></text:note>.</text:p>",
        ("СТОС/1", "CTOC/1"),
    ),
    "in a cell": (
        "<table:table><table:table-column/><table:table-row><table:table-cell><text:p>Свазиленд</text:p>"
        "</table:table-cell></table:table-row></table:table><text:p/>",
        ("Свазиленд", "Эсватини"),
    ),
    "beside another's change": (
        '<text:tracked-changes><text:changed-region text:id="tc1"><text:insertion><office:change-info>'
        "<dc:creator>Анна</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info>"
        "</text:insertion></text:changed-region></text:tracked-changes><text:p>Доклад "
        '<text:change-start text:change-id="tc1"/>второй<text:change-end text:change-id="tc1"/> Молдовы'
        "</text:p>",
        ("Молдовы", "Чада"),
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_accepted_it_is_the_correction_and_rejected_what_stood_there(name: str, write_odt: Write) -> None:
    body, (old, new) = BODIES[name]
    data = write_odt(body)
    made = corrected(data, (old, new))
    assert texts(made) == [text.replace(old, new) for text in texts(data)]
    if "another" not in name:
        assert texts(made, Tracked.REJECTED) == texts(data)


@pytest.mark.slow
@pytest.mark.parametrize("name", BODIES)
def test_libreoffice_accepts_and_rejects_it(name: str, write_odt: Write, libreoffice: Settle) -> None:
    body, (old, new) = BODIES[name]
    data = write_odt(body)
    made = corrected(data, (old, new))
    accepted = libreoffice(made, "odt", source="odt", accept=True)
    assert texts(accepted) == [text.replace(old, new) for text in texts(data)]
    assert b"changed-region" not in zipfile.ZipFile(io.BytesIO(accepted)).read("content.xml")
    if "another" not in name:
        assert texts(libreoffice(made, "odt", source="odt", reject=True)) == texts(data)


def test_all_else_in_the_archive_is_as_it_was(write_odt: Write) -> None:
    data = write_odt(
        "<text:p>Доклад Молдовы.</text:p>", **{"Thumbnails/a.png": "x" * 99, "settings.xml": "<a/>"}
    )
    made = corrected(data, ("Молдовы", "Чада"))
    before, after = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, made))
    assert after.namelist() == before.namelist()
    assert [name for name in before.namelist() if before.read(name) != after.read(name)] == ["content.xml"]
    assert made[:58] == data[:58]  # the mimetype first, not compressed


HEADERS = (
    "<style:header><text:p>Документ А/70/1</text:p></style:header><style:header-left><text:p>Документ "
    "<text:span>А/70</text:span>/1</text:p></style:header-left>"
)


def test_all_page_headers_of_the_same_words_are_corrected(write_odt: Write, libreoffice: Settle) -> None:
    data = write_odt("<text:p>Доклад.</text:p>", headers=HEADERS)
    made = corrected(data, ("А/70/1", "A/70/1"))
    assert texts(made) == ["Доклад.", "Документ A/70/1"]
    assert texts(made, Tracked.REJECTED) == texts(data)
    for how, letter in (("accept", "A"), ("reject", "А")):
        styles = part(libreoffice(made, "odt", source="odt", **{how: True}), "styles.xml")
        assert re.sub("<[^>]*>", "", styles).count(f"Документ {letter}/70/1") == 2
        assert "tracked-changes" not in styles


def flat(data: bytes) -> bytes:
    """The same document in one file."""
    content, styles = part(data, "content.xml"), part(data, "styles.xml")
    masters = styles[styles.index("<office:master-styles>") : styles.index("</office:document-styles>")]
    whole = content.replace("<office:body>", f"{masters}<office:body>")
    return whole.replace("office:document-content", "office:document").encode()


def test_a_flat_file_is_corrected_in_its_text_and_its_headers(write_odt: Write) -> None:
    data = flat(write_odt("<text:p>Доклад Молдовы.</text:p>", headers=HEADERS))
    made = corrected(data, ("Молдовы", "Чада"), ("А/70/1", "A/70/1"))
    assert texts(made) == ["Доклад Чада.", "Документ A/70/1"]
    assert texts(made, Tracked.REJECTED) == texts(data)


BOLD = (
    '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/>'
    "</style:style>"
)
# What is corrected, as it stands and is read after, and what is deleted and inserted, crumbs told as one.
READ = [
    ("из Свазиленда и", ("Свазиленда", "Эсватини"), ["Свазиленда"], ["Эсватини"]),
    ("Документ A /70/1.", ("A /70", "A/70"), ["<text:s/>"], []),
    ("два <text:s/>пробела", ("два  п", "два п"), ["<text:s/>"], []),
    ("тер\u00adмин и", ("термин", "слово"), ["тер\u00adмин"], ["слово"]),
    ("и и доклад", ("и и", "и"), ["<text:s/>и"], []),
    ("Совет<text:tab/>мира", ("т м", "там"), ["<text:tab/>"], ["а"]),
]


@pytest.mark.parametrize(("inner", "pair", "deleted", "inserted"), READ)
def test_only_letters_that_differ_are_told(
    inner: str, pair: tuple[str, str], deleted: list[str], inserted: list[str], write_odt: Write
) -> None:
    data = write_odt(f"<text:p>{inner}</text:p>")
    made = part(corrected(data, pair), "content.xml")
    assert re.findall(r"</office:change-info><text:p>(.*?)</text:p>", made) == deleted
    assert re.findall(r"<text:change-start[^>]*/>(.*?)<text:change-end", made) == inserted


def test_programs_may_have_other_prefixes(write_odt: Write) -> None:
    content = part(write_odt("<text:p>Доклад Молдовы.</text:p>"), "content.xml")
    other = re.sub(r"(?<=[< /])text:", "t:", content).replace("xmlns:text=", "xmlns:t=")
    data = write_odt("", **{"content.xml": other.replace("xmlns:dc=", "xmlns:d=")})
    made = corrected(data, ("Молдовы", "Чада"))
    assert texts(made) == ["Доклад Чада."]
    assert texts(made, Tracked.REJECTED) == ["Доклад Молдовы."]


def test_letters_are_deleted_and_put_in_as_they_looked(write_odt: Write, libreoffice: Settle) -> None:
    body = '<text:p>из <text:span text:style-name="B">Свазиленда</text:span> и Чили</text:p>'
    data = write_odt(body, styles=BOLD)
    made = corrected(data, ("Свазиленда", "Эсватини"))
    for how, word in (("accept", "Эсватини"), ("reject", "Свазиленда")):
        (block,) = read_odt(libreoffice(made, "odt", source="odt", **{how: True}), shown="a.odt")
        assert [block.text[span.start : span.end] for span in block.strong] == [word]


def test_what_is_put_before_a_word_looks_like_it(write_odt: Write) -> None:
    body = '<text:p><text:span text:style-name="B">доклад </text:span>Молдовы</text:p>'
    made = corrected(write_odt(body, styles=BOLD), ("Молдовы", "Республики Молдова"))
    (block,) = read_odt(made, shown="a.odt")
    assert [block.text[span.start : span.end] for span in block.strong] == ["доклад "]


@pytest.mark.parametrize(
    ("body", "pair"),
    [
        ("<text:p>доклад о работе и его</text:p><text:p>выводы и тот</text:p>", ("его выводы", "еговыводы")),
        ("<text:p><![CDATA[Молдовы & Чили]]></text:p>", ("Молдовы", "Чада")),
    ],
    ids=["it would join two paragraphs", "letters without a place of their own"],
)
def test_a_correction_that_cannot_be_made_is_none(body: str, pair: tuple[str, str], write_odt: Write) -> None:
    data = write_odt(body)
    (segment,) = read(data).segments
    start = segment.text.index(pair[0])
    edit = Edit(Passage(segment, Span(start, start + len(pair[0]))), pair[1])
    assert track_changes(data, [edit], day=DAY, shown="a.odt") == (data, ())


def test_a_typed_label_is_corrected_and_an_automatic_one_is_not(write_odt: Write) -> None:
    numbers = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="А, Б"'
        ' style:num-suffix="."/></text:list-style>'
    )
    typed = "<text:p>27. Доклад:</text:p><text:p>а) первый;</text:p><text:p>b) второй.</text:p>"
    listed = (
        '<text:list text:style-name="L"><text:list-item><text:p>Пункт</text:p></text:list-item></text:list>'
    )
    data = write_odt(typed + listed, styles=numbers)
    segments = read(data).segments
    assert [segment.mark for segment in segments] == ["27.", "а)", "b)", "А."]
    edits = [Edit(Passage.label(segments[at]), right) for at, right in ((1, "a)"), (3, "A."))]
    made, done = track_changes(data, edits, day=DAY, shown="a.odt")
    assert done == (edits[0],)
    assert [segment.mark for segment in read(made).segments] == ["27.", "a)", "b)", "А."]


# The law: accepted it is the correction, rejected what stood there, whatever the letters stand in.

WORDS = st.text("аб", min_size=1, max_size=3)
INNER = st.one_of(
    WORDS,
    WORDS,
    st.sampled_from(
        [" ", " ", "  ", "\n ", "&amp;", "&#x41;", "\u00ad", "<text:s/>", '<text:s text:c="2"/>']
    ),
    # A tabulator after a blank would read as that blank.
    st.sampled_from(["<text:tab/>", "<text:line-break/>"]).map(lambda gap: f"а{gap}а"),
    st.sampled_from(["<text:bookmark/>", "<text:soft-page-break/>"]),
    st.just(
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>сноска</text:p></text:note-body></text:note>"
    ),
)
SPAN = st.lists(INNER, min_size=1, max_size=3).map(
    lambda inner: f'<text:span text:style-name="B">{"".join(inner)}</text:span>'
)
PARAGRAPH = st.lists(st.one_of(INNER, INNER, SPAN), min_size=1, max_size=8).map("".join)


@given(PARAGRAPH, st.data())
def test_any_correction_is_accepted_and_rejected_whole(
    write_odt: Write, inner: str, data: st.DataObject
) -> None:
    before = write_odt(f"<text:p>Слово {inner} конец</text:p>", styles=BOLD)
    segment = read(before).segments[0]
    low = data.draw(st.integers(0, len(segment.text) - 1))
    span = Span(low, data.draw(st.integers(low + 1, len(segment.text))))
    new = data.draw(st.text("абв &<", max_size=6))
    if not f"{segment.text[:low]}{new}{segment.text[span.end :]}".strip():
        return  # an empty paragraph is no segment
    if f"{segment.text[:low]}{new}".endswith(" ") and segment.text.startswith(" ", span.end):
        return  # a tabulator after a blank reads as that blank
    edit = Edit(Passage(segment, span), new)
    after, made = track_changes(before, [edit], day=DAY, shown="a.odt")
    if not made:
        assert after == before
        return
    whole = read_odt(before, shown="a.odt")[0].text
    right = f"{whole[: span.start]}{new}{whole[span.end :]}"
    assert read_odt(after, shown="a.odt")[0].text == right.strip()
    assert texts(after, Tracked.REJECTED) == texts(before)


def test_nothing_to_correct_changes_nothing(write_odt: Write) -> None:
    data = write_odt("<text:p>Доклад.</text:p>")
    assert track_changes(data, (), day=DAY, shown="a.odt") == (data, ())
