"""Comments on exactly the words that they are about; all else stays."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from termcheck.formats.docx_writing import Note, add_comments
from termcheck.model import Document, Passage, Span

DAY = datetime(2024, 3, 1, 9, 30)
WORDS = (("Error:", "так не пишут"), ("", "country/form"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Write = Callable[..., bytes]
Read = Callable[[bytes], Document]
Parts = Callable[[bytes], dict[str, bytes]]
Letters = Callable[[bytes], list[tuple[str, str, bool, bool]]]
Breaches = Callable[[bytes], list[str]]


COUNTED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt '
    'w:val="russianLower"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def r(text: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def note(document: Document, words: str) -> Note:
    segment = next(segment for segment in document.segments if words in segment.text)
    start = segment.text.index(words)
    return Note(Passage(segment, Span(start, start + len(words))), WORDS)


def texts(document: Document) -> list[str]:
    return [segment.text for segment in document.segments]


@pytest.fixture(scope="session")
def commented(parts: Parts) -> Callable[[bytes], list[tuple[str, str]]]:
    """What every comment stands on, a text box or a note's mark as its name in [], and what it says."""

    def find(data: bytes) -> list[tuple[str, str]]:
        files = parts(data)
        under: dict[str, str] = {}
        open_: set[str] = set()
        for element in etree.fromstring(files["word/document.xml"]).iter("*"):
            tag, number = str(element.tag).removeprefix(W), element.get(f"{W}id", "")
            if tag == "commentRangeStart":
                under[number] = ""
                open_.add(number)
            elif tag == "commentRangeEnd":
                open_.remove(number)
            boxed = any(above.tag == f"{W}txbxContent" for above in element.iterancestors())
            shown = (element.text or "") if tag == "t" and not boxed else ""
            if tag in ("pict", "footnoteReference"):
                shown = f"[{tag}]"
            for number in open_:
                under[number] += shown
        comments = etree.fromstring(files["word/comments.xml"]).iter(f"{W}comment")
        said = {
            comment.get(f"{W}id", ""): " / ".join("".join(p.itertext()) for p in comment)
            for comment in comments
        }
        return [(under[number], said[number]) for number in under]

    return find


Commented = Callable[[bytes], list[tuple[str, str]]]
SAID = "Error: так не пишут / country/form"
BY_ANNA = 'w:id="3" w:author="Анна" w:date="2024-01-01T00:00:00Z"'
BODIES = {
    "in a run": r("доклад Молдовы о воде"),
    "a run": r("доклад ") + r("Молдовы", "<w:b/>"),
    "over runs": r("доклад Мол") + r("дов", "<w:b/>") + r("ы о воде"),
    "in a hyperlink": f'<w:hyperlink w:anchor="a">{r("доклад Молдовы")}</w:hyperlink>',
    "a hyperlink": f'от <w:hyperlink w:anchor="a">{r("Молдовы")}</w:hyperlink>',
    "into a hyperlink": r("от Мол") + f'<w:hyperlink w:anchor="a">{r("довы и Чада")}</w:hyperlink>',
    "in what Anna put in": f"<w:ins {BY_ANNA}>{r('от Молдовы и Чада')}</w:ins>",
    "in a content control": f"<w:sdt><w:sdtPr/><w:sdtContent>{r('Молдовы')}</w:sdtContent></w:sdt>",
    "in a smart tag": f'<w:smartTag w:uri="u" w:element="e">{r("от Молдовы")}</w:smartTag>',
    "in a simple field": f'<w:fldSimple w:instr="QUOTE">{r("Молдовы")}</w:fldSimple>',
    "in a field": '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE </w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("от Молдовы")}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
}


@pytest.mark.parametrize("name", BODIES)
def test_on_exactly_the_words(
    name: str,
    write_docx: Write,
    read: Read,
    commented: Commented,
    letters: Letters,
    breaches: Breaches,
    parts: Parts,
) -> None:
    data = write_docx(p(r("1. Вот "), BODIES[name]), styles="")
    made = add_comments(data, [note(read(data), "Молдовы")], day=DAY, shown="a.docx")
    assert commented(made) == [("Молдовы", SAID)]
    assert texts(read(made)) == texts(read(data))
    assert letters(made) == letters(data)
    assert not breaches(made)
    before, after = parts(data), parts(made)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }


