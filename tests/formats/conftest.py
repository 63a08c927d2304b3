"""What the tests of all formats need: a law that every piece obeys, and small files to read."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from lxml import etree

from termcheck.model import STAND_IN, Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


SCRIPT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Settle(command, source, target)
  On Error GoTo Failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim save(0) As New com.sun.star.beans.PropertyValue
  save(0).Name = "FilterName" : save(0).Value = "writer8"
  If Right(target, 4) = "docx" Then save(0).Value = "MS Word 2007 XML"
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  If command &lt;&gt; "" Then
    Dim waiting(0) As New com.sun.star.beans.PropertyValue
    waiting(0).Name = "SynchronMode" : waiting(0).Value = True
    Dim url As New com.sun.star.util.URL
    url.Complete = command
    createUnoService("com.sun.star.util.URLTransformer").parseStrict(url)
    document.CurrentController.Frame.queryDispatch(url, "", 0).dispatch(url, waiting())
  End If
  document.storeToURL(target, save())
  document.close(True)
Failed:
End Sub
</script:module>
"""

Settle = Callable[..., bytes]


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Settle:
    """Open bytes of a file in LibreOffice, let it do something, and return what it stores.

    `libreoffice(data, "odt", accept=True)` accepts all tracked changes, `reject=True` rejects them; the bytes
    are of a DOCX file unless `source` is another suffix.
    """
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: apt-get install libreoffice-writer"
    folder = tmp_path_factory.mktemp("libreoffice")
    profile = folder / "profile"

    def start(*arguments: str) -> str:
        where = f"-env:UserInstallation={profile.as_uri()}"
        command = [program, where, "--headless", *arguments]
        done = subprocess.run(command, capture_output=True, timeout=180, check=False)
        return done.stderr.decode(errors="replace")

    start("--terminate_after_init")  # the first start fills the profile, with an empty Module1 in it
    (profile / "user" / "basic" / "Standard" / "Module1.xba").write_text(SCRIPT, encoding="utf-8")

    def settle(
        data: bytes, suffix: str, *, source: str = "docx", accept: bool = False, reject: bool = False
    ) -> bytes:
        before, target = folder / f"source.{source}", folder / f"target.{suffix}"
        before.write_bytes(data)
        target.unlink(missing_ok=True)
        command = ".uno:AcceptAllTrackedChanges" if accept else ".uno:RejectAllTrackedChanges"
        arguments = (command if accept or reject else "", before.as_uri(), target.as_uri())
        quoted = ",".join(f'"{argument}"' for argument in arguments)
        said = start(f"macro:///Standard.Module1.Settle({quoted})")
        assert target.exists(), said
        return target.read_bytes()

    return settle


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
        for piece in segment.mark_origin:
            written = text[piece.offset : piece.offset + piece.length]
            read = segment.mark[piece.start : piece.start + piece.length]
            wrong += [(read, written)] if written != read and text[piece.offset] not in escapes else []
    return wrong


def misplaced_runs(document: Document, data: bytes) -> list[tuple[str, str]]:
    """Pieces of a DOCX file that do not lead to their very letters: (in the segment, in the file)."""
    wrong = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        roots = {}
        for segment in document.segments:
            wholes = ((segment.text, segment.origin), (segment.mark, segment.mark_origin))
            for whole, piece in ((whole, piece) for whole, pieces in wholes for piece in pieces):
                part, _, path = piece.node.partition("#")
                if part not in roots:
                    roots[part] = etree.fromstring(archive.read(part))
                (element,) = roots[part].xpath(path)
                written = (element.text or "")[piece.offset : piece.offset + piece.length]
                read = whole[piece.start : piece.start + piece.length]
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


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[Path]]:
    """A function that lets LibreOffice save files in another format, and gives the paths of those."""
    program = shutil.which("soffice")
    if not program:
        pytest.fail("soffice is missing: apt-get install libreoffice-writer", pytrace=False)
    profile = tmp_path_factory.mktemp("libreoffice")

    def convert(files: Sequence[Path], folder: Path, to: str = "pdf") -> list[Path]:
        command = [program, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", to]
        command += ["--outdir", folder]
        run = subprocess.run([*command, *files], capture_output=True, text=True, check=False)
        made = [folder / f"{file.stem}.{to}" for file in files]
        assert all(path.exists() for path in made), run.stderr
        return made

    return convert
