"""What the tests of written Word files need: LibreOffice as the other program, and laws of the package."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import strategies as st
from lxml import etree

from termcheck.formats.docx import read_docx
from termcheck.formats.structure import document
from termcheck.model import Document

BY_ANNA = 'w:id="N" w:author="Анна" w:date="2024-01-01T00:00:00Z"'
WRAPPERS = (
    "{}",
    "{}",
    '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    f"<w:ins {BY_ANNA}>{{}}</w:ins>",
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:smartTag w:uri="u" w:element="e">{}</w:smartTag>',
    '<w:fldSimple w:instr="QUOTE">{}</w:fldSimple>',
    f"{{}}<w:del {BY_ANNA}><w:r><w:delText>я</w:delText></w:r></w:del>",
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What Word's schema lets stand where, as far as what is written needs it.
PARAGRAPHS = {"p", "hyperlink", "fldSimple", "smartTag", "sdtContent", "customXml", "dir", "bdo"}
CHANGES = {"ins", "del", "moveFrom", "moveTo"}
PARENTS = {
    "ins": PARAGRAPHS | CHANGES - {"del"},
    "del": PARAGRAPHS | CHANGES,
    "commentRangeStart": PARAGRAPHS | CHANGES,
    "commentRangeEnd": PARAGRAPHS | CHANGES,
    "r": PARAGRAPHS | CHANGES,
    "t": {"r"},
    "delText": {"r"},
    "rPr": {"r", "pPr"},
    "commentReference": {"r"},
}
ATTRIBUTES = ("author", "date", "id")


def local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS = {"document": "document.main"}


@pytest.fixture(scope="session")
def write_docx(write_docx: Callable[..., bytes]) -> Callable[..., bytes]:
    """The same with the list of content types, without which other programs open no file."""

    def write(body: str, **more: object) -> bytes:
        data = write_docx(body, **more)
        stems = [name[5:-4] for name in parts_of(data) if re.fullmatch(r"word/\w+\.xml", name)]
        kinds = {stem: KINDS.get(stem, stem.rstrip("0123456789")) for stem in stems}
        overrides = "".join(
            f'<Override PartName="/word/{stem}.xml" ContentType="{TYPES}.{kind}+xml"/>'
            for stem, kind in kinds.items()
        )
        types = "http://schemas.openxmlformats.org/package/2006/content-types"
        defaults = (
            '<Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
        )
        made = io.BytesIO(data)
        with zipfile.ZipFile(made, "a") as archive:
            archive.writestr("[Content_Types].xml", f'<Types xmlns="{types}">{defaults}{overrides}</Types>')
        return made.getvalue()

    return write


@pytest.fixture(scope="session")
def paragraphs() -> st.SearchStrategy[str]:
    """Paragraphs built at random: runs, split anywhere, in whatever wraps runs; no label but the first."""
    look = st.sampled_from(["", "<w:b/>", "<w:i/>", "<w:b/><w:i/>"])
    run = st.builds(_run, st.text("абвг \u00ad", min_size=1, max_size=5), look)
    signs = st.sampled_from(["tab", "br", "noBreakHyphen", "softHyphen"])
    # A tabulator after a blank would read as that blank.
    gap = signs.map(lambda name: f"<w:r>{'<w:t>а</w:t>' * (name == 'tab')}<w:{name}/></w:r>")
    runs = st.lists(st.one_of(run, run, run, gap), min_size=1, max_size=3).map("".join)
    wrapped = st.builds(str.format, st.sampled_from(WRAPPERS), runs)

    def paragraph(inner: list[str]) -> str:
        numbers = count(100)
        body = re.sub("N", lambda _: str(next(numbers)), "".join(inner))
        return f"<w:p>{_run('1. Слово')}{body}{_run('конец')}</w:p>"

    return st.lists(wrapped, min_size=1, max_size=4).map(paragraph)


def _run(text: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.fixture(scope="session")
def parts() -> Callable[[bytes], dict[str, bytes]]:
    """The contents of an archive by name."""
    return parts_of


@pytest.fixture(scope="session")
def read() -> Callable[[bytes], Document]:
    """What the reader makes of the bytes of a DOCX file."""
    return lambda data: document(read_docx(data, shown="a.docx"), path="a.docx", language="ru")


@pytest.fixture(scope="session")
def letters() -> Callable[[bytes], list[tuple[str, str, bool, bool]]]:
    """Each letter of the document with its formatting, and whether termcheck inserts or deletes it."""

    def all_letters(data: bytes) -> list[tuple[str, str, bool, bool]]:
        found = []
        for name, content in parts_of(data).items():
            if not name.startswith("word/") or not name.endswith(".xml") or name == "word/comments.xml":
                continue
            for text in etree.fromstring(content).iter(f"{W}t", f"{W}delText"):
                run = text.getparent()
                look = run.find(f"{W}rPr")
                shown = "" if look is None else etree.tostring(look, method="c14n", with_tail=False).decode()
                above = [a for a in run.iterancestors() if a.get(f"{W}author") == "termcheck"]
                ours = {local(a) for a in above}
                found += [
                    (letter, shown, "ins" in ours, "del" in ours) for letter in "".join(text.itertext())
                ]
        return found

    return all_letters


@pytest.fixture(scope="session")
def rejected() -> Callable[[bytes], bytes]:
    """The bytes of a file after termcheck's tracked changes are rejected, those of others left."""

    def reject(data: bytes) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for name, content in parts_of(data).items():
                if name.startswith("word/") and name.endswith(".xml"):
                    root = etree.fromstring(content)
                    for change in root.findall(f".//{W}ins[@{W}author='termcheck']"):
                        change.getparent().remove(change)
                    for change in root.findall(f".//{W}del[@{W}author='termcheck']"):
                        for text in change.iter(f"{W}delText"):
                            text.tag = f"{W}t"
                        for run in change:
                            change.addprevious(run)
                        change.getparent().remove(change)
                    content = etree.tostring(root)
                archive.writestr(name, content)
        return made.getvalue()

    return reject


