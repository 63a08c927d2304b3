"""The grammar of a document symbol: parts between slashes, each with a role, and reissue stars.

    CTOC / COP / WG.4 / 2021 / INF / 1 / Rev.1
    series body  body   year  nature number modification

Series differ wildly (ISBA/21/C/WP.1, ICCD/COP(12)/4, GC.16/3), so the grammar refuses only what no series
has: Cyrillic or stray small letters, a doubled slash, Add. without a number, "Ad.1".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from termcheck.symbols.slips import is_one_slip
from termcheck.symbols.vocabulary import (
    ALWAYS_DOTTED,
    MODIFICATIONS,
    NATURES,
    NUMBERED,
    NUMBERED_NATURES,
    SERIES,
    SPELLINGS,
    WORDS,
)


class Role(StrEnum):
    """What a part of a symbol tells."""

    SERIES = "series"
    BODY = "body"
    SESSION = "session"
    YEAR = "year"
    NATURE = "nature"
    NUMBER = "number"
    MODIFICATION = "modification"


@dataclass(frozen=True, slots=True)
class Part:
    """What stands between two slashes, as it is written."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol. `twin` is the second one of a document of two organs, `joint` the dash before it."""

    parts: tuple[Part, ...]
    stars: int = 0
    joint: str = ""
    twin: "Symbol | None" = None

    def __str__(self) -> str:
        written = "/".join(part.text for part in self.parts) + "*" * self.stars
        return f"{written}{self.joint}{self.twin}" if self.twin else written

    def texts(self, role: Role) -> tuple[str, ...]:
        """The parts of one role, as written: two bodies, a body and its working group, make two."""
        return tuple(part.text for part in self.parts if part.role is role)

    @property
    def series(self) -> str:
        """What the symbol begins with: "CTOC", "IDB.43"."""
        return self.parts[0].text

    @property
    def year(self) -> int | None:
        """The year among its parts; None where the series counts by sessions."""
        years = self.texts(Role.YEAR)
        return int(years[0]) if years else None

    @property
    def number(self) -> str:
        """The number of the document, with its nature where the two are one part: "767", "L.5"; or ""."""
        for part in reversed(self.parts[1:]):
            if part.role is not Role.MODIFICATION:
                return part.text if any(map(str.isdigit, part.text)) else ""
        return ""

    @property
    def modifications(self) -> tuple[str, ...]:
        """Addenda, revisions, corrigenda: ("Rev.1", "Add.3")."""
        return self.texts(Role.MODIFICATION)


HYPHENS = r"\-‐‑–"
"""Dashes as they stand in symbols, for a character class."""

JOINT = re.compile(rf"(?<=[\d)])[{HYPHENS}](?=(?:{'|'.join(sorted(SERIES))})(?:\.\d+)?/)")
_PARENS = rf"(?:\s?\([A-Za-z0-9][A-Za-z0-9\s./{HYPHENS}]*\))*"
_SLASHES = re.compile(r"/(?![^()]*\))")
# 767; 8-9; 4.5 and 2207..2015, as files of documents are named (for 4-5 and 2207 (2015)); ..PART.II likewise;
# S/AC.44/2004/(02)/69. A letter after a number is one of a row (69a); l and o are mistyped figures (10l).
_COUNT = re.compile(
    rf"\d{{1,6}}(?:(?![lo])[a-z])?(?:(?:[{HYPHENS}]|\.\.?)\d{{1,6}})*(?:\.\.PART\.[IVX]+)?{_PARENS}|\(\d+\)"
)
_WORDED = re.compile(
    rf"[A-Za-z]+\d*[A-Z]?(?:(?:[.{HYPHENS}]|(?<=\d)\.\.)(?:[A-Za-z]+|\d+))*(?:(?<=[IVXL])\.)?{_PARENS}"
)
_MODIFICATION = re.compile(
    rf"([A-Za-z]+)\.(?:\d+|[IVX]+)(?:[{HYPHENS}]\d+)?(?:(?![lIoO])[A-Za-z]|\([A-Z]\))?{_PARENS}"
)
_ROMAN = re.compile(r"[IVXLC]+")
_WORD = re.compile(r"[A-Za-z]+")
_NAMED_NUMBER = re.compile(r"([A-Z][a-z]+)\.\d+")
_STARS = re.compile(r"\*{1,2}$")
_YEAR = re.compile(r"(?:19[4-9]|20[0-9])\d")


def parse(text: str) -> Symbol | None:
    """The symbol that a text is, nothing before or after; None if it is not a well-formed one.

    It says what has the shape of a symbol, not that such a series exists: "ABC/12/3" parses.
    """
    joint = JOINT.search(text)
    if joint is None:
        return _parse_one(text)
    first, twin = _parse_one(text[: joint.start()]), _parse_one(text[joint.end() :])
    if first is None or twin is None:
        return None
    return Symbol(first.parts, first.stars, joint.group(), twin)


