"""The letters of each page with their places, as PDFium finds them, and the rules drawn between them.

Points, from the upper left corner of the page as it is read: a page of sideways text is turned upright.
"""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from termcheck.errors import InputError

_MOST_OBJECTS = 5_000  # of a page that are looked at for rules: a map has a hundred thousand strokes
_BOLD_WEIGHT = 600
_FILL_AND_STROKE = 2  # a way of drawing that makes letters bold
# Marks that stand for a combining one where a font has no other: "и" under a breve is "й".
_SPACING_MARKS = {"\u02d8": "\u0306", "\u00a8": "\u0308", "\u02c7": "\u030c", "\u00b4": "\u0301"}
_LINE_END_HYPHENS = (2, 0xFFFE)  # what PDFium makes of the hyphen at the end of a line
# Bullets of the fonts Symbol and Wingdings, which Word draws lists with.
_BULLETS = {0xF0B7: 0x2022, 0xF0A7: 0x25AA, 0xF0D8: 0x2022, 0xF0FC: 0x2022, 0xF06F: 0x25E6, 0xF02D: 0x2013}
_LIGATURES = range(0xFB00, 0xFB07)


@dataclass(frozen=True, slots=True)
class Glyph:
    """What stands at `count` characters of the page's text from `index` on, -1 for a blank put in.

    `base` is the height of the line on which it stands; `raised` tells that it stands above the others.
    `note` is the mark of the footnote to which the text refers after it.
    """

    text: str
    index: int
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    raised: bool = False
    count: int = 1
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A level line."""

    left: float
    right: float
    height: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its number from 1: its letters in the order of the file, its rules from top to bottom."""

    number: int
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]


def read_pages(data: bytes, shown: str) -> list[Page]:
    """The pages of a PDF file. Raises InputError for one that is broken, locked or without any text."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise InputError(f"{shown}: is locked with a password; save a copy without one") from error
        raise InputError(f"{shown}: is not a PDF file, or a broken one; export it again") from error
    with file:
        try:
            readers = [_Reader(file, number) for number in range(len(file))]
            pages = [reader.page() for reader in readers]
        except pypdfium2.PdfiumError as error:
            raise InputError(f"{shown}: has a broken page ({error}); export it again") from error
    letters = [glyph.text for page in pages for glyph in page.glyphs]
    unknown = sum(reader.unknown for reader in readers) + sum(map(_is_unknown, letters))
    if not letters and not unknown:
        raise InputError(f"{shown}: holds pictures of pages, no text; read it by OCR (ocrmypdf) first")
    if unknown > len(letters) / 2:
        raise InputError(
            f"{shown}: does not tell which letters its shapes are; read it by OCR (ocrmypdf) first"
        )
    return pages


def _is_unknown(text: str) -> bool:
    return unicodedata.category(text[0]) in ("Co", "Cn", "Cc") or text == "\ufffd"


@dataclass(frozen=True, slots=True)
class _Look:
    """What all letters of one text object share; `turn` is the direction in quarters of a circle."""

    size: float
    bold: bool
    turn: int | None


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter as the file has it: where it stands, and its box from the lower left to the upper right."""

    text: str
    index: int
    x: float
    y: float
    box: tuple[float, float, float, float]
    look: _Look


