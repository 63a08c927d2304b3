"""Corrections written as tracked changes, which the editor accepts or rejects one by one."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from lxml import etree

from termcheck.formats.docx_parts import name_of
from termcheck.formats.docx_writing.draft import Draft
from termcheck.formats.docx_writing.words import (
    Knife,
    Letters,
    Words,
    alike,
    is_gone,
    keep_blanks,
    paragraph_of,
)
from termcheck.formats.rewriting import Edit, readable_differences

# What stands for a blank or a hyphen between the letters of a segment.
_GAPS = frozenset("tab ptab br cr noBreakHyphen softHyphen".split())
# Changes of other people; an insertion is not put into theirs, nor into what is deleted.
_TRACKED = frozenset(("ins", "moveTo"))
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"


def track_changes(
    data: bytes, edits: Sequence[Edit], *, day: datetime, shown: str
) -> tuple[bytes, tuple[Edit, ...]]:
    """The bytes of a DOCX file with its edits, which may not overlap, as tracked changes, and those made.

    Only the letters that differ are deleted and inserted, in the formatting that they had. An edit is left
    out where a change would have to join two paragraphs, or to part two signs that are no letters (a
    tabulator and a line break), or where its letters do not stand in the file as they were read. Raises
    InputError.
    """
    if not edits:
        return data, ()
    draft = Draft(data, shown)
    words = Words(draft, (edit.passage for edit in edits))
    # All are found before the first is made: what is cut and deleted is no longer where it was read.
    plans = list[tuple[str, Sequence[_Change]]]()
    made = list[Edit]()
    for edit in edits:
        own = words.of(edit.passage)
        for letters in (own, *words.twins(edit.passage)):
            changes = _plan(edit, letters)
            if changes:
                plans.append((letters[0].part, changes))
                made += [edit] if letters is own else []
    writer = _Writer(draft, day)
    for part, changes in plans:
        writer.write(changes)
        draft.change(part)
    return draft.finish(), tuple(made)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Letters of a <w:t>, from an offset up to another, or an element that stands for a blank."""

    element: etree._Element
    low: int = 0
    high: int = 0


@dataclass(frozen=True, slots=True)
class _Change:
    """What is deleted, and what is put in its place or, where nothing is deleted, beside a letter."""

    deleted: tuple[_Stretch, ...]
    inserted: str
    beside: _Stretch | None = None
    after: bool = False


class _Writer:
    """Writes changes into a document."""

    def __init__(self, draft: Draft, day: datetime) -> None:
        self._draft, self._day, self._w = draft, day, draft.w
        self._knife = Knife(draft.w)

    def write(self, changes: Iterable[_Change]) -> None:
        """Write the changes of an edit, in order."""
        for change in changes:
            place = self._delete(change)
            if change.inserted:
                self._insert(change, *place)

    def _delete(self, change: _Change) -> tuple[etree._Element, etree._Element]:
        """Delete the letters of a change; after which element, and in the look of which run, to insert."""
        deletions = list[etree._Element]()
        look: etree._Element | None = None
        for stretch in change.deleted:
            for child in self._children(stretch):
                run = self._knife.alone(child)
                look = run if look is None else look
                if not deletions or run.getprevious() is not deletions[-1]:
                    deletions.append(self._draft.signed("del", self._day))
                    run.addprevious(deletions[-1])
                deletions[-1].append(run)
                if name_of(child) == "t":
                    child.tag = f"{self._w}delText"
        if look is not None:
            return deletions[0], look
        assert change.beside is not None
        beside = change.beside
        cut = self._knife.after if change.after else self._knife.before
        run = cut(beside.element, beside.high if change.after else beside.low)
        return run, run

    def _children(self, stretch: _Stretch) -> list[etree._Element]:
        if name_of(stretch.element) in _GAPS:
            return [stretch.element]
        return self._knife.texts(stretch.element, stretch.low, stretch.high)

    def _insert(self, change: _Change, place: etree._Element, look: etree._Element) -> None:
        insertion = self._draft.signed("ins", self._day)
        run, text = self._draft.element("r"), self._draft.element("t")
        properties = look.find(f"{self._w}rPr")
        if properties is not None:
            copied = deepcopy(properties)
            for history in copied.findall(f"{self._w}rPrChange"):
                copied.remove(history)
            run.append(copied)
        text.text = change.inserted
        keep_blanks(text)
        run.append(text)
        insertion.append(run)
        after = change.beside is None or change.after
        place = self._free(place, after=after)
        if after:
            place.addnext(insertion)
        else:
            place.addprevious(insertion)

    def _free(self, place: etree._Element, *, after: bool) -> etree._Element:
        """The place outside of other people's changes, which are cut in two where they go on."""
        while (wrapper := place.getparent()) is not None and name_of(wrapper) in (*_TRACKED, "del"):
            rest = list(place.itersiblings()) if after else [place, *place.itersiblings()]
            others = rest if after else list(place.itersiblings(preceding=True))
            if others:
                second = alike(wrapper)
                second.set(f"{self._w}id", self._draft.new_id())
                second.extend(rest)
                wrapper.addnext(second)
                place = wrapper if after else second
            else:
                place = wrapper
        return place


