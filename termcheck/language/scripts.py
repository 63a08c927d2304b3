"""Latin and Cyrillic letters that look alike, and the key by which words are compared."""

import re
import unicodedata

from termcheck.model import Span

LATIN = "latin"
CYRILLIC = "cyrillic"
MIXED = "mixed"

# Each Cyrillic letter stands above the Latin one that a reader cannot tell from it.
_CYRILLIC_LOOKS = "АВЕЁКМНОРСТУХаеёкорсух"
_LATIN_LOOKS = "ABEËKMHOPCTYXaeëkopcyx"
# Letters of other Slavic languages, which no Russian word has.
_FOREIGN_CYRILLIC_LOOKS = "ЅІЇЈѕіїј"
_FOREIGN_LATIN_LOOKS = "SIÏJsiïj"
# «бóльший»: a stress mark that the typist had only on Latin vowels.
_STRESSED_LATIN = "ÁÉÓÝáéóý"
_STRESSLESS_CYRILLIC = "АЕОУаеоу"
_TO_LATIN = str.maketrans(_CYRILLIC_LOOKS + _FOREIGN_CYRILLIC_LOOKS, _LATIN_LOOKS + _FOREIGN_LATIN_LOOKS)
_TO_CYRILLIC = str.maketrans(_LATIN_LOOKS + _STRESSED_LATIN, _CYRILLIC_LOOKS + _STRESSLESS_CYRILLIC)

_CYRILLIC = "\u0400-\u052f"
_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_MARKS = "\u0300-\u036f" + _INVISIBLE
_CYRILLIC_LETTER = re.compile(f"[{_CYRILLIC}]")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
# Where one alphabet passes into the other; digits do not part a word («В2B»).
_BORDER = re.compile(f"[{_CYRILLIC}][0-9{_MARKS}]*[{_LATIN}]|[{_LATIN}][0-9{_MARKS}]*[{_CYRILLIC}]")
_WORD = re.compile(f"[0-9{_CYRILLIC}{_LATIN}{_MARKS}]+")
# No words of two alphabets: a Roman number with the letter of its part («приложение IIб») or stuck to its
# word («ХабитатIII»), and a Russian word with a stress mark («бóльший»).
_ROMAN = "[IVX]*[IV][IVX]*"
_IN_ORDER = re.compile(f"{_ROMAN}[а-яё]|[А-Яа-яЁё]*[а-яё]{_ROMAN}|[А-Яа-яЁё{_STRESSED_LATIN}]+")

_PLAIN = re.compile(r"[а-я]+(?:-[а-я]+)*|[a-z0-9]+")
_ACCENTS = f"[\u0300\u0301{_INVISIBLE}]+"
_DROPPED = re.compile(f"(?<=[{_CYRILLIC}]){_ACCENTS}|(?<=[еЕ]\u0308){_ACCENTS}|[{_INVISIBLE}]")
_FOLDED = str.maketrans(
    {
        "ё": "е",
        **dict.fromkeys("’ʼ‘`´′", "'"),
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("«»„“”‟", '"'),
    }
)
_DASHES = frozenset({"-", "--", "---", "–", "—", "―", "−", "‒"})
_DOUBLED_QUOTES = frozenset({"<<", ">>", "''", ",,"})


def script(word: str) -> str:
    """The alphabet of a word's letters: "latin", "cyrillic", "mixed", or "" without letters of either."""
    composed = unicodedata.normalize("NFC", word)
    cyrillic, latin = bool(_CYRILLIC_LETTER.search(composed)), bool(_LATIN_LETTER.search(composed))
    if cyrillic and latin:
        return MIXED
    return CYRILLIC if cyrillic else LATIN if latin else ""


def to_latin(text: str) -> str:
    """The text with every Cyrillic letter that has a Latin look-alike replaced; the others stay."""
    return unicodedata.normalize("NFC", text).translate(_TO_LATIN)


def to_cyrillic(text: str) -> str:
    """The text with every Latin letter that has a Cyrillic look-alike replaced; the others stay."""
    return unicodedata.normalize("NFC", text).translate(_TO_CYRILLIC)


def same_look(one: str, other: str) -> bool:
    """Whether two texts look the same to a reader, whatever alphabets their letters come from."""
    return to_latin(one) == to_latin(other)


def mixed_script_words(text: str) -> tuple[Span, ...]:
    """The words made of letters of both alphabets, in order.

    Parts of a hyphenated word are words of their own: «web-сайт», «S-образный» are in order. A word that
    could belong wholly to either alphabet («СОР», "COP") is mixed only if its letters are.
    """
    spans: list[Span] = []
    for border in _BORDER.finditer(text):
        if spans and border.start() < spans[-1].end:
            continue
        start = border.start()
        while start and _WORD.match(text[start - 1]):
            start -= 1
        word = _WORD.match(text, start)
        if word and not _IN_ORDER.fullmatch(word.group()):
            spans.append(Span(word.start(), word.end()))
    return tuple(spans)


def unmix(word: str) -> str | None:
    """A word of two alphabets with all its letters in one, hyphen parts apart; None if none has them all.

    If both could («СOР», the second letter Latin), the one of most letters is taken, in doubt the Cyrillic.
    """
    parts = [_unmixed(part) for part in re.split("([-‐‑])", unicodedata.normalize("NFC", word))]
    return None if None in parts else "".join(part for part in parts if part)


def fold(word: str) -> str:
    """The key of a word or sign: equal for all that a reader takes for one.

    Small letters, ё as е, composed accents; soft hyphens, zero-width signs and stress marks dropped;
    apostrophes, hyphens and quotation marks of one kind; a dash standing alone as —; letters of the other
    alphabet replaced by their look-alikes.
    """
    small = word.lower()
    if _PLAIN.fullmatch(small):
        return small
    small = _bare(small)
    if script(small) == MIXED:
        # Capitals have look-alikes that small letters lack («Mарокко», «Hигер»).
        small = _bare((unmix(_DROPPED.sub("", word)) or small).lower())
    small = small.translate(_FOLDED)
    if small in _DASHES:
        return "—"
    return '"' if small in _DOUBLED_QUOTES else small


def _bare(word: str) -> str:
    return unicodedata.normalize("NFC", _DROPPED.sub("", unicodedata.normalize("NFD", word)))


def _unmixed(part: str) -> str | None:
    if script(part) != MIXED:
        return part
    latin, cyrillic = to_latin(part), to_cyrillic(part)
    options = [option for option in (cyrillic, latin) if script(option) != MIXED]
    if len(options) < 2:
        return options[0] if options else None
    mostly_latin = len(_LATIN_LETTER.findall(part)) > len(_CYRILLIC_LETTER.findall(part))
    return latin if mostly_latin else cyrillic
