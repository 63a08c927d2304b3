"""What Word comments ask termcheck: `termcheck: ignore symbol/extra`, or a reply `ignore` to one of its own.

Such a reply is the decision of an editor about the words that the comment is on.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from re import compile as pattern

from lxml import etree

from termcheck.formats.directives import Asked, asked_in
from termcheck.formats.docx_parts import Package, Where, name_of
from termcheck.model import Directive, Document, Segment, Span

_AUTHOR = "termcheck"
_CHECK = pattern(r"[a-z]+/[a-z-]+")  # the last paragraph of a comment of ours
_DECISIONS = frozenset({"ignore", "termcheck: ignore"})


@dataclass(frozen=True, slots=True)
class _Comment:
    id: str
    author: str
    paragraphs: tuple[str, ...]
    paragraph_ids: tuple[str, ...]

    @property
    def check(self) -> str:
        """The check whose finding this comment of ours tells; "" for a comment of others."""
        last = self.paragraphs[-1] if self.paragraphs else ""
        return last if self.author == _AUTHOR and _CHECK.fullmatch(last) else ""


def with_requests(document: Document, data: bytes) -> Document:
    """The document with what the comments in its Word file, whose bytes these are, ask for."""
    package = Package(data, document.path)
    parts = dict(package.relations(package.main).values())
    root = package.part(parts["comments"]) if "comments" in parts else None
    if root is None:
        return document
    comments = tuple(map(_comment, root.iterchildren("*")))
    asked = dict(_asked(comments, _parents(package, parts, comments)))
    if not asked:
        return document
    covered = _covered(package, asked)
    return replace(document, directives=tuple(_directives(document, asked, covered)))


def _comment(element: etree._Element) -> _Comment:
    paragraphs = [child for child in element.iter("*") if name_of(child) == "p"]
    return _Comment(
        _attribute(element, "id"),
        _attribute(element, "author"),
        tuple("".join(t.text or "" for t in p.iter("*") if name_of(t) == "t").strip() for p in paragraphs),
        tuple(_attribute(paragraph, "paraId") for paragraph in paragraphs),
    )


def _parents(
    package: Package, parts: Mapping[str, str], comments: Iterable[_Comment]
) -> Mapping[str, _Comment]:
    """The comment that a reply is to, by the id of the reply."""
    root = package.part(parts["commentsExtended"]) if "commentsExtended" in parts else None
    by_paragraph = {key: comment for comment in comments for key in comment.paragraph_ids if key}
    pairs = (
        (by_paragraph.get(_attribute(entry, "paraId")), by_paragraph.get(_attribute(entry, "paraIdParent")))
        for entry in (root.iterchildren("*") if root is not None else ())
    )
    return {reply.id: parent for reply, parent in pairs if reply and parent}


def _asked(comments: Iterable[_Comment], parents: Mapping[str, _Comment]) -> Iterator[tuple[str, Asked]]:
    """What is asked, by the id of the comment that stands on the words meant."""
    for comment in comments:
        words = " ".join(comment.paragraphs)
        parent = parents.get(comment.id)
        if parent and parent.check and words.strip(" .!").lower() in _DECISIONS:
            yield parent.id, Asked("decided", (parent.check,))
        elif asked := asked_in(words):
            yield comment.id, asked


def _covered(package: Package, asked: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """The nodes of the words that each of some comments is on; those of its paragraph, if it is on none."""
    wanted, covered = set(asked), defaultdict[str, set[str]](set)
    body = package.part(package.main)
    assert body is not None
    begun = set[str]()
    marks = dict[str, etree._Element]()
    for element in body.iter("*"):
        name, key = name_of(element), _attribute(element, "id")
        if name == "commentRangeStart" and key in wanted:
            begun.add(key)
        elif name == "commentRangeEnd":
            begun.discard(key)
        elif name == "commentReference":
            marks[key] = element
        elif name == "t":
            for comment in begun:
                covered[comment].add(_node(element, package.main))
    for key in wanted - covered.keys() & marks.keys():
        paragraph = next((up for up in marks[key].iterancestors() if name_of(up) == "p"), None)
        texts = (
            (text for text in paragraph.iter("*") if name_of(text) == "t") if paragraph is not None else ()
        )
        covered[key].update(_node(text, package.main) for text in texts)
    return {key: frozenset(nodes) for key, nodes in covered.items()}


def _node(element: etree._Element, part: str) -> str:
    """The place of an element as a piece names it."""
    above = [*reversed([element, *element.iterancestors()])]
    where = Where(part, "/*")
    for step in above[1:]:
        where = where.child(1 + sum(1 for _ in step.itersiblings("*", preceding=True)))
    return where.node


def _directives(
    document: Document, asked: Mapping[str, Asked], covered: Mapping[str, frozenset[str]]
) -> Iterator[Directive]:
    for key, request in asked.items():
        nodes = covered.get(key, frozenset())
        spans = [
            (segment, span) for segment in document.segments if (span := _span(segment, nodes)) is not None
        ]
        if request.verb == "ignore-file":
            yield Directive(request.checks, 0, len(document.segments) - 1, document.segments[0].place)
        elif request.verb == "decided":
            for segment, span in spans:
                yield Directive(request.checks, segment.position, segment.position, segment.place, span)
        elif spans:
            first, last = spans[0][0], spans[-1][0]
            yield Directive(request.checks, first.position, last.position, first.place)


def _span(segment: Segment, nodes: frozenset[str]) -> Span | None:
    """The part of a segment that stands in some nodes; the point before its text for its label alone."""
    pieces = [piece for piece in segment.origin if piece.node in nodes]
    if not pieces:
        return Span(0, 0) if any(piece.node in nodes for piece in segment.mark_origin) else None
    return Span(pieces[0].start, pieces[-1].start + pieces[-1].length)


def _attribute(element: etree._Element, name: str) -> str:
    """An attribute by its name without the namespace: Word has several of them for paragraphs' ids."""
    return next(
        (str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), ""
    )
