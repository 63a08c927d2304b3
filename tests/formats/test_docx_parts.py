"""The archive of a Word file: what it may hold, and what is told of a bad one."""

import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from termcheck.errors import InputError
from termcheck.formats import Tracked
from termcheck.formats.docx import read_docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SAMPLE = Path(__file__).parents[2] / "samples" / "planted.ru.docx"
NAMES = "p r t tbl tr tc ins del sdtContent hyperlink fldChar numPr rPr sectPr footnoteReference sym".split()
BODY = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>Комитет</w:t></w:r></w:p></w:body></w:document>'


def package(files: dict[str, str], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def main_is(target: str) -> str:
    relation = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="{target}"/>'
    return f'<Relationships xmlns="{PACKAGE}">{relation}</Relationships>'


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("word/document.xml", "word/document.xml"),
        ("word/document.xml", "/word/document.xml"),
        ("word/document2.xml", "word/document2.xml"),
        ("Word/Document.xml", "word/document.xml"),
        ("word\\document.xml", "word/document.xml"),
        ("word/my document.xml", "word/my%20document.xml"),
    ],
)
def test_names_of_the_main_part(name: str, target: str) -> None:
    data = package({"_rels/.rels": main_is(target), name: BODY})
    (block,) = read_docx(data, shown="a.docx")
    assert block.text == "Комитет"
    assert block.pieces[0].node.partition("#")[0] == name


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as error:
        read_docx(data, shown="a.docx")
    message = str(error.value)
    assert message.startswith("a.docx: ")
    assert "\n" not in message
    return message


def test_a_bomb() -> None:
    assert "unpacks to 30 MB" in refused(package({"word/document.xml": " " * 30_000_000}))
    assert "unpacks to 101 MB" in refused(package({"word/document.xml": " " * 101_000_000}))


def test_a_large_report_is_no_bomb() -> None:
    words = "В пункте {0} говорится, что в {0} году Комитет принял доклад о своей работе. " * 10
    paragraph = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
    body = "".join(paragraph.format(number) for number in range(7_000))
    assert len(body) > 5_000_000
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    assert len(read_docx(package({"word/document.xml": document}), shown="a.docx")) == 7_000


def test_an_old_or_protected_file() -> None:
    assert "has a password" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))


def test_a_spreadsheet() -> None:
    files = {"_rels/.rels": main_is("xl/workbook.xml"), "xl/workbook.xml": "<workbook/>"}
    assert "without a Word document" in refused(package(files))


def test_a_main_part_that_is_not_there() -> None:
    assert "without a Word document" in refused(package({"_rels/.rels": main_is("word/lost.xml")}))


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE a [<!ENTITY b "x">]>' + BODY.replace("Комитет", "&b;"),
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">' + BODY,
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + BODY.replace("Комитет", "&b;"),
        '<!DOCTYPE a [<!ENTITY b "xxxxxxxxxx"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
        + BODY.replace("Комитет", "&c;"),
    ],
)
def test_entities(xml: str) -> None:
    assert "declares a document type" in refused(package({"word/document.xml": xml}))


@pytest.mark.parametrize("part", ["styles", "numbering", "footnotes", "settings"])
def test_another_part_that_is_broken(part: str) -> None:
    relation = f'<Relationship Id="r" Type="{OFFICE}/{part}" Target="{part}.xml"/>'
    reference = '<w:footnoteReference w:id="1"/></w:r></w:p>'
    files = {
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relation}</Relationships>',
        "word/document.xml": BODY.replace("</w:r></w:p>", reference),
        f"word/{part}.xml": "<w:styles",
    }
    assert f"its part word/{part}.xml is broken" in refused(package(files))


def test_elements_within_elements_without_end() -> None:
    deep = BODY.replace("<w:p>", "<w:sdt>" * 5000 + "<w:p>").replace("</w:p>", "</w:p>" + "</w:sdt>" * 5000)
    assert "is broken" in refused(package({"word/document.xml": deep}))


@settings(max_examples=40)
@given(chance=st.randoms(use_true_random=False), way=st.sampled_from(Tracked))
def test_whatever_is_wrong_within_the_parts_the_rest_is_read(chance: random.Random, way: Tracked) -> None:
    with zipfile.ZipFile(SAMPLE) as archive:
        files = {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }
    name = chance.choice([name for name in sorted(files) if name.startswith("word/")])
    root = etree.fromstring(files[name].encode())
    for element in chance.sample(list(root.iter("*")), k=min(20, len(list(root.iter("*"))))):
        above = element.getparent()
        if chance.random() < 0.5:
            element.tag = f"{{{W}}}{chance.choice(NAMES)}"
        elif element.attrib:
            element.set(chance.choice(list(element.attrib)), chance.choice(["", "-1", "9" * 12, "Я", "%9"]))
        elif above is not None:
            above.remove(element)
    files[name] = etree.tostring(root, encoding="unicode")
    try:
        read_docx(package(files, compression=zipfile.ZIP_STORED), shown="a.docx", tracked=way)
    except InputError as error:
        assert str(error).startswith("a.docx: ")
