"""Letters of symbol fonts in Unicode: F0B3 of the font Symbol is ≥."""

import re
import tomllib
from functools import cache
from pathlib import Path

PRIVATE = "\ue000-\uf8ff"
"""The area of Unicode in which word processors store letters of symbol fonts, for a character class."""

_LETTER = re.compile(rf"[{PRIVATE}]")


def unicode_of(letter: str, font: str) -> str:
    """What a letter of a symbol font shows, "" where that is not known; other letters stay as they are."""
    shown = _fonts().get(font.lower(), {}).get(ord(letter) & 0xFF)
    if shown is not None:
        return shown
    return "" if _LETTER.match(letter) else letter


@cache
def _fonts() -> dict[str, dict[int, str]]:
    text = (Path(__file__).parent / "symbol_fonts.toml").read_text(encoding="utf-8")
    return {
        font: {int(start, 16) + at: shown for start, row in rows.items() for at, shown in enumerate(row)}
        for font, rows in tomllib.loads(text).items()
    }
