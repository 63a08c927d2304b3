"""Units of bilingual files: from the two texts of each, as its file holds them, to two documents.

What is markup in the texts is left out on both sides alike, what stands for a word is noted.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from termcheck.formats.accelerators import accelerators
from termcheck.formats.blocks import Block
from termcheck.formats.directives import with_notes
from termcheck.formats.fragments import fragments, holds_tags, markup_in
from termcheck.formats.markup import TokenKind
from termcheck.formats.placeholders import mark_placeholders
from termcheck.formats.placing import placed
from termcheck.formats.structure import assemble
from termcheck.model import ENGLISH, RUSSIAN, Code, CodeKind, Document, Kind, Piece, Span

# "heading_edit_user", "form.label.name", "add-form-is-translation": a key by which programs know a text.
_KEY = re.compile(r"[a-z][a-z0-9]*(?:[_.:][A-Za-z0-9]+|-[a-z0-9]+-[a-z0-9]+)[\w.:-]*")
_CYRILLIC = re.compile("[А-яЁё]")


@dataclass(slots=True)
class Unit:
    """A unit of a bilingual file: its id, where it begins, its text by language ("en", "ru"), its notes.

    `flags` are what the file says of its placeholders ("c-format"). Of a message with plural forms, `plural`
    is the English of the plural: any form may have its placeholders, and one without English of its own
    answers them. `of_one` tells that the form is for one number, which it need not name.
    """

    id: str
    offset: int
    sides: dict[str, Block] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    flags: frozenset[str] = frozenset()
    plural: Block | None = None
    of_one: bool = False


def documents(
    units: Iterable[Unit], *, shown: str, lines: tuple[int, ...], notes: Iterable[str] = ()
) -> tuple[Document, Document]:
    """The Russian and the English document of some units, segment by segment; what a unit lacks is empty.

    A unit has one segment, or one for each of the paragraphs in it. `notes` are those that belong to no
    single unit, `lines` the offsets at which the lines of the file begin.
    """
    parts = [(part, unit.notes) for unit in units for part in _parts(unit)]
    russian = assemble([part for (part, _), _ in parts], path=shown, language=RUSSIAN, lines=lines)
    english = assemble([part for (_, part), _ in parts], path=shown, language=ENGLISH, lines=lines)
    return with_notes(russian, [said for _, said in parts], notes), english


def speaks(code: str, language: str) -> bool:
    """Whether a language tag ("ru-RU", "EN_us") is of a language."""
    return code.lower().replace("_", "-").partition("-")[0] == language


def _parts(unit: Unit) -> Iterator[tuple[Block, Block]]:
    """The Russian and the English block of each paragraph of a unit."""
    empty = Block(Kind.PARAGRAPH, "", unit=unit.id, offset=unit.offset)
    russian, english = unit.sides.get(RUSSIAN, empty), unit.sides.get(ENGLISH, empty)
    if _KEY.fullmatch(english.text) and _CYRILLIC.search(russian.text):
        english = empty
    original = english if english.text or unit.plural is None else unit.plural
    for ours, theirs in map(_without_accelerators, without_markup(russian, original)):
        ours, theirs = mark_placeholders(
            ours, theirs, flags=unit.flags, plural=unit.plural, of_one=unit.of_one
        )
        yield ours, theirs if original is english else _codes_alone(theirs, empty)


def _codes_alone(block: Block, empty: Block) -> Block:
    """A block without text that keeps the codes of another: what a form must hold that has no English."""
    return replace(empty, codes=tuple(replace(code, span=Span(0, 0)) for code in block.codes))


def without_markup(russian: Block, english: Block) -> list[tuple[Block, Block]]:
    """The two texts of a unit, HTML still in them, as pairs of blocks without it.

    Block elements are blocks of their own where both have as many; else each text is one block.
    """
    theirs = markup_in(english.text)
    ours = markup_in(russian.text, like=theirs)
    if all(token.kind is TokenKind.TEXT for token in (*ours, *theirs)):
        return [(russian, english)]
    folded = holds_tags(ours) or holds_tags(theirs)
    sides = ((russian, ours), (english, theirs))
    for parted in (True, False):
        left, right = (
            placed(fragments(block.text, found, folded=folded, parted=parted), block)
            for block, found in sides
        )
        if len(left) == len(right):
            break
    return list(zip(left, right, strict=True))


def _without_accelerators(pair: tuple[Block, Block]) -> tuple[Block, Block]:
    russian, english = pair
    found = accelerators(english.text, russian.text)
    return (_without(russian, found[1]), _without(english, found[0])) if found else pair


def _without(block: Block, at: int) -> Block:
    """A block without one of its letters, in the place of which is a tag."""
    text = block.text
    pieces = (Piece(0, at, 0), Piece(at, len(text) - at - 1, at + 1))
    part = replace(
        block,
        text=text[:at] + text[at + 1 :],
        pieces=tuple(piece for piece in pieces if piece.length),
        codes=(Code(Span(at, at), CodeKind.TAG, text[at]),),
    )
    return placed([part], block)[0]
