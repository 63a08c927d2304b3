"""What editors ask in Word comments, and what they decide by a reply."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document as Word

from termcheck import formats
from termcheck.model import Document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MARKED = re.compile(r"\[\[(.*?)\]\]")


def _word(folder: Path, marked: list[str], comments: list[tuple[str, list[str], int | None]]) -> Document:
    """A Word file: comment n is on the n-th words in [[ ]]; each has an author, paragraphs and a parent."""
    word = Word()
    for text in marked:
        word.add_paragraph(text)
    stream = io.BytesIO()
    word.save(stream)
    parts = {}
    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name).decode("utf-8", "surrogateescape") for name in archive.namelist()}
    number = iter(range(len(comments)))

    def on_words(match: re.Match[str]) -> str:
        mine = next(number)
        replies = [mine, *(n for n, (_, _, parent) in enumerate(comments) if parent == mine)]
        starts = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in replies)
        ends = "".join(
            f'<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>' for n in replies
        )
        blank = 'xml:space="preserve"'
        return f"</w:t></w:r>{starts}<w:r><w:t {blank}>{match[1]}</w:t></w:r>{ends}<w:r><w:t {blank}>"

    parts["word/document.xml"] = MARKED.sub(on_words, parts["word/document.xml"])
    written = "".join(
        f'<w:comment w:id="{n}" w:author="{author}">'
        + "".join(
            f'<w:p w14:paraId="{n:07X}{at}"><w:r><w:t>{text}</w:t></w:r></w:p>'
            for at, text in enumerate(paragraphs)
        )
        + "</w:comment>"
        for n, (author, paragraphs, _) in enumerate(comments)
    )
    parts["word/comments.xml"] = f"<w:comments {W} {W14}>{written}</w:comments>"
    replies = "".join(
        f'<w15:commentEx w15:paraId="{n:07X}{len(paragraphs) - 1}" '
        f'w15:paraIdParent="{parent:07X}{len(comments[parent][1]) - 1}"/>'
        for n, (_, paragraphs, parent) in enumerate(comments)
        if parent is not None
    )
    parts["word/commentsExtended.xml"] = f"<w15:commentsEx {W15}>{replies}</w15:commentsEx>"
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        "".join(
            f'<Relationship Id="own{kind}" Type="{RELATIONS}/{kind}" Target="{kind}.xml"/>'
            for kind in ("comments", "commentsExtended")
        )
        + "</Relationships>",
    )
    file = folder / "report.docx"
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.encode("utf-8", "surrogateescape"))
    return formats.read(file, "ru")


OURS = ["Error: «Молдавии» is not the official name", "Write: Республики Молдова", "country/unofficial-name"]


def test_a_comment_asks_for_silence_on_its_paragraphs(tmp_path: Path) -> None:
    document = _word(
        tmp_path,
        ["Один.", "Два [[слова]] здесь.", "Три."],
        [("Editor", ["termcheck: ignore symbol/extra"], None)],
    )
    (directive,) = document.directives
    assert (directive.checks, directive.first, directive.last) == (("symbol/extra",), 1, 1)
    assert directive.span is None


def test_a_reply_to_our_comment_decides_on_its_words(tmp_path: Path) -> None:
    document = _word(
        tmp_path,
        ["Доклад [[Молдавии]] издан."],
        [("termcheck", OURS, None), ("Editor", ["Ignore."], 0)],
    )
    (directive,) = document.directives
    assert directive.checks == ("country/unofficial-name",)
    assert directive.span
    assert document.segments[0].text[directive.span.start : directive.span.end] == "Молдавии"


@pytest.mark.parametrize(
    "comments",
    [
        [("Editor", ["Прошу проверить название."], None)],
        [("termcheck", OURS, None)],
        [("termcheck", OURS, None), ("Editor", ["Исправлю."], 0)],
        [("Editor", ["Note", "country/unofficial-name"], None), ("Other", ["ignore"], 0)],
    ],
)
def test_other_comments_ask_for_nothing(
    comments: list[tuple[str, list[str], int | None]], tmp_path: Path
) -> None:
    assert _word(tmp_path, ["Доклад [[Молдавии]] издан."], comments).directives == ()


def test_a_comment_for_the_whole_file(tmp_path: Path) -> None:
    comments: list[tuple[str, list[str], int | None]] = [("Editor", ["termcheck: ignore-file text"], None)]
    (directive,) = _word(tmp_path, ["Один [[и]] все.", "Два."], comments).directives
    assert (directive.first, directive.last) == (0, 1)