def test_word_knows_who_when_and_where(write_docx: Write, read: Read, parts: Parts) -> None:
    data = write_docx(p(r("доклад Молдовы")))
    files = parts(add_comments(data, [note(read(data), "Молдовы")], day=DAY, shown="a.docx"))
    [comment] = etree.fromstring(files["word/comments.xml"])
    attributes = {str(key).removeprefix(W): value for key, value in comment.items()}
    assert attributes.pop("id")
    assert attributes == {"author": "termcheck", "initials": "tc", "date": "2024-03-01T09:30:00Z"}
    assert b'Target="comments.xml"' in files["word/_rels/document.xml.rels"]
    assert b'PartName="/word/comments.xml"' in files["[Content_Types].xml"]


def test_comments_that_are_there_stay(
    write_docx: Write, read: Read, commented: Commented, breaches: Breaches, parts: Parts
) -> None:
    theirs = f'<w:comment w:id="0" w:author="Анна" w:date="2024-01-01T00:00:00Z">{p(r("Верно?"))}</w:comment>'
    mark = '<w:r><w:commentReference w:id="0"/></w:r>'
    span = '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/>'
    data = write_docx(p(r("от "), span.format(r("Молдовы и Чада")), mark), comments=theirs)
    made = add_comments(data, [note(read(data), "Чада")], day=DAY, shown="a.docx")
    assert commented(made) == [("Молдовы и Чада", "Верно?"), ("Чада", SAID)]
    assert not breaches(made)
    assert parts(made)["[Content_Types].xml"] == parts(data)["[Content_Types].xml"]


def test_where_word_takes_no_comment(
    write_docx: Write, read: Read, commented: Commented, breaches: Breaches
) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p(r('от Чада'))}</w:txbxContent></w:pict></w:r>"
    reference = '<w:r><w:t>см.</w:t><w:footnoteReference w:id="2"/></w:r>'
    footnote = f'<w:footnote w:id="2">{p(r("доклад Молдовы"))}</w:footnote>'
    data = write_docx(
        p(r("Заглавие")) + p(r("Текст"), box, reference), footnotes=footnote, header1=p(r("А/71/303"))
    )
    document = read(data)
    notes = [note(document, words) for words in ("Чада", "Молдовы", "А/71/303")]
    made = add_comments(data, [*notes, Note(None, WORDS)], day=DAY, shown="a.docx")
    assert commented(made) == [
        ("", f"page header: “А/71/303” / {SAID}"),
        ("", SAID),
        ("[pict]", f"unnumbered para. 3: “Чада” / {SAID}"),
        ("[footnoteReference]", f"footnote 1: “Молдовы” / {SAID}"),
    ]
    assert not breaches(made)


@pytest.mark.parametrize(
    ("body", "at", "under"),
    [
        (p(r("Текст абзаца")), 0, "Текст"),
        (p(r("Текст абзаца")), 8, "абзаца"),
    ],
    ids=["no label", "a word"],
)
def test_a_comment_on_no_words_is_seen(
    write_docx: Write, read: Read, commented: Commented, body: str, at: int, under: str
) -> None:
    data = write_docx(body)
    [segment] = read(data).segments
    nothing = Note(Passage(segment, Span(at, at)), WORDS)
    assert commented(add_comments(data, [nothing], day=DAY, shown="a.docx")) == [(under, SAID)]


