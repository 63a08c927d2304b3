"""The letters of each page with their places, as PDFium finds them.

Points, from the upper left corner of the page as it is read: a page of sideways text is turned upright.
"""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from termcheck.errors import InputError
from termcheck.formats.pdf.rules import Rule, View, read_rules
from termcheck.formats.symbol_fonts import unicode_of

_BOLD_WEIGHT = 600
_FILL_AND_STROKE = 2  # a way of drawing that makes letters bold
# Marks that stand for a combining one where a font has no other: "и" under a breve is "й".
_SPACING_MARKS = {"\u02d8": "\u0306", "\u00a8": "\u0308", "\u02c7": "\u030c", "\u00b4": "\u0301"}
_LINE_END_HYPHENS = (2, 0xFFFE)  # what PDFium makes of the hyphen at the end of a line
_HALF_PAIRS = range(0xD800, 0xE000)  # halves of surrogate pairs, to which a font maps letters of formulae
_UNKNOWN = "\ufffd"
# Bullets of the fonts Symbol and Wingdings, which Word draws lists with; a file may not name the font.
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "•", 0xF0FC: "•", 0xF06F: "◦", 0xF02D: "–"}
_BOLD_NAMES = ("bold", "heavy", "black")
_STYLE = re.compile(
    r"^[a-z]{6}\+|[-,](?:regular|normal|roman|bold|italic)+$|mt$|ps(?:mt)?$"
)  # "abcdef+symbolmt"
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
class Page:
    """A page by its number from 1: its letters in the order of the file, its rules from top to bottom and
    from left to right.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    level: tuple[Rule, ...] = ()
    upright: tuple[Rule, ...] = ()


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
    unknown = sum(reader.unknown for reader in readers) + letters.count(_UNKNOWN)
    if not letters and not unknown:
        raise InputError(f"{shown}: holds pictures of pages, no text; read it by OCR (ocrmypdf) first")
    if unknown > len(letters) / 2:
        raise InputError(
            f"{shown}: does not tell which letters its shapes are; read it by OCR (ocrmypdf) first"
        )
    return pages


@lru_cache(maxsize=4096)
def _shown(code: int, font: str) -> str:
    """What a letter of a font shows, U+FFFD for half a surrogate pair, "" where nobody can tell."""
    if code in _LINE_END_HYPHENS:
        return "-"
    if code in _BULLETS:
        return _BULLETS[code]
    if code == 9:
        return " "
    if code in _HALF_PAIRS:
        return _UNKNOWN
    shown = unicode_of(chr(code), font)
    return "" if shown and unicodedata.category(shown[0]) in ("Co", "Cn", "Cc") else shown


@dataclass(frozen=True, slots=True)
class _Look:
    """What all letters of one text object share; `turn` is the direction in quarters of a circle."""

    size: float
    font: str
    bold: bool
    turn: int | None


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter as the file has it: where it stands, and its box from the lower left to the upper right."""

    text: str
    index: int
    count: int
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
        found = list(self._letters())
        turns = Counter(letter.look.turn for letter in found if letter.look.turn is not None)
        turn = turns.most_common(1)[0][0] if turns else 0
        view = View(turn, *self.sheet.get_mediabox(fallback_ok=True))
        # Letters that run another way are a stamp, the caption of a bar code or a watermark.
        kept = (letter for letter in found if letter.look.turn == turn)
        glyphs = _closed_up((_upright(letter, view) for letter in kept), view.width)
        level, upright = read_rules(self.sheet.raw, view)
        return Page(
            self.number, view.width, view.height, tuple(_composed(glyphs)), tuple(level), tuple(upright)
        )

    def _letters(self) -> Iterator["_Letter"]:
        raw, text = self.raw, self.text.raw
        x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
        number = raw.FPDFText_CountChars(text)
        codes = [raw.FPDFText_GetUnicode(text, index) for index in range(number)]
        for index, code in enumerate(codes):
            # PDFium puts in blanks and line ends by rules of its own; those of ours see the whole page.
            if code in (0, 10, 13) or raw.FPDFText_IsGenerated(text, index) == 1:
                self.unknown += code == 0
                continue
            look, count = self._look(index), 1
            if _is_pair(codes[index : index + 2]):
                shown, count = _paired(code, codes[index + 1]), 2
            elif index and _is_pair(codes[index - 1 : index + 1]):
                continue
            else:
                shown = _shown(code, look.font)
            if not shown:
                self.unknown += 1
                continue
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            raw.FPDFText_GetLooseCharBox(text, index, box)
            edges = (box.left, box.bottom, box.right, box.top)
            yield _Letter(shown, index, count, x.value, y.value, edges, look)

    def _look(self, index: int) -> _Look:
        raw = self.raw
        item = raw.FPDFText_GetTextObject(self.text.raw, index)
        key = ctypes.cast(item, ctypes.c_void_p).value or 0
        if key not in self.looks:
            matrix = raw.FS_MATRIX()
            raw.FPDFText_GetMatrix(self.text.raw, index, matrix)
            scale = math.hypot(matrix.c, matrix.d) or 1.0
            size = raw.FPDFText_GetFontSize(self.text.raw, index) * scale
            font = raw.FPDFTextObj_GetFont(item) if item else None
            name = self._font_name(font)
            is_bold = item and raw.FPDFTextObj_GetTextRenderMode(item) == _FILL_AND_STROKE
            is_bold = is_bold or (font and raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT)
            is_bold = is_bold or any(word in name for word in _BOLD_NAMES)
            plain = _STYLE.sub("", name)
            self.looks[key] = _Look(size, plain, bool(is_bold), _quarters(matrix.a, matrix.b))
        return self.looks[key]

    def _font_name(self, font: Any) -> str:
        """The name of a font in small letters, "" without one."""
        if not font:
            return ""
        name = ctypes.create_string_buffer(200)
        self.raw.FPDFFont_GetBaseFontName(font, name, len(name))
        return name.value.decode("utf-8", "replace").lower()


def _quarters(a: float, b: float) -> int | None:
    """The direction of a text in quarters of a circle, None for a slanting one."""
    quarters = math.atan2(b, a) / (math.pi / 2)
    return round(quarters) % 4 if abs(quarters - round(quarters)) < 0.05 else None


def _upright(letter: _Letter, view: View) -> Glyph:
    """A letter on a page that is seen so that its text runs from left to right."""
    left, right, _, _ = view.box(*letter.box)
    _, _, base, _ = view.box(letter.x, letter.y, letter.x, letter.y)
    look = letter.look
    return Glyph(
        letter.text,
        letter.index,
        left,
        right,
        base,
        look.size,
        look.bold,
        count=letter.count,
    )


def _closed_up(glyphs: Iterable[Glyph], width: float) -> Iterator[Glyph]:
    """Letters with those drawn near again that a damaged file sets miles beside a page of this width."""
    base, shift = None, 0.0
    for glyph in glyphs:
        if not math.isfinite(glyph.left + glyph.right + glyph.base):
            continue
        if glyph.base != base:
            base, shift = glyph.base, 0.0
        left, right = glyph.left - shift, glyph.right - shift
        if right - left > max(width, glyph.size):
            shift += right - left - 0.5 * glyph.size
            right = left + 0.5 * glyph.size
        yield replace(glyph, left=left, right=right) if shift else glyph


def _is_pair(codes: Sequence[int]) -> bool:
    """Whether two codes are a surrogate pair, with which UTF-16 writes the letters of formulae."""
    return len(codes) == 2 and 0xD800 <= codes[0] < 0xDC00 <= codes[1] < 0xE000


def _paired(high: int, low: int) -> str:
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _composed(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
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
