"""Corrections as tracked changes: what is marked changes, nothing else does, and each can be undone."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termcheck.formats.docx_writing import track_changes
from termcheck.formats.rewriting import Edit
from termcheck.model import Document, Passage, Span

DAY = datetime(2024, 3, 1, 9, 30)
Write = Callable[..., bytes]
Read = Callable[[bytes], Document]
Of = Callable[[bytes], bytes]
Letters = Callable[[bytes], list[tuple[str, str, bool, bool]]]
Breaches = Callable[[bytes], list[str]]


def r(text: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def edit(document: Document, old: str, new: str) -> Edit:
    segment = next(segment for segment in document.segments if old in segment.text)
    start = segment.text.index(old)
    return Edit(Passage(segment, Span(start, start + len(old))), new)


def texts(document: Document) -> list[str]:
    return [segment.text for segment in document.segments]


BOLD, ITALIC = "<w:b/>", "<w:i/>"
BY_ANNA = 'w:id="0" w:author="Анна" w:date="2024-01-01T00:00:00Z"'

# The runs of a paragraph, what is wrong, what is right, and what then stands there: [-deleted-], {+put in+}.
CASES = {
    "a word": (r("Доклад Молдовы."), "Молдовы", "Чада", "Доклад [-Молдовы-]{+Чада+}."),
    "a letter": (r("Генеральный Секретарь"), "Секретарь", "секретарь", "Генеральный [-С-]{+с+}екретарь"),
    "no crumbs": (r("король Свазиленда"), "Свазиленда", "Эсватини", "король [-Свазиленда-]{+Эсватини+}"),
    "before a word": (r("от Молдовы"), "Молдовы", "Республики Молдовы", "от {+Республики +}Молдовы"),
    "after a word": (r("по Ирану"), "Ирану", "Ирану (Исламской)", "по Ирану{+ (Исламской)+}"),
    "something taken out": (r("A/ HRC/52"), "A/ HRC/52", "A/HRC/52", "A/[- -]HRC/52"),
    "over runs": (
        r("до") + r("кум", BOLD) + r("ента А", ITALIC),
        "документа А",
        "записки А",
        "[-до-]{+запис+}к[-умента-]{+и+} А",  # the letter that stays keeps its bold type
    ),
    "in a hyperlink": (
        f'<w:hyperlink w:anchor="a">{r("СТОС/COP/1")}</w:hyperlink>',
        "СТОС/COP/1",
        "CTOC/COP/1",
        "[-СТОС-]{+CTOC+}/COP/1",
    ),
    "in what Anna put in": (
        f"<w:ins {BY_ANNA}>{r('Доклад Молдовы о воде')}</w:ins>",
        "Молдовы",
        "Чада",
        "Доклад [-Молдовы-]{+Чада+} о воде",
    ),
    "beside what Anna took out": (
        r("Совет ") + f"<w:del {BY_ANNA}><w:r><w:delText>всей</w:delText></w:r></w:del>" + r("Молдовы"),
        "Совет Молдовы",
        "Совет Чада",
        "Совет [-Молдовы-]{+Чада+}",
    ),
    "in a content control": (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{r('Молдовы')}</w:sdtContent></w:sdt>",
        "Молдовы",
        "Чада",
        "[-Молдовы-]{+Чада+}",
    ),
    "in a field": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://undocs.org" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("Молдовы")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "Молдовы",
        "Чада",
        "[-Молдовы-]{+Чада+}",
    ),
    "in a simple field": (
        f'<w:fldSimple w:instr=" QUOTE ">{r("Молдовы")}</w:fldSimple>',
        "Молдовы",
        "Чада",
        "[-Молдовы-]{+Чада+}",
    ),
    "in a smart tag": (
        f'<w:smartTag w:uri="u" w:element="e">{r("Молдовы")}</w:smartTag>',
        "Молдовы",
        "Чада",
        "[-Молдовы-]{+Чада+}",
    ),
    "over a line break": (
        "<w:r><w:t>Документ A/</w:t><w:br/><w:t>HRC/52</w:t></w:r>",
        "A/ HRC/52",
        "A/HRC/52",
        "Документ A/HRC/52",
    ),
    "over blanks and a tabulator": (
        '<w:r><w:t xml:space="preserve">в г. </w:t></w:r><w:r><w:tab/></w:r>' + r("Вене"),
        "г. Вене",
        "Вене",
        "в [-г. -]Вене",
    ),
    "a soft hyphen within": (r("Мол\u00adдовы"), "Молдовы", "Чада", "[-Мол\u00adдовы-]{+Чада+}"),
    "a comment in the XML": (
        "<w:r><w:t>Мол<!-- ? -->довы</w:t></w:r>",
        "Молдовы",
        "Чада",
        "[-Молдовы-]{+Чада+}",
    ),
}


def marked(letters: list[tuple[str, str, bool, bool]]) -> str:
    """The text with what termcheck deletes as [-…-], what it puts in as {+…+}."""
    kinds = [(letter, "+" if put_in else "-" if deleted else "") for letter, _, put_in, deleted in letters]
    text, open_ = "", ""
    for letter, kind in [*kinds, ("", "")]:
        if kind != open_:
            text += {"": "", "+": "+}", "-": "-]"}[open_] + {"": "", "+": "{+", "-": "[-"}[kind]
            open_ = kind
        text += letter
    return text


def report(*cases: str) -> str:
    """Numbered paragraphs, one a case."""
    return "".join(p(r(f"{number}. "), CASES[name][0]) for number, name in enumerate(cases, start=1))


@pytest.mark.parametrize("name", CASES)
def test_corrections(
    name: str, write_docx: Write, read: Read, letters: Letters, rejected: Of, breaches: Breaches
) -> None:
    _, old, new, answer = CASES[name]
    data = write_docx(report(name))
    wrong = edit(read(data), old, new)
    made, edits = track_changes(data, [wrong], day=DAY, shown="a.docx")
    assert edits == (wrong,)
    [before] = texts(read(data))
    assert texts(read(made)) == [before.replace(old, new)]
    assert texts(read(rejected(made))) == [before]
    shown = marked(letters(made)).removeprefix("1. ").replace("всей", "")  # Anna's deletion
    assert shown == answer
    assert not breaches(made)
    assert [(a, b) for a, b, _, _ in letters(rejected(made))] == [(a, b) for a, b, _, _ in letters(data)]


@pytest.mark.slow
def test_libreoffice_agrees(write_docx: Write, read: Read, libreoffice: Callable[..., bytes]) -> None:
    """All the cases in one document: what LibreOffice has when its user accepts all, or rejects all."""
    data = write_docx(report(*CASES))
    before = read(data)
    edits = [
        Edit(Passage(segment, Span(start, start + len(old))), new)
        for segment, (_, old, new, _) in zip(before.segments, CASES.values(), strict=True)
        for start in [segment.text.index(old)]
    ]
    made, done = track_changes(data, edits, day=DAY, shown="a.docx")
    assert len(done) == len(CASES)
    corrected = [s.text.replace(e.passage.text, e.text) for s, e in zip(before.segments, edits, strict=True)]
    assert texts(read(libreoffice(made, "docx", accept=True))) == corrected
    assert texts(read(libreoffice(made, "docx"))) == corrected
    assert texts(read(libreoffice(made, "docx", reject=True))) == texts(
        read(libreoffice(data, "docx", reject=True))  # Anna's changes go as well
    )


def test_a_text_box(write_docx: Write, read: Read, rejected: Of, breaches: Breaches) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p(r('от Молдовы'))}</w:txbxContent></w:pict></w:r>"
    data = write_docx(p(r("Текст"), box))
    made, _ = track_changes(data, [edit(read(data), "Молдовы", "Чада")], day=DAY, shown="a.docx")
    assert texts(read(made)) == ["Текст", "от Чада"]
    assert texts(read(rejected(made))) == ["Текст", "от Молдовы"]
    assert not breaches(made)


def test_notes_and_page_headers(
    write_docx: Write, read: Read, parts: Callable[[bytes], dict[str, bytes]], breaches: Breaches
) -> None:
    note = f'<w:footnote w:id="2">{p(r("Доклад Молдовы."))}</w:footnote>'
    body = p(r("Текст"), '<w:r><w:footnoteReference w:id="2"/></w:r>')
    data = write_docx(body, footnotes=note, header1=p(r("А/71/303")), styles="")
    edits = [edit(read(data), "Молдовы", "Чада"), edit(read(data), "А/71", "A/71")]
    made, done = track_changes(data, edits, day=DAY, shown="a.docx")
    assert len(done) == 2
    assert texts(read(made)) == ["Текст", "Доклад Чада.", "A/71/303"]
    assert not breaches(made)
    before, after = parts(data), parts(made)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"word/footnotes.xml", "word/header1.xml"}


def test_all_page_headers_of_the_same_words(write_docx: Write, read: Read, breaches: Breaches) -> None:
    """Reading names them once; even pages have their own."""
    even = p("<w:r><w:tab/></w:r>", r("А", BOLD), r("/71", BOLD) + r("/303"))
    far = p(r("А/"), "<w:r><w:tab/></w:r>", r("71/303"))
    data = write_docx(p(r("Текст")), header1=p(r("А/71/303")), header2=even, header3=far)
    edits = [edit(read(data), "А/71/303", "A/71/303"), edit(read(data), "А/ ", "A/ ")]
    made, done = track_changes(data, edits, day=DAY, shown="a.docx")
    assert len(done) == 2
    assert texts(read(made)) == ["Текст", "A/71/303", "A/ 71/303"]
    assert not breaches(made)


def test_two_corrections_in_one_run(write_docx: Write, read: Read) -> None:
    """The second takes out a line break, and the blank before it, in a run that the first has cut."""
    data = write_docx(p("<w:r><w:t>1. Вот А/71, документ А/ </w:t><w:br/><w:t>HRC/52</w:t></w:r>"))
    edits = [edit(read(data), "А/71", "A/71"), edit(read(data), "А/ HRC", "A/HRC")]
    made, _ = track_changes(data, edits, day=DAY, shown="a.docx")
    assert texts(read(made)) == ["Вот A/71, документ A/HRC/52"]


def test_what_would_join_paragraphs_is_left(write_docx: Write, read: Read) -> None:
    """Where reading has made one segment of two paragraphs, torn by a page, they stay two."""
    data = write_docx(p(r("Доклад A/")) + p(r("HRC/52")))
    first, second = read(data).segments
    shift = len(first.text) + 1
    pieces = (*first.origin, *(replace(piece, start=piece.start + shift) for piece in second.origin))
    joined = replace(first, text=f"{first.text} {second.text}", origin=pieces)
    blank = Edit(Passage(joined, Span(7, shift + 3)), "A/HRC")
    letter = Edit(Passage(joined, Span(shift - 3, shift + 3)), "B/ HRP")
    made, done = track_changes(data, [blank, letter], day=DAY, shown="a.docx")
    assert done == (letter,)
    assert texts(read(made)) == ["Доклад B/", "HRP/52"]


def test_a_file_that_has_changed_since_is_left(write_docx: Write, read: Read) -> None:
    wrong = edit(read(write_docx(p(r("Доклад Молдовы")))), "Молдовы", "Чада")
    data = write_docx(p(r("Другой доклад")))
    assert track_changes(data, [wrong], day=DAY, shown="a.docx") == (data, ())


@pytest.mark.slow
@given(st.data(), st.lists(st.integers(0, 40), max_size=6), st.text("абд ", max_size=4))
@settings(max_examples=300)
def test_laws(
    write_docx: Write,
    read: Read,
    letters: Letters,
    rejected: Of,
    breaches: Breaches,
    parts: Callable[[bytes], dict[str, bytes]],
    paragraphs: st.SearchStrategy[str],
    draw: st.DataObject,
    cuts: list[int],
    new: str,
) -> None:
    """Whatever the runs: read again, the text has the corrections; rejected, it is the old one."""

    def spoken(text: str) -> str:
        """Blanks beside a line break are indentation: their number, and any after a hyphen, do not count."""
        return re.sub(r"- +", "-", " ".join(text.split()))

    data = write_docx(draw.draw(paragraphs))
    [segment] = read(data).segments
    bounds = sorted({min(cut, len(segment.text)) for cut in cuts})
    spans = [Span(low, high) for low, high in list(pairwise(bounds))[::2]]
    edits = [Edit(Passage(segment, span), new) for span in spans]
    made, done = track_changes(data, edits, day=DAY, shown="a.docx")
    expected, at = "", 0
    for one in done:
        expected += segment.text[at : one.passage.span.start] + new
        at = one.passage.span.end
    expected += segment.text[at:]
    # The label may be what a correction is about.
    whole = " ".join(f"{found.mark} {found.text}" for found in read(made).segments)
    assert spoken(whole) == spoken(f"{segment.mark} {expected}")
    [undone] = texts(read(rejected(made)))
    assert spoken(undone) == spoken(segment.text)
    assert [(a, b) for a, b, _, _ in letters(rejected(made))] == [(a, b) for a, b, _, _ in letters(data)]
    assert not breaches(made)
    before, after = parts(data), parts(made)
    assert all(after[name] == content for name, content in before.items() if name != "word/document.xml")
    placed = {at for piece in segment.origin for at in range(piece.start, piece.start + piece.length)}
    between_gaps = [at for at in range(1, len(segment.text)) if not {at - 1, at} & placed]
    for one in set(edits) - set(done):
        nothing = one.text == one.passage.text
        assert nothing or any(one.passage.span.start <= at <= one.passage.span.end for at in between_gaps)