def _parse_one(text: str) -> Symbol | None:
    if not _is_series(text.partition("/")[0]):
        return None
    stars = _STARS.search(text)
    pieces = _SLASHES.split(text[: stars.start()] if stars else text)
    if len(pieces) < 2 or not all(map(is_piece, pieces)):
        return None
    if not any(map(str.isdigit, "".join(pieces[1:]))) or not _is_ordered(pieces):
        return None
    return Symbol(tuple(_with_roles(pieces)), len(stars.group()) if stars else 0)


def _is_series(piece: str) -> bool:
    head = _WORD.match(piece)
    return bool(head and head.group().isupper() and not is_modification(piece))


def is_modification(piece: str) -> bool:
    """Whether a part of a symbol is an addendum, revision or the like, with its number."""
    match = _MODIFICATION.fullmatch(piece)
    if not match:
        return piece == "Summary"
    word = match[1]
    return word in MODIFICATIONS or (word.isupper() and SPELLINGS.get(word) in MODIFICATIONS)


def is_year(piece: str) -> bool:
    """Whether a part is a year of the United Nations."""
    return _YEAR.fullmatch(piece) is not None


def is_piece(piece: str) -> bool:
    """Whether a part can stand in a symbol at all, by itself."""
    if _COUNT.fullmatch(piece) or is_modification(piece):
        return True
    if not _WORDED.fullmatch(piece):
        return False
    bare = piece.partition("(")[0]
    if modification_meant(bare):
        return False
    # "A/H1N1": a virus; "WG4": the dot is lost. But CBD/WG8J/11/7, ATT/CSP1/2015/1 are symbols.
    glued = re.fullmatch(r"([A-Za-z]+)\d+", bare)
    if glued and (len(glued[1]) < 2 or SPELLINGS.get(glued[1].upper()) in ALWAYS_DOTTED):
        return False
    # "Dept.3": a word of some series that we do not know; "Ac.105" is one that we do, misspelt
    named = {match[1] for match in _NAMED_NUMBER.finditer(bare) if match[1].upper() not in SPELLINGS}
    return all(word.isupper() or word in WORDS or word in named for word in _WORD.findall(bare))


def modification_meant(piece: str) -> str | None:
    """The modification that a slip of one letter hides, or whose number is lost: "Ad.1" → "Add"."""
    match = re.fullmatch(r"([A-Za-z]+)(\.?\d*)", piece)
    if not match:
        return None
    word, number = match.groups()
    if SPELLINGS.get(word.upper()) in MODIFICATIONS:
        return SPELLINGS[word.upper()]
    if not number or word.upper() in NUMBERED or word.isupper():
        return None
    # "Re.4" may be Rev.4 or Res.4
    rivals = MODIFICATIONS | {"Res", "Dec"} if len(word) < 3 else MODIFICATIONS
    meant = [known for known in sorted(rivals) if is_one_slip(word.capitalize(), known)]
    return meant[0] if len(meant) == 1 and meant[0] in MODIFICATIONS else None


def _is_ordered(pieces: list[str]) -> bool:
    """Whether modifications come last and no number is parted from its body (WG/4/2021 for WG.4/2021)."""
    if is_modification(pieces[1]):
        return False
    for i, piece in enumerate(pieces[:-1]):
        after = pieces[i + 1]
        if is_modification(piece) and after.isdigit():
            return False
        # CCM/CONF/2015/7 and A/HRC/AC/15/L.2 are right: only a small number before a year gives it away
        if (
            piece in ("WG", "CN")
            and re.fullmatch(r"\d\d?", after)
            and any(map(is_year, pieces[i + 2 : i + 3]))
        ):
            return False
    return True


def _with_roles(pieces: list[str]) -> Iterator[Part]:
    core = max(i for i, piece in enumerate(pieces) if i == 0 or not is_modification(piece))
    for i, piece in enumerate(pieces):
        yield Part(Role.SERIES if i == 0 else _role(piece, last=i == core), piece)


def _role(piece: str, *, last: bool) -> Role:
    if is_modification(piece):
        return Role.MODIFICATION
    if _COUNT.fullmatch(piece):
        if last:
            return Role.NUMBER
        return Role.YEAR if is_year(piece) else Role.SESSION
    if (_ROMAN.fullmatch(piece) and piece != "C") or re.match(r"(?:ES|S|SS)[-.]", piece):
        return Role.SESSION
    word = _WORD.match(piece)
    assert word, "a part that is no count begins with a word"
    is_nature = SPELLINGS.get(word.group().upper()) in (NUMBERED_NATURES if "." in piece else NATURES)
    return Role.NATURE if is_nature else Role.BODY