class _Reader:
    """Reads one page; the library is asked through its C functions, letter by letter."""

    def __init__(self, file: Any, number: int) -> None:
        from pypdfium2 import raw

        self.raw = raw
        self.number = number + 1
        self.sheet = file[number]
        self.text = self.sheet.get_textpage()
        self.looks: dict[int, _Look] = {}
        self.unknown = 0  # shapes of which the file does not tell which letters they are

    def page(self) -> Page:
        """The page, turned so that most of its text is upright."""
        left, bottom, right, top = self.sheet.get_mediabox(fallback_ok=True)
        found = list(self._letters())
        turns = Counter(letter.look.turn for letter in found if letter.look.turn is not None)
        turn = turns.most_common(1)[0][0] if turns else 0
        # Letters that run another way are a stamp, the caption of a bar code or a watermark.
        kept = (letter for letter in found if letter.look.turn == turn)
        glyphs = [_upright(letter, turn, left, bottom, right, top) for letter in kept]
        rules = sorted(self._rules(left, top), key=lambda rule: rule.height) if turn == 0 else []
        height = top - bottom if turn in (0, 2) else right - left
        return Page(self.number, height, tuple(_composed(glyphs)), tuple(rules))

    def _letters(self) -> Iterator["_Letter"]:
        raw, text = self.raw, self.text.raw
        x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
        for index in range(raw.FPDFText_CountChars(text)):
            code = raw.FPDFText_GetUnicode(text, index)
            # PDFium puts in blanks and line ends by rules of its own; those of ours see the whole page.
            if code in (0, 10, 13) or raw.FPDFText_IsGenerated(text, index) == 1:
                self.unknown += code == 0
                continue
            if code in _LINE_END_HYPHENS:
                code = 0x2D
            code = _BULLETS.get(code, code)
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            raw.FPDFText_GetLooseCharBox(text, index, box)
            edges = (box.left, box.bottom, box.right, box.top)
            look = self._look(index)
            yield _Letter(" " if code == 9 else chr(code), index, x.value, y.value, edges, look)

    def _look(self, index: int) -> _Look:
        raw = self.raw
        item = raw.FPDFText_GetTextObject(self.text.raw, index)
        key = ctypes.cast(item, ctypes.c_void_p).value or 0
        if key not in self.looks:
            matrix = raw.FS_MATRIX()
            raw.FPDFText_GetMatrix(self.text.raw, index, matrix)
            scale = math.hypot(matrix.c, matrix.d) or 1.0
            size = raw.FPDFText_GetFontSize(self.text.raw, index) * scale
            self.looks[key] = _Look(size, self._is_bold(item), _quarters(matrix.a, matrix.b))
        return self.looks[key]

    def _is_bold(self, item: Any) -> bool:
        raw = self.raw
        if not item:
            return False
        if raw.FPDFTextObj_GetTextRenderMode(item) == _FILL_AND_STROKE:
            return True
        font = raw.FPDFTextObj_GetFont(item)
        if not font:
            return False
        if raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT:
            return True
        name = ctypes.create_string_buffer(200)
        raw.FPDFFont_GetBaseFontName(font, name, len(name))
        return any(word in name.value.lower() for word in (b"bold", b"heavy", b"black"))

    def _rules(self, left: float, top: float) -> Iterator[Rule]:
        """The level lines and flat boxes of an upright page."""
        raw = self.raw
        edges = [ctypes.c_float() for _ in range(4)]
        for at in range(min(raw.FPDFPage_CountObjects(self.sheet.raw), _MOST_OBJECTS)):
            item = raw.FPDFPage_GetObject(self.sheet.raw, at)
            if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
                continue
            if not raw.FPDFPageObj_GetBounds(item, *edges):
                continue
            low_x, low_y, high_x, high_y = (edge.value for edge in edges)
            if high_y - low_y < 4 and high_x - low_x > 20:
                yield Rule(low_x - left, high_x - left, top - (low_y + high_y) / 2)


def _quarters(a: float, b: float) -> int | None:
    """The direction of a text in quarters of a circle, None for a slanting one."""
    quarters = math.atan2(b, a) / (math.pi / 2)
    return round(quarters) % 4 if abs(quarters - round(quarters)) < 0.05 else None


def _upright(letter: _Letter, turn: int, left: float, bottom: float, right: float, top: float) -> Glyph:
    """A letter on a page of these edges, seen so that its text runs from left to right."""
    x0, y0, x1, y1 = letter.box
    if turn == 0:
        low, high, base = x0 - left, x1 - left, top - letter.y
    elif turn == 1:
        low, high, base = y0 - bottom, y1 - bottom, letter.x - left
    elif turn == 2:
        low, high, base = right - x1, right - x0, letter.y - bottom
    else:
        low, high, base = top - y1, top - y0, right - letter.x
    return Glyph(letter.text, letter.index, low, high, base, letter.look.size, letter.look.bold)


def _composed(glyphs: list[Glyph]) -> Iterator[Glyph]:
    """The letters with their combining marks in one: "и" and "◌̆" are "й"; "ﬁ" is two letters."""
    last: Glyph | None = None
    for glyph in glyphs:
        mark = glyph.text
        if last and mark in _SPACING_MARKS and glyph.left < last.right - 0.3 * (last.right - last.left):
            mark = _SPACING_MARKS[mark]
        if last and unicodedata.combining(mark):
            whole = unicodedata.normalize("NFC", last.text + mark)
            if len(whole) == 1 and glyph.index == last.index + last.count:
                last = replace(last, text=whole, count=last.count + 1)
                continue
        if last:
            yield last
        if ord(glyph.text[0]) in _LIGATURES:
            glyph = replace(glyph, text=unicodedata.normalize("NFKC", glyph.text))
        last = glyph
    if last:
        yield last
