"""Where the letters of a segment stand in the trees of a file, and runs cut so that they stand alone."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from termcheck.formats.docx_parts import name_of
from termcheck.formats.docx_writing.draft import Draft
from termcheck.model import Kind, Part, Passage

_GONE = frozenset(("del", "moveFrom", "Fallback"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of a text or label in a <w:t>: `start` and `end` count in it, `offset` in the element."""

    start: int
    end: int
    text: etree._Element
    offset: int
    part: str


class Words:
    """The letters of the texts and labels in which some passages are, found before anything changes."""

    def __init__(self, draft: Draft, passages: Iterable[Passage]) -> None:
        self._draft = draft
        self._elements: dict[str, etree._Element | None] = {}
        given = {_key(passage): passage for passage in passages}
        self._letters = {key: tuple(self._find(passage)) for key, passage in given.items()}
        self._known = {letters.text for found in self._letters.values() for letters in found}
        self._twins = {
            key: list(self._find_twins(letters))
            for key, passage in given.items()
            if passage.segment.kind is Kind.HEADER and (letters := self.of(passage))
        }

    def of(self, passage: Passage) -> tuple[Letters, ...]:
        """All letters around a passage that stand in the file as they were read, in order, run by run."""
        return self._letters[_key(passage)]

    def twins(self, passage: Passage) -> Sequence[tuple[Letters, ...]]:
        """The letters of the other page headers and footers of the same words, which are read once."""
        return self._twins.get(_key(passage), ())

    def _find(self, passage: Passage) -> Iterator[Letters]:
        for piece in passage.pieces:
            text = self._element(piece.node)
            end = piece.start + piece.length
            if text is None or name_of(text) != "t" or text.getparent() is None:
                continue
            if (text.text or "")[piece.offset : piece.offset + piece.length] == passage.whole[
                piece.start : end
            ]:
                yield Letters(piece.start, end, text, piece.offset, piece.node.partition("#")[0])

    def _find_twins(self, letters: tuple[Letters, ...]) -> Iterator[tuple[Letters, ...]]:
        own = _texts(paragraph_of(letters[0].text))
        words = "".join(text.text or "" for text in own)
        for part in self._draft.parts("header", "footer"):
            root = self._draft.root(part)
            for paragraph in root.iter(f"{self._draft.w}p") if root is not None else ():
                texts = _texts(paragraph)
                same = words == "".join(text.text or "" for text in texts)
                if same and self._known.isdisjoint(texts):
                    self._known.update(texts)
                    yield tuple(moved for one in letters for moved in _moved(one, own, texts, part))

    def _element(self, node: str) -> etree._Element | None:
        if node not in self._elements:
            part, _, path = node.partition("#")
            root = self._draft.root(part) if path else None
            found = root.xpath(path) if root is not None else None
            element = found[0] if isinstance(found, list) and found else None
            self._elements[node] = None
            if isinstance(element, etree._Element):
                self._elements[node] = element
                # A comment within would part letters that are read as one run.
                etree.strip_tags(element, etree.Comment, etree.ProcessingInstruction)
        return self._elements[node]


def _key(passage: Passage) -> tuple[int, Part]:
    return id(passage.segment), passage.part


def _texts(paragraph: etree._Element | None) -> list[etree._Element]:
    """The <w:t> of a paragraph that are not in a text box of it, nor moved away."""
    if paragraph is None:
        return []
    texts = (element for element in paragraph.iter("*") if name_of(element) == "t")
    return [text for text in texts if paragraph_of(text) is paragraph and not is_gone(text)]


def _moved(
    letters: Letters, old: Sequence[etree._Element], new: Sequence[etree._Element], part: str
) -> Iterator[Letters]:
    """The same letters in other <w:t> that hold the same words in all."""
    before = old[: old.index(letters.text)]
    low = sum(len(text.text or "") for text in before) + letters.offset
    high, at = low + letters.end - letters.start, 0
    for text in new:
        end = at + len(text.text or "")
        first, last = max(low, at), min(high, end)
        if first < last:
            start = letters.start + first - low
            yield Letters(start, start + last - first, text, first - at, part)
        at = end


class Knife:
    """Cuts texts and runs in two. What a run is cut into keeps its properties."""

    def __init__(self, w: str) -> None:
        self._properties = f"{w}rPr"
        # What is left of each <w:t>: where in it every part begins.
        self._parts: dict[etree._Element, list[tuple[int, etree._Element]]] = {}

    def before(self, text: etree._Element, offset: int) -> etree._Element:
        """The run that begins with the letter at an offset of a <w:t>."""
        [first, *_] = self.texts(text, offset, offset + 1, end=False)
        self._cut_run(first)
        return _parent(first)

    def after(self, text: etree._Element, offset: int) -> etree._Element:
        """The run that ends right before an offset of a <w:t>."""
        [*_, last] = self.texts(text, offset - 1, offset, start=False)
        following = last.getnext()
        if following is not None:
            self._cut_run(following)
        return _parent(last)

    def alone(self, child: etree._Element) -> etree._Element:
        """A run that holds this child alone."""
        following = child.getnext()
        if following is not None:
            self._cut_run(following)
        self._cut_run(child)
        return _parent(child)

    def texts(
        self, text: etree._Element, low: int, high: int, *, start: bool = True, end: bool = True
    ) -> list[etree._Element]:
        """The <w:t> that hold the letters of another from `low` to `high`, cut where asked at either end."""
        if start:
            self._cut_text(text, low)
        if end:
            self._cut_text(text, high)
        parts = self._parts.setdefault(text, [(0, text)])
        first = bisect_right(parts, low, key=lambda part: part[0]) - 1
        return [element for at, element in parts[first:] if at < high]

    def _cut_text(self, text: etree._Element, offset: int) -> None:
        parts = self._parts.setdefault(text, [(0, text)])
        at = bisect_right(parts, offset, key=lambda part: part[0]) - 1
        start, element = parts[at]
        letters = element.text or ""
        if not 0 < offset - start < len(letters):
            return
        rest = alike(element)
        element.text, rest.text = letters[: offset - start], letters[offset - start :]
        for half in (element, rest):
            keep_blanks(half)
        element.addnext(rest)
        parts.insert(at + 1, (offset, rest))

    def _cut_run(self, child: etree._Element) -> None:
        """Let a run begin with this child."""
        run, before = _parent(child), child.getprevious()
        if before is None or before.tag == self._properties:
            return
        rest = alike(run)
        properties = run.find(self._properties)
        if properties is not None:
            rest.append(deepcopy(properties))
        for moved in [child, *child.itersiblings()]:
            rest.append(moved)
        run.addnext(rest)


def alike(element: etree._Element) -> etree._Element:
    """An empty element of the same name and attributes."""
    made = element.makeelement(element.tag)
    for name, value in element.items():
        made.set(name, value)
    return made


def paragraph_of(element: etree._Element) -> etree._Element | None:
    """The paragraph that an element stands in, the innermost one."""
    return next((above for above in element.iterancestors() if name_of(above) == "p"), None)


def is_gone(element: etree._Element) -> bool:
    """Whether an element is deleted, moved away, or what old programs show in place of another."""
    return any(name_of(above) in _GONE for above in element.iterancestors())


def keep_blanks(text: etree._Element) -> None:
    """Say that the blanks at the ends of a <w:t> count."""
    letters = text.text or ""
    if letters != letters.strip():
        text.set(_SPACE, "preserve")


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent
