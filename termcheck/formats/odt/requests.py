"""What the comments of an ODT file ask termcheck: `termcheck: ignore symbol/extra`."""

from collections.abc import Iterator
from dataclasses import replace

from termcheck.formats.directives import Asked, asked_in
from termcheck.formats.odt.package import CONTENT, read_package
from termcheck.formats.odt.tree import Element
from termcheck.model import Directive, Document, Segment


def with_requests(document: Document, data: bytes) -> Document:
    """The document with what the comments in its file, whose bytes these are, ask for."""
    root = read_package(data, document.path).roots[CONTENT]
    return replace(document, directives=tuple(_directives(document, root)))


def _directives(document: Document, root: Element) -> Iterator[Directive]:
    last = len(document.segments) - 1
    for asked, start, end in _asked(root):
        if last >= 0 and asked.verb == "ignore-file":
            yield Directive(asked.checks, 0, last, document.segments[0].place)
        meant = [segment for segment in document.segments if _stands_in(segment, start, end)]
        if meant and asked.verb == "ignore":
            yield Directive(asked.checks, meant[0].position, meant[-1].position, meant[0].place)


def _asked(root: Element) -> Iterator[tuple[Asked, int, int]]:
    """What is asked, and from where to where the comment goes: its words, or the paragraph it stands in."""
    ends = {
        element.get("office:name"): element.start
        for element in root.iter()
        if element.name == "office:annotation-end"
    }
    for paragraph in root.iter():
        if paragraph.name not in ("text:p", "text:h"):
            continue
        for comment in paragraph.iter():
            if comment.name != "office:annotation":
                continue
            words = " ".join(line.text for line in comment.iter() if line.name == "text:p")
            if asked := asked_in(words):
                end = ends.get(comment.get("office:name"))
                if end is None:
                    yield asked, paragraph.start, paragraph.end
                else:
                    yield asked, comment.start, end


def _stands_in(segment: Segment, start: int, end: int) -> bool:
    return any(
        piece.node == CONTENT and piece.offset < end and start < piece.offset + piece.length
        for piece in segment.origin
    )
