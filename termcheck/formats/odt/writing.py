"""Corrections written into an ODT file as tracked changes, which the editor accepts or rejects one by one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import count
from xml.sax.saxutils import escape

from termcheck.formats.blocks import Block, cut
from termcheck.formats.docx_writing.archive import with_parts
from termcheck.formats.odt.package import CONTENT, Package, read_package
from termcheck.formats.odt.planning import Change, planned
from termcheck.formats.odt.reading import headers_of
from termcheck.formats.odt.tree import Element
from termcheck.formats.rewriting import Edit
from termcheck.model import Kind, Part, Passage

_AUTHOR = "termcheck"
_NAMESPACES = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_NAMED = re.compile(r"""\b(?:text:|xml:)id\s*=\s*["']([^"']*)["']""")
_LOOKS = ("text:span", "text:a")
_BLANKS = re.compile(r"[ \t\r\n]+")
_BLANK = "<text:s/>"

Replacement = tuple[int, int, str]  # from, to in the text of a part, and what is to stand there


def track_changes(
    data: bytes, edits: Sequence[Edit], *, day: datetime, shown: str
) -> tuple[bytes, tuple[Edit, ...]]:
    """The bytes of an ODT file with its edits, which may not overlap, as tracked changes, and those made.

    Only the letters that differ are deleted and inserted, in the formatting that they had. An edit is left
    out where a change would have to join two paragraphs, or where its letters do not stand in the file as
    they were read. Raises InputError.
    """
    if not edits:
        return data, ()
    package = read_package(data, shown)
    headers = headers_of(package) if any(_in_header(edit.passage) for edit in edits) else []
    changes, made = defaultdict[str, list[Change]](list), list[Edit]()
    for edit in edits:
        for one in (edit, *_twins(edit, headers)):
            node = one.passage.pieces[0].node if one.passage.pieces else CONTENT
            part = CONTENT if package.is_flat else node
            plan = planned(one, package.files[part].text)
            changes[part] += plan
            made += [edit] if plan and one is edit else []
    parts = {part: _Writer(package, part, day).written(some) for part, some in changes.items() if some}
    if package.is_flat:
        return parts.get(CONTENT, data), tuple(made)
    return with_parts(data, parts), tuple(made)


def _in_header(passage: Passage) -> bool:
    return passage.segment.kind is Kind.HEADER


def _twins(edit: Edit, headers: Sequence[Block]) -> Iterator[Edit]:
    """The same edit in the other page headers and footers of the same words, which are read once."""
    passage = edit.passage
    own, start = next(_within(passage, headers), (None, 0))
    for block in headers:
        if own is not None and block is not own and block.text == own.text:
            pieces = cut(block, start, start + len(passage.whole)).pieces
            if passage.part is Part.TEXT:
                segment = replace(passage.segment, origin=pieces)
            else:
                segment = replace(passage.segment, mark_origin=pieces)
            yield Edit(replace(passage, segment=segment), edit.text)


def _within(passage: Passage, headers: Iterable[Block]) -> Iterator[tuple[Block, int]]:
    """The page header in which the text or label of a passage is, and where it begins there."""
    if not _in_header(passage) or not passage.pieces:
        return
    first = passage.pieces[0]
    for block in headers:
        for piece in block.pieces:
            if piece.node == first.node and piece.offset <= first.offset < piece.offset + piece.length:
                yield block, piece.start + first.offset - piece.offset - first.start


class _Writer:
    """Writes changes into a part."""

    def __init__(self, package: Package, part: str, day: datetime) -> None:
        self._file, self._root, self._day = package.files[part], package.roots[part], day
        text = self._file.text
        # Prefixes are a habit; where a program has other ones, ours are declared where they stand.
        opening = text[self._root.start : self._root.inside]
        self._declared = "".join(
            f' xmlns:{prefix}="{name}"'
            for prefix, name in _NAMESPACES.items()
            if f'xmlns:{prefix}="{name}"' not in opening
        )
        taken = set(_NAMED.findall(text))
        self._names = (name for number in count(1) if (name := f"tc{number}") not in taken)

    def written(self, changes: Iterable[Change]) -> bytes:
        """The bytes of the part with these changes."""
        holders = _holders(self._root)
        regions, replacements = defaultdict[int, list[str]](list), list[Replacement]()
        for change in sorted(changes, key=lambda change: change.at):
            inmost = max(at for at, holder in enumerate(holders) if holder.start <= change.at < holder.end)
            replacements += self._marked(change, regions[inmost])
        replacements += [self._listed(holders[at], "".join(some)) for at, some in regions.items()]
        # What is put in where another change begins stands before it.
        replacements.sort(key=lambda one: one[:2])
        text = _replaced(self._file.text, replacements)
        return self._file.bom + text.encode(self._file.encoding, "xmlcharrefreplace")

    def _marked(self, change: Change, regions: list[str]) -> Iterator[Replacement]:
        """The marks of a change in the text; what is to be said of it comes to `regions`."""
        inserted = ""
        if change.put_in:
            name = next(self._names)
            regions.append(self._region(name, "insertion"))
            inserted = (
                f'<text:change-start{self._declared} text:change-id="{name}"/>{_letters(change)}'
                f'<text:change-end{self._declared} text:change-id="{name}"/>'
            )
        if not change.taken:
            yield change.at, change.at, inserted
        for low, high in change.taken:
            name = next(self._names)
            regions.append(self._region(name, "deletion", self._deleted(low, high)))
            yield low, high, f'<text:change{self._declared} text:change-id="{name}"/>{inserted}'
            inserted = ""

    def _region(self, name: str, kind: str, content: str = "") -> str:
        """The entry of a change among those that the file keeps."""
        info = (
            f"<office:change-info><dc:creator>{_AUTHOR}</dc:creator>"
            f"<dc:date>{self._day.strftime('%Y-%m-%dT%H:%M:%S')}</dc:date></office:change-info>"
        )
        opening = f'<text:changed-region{self._declared} xml:id="{name}" text:id="{name}">'
        return f"{opening}<text:{kind}>{info}{content}</text:{kind}></text:changed-region>"

    def _deleted(self, low: int, high: int) -> str:
        """What is kept of some letters that are deleted: they and their looks, and blanks that are seen."""
        text = self._file.text
        words = text[low:high]
        head, tail = _BLANKS.match(words), re.search(r"[ \t\r\n]+\Z", words)
        if head:
            words = _BLANK + words[head.end() :]
        if tail and not (head and head.end() == high - low):
            words = words[: len(words) - len(tail[0])] + _BLANK
        for element in reversed(_above(self._root, low)):
            if element.name in _LOOKS:
                tag = text[element.start : element.inside]
                words = f"{tag}{words}</{tag[1:].split()[0].rstrip('>')}>"
        return f"<text:p>{words}</text:p>"

    def _listed(self, holder: Element, regions: str) -> Replacement:
        """Where the entries of changes are put: among those that are there, or first in the text."""
        text = self._file.text
        there = holder.find("text:tracked-changes")
        if there is None:
            forms = holder.find("office:forms")
            at = forms.end if forms else holder.inside
            opening = f'<text:tracked-changes{self._declared} text:track-changes="false">'
            return at, at, f"{opening}{regions}</text:tracked-changes>"
        if there.inside == there.end:  # <text:tracked-changes/>
            tag = text[there.start : there.end].rstrip("/> ")
            return there.start, there.end, f"{tag}>{regions}</{tag[1:].split()[0]}>"
        at = text.rindex("<", there.inside, there.end)
        return at, at, regions


def _holders(root: Element) -> list[Element]:
    """The texts that keep lists of their own changes: the document, each page header and footer."""
    names = ("office:text", "style:header", "style:footer")
    kinds = {f"{name}{side}" for name in names for side in ("", "-left", "-first")}
    return sorted((one for one in root.iter() if one.name in kinds), key=lambda one: one.start)


def _above(root: Element, at: int) -> list[Element]:
    """The elements that a place is in, the outermost first."""
    found = list[Element]()
    inmost: Element | None = root
    while inmost is not None:
        found.append(inmost)
        inside = (child for child in inmost.elements() if child.start <= at < child.end)
        inmost = next(inside, None)
    return found


def _letters(change: Change) -> str:
    """What is put in, with the blanks that would not be seen as elements."""
    before, after = change.beside
    words = escape(change.put_in)
    if before and words[0] == " ":
        words = _BLANK + words[1:]
    if after and words[-1:] == " ":
        words = words[:-1] + _BLANK
    return words.replace("  ", f" {_BLANK}")


def _replaced(text: str, replacements: Iterable[Replacement]) -> str:
    parts, at = list[str](), 0
    for start, end, new in replacements:
        parts += [text[at:start], new]
        at = end
    return "".join((*parts, text[at:]))
