"""Footnotes: found at the foot of each page, taken out of the text together with their figures in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from termcheck.formats.pdf.glyphs import Glyph
from termcheck.formats.pdf.lines import Line, Row, cut_line
from termcheck.formats.pdf.rules import Rule

_SMALLER = 0.95  # of the size of the text: notes are in smaller print
_NOTE = re.compile(r"(\d{1,3}|\*{1,3}|[a-z]|[†‡])(?=[\s.)/]|(?<=[*†‡])|(?<=\d)[A-ZА-ЯЁ«“])[.)/]?\s*")
_MARK = re.compile(r"[\s,]*(?:(?:\d{1,3}|\*{1,3}|[a-z]|[†‡])[,\s)–-]*)+")
_WORD = re.compile(r"[^\W\d_]{3,}[)»”\".,;:]*$|[)»”\".,;:\]]$")
_NEAR = 30  # letters before a mark that tell of it
_SHORTEST_RULE, _LONGEST_RULE = 30.0, 0.6  # points; part of the width of the text


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; one without a mark goes on from the page before."""

    mark: str
    lines: tuple[Line, ...]


def part_notes(
    rows: Sequence[Row], rules: Sequence[Rule], body_size: float
) -> tuple[list[Row], tuple[Note, ...]]:
    """The rows of a page that are text, and the notes below them."""
    start = _start(rows, rules, body_size)
    return list(rows[:start]), tuple(_notes(rows[start:]))


def _start(rows: Sequence[Row], rules: Sequence[Rule], body_size: float) -> int:
    """The position of the first row that belongs to the notes, the number of rows if there are none."""
    if not rows:
        return 0
    left = min(row[0].left for row in rows)
    width = max(row[-1].right for row in rows) - left
    for rule in reversed(rules):
        if not _SHORTEST_RULE < rule.end - rule.start < _LONGEST_RULE * width or rule.start > left + 30:
            continue
        start = next((at for at, row in enumerate(rows) if row[0].base > rule.at), len(rows))
        below = rows[start:]
        if below and _are_notes(below, body_size):
            return start
    start = len(rows)
    for at in range(len(rows) - 1, -1, -1):
        if any(line.size > _SMALLER * body_size for line in rows[at]):
            break
        if _mark_of(rows[at][0]):
            start = at
    return start


def _are_notes(rows: Sequence[Row], body_size: float) -> bool:
    """Whether the rows below a short rule are notes: small, or marked from the first on."""
    sizes = [line.size for row in rows for line in row]
    return max(sizes) <= _SMALLER * body_size or (
        max(sizes) <= 1.02 * body_size and bool(_mark_of(rows[0][0]))
    )


def _mark_of(line: Line) -> str:
    """The mark at the head of the first line of a note, "" without one."""
    raised = "".join(glyph.text for glyph in _head(line))
    if raised and _MARK.fullmatch(raised):
        return raised.strip()
    match = _NOTE.match(line.text)
    return match.group(1) if match and match.end() < len(line.text) else ""


def _head(line: Line) -> list[Glyph]:
    """The raised letters, or those in smaller print, that a line begins with."""
    head = []
    for glyph in line.glyphs:
        if not glyph.raised and not (glyph.size < 0.8 * line.size and glyph.text.strip()):
            break
        head.append(glyph)
    return head


def _notes(rows: Iterable[Row]) -> Iterator[Note]:
    mark, lines, number = "", list[Line](), 0
    for line in (line for row in rows for line in row):
        found = _mark_of(line)
        # "12 September" at the head of a line is no note after note 3; a figure that is due, or raised, is.
        if found and (not found.isdigit() or _head(line) or not number or int(found) == number + 1):
            if lines:
                yield Note(mark, tuple(lines))
            mark, lines = found, []
            number = int(found) if found.isdigit() else number
            body = cut_line(line, _length_of(line))
            lines = [body] if body else []
        else:
            lines.append(line)
    if lines:
        yield Note(mark, tuple(lines))


def _length_of(line: Line) -> int:
    """How many letters of the first line of a note are its mark."""
    head = len(_head(line))
    if head:
        return head
    match = _NOTE.match(line.text)
    return match.end() if match else 0


def without_marks(line: Line, marks: frozenset[str]) -> Line:
    """A line of the text without the raised figures that refer to notes; «м²» keeps its own.

    The letter before such a figure tells of it. A figure refers to a note if the page has one of that mark,
    or if it stands after a word or a stop.
    """
    if not any(glyph.raised for glyph in line.glyphs):
        return line
    kept, at = list[Glyph](), 0
    while at < len(line.glyphs):
        end = at
        while end < len(line.glyphs) and line.glyphs[end].raised:
            end += 1
        if end == at:
            kept.append(line.glyphs[at])
            at += 1
            continue
        figures = "".join(glyph.text for glyph in line.glyphs[at:end])
        before = "".join(glyph.text for glyph in kept[-_NEAR:]).rstrip()
        known = all(mark in marks for mark in re.findall(r"\d+|\*+|[a-z]|[†‡]", figures))
        if _MARK.fullmatch(figures) and before and (known or _WORD.search(before)):
            kept[-1] = replace(kept[-1], note=figures.strip())
        else:
            kept += line.glyphs[at:end]
        at = end
    return replace(line, glyphs=tuple(kept)) if kept else line
