"""Pages drawn for the tests, line by line, so that each test shows what it is about."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

HEIGHT, WIDTH = 842.0, 595.0
LEFT, RIGHT = 80.0, 500.0
FONTS = Path("/usr/share/fonts/truetype/dejavu")
REGULAR, BOLD = "DejaVuSerif", "DejaVuSerif-Bold"


def load_fonts() -> None:
    """Fonts with Cyrillic letters; without them no Russian page can be drawn."""
    for name in (REGULAR, BOLD):
        file = FONTS / f"{name}.ttf"
        if not file.exists():
            pytest.fail(f"{file} is missing: apt-get install fonts-dejavu-core", pytrace=False)
        pdfmetrics.registerFont(TTFont(name, file))


class Sheets:
    """A PDF file in the making; heights count from the top of the page."""

    def __init__(self, **options: object) -> None:
        load_fonts()
        self.file = BytesIO()
        self.canvas = Canvas(self.file, pagesize=(WIDTH, HEIGHT), invariant=1, **options)

    def put(
        self, x: float, y: float, text: str, *, size: float = 10, bold: bool = False, right: bool = False
    ) -> float:
        """Draw a text and return where it ends."""
        font = BOLD if bold else REGULAR
        width = pdfmetrics.stringWidth(text, font, size)
        self.canvas.setFont(font, size)
        self.canvas.drawString(x - width if right else x, HEIGHT - y, text)
        return x + width

    def lines(
        self,
        y: float,
        lines: Sequence[str],
        *,
        x: float = LEFT,
        step: float = 13,
        indent: float = 0,
        size: float = 10,
        bold: bool = False,
    ) -> float:
        """Draw lines one below the other, the first one indented; return where the next would stand."""
        for at, line in enumerate(lines):
            self.put(x + (0 if at else indent), y + at * step, line, size=size, bold=bold)
        return y + len(lines) * step

    def justified(
        self, y: float, words: str, *, x: float = LEFT, right: float = RIGHT, size: float = 10
    ) -> float:
        """Draw a paragraph from edge to edge, its words stretched apart; return the next height."""
        rows, row = list[list[str]](), list[str]()
        for word in words.split():
            if row and self._width([*row, word], size) > right - x:
                rows.append(row)
                row = []
            row.append(word)
        rows.append(row)
        for at, row in enumerate(rows):
            ends = at == len(rows) - 1 or len(row) == 1
            spare = right - x - sum(pdfmetrics.stringWidth(word, REGULAR, size) for word in row)
            gap = 0.32 * size if ends else spare / (len(row) - 1)
            place = x
            for word in row:
                place = self.put(place, y + 13 * at, word, size=size) + gap
        return y + 13 * len(rows)

    def rule(self, x: float, y: float, width: float) -> None:
        self.canvas.line(x, HEIGHT - y, x + width, HEIGHT - y)

    def turn_page(self) -> None:
        self.canvas.showPage()

    def data(self) -> bytes:
        self.canvas.save()
        return self.file.getvalue()

    def _width(self, words: Sequence[str], size: float) -> float:
        return sum(pdfmetrics.stringWidth(word, REGULAR, size) for word in words) + 0.32 * size * (
            len(words) - 1
        )


@pytest.fixture
def sheets() -> Sheets:
    """An empty PDF file to draw on."""
    return Sheets()


@pytest.fixture(scope="session")
def new_sheets() -> type[Sheets]:
    """For a test that draws many files, or one with options of its own."""
    return Sheets
