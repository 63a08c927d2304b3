"""Notes of a page: a mark in the text leads to a note, and the note mostly leads back.

That is so whoever writes the page: Word (#_ftn1 and #_ftnref1), LibreOffice (#sdfootnote1sym and
#sdfootnote1anc), pandoc and the programs of web sites (#fn1 and #fnref1).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from termcheck.formats.html.tree import Element, elements
from termcheck.formats.markup import Token

_MARK = re.compile(r"[\[(]?([^\W_]{1,4}|\*{1,4}|[†‡§]{1,3})[\])]?")  # "1", "[12]", "iv", "*"
_MARK_ROLES = frozenset(("doc-noteref",))
_BACK_ROLES = frozenset(("doc-backlink",))
_HOLDERS = frozenset(("div", "aside", "li", "dd", "section"))


@dataclass(frozen=True, slots=True)
class Notes:
    """The links that are marks of notes, with the mark; the notes, with theirs; the links that lead back.

    `around` are the elements that hold notes.
    """

    marks: dict[Element, str]
    notes: dict[Element, str]
    back: frozenset[Element]
    around: frozenset[Element]


def find_notes(root: Element) -> Notes:
    """The notes of a page."""
    named = dict[str, Element]()
    for one in elements(root):
        for name in one.names:
            named.setdefault(name, one)
    links = {one: to for one in elements(root) if one.name == "a" and (to := _target(one, named))}
    order = {one: at for at, one in enumerate(elements(root))}
    marks, targets, back = dict[Element, str](), dict[Element, str](), set[Element]()
    for link, target in links.items():
        mark = _MARK.fullmatch(link.text.strip())
        if mark is None or order[target] < order[link]:
            continue
        ways_back = [one for one, to in _links_at(target, links) if _is_at(link, to) or _is_way_back(one)]
        if ways_back or _is_raised(link) or _is_mark(link):
            marks[link] = mark[1]
            targets.setdefault(target, mark[1])
            back.update(ways_back)
    notes = _notes(targets, set(marks))
    around = frozenset(one for note in notes for one in note.ancestors())
    return Notes(marks, notes, frozenset(back), around)


def _target(link: Element, named: dict[str, Element]) -> Element | None:
    """What a link leads to on the page; an address before the "#" is that of the page itself."""
    _, sign, name = link.attributes.get("href", "").rpartition("#")
    return named.get(name) if sign else None


def _links_at(target: Element, links: dict[Element, Element]) -> Iterator[tuple[Element, Element]]:
    """The links that stand where another one leads to: the anchor itself, those beside it or within."""
    place = target
    if target.name == "a" and not target.is_block:
        place = next((one for one in target.ancestors() if one.is_block), target)
    return ((one, links[one]) for one in (place, *elements(place)) if one in links)


def _is_at(link: Element, target: Element) -> bool:
    """Whether what a link leads to is, or closely holds, another link."""
    if target is link or target in elements(link):
        return True
    around = takewhile(lambda one: not one.is_block, link.ancestors())
    return any(one is target for one in around)


def _is_raised(link: Element) -> bool:
    """Whether a link is set above the line."""
    within = (one.name for one in elements(link))
    return "sup" in within or (link.parent is not None and link.parent.name == "sup")


def _is_mark(link: Element) -> bool:
    return link.attributes.get("role") in _MARK_ROLES or "data-footnote-ref" in link.attributes


def _is_way_back(link: Element) -> bool:
    return link.attributes.get("role") in _BACK_ROLES or "data-footnote-backref" in link.attributes


def _notes(targets: dict[Element, str], marks: set[Element]) -> dict[Element, str]:
    """The elements that hold a note each."""
    found = dict[Element, str]()
    for target, mark in targets.items():
        note = target if target.is_block else next((o for o in target.ancestors() if o.is_block), target)
        while (
            note.parent is not None
            and note.parent.name in _HOLDERS
            and _first_with_text(note.parent) is note
            and not any(one in targets or one in marks for one in _beside(note))
        ):
            note = note.parent
        found.setdefault(note, mark)
    return found


def _first_with_text(element: Element) -> Element | None:
    for child in element.children:
        if isinstance(child, Token):
            if child.text.strip():
                return None
        elif child.text.strip():
            return child
    return None


def _beside(note: Element) -> Iterator[Element]:
    """What stands beside a note in the element that holds it."""
    assert note.parent is not None
    for child in note.parent.children:
        if isinstance(child, Element) and child is not note:
            yield child
            yield from elements(child)
