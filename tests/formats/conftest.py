"""What the tests of all formats need: a law that every piece obeys, and small files to read."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from termcheck.model import STAND_IN, Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def misplaced(document: Document, text: str, escapes: str = "") -> list[tuple[str, str]]:
    """Pieces whose text is not what stands in the file: (in the segment, in the file).

    A piece that begins in the file with one of `escapes` is written otherwise there and may differ. What
    lies between pieces must be blanks, and what stands in for an element.
    """
    wrong = []
    for segment in document.segments:
        end = 0
        for piece in segment.origin:
            wrong += [
                (segment.text[at], "")
                for at in range(end, piece.start)
                if segment.text[at] not in (" ", STAND_IN)
            ]
            end = piece.start + piece.length
            written = text[piece.offset : piece.offset + piece.length]
            read = segment.text[piece.start : end]
            if written != read and text[piece.offset] not in escapes:
                wrong.append((read, written))
        if segment.text[end:].strip(f"{STAND_IN} "):
            wrong.append((segment.text[end:], ""))
    return wrong


def misplaced_runs(document: Document, data: bytes) -> list[tuple[str, str]]:
    """Pieces of a DOCX file that do not lead to their very letters: (in the segment, in the file)."""
    wrong = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        roots = {}
        for segment in document.segments:
            for piece in segment.origin:
                part, _, path = piece.node.partition("#")
                if part not in roots:
                    roots[part] = etree.fromstring(archive.read(part))
                (element,) = roots[part].xpath(path)
                written = (element.text or "")[piece.offset : piece.offset + piece.length]
                read = segment.text[piece.start : piece.start + piece.length]
                if written != read or element.tag.rpartition("}")[2] not in ("t", "delText"):
                    wrong.append((read, written))
    return wrong


@pytest.fixture(scope="session")
def find_misplaced_runs() -> Callable[[Document, bytes], list[tuple[str, str]]]:
    return misplaced_runs


@pytest.fixture(scope="session")
def find_misplaced() -> Callable[..., list[tuple[str, str]]]:
    return misplaced


def _hyperlinks(targets: dict[str, str]) -> list[str]:
    return [
        f'<Relationship Id="{name}" Type="{R}/hyperlink" Target="{target}" TargetMode="External"/>'
        for name, target in targets.items()
    ]


def section(parts: dict[str, str]) -> str:
    """A section with these parts as its headers and footers: of all pages, then of the first one."""
    references = [
        f'<w:{kind[:6]}Reference w:type="{"first" if kind[6:] == "2" else "default"}" r:id="p{number}"/>'
        for number, kind in enumerate(parts)
        if kind.startswith(("header", "footer"))
    ]
    return f"<w:sectPr>{''.join(references)}<w:titlePg/></w:sectPr>" if references else ""


@pytest.fixture(scope="session")
def write_docx() -> Callable[..., bytes]:
    """A function from the XML of a body, and of other parts by kind, to the bytes of a DOCX file."""

    def write(
        body: str,
        *,
        links: dict[str, str] | None = None,
        note_links: dict[str, str] | None = None,
        sections: bool = True,
        w: str = W,
        **parts: str,
    ) -> bytes:
        relations = [
            f'<Relationship Id="p{number}" Type="{R}/{kind.rstrip("0123456789")}" Target="{kind}.xml"/>'
            for number, kind in enumerate(parts)
        ]
        relations += _hyperlinks(links or {})
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(
                "_rels/.rels",
                f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{R}/officeDocument" '
                'Target="word/document.xml"/></Relationships>',
            )
            archive.writestr(
                "word/_rels/document.xml.rels",
                f'<Relationships xmlns="{PACKAGE}">{"".join(relations)}</Relationships>',
            )
            if note_links:
                archive.writestr(
                    "word/_rels/footnotes.xml.rels",
                    f'<Relationships xmlns="{PACKAGE}">{"".join(_hyperlinks(note_links))}</Relationships>',
                )
            content = f"<w:body>{body}{section(parts) if sections else ''}</w:body>"
            archive.writestr(
                "word/document.xml", f'<w:document xmlns:w="{w}" xmlns:r="{R}">{content}</w:document>'
            )
            for kind, content in parts.items():
                name = kind.rstrip("0123456789")
                root = {"header": "hdr", "footer": "ftr"}.get(name, name)
                archive.writestr(
                    f"word/{kind}.xml", f'<w:{root} xmlns:w="{w}" xmlns:r="{R}">{content}</w:{root}>'
                )
        return buffer.getvalue()

    return write


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """A function that writes a file of a name and gives its path."""

    def save(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return save
