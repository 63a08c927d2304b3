"""Places in a file that is made of pages: "p. 4, para. 12"."""

import re
from dataclasses import replace

from termcheck.model import Document, Piece, Place

PAGE = "page "  # what the node of a piece on a page begins with, before the number
_LABEL = re.compile(r"^p\. \d+(?:, |$)")


def on_page(place: Place, piece: Piece) -> Place:
    """A place with the page of a piece in its label, instead of another page if it names one."""
    label = _LABEL.sub("", place.label)
    return replace(place, label=", ".join(filter(None, (f"p. {piece.node.removeprefix(PAGE)}", label))))


def with_pages(document: Document) -> Document:
    """A document whose places tell the page on which each segment begins."""
    segments = (
        replace(segment, place=on_page(segment.place, segment.origin[0])) if segment.origin else segment
        for segment in document.segments
    )
    return replace(document, segments=tuple(segments))
