"""Word comments on exactly the words that they are about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lxml import etree

from termcheck.formats.docx_parts import name_of
from termcheck.formats.docx_writing.draft import INITIALS, Draft
from termcheck.formats.docx_writing.earlier import withdraw
from termcheck.formats.docx_writing.words import Knife, Letters, Words, keep_blanks
from termcheck.model import Passage

# What wraps runs: where the words of a comment begin or end with it, the comment's marks stand outside.
_WRAPPERS = frozenset(
    "hyperlink ins del moveTo moveFrom smartTag fldSimple sdt sdtContent customXml dir bdo Choice "
    "AlternateContent".split()
)
# What stands in a wrapper, or between runs, and holds no words.
_WORDLESS = frozenset(
    "sdtPr sdtEndPr smartTagPr customXmlPr fldData proofErr bookmarkStart bookmarkEnd "
    "commentRangeStart commentRangeEnd".split()
)
_NOTES = ("footnote", "endnote")
_QUOTED = 80  # letters of what a comment is about, where it cannot stand on them
_FONT = "Arial"
_SIZE = "16"  # half-points: the margin of LibreOffice is narrow; Word has a type of its own there


@dataclass(frozen=True, slots=True)
class Note:
    """What a comment says, and on which words; None for the beginning of the document.

    Each paragraph is some words in bold, and what follows them.
    """

    passage: Passage | None
    paragraphs: tuple[tuple[str, str], ...]


def add_comments(data: bytes, notes: Sequence[Note], *, day: datetime, shown: str) -> bytes:
    """The bytes of a DOCX file with a comment for every note; the comments that others have made stay.

    Those of an earlier run go, unless somebody has answered them.

    Word takes no comment in notes, page headers and text boxes: what is said of them stands on the mark of
    the note, on the box, or at the beginning of the document, and tells so. Raises InputError.
    """
    draft = Draft(data, shown)
    notes = [replace(note, passage=_written(note.passage)) for note in notes]
    words = Words(draft, (note.passage for note in notes if note.passage))
    if not withdraw(draft) and not notes:
        return data
    margin = _Margin(draft, words, day)
    for note in notes:
        margin.add(note)
    return draft.finish()


class _Margin:
    """Puts comments beside a document."""

    def __init__(self, draft: Draft, words: Words, day: datetime) -> None:
        self._draft, self._words, self._day = draft, words, day
        self._w = draft.w
        self._knife = Knife(draft.w)
        self._marks_of_notes = {
            (kind, mark.get(f"{self._w}id", "")): mark
            for kind in _NOTES
            for mark in draft.body.iter(f"{self._w}{kind}Reference")
        }
        self._comments = _comments(draft)
        self._beginning = self._find_beginning()

    def add(self, note: Note) -> None:
        """Add a comment, on the words that it is about or as near to them as Word allows."""
        first, last, elsewhere = self._place(note.passage)
        comment = self._draft.signed("comment", self._day)
        comment.set(f"{self._w}initials", INITIALS)
        remark = ((elsewhere, ""),) if elsewhere else ()
        for at, (bold, plain) in enumerate(remark + note.paragraphs):
            comment.append(self._paragraph(bold, plain, begins=at == 0))
        self._comments.append(comment)
        number = comment.get(f"{self._w}id", "")
        start = self._draft.element("commentRangeStart", id=number)
        reference = self._draft.element("r")
        reference.append(self._draft.element("commentReference", id=number))
        first.addprevious(start)
        end = start if last is None else last
        end.addnext(reference)
        end.addnext(self._draft.element("commentRangeEnd", id=number))

    def _place(self, passage: Passage | None) -> tuple[etree._Element, etree._Element | None, str]:
        """What a comment begins before and ends after (None: a point), and what to say of its place."""
        letters = self._words.of(passage) if passage else ()
        if passage is None or not letters:
            return self._beginning, None, passage.segment.place.label if passage else ""
        where = ": ".join(filter(None, (passage.segment.place.label, _quoted(passage.text))))
        here = letters[0]
        if here.part != self._draft.main:
            mark = self._mark_of_note(here.text)
            return (self._beginning, None, where) if mark is None else (*self._alone(mark), where)
        box = _box(here.text)
        if box is not None:
            return *self._alone(box), where
        return *self._around(passage, letters), ""

    def _around(self, passage: Passage, letters: Sequence[Letters]) -> tuple[etree._Element, etree._Element]:
        start, end = _word(passage)
        covered = [run for run in letters if run.start < end and start < run.end] or letters[:1]
        head, tail = covered[0], covered[-1]
        first = self._knife.before(head.text, head.offset + max(start - head.start, 0))
        last = self._knife.after(tail.text, tail.offset + min(end, tail.end) - tail.start)
        return _outermost(first, forward=False), _outermost(last, forward=True)

    def _alone(self, child: etree._Element) -> tuple[etree._Element, etree._Element]:
        run = self._knife.alone(child)
        return _outermost(run, forward=False), _outermost(run, forward=True)

    def _mark_of_note(self, text: etree._Element) -> etree._Element | None:
        """The mark in the text that stands for the footnote or endnote in which these words are."""
        for above in text.iterancestors():
            if name_of(above) in _NOTES:
                return self._marks_of_notes.get((name_of(above), above.get(f"{self._w}id", "")))
        return None

    def _find_beginning(self) -> etree._Element:
        run = next(self._draft.body.iter(f"{self._w}r"), None)
        if run is None:
            run, paragraph = self._draft.element("r"), self._draft.element("p")
            paragraph.append(run)
            self._draft.body[0].insert(0, paragraph)
        return _outermost(_box_or(run), forward=False)

    def _paragraph(self, bold: str, plain: str, *, begins: bool) -> etree._Element:
        """A paragraph of a comment, free of what the styles of the document do to its paragraphs."""
        element = self._draft.element
        paragraph, properties = element("p"), element("pPr")
        properties.append(element("spacing", before="0", after="20", line="240", lineRule="auto"))
        properties.append(element("ind", left="0", right="0", firstLine="0"))
        properties.append(element("jc", val="left"))
        paragraph.append(properties)
        if begins:
            mark = element("r")
            mark.append(element("annotationRef"))
            paragraph.append(mark)
        for text, heavy in ((bold, True), (plain, False)):
            if text:
                paragraph.append(self._run(f"{text} " if heavy and plain else text, heavy=heavy))
        return paragraph

    def _run(self, words: str, *, heavy: bool) -> etree._Element:
        element = self._draft.element
        run, properties, text = element("r"), element("rPr"), element("t")
        properties.append(element("rFonts", ascii=_FONT, hAnsi=_FONT, cs=_FONT))
        if heavy:
            properties.append(element("b"))
        properties.append(element("sz", val=_SIZE))
        text.text = words
        keep_blanks(text)
        run.extend((properties, text))
        return run


def _comments(draft: Draft) -> etree._Element:
    """The root of the part that holds the comments, made where there is none; it is to be written back."""
    part = next(iter(draft.parts("comments")), None)
    if part is None or draft.root(part) is None:
        part = draft.new_part("comments")
    root = draft.root(part)
    assert root is not None
    draft.change(part)
    draft.change(draft.main)
    return root


def _outermost(element: etree._Element, *, forward: bool) -> etree._Element:
    """The element, or what wraps it as long as no other words stand in it after (before) it."""
    while True:
        wrapper = element.getparent()
        if wrapper is None or name_of(wrapper) not in _WRAPPERS:
            return element
        others = element.itersiblings("*", preceding=not forward)
        if any(name_of(other) not in _WORDLESS for other in others):
            return element
        element = wrapper


def _box(text: etree._Element) -> etree._Element | None:
    """The drawing, right in a run of the document's own text, in whose text box something stands."""
    box, inside = None, text
    for above in text.iterancestors():
        if name_of(above) == "r":
            box = inside
        inside = above
    return None if box is text else box


def _box_or(run: etree._Element) -> etree._Element:
    """The run of the document's own text in which, or in whose text box, a run stands."""
    return [run, *(above for above in run.iterancestors() if name_of(above) == "r")][-1]


def _quoted(words: str) -> str:
    cut = f"{words[:_QUOTED]}…" if len(words) > _QUOTED else words
    return f"“{cut}”" if words else ""


def _written(passage: Passage | None) -> Passage | None:
    """A passage that stands in the file: for a label that Word counts, the point where its text begins."""
    return Passage(passage.segment, passage.in_text) if passage and not passage.pieces else passage


def _word(passage: Passage) -> tuple[int, int]:
    """The span of a passage; of an empty one the word beside it, for a comment on nothing is not seen."""
    start, end, text = passage.span.start, passage.span.end, passage.whole
    if start < end:
        return start, end
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return (start, end) if start < end else (max(start - 1, 0), max(start, 1))
