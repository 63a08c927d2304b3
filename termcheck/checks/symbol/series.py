"""symbol/series."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from termcheck import symbols
from termcheck.alignment.bitext import Bitext, symbols_in
from termcheck.checks.check import Reach, check
from termcheck.checks.symbol_pairs import matched_differences
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Message, Passage, Problem, Severity
from termcheck.symbols import Role, Symbol, is_misspelt, is_one_slip, is_reordered
from termcheck.symbols.vocabulary import ORGANIZATIONS, SERIES

# What a word of a series may be followed by, in capitals, with its spelling: ("UNEP",) → {"OZL": "OzL"}.
# "" among the followers says that a series may end there.
Tree = Mapping[tuple[str, ...], Mapping[str, str]]

# A word of a symbol, its offset and the role of its part.
Word = tuple[str, int, Role]

# The words of "UNEP/OzL.Pro.WG.1": no numbers, be they Roman (A/CN.9/WG.III) or in brackets (ICCD/COP(12)).
_WORD = re.compile(r"(?<![A-Za-z0-9(])(?!(?<=[./])[IVX]+(?![A-Za-z]))[A-Za-z]+")
_LEADING = (Role.SERIES, Role.BODY, Role.NATURE)


@check("symbol/series", Severity.WARNING, Reach.PAIR)
def series(bitext: Bitext) -> Iterator[Problem]:
    """Find a document symbol of a series that does not exist, one slip away from one that does.

    Numbers are no slips: E/CN.77 is a commission that the glossary does not know, not E/CN.7 misspelt.

    Authority: Dag Hammarskjöld Library, research guide “UN Document Symbols and Series Symbols”.

    Wrong:  записка Секретариата (CTCO/COP/WG.4/2021/1)
    Right:  записка Секретариата (CTOC/COP/WG.4/2021/1)
    """
    for segment, matches in zip(bitext.russian.document.segments, bitext.russian.symbols, strict=True):
        for match in matches:
            if match.faults or match.symbol is None:
                continue
            right = _meant(match.symbol, _tree(bitext.glossary))
            passage = Passage(segment, match.span)
            if right is None or _is_told_by_the_english(bitext, passage):
                continue
            yield Problem(
                passage,
                Message("«{found}» is of no known series of documents", {"found": match.text}),
                suggestions=(right,),
                cause=right,
            )


def _is_told_by_the_english(bitext: Bitext, passage: Passage) -> bool:
    """Whether the English has this very symbol, or another one for it, of which symbol/changed speaks."""
    found = symbols.key(passage.text)
    pair = bitext.counterpart(passage.segment)
    if pair is None or bitext.english is None:
        return False
    if any(symbols.key(match.text) == found for _, match in symbols_in(bitext.english, pair.source)):
        return True
    return any(
        difference.english and difference.russian and symbols.key(difference.russian[1].text) == found
        for difference in matched_differences(bitext)
        if difference.pair is pair
    )


@lru_cache(maxsize=2)
def _tree(glossary: CompiledGlossary) -> Tree:
    tree: dict[tuple[str, ...], dict[str, str]] = {(): {word: word for word in SERIES | ORGANIZATIONS}}
    for prefix in glossary.series():
        before: tuple[str, ...] = ()
        for word in _WORD.findall(prefix):
            tree.setdefault(before, {})[word.upper()] = word
            before = (*before, word.upper())
        tree.setdefault(before, {})[""] = ""
    return tree


def _meant(symbol: Symbol, tree: Tree) -> str | None:
    """Return a symbol with the one misspelt word of its series put right; None if it has no such."""
    before: tuple[str, ...] = ()
    words = _leading_words(symbol)
    for position, (word, start, role) in enumerate(words):
        known = tree.get(before, {})
        if word.upper() in known:
            before = (*before, word.upper())
            continue
        if role is Role.NATURE:
            return None
        after = words[position + 1 :][:1]
        meant = [name for name in known if _is_meant(word.upper(), name, before, after, tree)]
        if len(meant) > 1:  # E/ESCAW: ESCWA sooner than ESCAP
            meant = [name for name in meant if is_reordered(word.upper(), name)]
        if len(meant) != 1:
            return None
        text = str(symbol)
        return text[:start] + known[meant[0]] + text[start + len(word) :]
    return None


def _is_meant(word: str, name: str, before: tuple[str, ...], after: Sequence[Word], tree: Tree) -> bool:
    """Whether a word that the glossary does not have there is a slip for one that it has."""
    followers = tree.get((*before, name), {})
    is_borne_out = any(next_word.upper() in followers for next_word, _, _ in after)
    if not is_misspelt(word, name):
        # One letter of four is too little by itself: the rest must bear it out (CTAC/COP has the COP of
        # CTOC), or nothing else can stand there (CAC/COSB: all of CAC is CAC/COSP).
        has_no_rival = bool(before) and len(tree[before].keys() - {""}) == 1
        return len(word) == len(name) == 4 and is_one_slip(word, name) and (is_borne_out or has_no_rival)
    if is_borne_out:
        return True
    # Alone, a short beginning is as likely that of another organization.
    is_alone = all(role is Role.NATURE for _, _, role in after) and "" in followers
    return is_alone and (bool(before) or len(name) > 4 or (len(name) > 3 and is_reordered(word, name)))


def _leading_words(symbol: Symbol) -> list[Word]:
    """Return the words of a symbol before its first number."""
    words: list[Word] = []
    offset = 0
    for part in symbol.parts:
        if part.role not in _LEADING:
            break
        words += [(word.group(), offset + word.start(), part.role) for word in _WORD.finditer(part.text)]
        offset += len(part.text) + 1
    return words
