"""An editor answers a comment of termcheck with "ignore" in Word: the finding is known from then on."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from docx import Document as Word
from lxml import etree

Run = Callable[..., Result]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
RELATION = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
REPLIES = f'<Relationship Id="replies" Type="{RELATION}" Target="commentsExtended.xml"/></Relationships>'


def _with_reply(data: bytes, check: str, words: str) -> bytes:
    """The document after Word has saved it with a reply to the comment of a check."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts["word/comments.xml"])
    ours = next(c for c in root if "".join(c.itertext()).endswith(check))
    ours.findall(f"{W}p")[-1].set(f"{W14}paraId", "0000000A")
    reply = etree.SubElement(root, f"{W}comment", {f"{W}id": "900", f"{W}author": "Editor"})
    paragraph = etree.SubElement(reply, f"{W}p", {f"{W14}paraId": "0000000B"})
    etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = words
    parts["word/comments.xml"] = etree.tostring(root)
    parts["word/commentsExtended.xml"] = (
        f'<w15:commentsEx xmlns:w15="{W15}">'
        '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A"/></w15:commentsEx>'
    ).encode()
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        REPLIES.encode(),
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.fixture
def commented(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    word = Word()
    word.add_paragraph("Комиссия рассмотрела документ СТОС/COP/2008/19 и утвердила доклад о работе сессии.")
    word.add_paragraph("Она рассмотрела также документ СТОС/COP/2008/20, который был издан позднее.")
    word.save(str(tmp_path / "report.docx"))
    assert run("check", "report.docx", "--format", "docx", "-o", "report.docx").exit_code == 1
    return tmp_path / "report.docx"


def _found(result: Result) -> list[str]:
    return [finding["text"] for finding in json.loads(result.stdout)["findings"]]


def test_a_reply_becomes_an_entry_of_the_baseline(run: Run, commented: Path) -> None:
    known = Path("known.json")
    known.write_text('{"version": 1, "findings": []}', encoding="utf-8")
    plain = commented.read_bytes()
    commented.write_bytes(_with_reply(plain, "symbol/mixed-script", "ignore"))
    first = run("check", "report.docx", "--baseline", "known.json", "--format", "json")
    assert _found(first) == ["СТОС/COP/2008/20"]
    assert "known.json: 1 finding that a comment says to ignore known from now on" in first.stderr
    commented.write_bytes(plain)  # the comments are gone, the decision stays
    assert _found(run("check", "report.docx", "--baseline", "known.json", "--format", "json")) == [
        "СТОС/COP/2008/20"
    ]


def test_another_reply_decides_nothing(run: Run, commented: Path) -> None:
    commented.write_bytes(_with_reply(commented.read_bytes(), "symbol/mixed-script", "Исправлю."))
    assert len(_found(run("check", "report.docx", "--format", "json"))) == 2


def test_a_comment_on_a_typed_label_is_answered_as_well(run: Run, commented: Path) -> None:
    word = Word()
    for text in ("1. Комиссия решила:", "a) принять доклад;", "б) издать его;", "c) закрыть сессию."):
        word.add_paragraph(text)
    word.save(str(commented))
    run("check", commented.name, "--format", "docx", "-o", commented.name)
    commented.write_bytes(_with_reply(commented.read_bytes(), "structure/label-script", "ignore"))
    assert _found(run("check", commented.name, "--format", "json")) == []