@pytest.mark.parametrize(
    ("body", "under"),
    [
        (p(r("б)", "<w:b/>"), r(" прочие вопросы")), "б)"),
        (p(r("б) прочие вопросы")), "б)"),
        (p(COUNTED, r("прочие вопросы")), "прочие"),
    ],
    ids=["in a run of its own", "in the run of the text", "counted by Word"],
)
def test_a_comment_on_a_label(
    write_docx: Write, read: Read, commented: Commented, body: str, under: str
) -> None:
    data = write_docx(body, numbering=NUMBERING)
    [segment] = read(data).segments
    assert segment.mark == "б)"
    about = Note(Passage.label(segment), WORDS)
    assert commented(add_comments(data, [about], day=DAY, shown="a.docx")) == [(under, SAID)]


def test_nothing_to_say_leaves_the_file_alone(write_docx: Write) -> None:
    data = write_docx(p(r("Текст")))
    assert add_comments(data, [], day=DAY, shown="a.docx") is data


@pytest.mark.slow
def test_libreoffice_shows_every_comment(
    write_docx: Write, read: Read, libreoffice: Callable[..., bytes], parts: Parts
) -> None:
    body = "".join(p(r(f"{number}. "), body) for number, body in enumerate(BODIES.values(), start=1))
    data = write_docx(body)
    before = read(data)
    notes = [
        Note(Passage(segment, Span(start, start + 7)), WORDS)
        for segment in before.segments
        for start in [segment.text.index("Молдовы")]
    ]
    assert len(notes) == len(BODIES)
    made = add_comments(data, [*notes, Note(None, WORDS)], day=DAY, shown="a.docx")
    content = parts(libreoffice(made, "odt"))["content.xml"].decode()
    assert content.count("<office:annotation ") == len(BODIES) + 1
    assert content.count("<dc:creator>termcheck</dc:creator>") == len(BODIES) + 1
    words = re.findall(r"<office:annotation-end ", content)
    assert len(words) >= len(BODIES)  # each has a beginning and an end: it stands on words
    assert texts(read(libreoffice(made, "docx"))) == texts(before)


@pytest.mark.slow
@given(st.data(), st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), min_size=1, max_size=4))
@settings(max_examples=200)
def test_laws(
    write_docx: Write,
    read: Read,
    commented: Commented,
    letters: Letters,
    breaches: Breaches,
    paragraphs: st.SearchStrategy[str],
    draw: st.DataObject,
    spans: list[tuple[int, int]],
) -> None:
    """Whatever the runs and however the comments overlap: each stands on its words, the text is the same."""
    data = write_docx(draw.draw(paragraphs))
    [segment] = read(data).segments
    passages = []
    for start, length in spans:
        start = min(start, len(segment.text) - 1)
        passages.append(Passage(segment, Span(start, min(start + length, len(segment.text)))))
    made = add_comments(data, [Note(passage, WORDS) for passage in passages], day=DAY, shown="a.docx")
    placed = {at for piece in segment.origin for at in range(piece.start, piece.start + piece.length)}
    on = sorted(
        "".join(segment.text[at] for at in range(one.span.start, one.span.end) if at in placed).replace(
            " ", ""
        )
        for one in passages
    )
    found = sorted(re.sub("[ \u00ad]", "", words) for words, _ in commented(made))
    if all(on):  # a comment on a line break stands beside it
        assert found == on
    # Blanks after a line break are indentation, in one run or in two.
    assert "".join(read(made).segments[0].text.split()) == "".join(segment.text.split())
    assert letters(made) == letters(data)
    assert not breaches(made)


def test_a_second_run_takes_the_comments_of_the_first_out(
    write_docx: Write, read: Read, commented: Callable[[bytes], list[tuple[str, str]]]
) -> None:
    data = write_docx(p(r("Доклад Молдавии издан.")) + p(r("Комиссия утвердила его.")))
    document = read(data)
    once = add_comments(data, [note(document, "Молдавии")], day=DAY, shown="a.docx")
    again = add_comments(once, [note(read(once), "Комиссия")], day=DAY, shown="a.docx")
    assert [words for words, _ in commented(again)] == ["Комиссия"]
    assert texts(read(again)) == texts(document)
    assert commented(add_comments(again, [], day=DAY, shown="a.docx")) == []
