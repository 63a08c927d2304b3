"""Corrections written into an ODT file as tracked changes, which the editor accepts or rejects one by one."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from xml.sax.saxutils import escape

from termcheck.formats.decoding import Decoded
from termcheck.formats.docx_writing.archive import with_parts
from termcheck.formats.odt.package import CONTENT, STYLES, Package, read_package
from termcheck.formats.rewriting import Change, Edit, changes

_AUTHOR = "termcheck"
_NAMESPACES = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_NAMED = re.compile(r"""\b(?:text:|xml:)id\s*=\s*["']([^"']*)["']""")


def track_changes(
    data: bytes, edits: Sequence[Edit], *, day: datetime, shown: str
) -> tuple[bytes, tuple[Edit, ...]]:
    """The bytes of an ODT file with its edits, which may not overlap, as tracked changes, and those made.

    Only the letters that differ are deleted and inserted. Page headers, in which OpenDocument keeps track of
    nothing that programs show, are corrected directly. An edit of letters that stand nowhere in the file (an
    automatic label) is left out. Raises InputError.
    """
    package = read_package(data, shown)
    made = [edit for edit in edits if edit.passage.segment.origin]
    parts = dict[str, bytes]()
    for part in (CONTENT, STYLES):
        own = [edit for edit in made if edit.passage.segment.origin[0].node == part]
        if own:
            write = _tracked if part == CONTENT else _direct
            text = write(package, part, list(_changes(own, package.files[part])), day)
            file = package.files[part]
            parts[part] = file.bom + text.encode(file.encoding, "xmlcharrefreplace")
    if package.is_flat:
        return parts.get(CONTENT, data), tuple(made)
    return _with_parts(data, parts), tuple(made)


def _changes(edits: Sequence[Edit], file: Decoded) -> Iterator[Change]:
    for edit in edits:
        yield from changes(edit, file.text, escape=escape)


def _direct(package: Package, part: str, made: Sequence[Change], _day: datetime) -> str:
    return _replaced(package.files[part].text, made)


def _replaced(text: str, made: Sequence[Change]) -> str:
    parts, at = list[str](), 0
    for start, end, new in sorted(made):
        parts += [text[at:start], new]
        at = end
    return "".join((*parts, text[at:]))


@dataclass(frozen=True, slots=True)
class _Signed:
    """What each change of one run says of itself."""

    day: str
    declared: str

    def region(self, name: str, kind: str, content: str = "") -> str:
        """The entry of a change among those that the file keeps."""
        info = (
            f"<office:change-info><dc:creator>{_AUTHOR}</dc:creator><dc:date>{self.day}</dc:date>"
            "</office:change-info>"
        )
        opening = f'<text:changed-region{self.declared} xml:id="{name}" text:id="{name}">'
        return f"{opening}<text:{kind}>{info}{content}</text:{kind}></text:changed-region>"


def _tracked(package: Package, part: str, made: Sequence[Change], day: datetime) -> str:
    text, root = package.files[part].text, package.roots[part]
    # Prefixes are a habit; where a program has other ones, ours are declared where they stand.
    declared = "".join(
        f' xmlns:{prefix}="{name}"'
        for prefix, name in _NAMESPACES.items()
        if f'xmlns:{prefix}="{name}"' not in text[root.start : root.inside]
    )
    signed = _Signed(day.strftime("%Y-%m-%dT%H:%M:%S"), declared)
    taken = set(_NAMED.findall(text))
    names = (name for number in count(1) if (name := f"tc{number}") not in taken)
    regions, marked = list[str](), list[Change]()
    for start, end, new in sorted(made):
        marks = ""
        if start < end:
            name = next(names)
            marks += f'<text:change{declared} text:change-id="{name}"/>'
            regions.append(signed.region(name, "deletion", f"<text:p>{text[start:end]}</text:p>"))
        if new:
            name = next(names)
            marks += (
                f'<text:change-start{declared} text:change-id="{name}"/>{new}'
                f'<text:change-end{declared} text:change-id="{name}"/>'
            )
            regions.append(signed.region(name, "insertion"))
        marked.append((start, end, marks))
    return _replaced(text, [*marked, _kept(package, part, "".join(regions), declared)])


def _kept(package: Package, part: str, regions: str, declared: str) -> Change:
    """Where the entries of changes are put: among those that are there, or first in the text."""
    body = package.roots[part].find("office:body", "office:text")
    assert body is not None
    text = package.files[part].text
    holder = body.find("text:tracked-changes")
    if holder is None:
        forms = body.find("office:forms")
        at = forms.end if forms else body.inside
        opening = f'<text:tracked-changes{declared} text:track-changes="false">'
        return at, at, f"{opening}{regions}</text:tracked-changes>"
    if holder.inside == holder.end:  # <text:tracked-changes/>
        tag = text[holder.start : holder.end].rstrip("/> ")
        return holder.start, holder.end, f"{tag}>{regions}</{tag[1:].split()[0]}>"
    at = text.rindex("<", holder.inside, holder.end)
    return at, at, regions


def _with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        present = {name: content for name, content in parts.items() if name in archive.namelist()}
    return with_parts(data, present)
