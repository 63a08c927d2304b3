"""The words of document symbols, from parts.toml, and the Cyrillic letters that they get mixed with."""

import tomllib
from pathlib import Path

_DATA = tomllib.loads((Path(__file__).parent / "parts.toml").read_text(encoding="utf-8"))


def _words(*keys: str) -> frozenset[str]:
    return frozenset(word for key in keys for word in _DATA[key].split())


def _pairs(key: str) -> dict[str, str]:
    return dict(entry.split(":") for entry in _DATA[key].split())


ORGANS = _words("organs")
SERIES = _words("organs", "series")
ORGANIZATIONS = _words("organizations")
MODIFICATIONS = _words("modifications")
NUMBERED = _words("numbered_bodies", "numbered_natures", "modifications")
NUMBERED_NATURES = _words("numbered_natures")
ALWAYS_DOTTED = _words("always_dotted", "modifications")
NATURES = _words("natures")
PLAIN = NATURES | SERIES | _words("bodies", "states")
WORDS = NUMBERED | PLAIN

# States are no bodies: "A/IRAN/15/2" is no slip for the IRN of CEDAW/C/IRN.
BODIES = WORDS - _words("states")

# The spelling of a word by its capitals: "ADD" → "Add". Some have one of their own before a dot (Res.4).
SPELLINGS = {word.upper(): word for word in sorted(WORDS, key=str.isupper)}
SPELLINGS |= {word.upper(): word for word in MODIFICATIONS}
DOTTED_SPELLINGS = SPELLINGS | {word.upper(): word for word in WORDS if not word.isupper()}
# Titles and names of files put all in capitals (S/AGENDA/7391).
NUMBERED |= {word.upper() for word in NUMBERED}
WORDS |= SPELLINGS.keys()

TRANSLATIONS = _pairs("translations")
"""Parts by the Russian for them, in small letters: "доп" → "Add"."""

LOOKALIKES = _pairs("lookalikes")
"""Latin letters by the Cyrillic ones that look the same: "С" → "C"."""

_SOUNDS = _pairs("sounds")
SOUNDS = {
    letter: _SOUNDS.get(letter, "") + LOOKALIKES.get(letter, "")
    for letter in dict.fromkeys((*_SOUNDS, *filter(str.isupper, LOOKALIKES)))
}
"""Every Latin capital that a Cyrillic capital may stand for: "Р" → "RP"."""