def _plan(edit: Edit, letters: Sequence[Letters]) -> Sequence[_Change]:
    """The changes of an edit, located; none where one of them cannot be made."""
    differences = readable_differences(edit, lambda start, end: _in_one(start, end, letters))
    changes = [_located(edit, change, letters) for change in differences]
    found = [change for change in changes if change is not None]
    return found if len(found) == len(changes) else ()


def _in_one(start: int, end: int, letters: Sequence[Letters]) -> bool:
    """Whether some letters stand in one <w:t>, so that they look the same."""
    return len({run.text for run in letters if run.start < end and start < run.end}) == 1


def _located(edit: Edit, change: tuple[int, int, str], letters: Sequence[Letters]) -> _Change | None:
    """Where in the file a change is to be made, None where it cannot be."""
    start, end, new = change
    if start == end:
        return _beside(start, edit, new, letters)
    deleted = list[_Stretch]()
    covered = [run for run in letters if run.start < end and start < run.end]
    before = next((run for run in reversed(letters) if run.end <= start), None)
    after = next((run for run in letters if run.start >= end), None)
    for run, following in pairwise([before, *covered, after]):
        if run in covered:
            assert run is not None
            shift = run.offset - run.start
            deleted.append(_Stretch(run.text, max(run.start, start) + shift, min(run.end, end) + shift))
        gap = (run.end if run else 0, following.start if following else len(edit.passage.whole))
        inside = run in covered and following in covered
        if inside or (gap[0] < end and start < gap[1]):
            between = _between(run, following)
            whole = start <= gap[0] and gap[1] <= end
            if between is None or not whole or (gap[0] < gap[1] and not between):
                return None
            deleted += between
    return _Change(tuple(deleted), new)


def _beside(at: int, edit: Edit, new: str, letters: Sequence[Letters]) -> _Change | None:
    """Put something before the first letter of the passage, elsewhere after the letter before."""
    before = next((run for run in letters if run.start < at <= run.end), None)
    after = next((run for run in letters if run.start <= at < run.end), None)
    first = at == edit.passage.span.start and edit.passage.span.end > at
    if before is not None and not (first and after is not None):
        end = before.offset + at - before.start
        return _Change((), new, _Stretch(before.text, end - 1, end), after=True)
    if after is None:
        return None
    start = after.offset + at - after.start
    return _Change((), new, _Stretch(after.text, start, start + 1))


def _between(run: Letters | None, following: Letters | None) -> list[_Stretch] | None:
    """What stands in one paragraph between two runs of letters; None where that is more than blanks."""
    if run is None or following is None or paragraph_of(run.text) is not paragraph_of(following.text):
        return None
    low = run.offset + run.end - run.start
    if run.text is following.text:
        found = [_Stretch(run.text, low, following.offset)]
    else:
        end = len(run.text.text or "")
        found = [_Stretch(run.text, low, end), *_gaps(run.text, following.text)]
        found.append(_Stretch(following.text, 0, following.offset))
    texts = (stretch for stretch in found if name_of(stretch.element) == "t")
    if not all(_is_blank((s.element.text or "")[s.low : s.high]) for s in texts):
        return None
    return [s for s in found if s.low < s.high or name_of(s.element) != "t"]


def _gaps(text: etree._Element, following: etree._Element) -> Iterable[_Stretch]:
    """What stands for blanks and hyphens between two <w:t> of a paragraph, and the blanks there."""
    paragraph = paragraph_of(text)
    inside = False
    for element in paragraph.iter("*") if paragraph is not None else ():
        if element is text:
            inside = True
        elif element is following:
            return
        elif inside and paragraph_of(element) is paragraph and not is_gone(element):
            letters = element.text or ""
            if name_of(element) in _GAPS:
                yield _Stretch(element)
            elif name_of(element) == "t" and letters and _is_blank(letters):
                yield _Stretch(element, 0, len(letters))


def _is_blank(letters: str) -> bool:
    return all(letter.isspace() or letter in _INVISIBLE for letter in letters)