@pytest.fixture(scope="session")
def breaches() -> Callable[[bytes], list[str]]:
    """Where a file departs from the order that Word's schema asks for, and from its rules for ids."""

    def find(data: bytes) -> list[str]:
        wrong = []
        files = parts_of(data)
        ids: Counter[str] = Counter()
        marks: dict[str, list[str]] = {}
        for name, content in files.items():
            if not re.fullmatch(r"word/(document|comments|(foot|end)notes|(head|foot)er\d*)\.xml", name):
                continue
            for element in etree.fromstring(content).iterdescendants("*"):
                tag, parent = local(element), element.getparent()
                if tag in PARENTS and local(parent) not in PARENTS[tag]:
                    wrong.append(f"{tag} in {local(parent)}")
                if (
                    tag in ("rPr", "pPr")
                    and local(parent) in ("r", "p")
                    and element.getprevious() is not None
                ):
                    wrong.append(f"{tag} is not first")
                inside = {local(above) for above in element.iterancestors()} & {"del", "moveFrom"}
                if (tag == "delText") != (tag in ("t", "delText") and bool(inside)):
                    wrong.append(f"{tag} {element.text}")
                if tag == "r" and not [child for child in element if local(child) != "rPr"]:
                    wrong.append("a run without anything in it")
                if tag in ("t", "delText") and element.text != (element.text or "").strip():
                    space = element.get("{http://www.w3.org/XML/1998/namespace}space")
                    wrong += [] if space == "preserve" else [f"blanks lost: {element.text!r}"]
                if tag in ("ins", "del", "comment"):
                    wrong += [f"{tag} without {key}" for key in ATTRIBUTES if not element.get(f"{W}{key}")]
                    ids[element.get(f"{W}id", "")] += 1
                if tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
                    marks.setdefault(element.get(f"{W}id", ""), []).append(f"{tag} in {name}")
        wrong += [f"id {number} {count} times" for number, count in ids.items() if count > 1]
        order = ["commentRangeStart", "commentRangeEnd", "commentReference"]
        whole = [f"{mark} in word/document.xml" for mark in order]
        wrong += [f"comment {number}: {found}" for number, found in marks.items() if found != whole]
        comments = etree.fromstring(files.get("word/comments.xml", b"<none/>")).iter(f"{W}comment")
        if sorted(comment.get(f"{W}id", "") for comment in comments) != sorted(marks):
            wrong.append("comments without marks, or marks without comments")
        return wrong

    return find
