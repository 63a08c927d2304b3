"""Document symbols in a running text, well-formed or damaged.

A text is full of slashes that make no symbol (и/или, 12/10/2021, ВИЧ/СПИД, A/H1N1), so a chain of parts
counts only with a known beginning and a number in the right place, or with marks that no other text has.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from termcheck.model import Span
from termcheck.symbols.grammar import HYPHENS, Role, Symbol, is_modification, is_year, parse
from termcheck.symbols.mending import CYRILLIC, INVISIBLE, LIKE_FIGURES, Fault, faults, main_fault, mend
from termcheck.symbols.slips import is_misspelt
from termcheck.symbols.vocabulary import (
    ALWAYS_DOTTED,
    BODIES,
    LOOKALIKES,
    MODIFICATIONS,
    NUMBERED,
    ORGANIZATIONS,
    ORGANS,
    SERIES,
    TRANSLATIONS,
    WORDS,
)


@dataclass(frozen=True, slots=True)
class Match:
    """A symbol where it stands. `text` is as written, `symbol` as meant: None if that cannot be told."""

    span: Span
    text: str
    symbol: Symbol | None
    faults: frozenset[Fault] = frozenset()

    @property
    def kind(self) -> Fault | None:
        """The gravest fault; None for a well-formed symbol."""
        return main_fault(self.faults)

    @property
    def mended(self) -> str | None:
        """What should stand there instead; None if it is right, or if that cannot be told."""
        return str(self.symbol) if self.faults and self.symbol else None


_ADDRESS = re.compile(
    r"(?:https?|ftp)://\S+|www\.\S+|(?<!\S)\S+@\S+"
    r"|\b(?:[a-z0-9-]{1,63}\.){1,8}(?:org|int|com|net|edu|gov|info|eu|ru|ch|at)/\S*"
)
# Bounds on what no symbol exceeds keep the work on "a/a/a/…" and "1.1.1.…" in proportion to their length.
_MOST_PARTS = 14
_MOST_PIECES = 12  # of a part: "WG.4", "ICC-ASP"
_MOST_NOTES = 4  # of a part, in brackets
_LONGEST = 120  # code points of a symbol; "CTOC/COP/WG.4/2021/INF/1/Rev.1" has 30
_LETTER = rf"[A-Za-z{CYRILLIC}]"
_SIGN = rf"[A-Za-z0-9{CYRILLIC}]"
_WORD = rf"[{INVISIBLE}]*{_SIGN}[A-Za-z0-9{CYRILLIC}{INVISIBLE}]*"
_NOTE = (
    r"\s?\((?:Parts?|Sects?|Vols?|Resumption|Introduction|Plan outline|SUPP|Suppl|Annex)\b[^()]{0,24}\)"
    r"|\s?\((?:19|20)\d\d\)|\([A-Z0-9./-]{1,14}\)"
)
_PART = (
    rf"{_WORD}(?:(?:\.{{1,2}}|[{HYPHENS}]|(?<={_LETTER})(?:\s?[.,]\s?|[{HYPHENS}]\s)(?=\d)){_WORD})"
    rf"{{0,{_MOST_PIECES}}}(?:\.(?=\s?/))?(?:{_NOTE}){{0,{_MOST_NOTES}}}"
)
_MODIFIED = "|".join(
    sorted(
        MODIFICATIONS | {word.capitalize() for word, part in TRANSLATIONS.items() if part in MODIFICATIONS}
    )
)
# "Add 1", "WG 4": a blank for the full stop, unless a year follows
_DOTLESS = (
    rf"(?:{'|'.join(sorted(ALWAYS_DOTTED - MODIFICATIONS))}|{_MODIFIED})\s(?!(?:19|20)\d\d\b)\d{{1,4}}\b"
)
_CHAIN = re.compile(
    rf"(?<![\w/\\@=]){_PART}(?:\s{{0,2}}/{{1,2}}\s{{0,2}}(?:{_DOTLESS}|{_PART}|\(\d{{1,4}}\))){{1,{_MOST_PARTS}}}"
    rf"(?:\s(?:{_MODIFIED})\.\s?\d+)?"
)
_GLUED = re.compile(rf"[.{HYPHENS}]")
# Figures, and letters that are typed for them: "A/INF/l".
_COUNTED = re.compile(rf"[\d{LIKE_FIGURES}]")
_SPACED = re.compile(r"\s+/\s*|/\s+")
_CUTS = re.compile(rf"\s*[/.,(]|[{HYPHENS}]|\s")
_STARS = re.compile(r"\*{1,2}(?!\*)")
_EXTENSION = re.compile(r"\.[a-z]{2,4}\b")
# "E/2015/9/Add": an addendum that lost its number
_UNNUMBERED = re.compile(r"/(?:Add|Rev|Corr|Amend)$")
_HEAD = re.compile(r"[A-Za-z]+")
# Not "Ѕ", "І" or "Ј": a Russian text has those only by a slip.
_RUSSIAN = re.compile(r"[А-ЯЁ]")


def find(text: str) -> tuple[Match, ...]:
    """Every document symbol in a text, in order, without the punctuation around it.

    Addresses (undocs.org/A/69/767) and names of files are passed over with the symbols in them.
    """
    return tuple(_find(text)) if "/" in text else ()


def _find(text: str) -> Iterator[Match]:
    open_text = _ADDRESS.sub(lambda address: "\0" * len(address.group()), text)
    position = 0
    while chain := _CHAIN.search(open_text, position):
        match = _first_match(open_text, chain.start(), chain.end())
        if match:
            yield match
            position = match.span.end
            continue
        # "повестка дня / A/69/767": the first word was no beginning, what follows the blank may be one.
        gap = _SPACED.search(open_text, chain.start(), chain.end())
        position = gap.end() if gap else chain.end()


def _first_match(text: str, start: int, end: int) -> Match | None:
    head = text[start:end].split("/", 1)[0]
    # "повестки.A/69/767": the blank after a full stop was lost
    offsets = [0, *(cut.end() for cut in _GLUED.finditer(head))]
    for offset in offsets:
        match = _longest(text, start + offset, end)
        if match:
            return match
    return None


def _longest(text: str, start: int, end: int) -> Match | None:
    """The symbol that begins here, as long as it can be; a well-formed one wins over a guess."""
    whole = _before_next(text, start, end)
    end = min(whole, start + _LONGEST)
    chain = text[start:end]
    if not _COUNTED.search(chain):
        return None
    last = {len(chain)} if end == whole else set()
    cuts = sorted({cut.start() for cut in _CUTS.finditer(chain)} | last, reverse=True)
    for cut in cuts:
        written = chain[:cut]
        if "/" not in written:
            break
        if _EXTENSION.match(text, start + cut):
            return None
        lost = _UNNUMBERED.match(chain, cut)
        if lost and parse(written):
            written = chain[: lost.end()]
            return Match(Span(start, start + lost.end()), written, None, faults(written))
        match = _as_match(written, text, start)
        if match:
            return match
    found = faults(chain)
    if found and _HEAD.match(chain) and _is_latin_series(chain):
        return Match(Span(start, end), chain, None, found)
    return None


def _before_next(text: str, start: int, end: int) -> int:
    """Where a chain stops at a spaced slash that parts two symbols: "A/69/767 / A/69/768"."""
    for gap in _SPACED.finditer(text, start, min(end, start + _LONGEST)):
        before = parse(text[start : gap.start()])
        if before is None or not _is_complete(before):
            continue
        rest = text[gap.end() : end]
        head = rest.split("/", 1)[0]
        is_wide = gap.group()[0].isspace() and gap.group()[-1].isspace()
        if (is_wide and not is_modification(head)) or (head in SERIES and parse(rest) is not None):
            return gap.start()
    return end


def _is_complete(symbol: Symbol) -> bool:
    return _is_convincing(symbol) and symbol.parts[-1].role in (Role.NUMBER, Role.MODIFICATION)


def _as_match(written: str, text: str, start: int) -> Match | None:
    end = start + len(written)
    stars = _STARS.match(text, end)
    if stars and text[start - 1 : start] != "*":
        written, end = written + stars.group(), stars.end()
    symbol = parse(written)
    if symbol:
        return Match(Span(start, end), written, symbol) if _is_convincing(symbol) else None
    mended = mend(written)
    symbol = parse(mended) if mended else None
    if symbol is None or not _is_convincing(symbol) or not _is_sure(written, symbol):
        return None
    return Match(Span(start, end), written, symbol, faults(written))


def _is_latin_series(chain: str) -> bool:
    head = _HEAD.match(chain)
    return bool(head and head.group() in SERIES and re.match(r"[A-Za-z.\d]+/", chain))


def _is_sure(written: str, symbol: Symbol) -> bool:
    """Whether a text that had to be mended was a symbol at all.

    "ДП/2015/3" may be a contract, "id/2015/3" the path of a page: a beginning that is not Latin capitals
    needs a word of symbols after it, unless it looks the same as a main organ and stands for nothing else.
    """
    head = re.split(r"[/.\s]", written)[0]
    if head == symbol.series.split(".")[0]:
        return True
    if head.islower() and head.isascii():
        return len(symbol.parts) > 2 and (head.upper() in ORGANS or len(head) > 3)
    letter = LOOKALIKES.get(head)
    if letter in ("A", "E") or (letter in ORGANS and not _RUSSIAN.match(head)):
        return len(symbol.parts) > 2
    # «ДП/АДМ/2015/3» may be a contract too; «ДП/2015/3/Доп.1» is none
    is_contract = len(head) < 3 and not re.search("[A-Za-z]", written) and not set(head) <= LOOKALIKES.keys()
    words = (part.text for part in symbol.parts[1:] if "." in part.text or not is_contract)
    return any(_words_of(word) & WORDS for word in words)


def _words_of(text: str) -> set[str]:
    return set(_HEAD.findall(text))


def _is_convincing(symbol: Symbol) -> bool:
    """Whether something of the shape of a symbol is one."""
    head = _HEAD.match(symbol.series)
    series = head.group() if head else ""
    second = symbol.parts[1].text
    # "С-4/С-5": grades of staff; only sessions (ES-10) and bodies (ICC-ASP) have a hyphen
    if re.search(rf"[{HYPHENS}]\d", symbol.series):
        return False
    if series in ORGANS:
        return symbol.series == series and _follows_organ(series, second, len(symbol.parts))
    if series in SERIES:
        if len(symbol.parts) > 2 or not second.isdigit() or series != symbol.series:
            return True
        return len(second) > (2 if len(series) < 3 else 1)
    if len(series) < 2 or not symbol.series.isupper():
        return False
    return _has_marks(symbol) or _is_misspelt_series(series, symbol)


def _follows_organ(organ: str, second: str, parts: int) -> bool:
    """Whether the second part can come after A, S, E or T: "A/69", "S/2015", "E/CN.6", not "A/H"."""
    count = re.match(r"\d+", second)
    if count:
        if parts == 2:
            return len(count.group()) > 2 and not is_year(second)
        number = int(count.group())
        return number > 1900 or (organ == "A" and 9 < number < 200) or len(count.group()) > 1
    if re.match(r"E?S-\d", second):
        return True
    words = _words_of(second)
    if words & WORDS:
        return len(second) > 1
    # "A/HCR/46/7", "E/NC.7/2021/3"
    word, dot, _ = second.partition(".")
    return (bool(dot) or (parts > 2 and len(word) > 2)) and _is_misspelt_one_of(word, BODIES)


def _has_marks(symbol: Symbol) -> bool:
    """Whether a symbol of an unknown series has a part like WG.4 or Add.1, or a year and a number."""
    for part in symbol.parts[1:]:
        word, dot, number = part.text.partition(".")
        if dot and len(word) > 1 and word in NUMBERED and number[:1].isdigit():
            return True
    return symbol.year is not None and symbol.parts[-1].role is Role.NUMBER


def _is_misspelt_series(series: str, symbol: Symbol) -> bool:
    """Whether a symbol of an unknown series has a slip in it, and a known body to tell: "CEDWA/C/ARG/7"."""
    if len(series) < 3 or len(symbol.parts) < 3 or series in ORGANIZATIONS:
        return False
    return any(_words_of(part.text) & BODIES for part in symbol.parts[1:]) and _is_misspelt_one_of(
        series, SERIES
    )


@lru_cache(maxsize=1024)
def _is_misspelt_one_of(word: str, known: frozenset[str]) -> bool:
    return any(is_misspelt(word, other) for other in known)
