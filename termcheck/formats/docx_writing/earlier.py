"""Comments that an earlier run has left in a document."""

from lxml import etree

from termcheck.formats.docx_parts import name_of
from termcheck.formats.docx_writing.draft import AUTHOR, Draft

_MARKS = frozenset(("commentRangeStart", "commentRangeEnd", "commentReference"))


def withdraw(draft: Draft) -> bool:
    """Take our own comments out that nobody has answered; whether there were any.

    One with a reply is an editor's as well, and stays.
    """
    part = next(iter(draft.parts("comments")), "")
    root = draft.root(part) if part else None
    if root is None:
        return False
    answered = _answered(draft)
    ours = [
        comment
        for comment in root.iterchildren("*")
        if comment.get(f"{draft.w}author") == AUTHOR and answered.isdisjoint(_paragraph_ids(comment))
    ]
    gone = {comment.get(f"{draft.w}id") for comment in ours}
    for comment in ours:
        root.remove(comment)
    for mark in list(draft.body.iter("*")):
        if name_of(mark) in _MARKS and mark.get(f"{draft.w}id") in gone:
            _remove(mark)
    if gone:
        draft.change(part)
        draft.change(draft.main)
    return bool(gone)


def _answered(draft: Draft) -> set[str]:
    """The ids of the paragraphs that some reply names."""
    roots = (draft.root(part) for part in draft.parts("commentsExtended"))
    entries = (entry for root in roots if root is not None for entry in root.iterchildren("*"))
    return {
        str(value)
        for entry in entries
        for key, value in entry.attrib.items()
        if str(key).endswith("}paraIdParent")
    }


def _paragraph_ids(comment: etree._Element) -> set[str]:
    found = (element.attrib.items() for element in comment.iter("*"))
    return {str(value) for items in found for key, value in items if str(key).endswith("}paraId")}


def _remove(mark: etree._Element) -> None:
    """Take a mark out, and the run that held nothing else."""
    parent = mark.getparent()
    assert parent is not None
    parent.remove(mark)
    if name_of(parent) == "r" and all(name_of(child) == "rPr" for child in parent):
        above = parent.getparent()
        assert above is not None
        above.remove(parent)
