"""The people whom an English text names, told by what stands beside a name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from termcheck.model import Mention, Span
from termcheck.recognition.people.vocabulary import english_words, honorific, is_particle, office

_PART = r"(?:[A-Z]\.|[^\W\d_a-z][^\W\d_]*(?:['’][^\W\d_]+)*)"
_WORD = rf"{_PART}(?:[-‐‑](?:{_PART}|[^\W\d_]+))*"
# "Khaled al-Shami", "Juan de la Cruz"; small letters inside a name are particles, by the list.
_NAME = re.compile(
    rf"(?:(?:al|el|an|as|ash|ad|ar|at)[-‐‑])?{_WORD}(?:\s(?:(?:[a-z]{{1,5}}['’]?\s|[ld]['’]|[a-z]{{2,4}}[-‐‑]){{0,3}})?{_WORD})*"
)
# "d'Escoto", "ElBaradei", "O'Brien"
_ATOM = re.compile(r"[dlDL](?=['’])|(?:[AE]l)(?=[A-Z])|[^\W\d_]+(?:['’][^\W\d_]+)*\.?")
_LONGEST = 7  # words of a name
_STATE = re.compile(r"\s?\(([^()]{3,60})\)")
_SIGNED = re.compile(r"\(\s*(?i:signed)\s*\)[\s*_]*")
_LEADING = re.compile(r"(?:^|[.;:]\s|,\s|\band\s)$")
_APPOSED = re.compile(r"\s*(?:$|[,.;()*]|and\b|(?:was|is|has|had|will|made|opened|chaired|delivered)\b)")
_CLAUSE_END = re.compile(r"[.;:]\s|,\s(?=and\b)")
_COMMENT = re.compile(r",\s[^.;:()]{3,60}\s?\(([^()]{3,60})\)")


class Ground(Enum):
    """By what a person was told, the surest first."""

    HONORIFIC = "honorific"  # "Mr. Ján Kubat"
    SIGNATURE = "signature"  # "(Signed) Leila Haddad"
    STATE = "state"  # "Helga Maier (Germany)"
    OFFICE = "office"  # "the Executive Director, Leila Haddad"
    APPOSITION = "apposition"  # "Leila Haddad, Executive Director": less sure


@dataclass(frozen=True, slots=True)
class Person:
    """A name as it stands, without honorific. `parts` are the words that a reader would look for.

    Hyphens part words; particles ("de", "al-") and initials are none of the parts.
    """

    name: str
    span: Span
    parts: tuple[str, ...]
    ground: Ground


def find_people(text: str, mentions: Sequence[Mention] = ()) -> tuple[Person, ...]:
    """Return the people named in an English text, in order.

    `mentions` are those of glossary terms in it: no person is called by a term, and a State in brackets tells
    of a person before it.
    """
    if not _hint().search(text):
        return ()
    taken = [mention.passage.span for mention in mentions]
    states = {
        text[mention.passage.span.start : mention.passage.span.end]
        for mention in mentions
        if mention.concept.domain == "country"
    }
    found = list[Person]()
    reached = 0
    while match := _NAME.search(text, reached):
        reached = match.end()
        for start, end in _names_in(match, text):
            if person := _judged(Span(start, end), text, taken, states):
                found.append(person)
    return tuple(found)


def name_parts(name: str) -> tuple[str, ...]:
    """Return the words of a name, without particles and initials; all of them if it has no others."""
    atoms = [atom for atom in _ATOM.findall(name) if not atom.endswith(".") or len(atom) > 2]
    atoms = [atom.rstrip(".") for atom in atoms]
    whole = [atom for atom in atoms if len(atom) > 1 and not is_particle(atom)]
    return tuple(whole or [atom for atom in atoms if len(atom) > 1])


def _names_in(match: re.Match[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a run of capitals that may be names: cut at words that no name has."""
    honoured = _honoured().search(text[max(0, match.start() - 160) : match.start()]) is not None
    start: int | None = None
    end = match.start()
    for word in re.finditer(r"\S+", match.group()):
        plain = word.group().removesuffix("'s").removesuffix("’s")
        if plain.islower() and not re.search(r"[-‐‑]", plain) and is_particle(plain):
            continue
        # "Ambassador Jane Power": after an honorific only the first word tells that no name follows
        surely = honoured and start is not None
        if plain.islower() or _titles().fullmatch(plain) or (_is_common(plain) and not surely):
            if start is not None:
                yield start, end
            start, honoured = None, _titles().fullmatch(plain) is not None
            continue
        if start is None:
            start = match.start() + word.start()
        end = match.start() + word.start() + len(plain)
    if start is not None:
        yield start, end


def _is_common(word: str) -> bool:
    common = english_words("common")
    plain = word.rstrip(".")
    return plain in common or plain in english_words("offices") or word.partition("-")[0] in common


def _judged(span: Span, text: str, taken: Sequence[Span], states: set[str]) -> Person | None:
    name = text[span.start : span.end]
    words = name.split()
    parts = name_parts(name)
    if len(words) > _LONGEST or not any(len(part) > 1 for part in parts):
        return None
    named = any(place.start < span.end and span.start < place.end for place in taken)
    ground = _ground(span, text, states, several=len(words) > 1, named=named)
    return Person(name, span, parts, ground) if ground else None


def _ground(span: Span, text: str, states: set[str], *, several: bool, named: bool) -> Ground | None:
    before, after = text[max(0, span.start - 160) : span.start], text[span.end :]
    if _honoured().search(before):
        # "Mr. Jordan" is a person, though Jordan is a State
        return Ground.HONORIFIC
    if named or not several:
        return None
    if (signed := _SIGNED.search(before)) and signed.end() == len(before):
        return Ground.SIGNATURE
    words = text[span.start : span.end].split()
    if words[0] in english_words("opening") or _located().search(before):
        return None
    if any(word.isupper() and len(word) > 1 for word in words) and all(word.isupper() for word in words):
        return None  # a heading in capitals
    beside = _office_right_before().search(before) is not None
    if _APPOSED.match(after) and (beside or _follows_office(before)):
        return Ground.OFFICE
    state = _STATE.match(after)
    if state and state[1].strip() in states:
        return Ground.STATE
    comment = _COMMENT.match(after)
    if comment and comment[1].strip() in states and not before.strip(" -–—*"):
        return Ground.STATE  # a line of a list: "Amadou Keita, finance (Canada)"
    if beside or (_LEADING.search(before) and _office_after().match(after)):
        return Ground.APPOSITION
    return None


def _follows_office(before: str) -> bool:
    """Tell whether a clause with an office ends right before a name: "the Chair of the Group, "."""
    if not before.endswith(", "):
        return False
    clause = _CLAUSE_END.split(before[:-2])[-1]
    return _office_with_article().search(clause) is not None


@cache
def _office_right_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{office().pattern})\s$")


@cache
def _office_with_article() -> re.Pattern[str]:
    return re.compile(rf"\b(?:[Tt]he|[Mm]y|[Ii]ts|[Aa]n?)\s+(?:[\w-]+\s+){{0,4}}?{office().pattern}[^,]*$")


@cache
def _office_after() -> re.Pattern[str]:
    return re.compile(rf",\s(?:the\s|my\s|its\s)?(?:[\w-]+\s){{0,4}}?{office().pattern}")


@cache
def _honoured() -> re.Pattern[str]:
    # "H.E. Mr. X", "Ambassador X": the honorific right before the name, "Messrs. A and B" for both.
    word = honorific("en")
    return re.compile(rf"\b(?:{word})\.?\s$|\b(?:Messrs|Mses)\.?\s[^.;()]*?(?:,|and)\s$")


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"(?:{honorific('en')})\.?")


@cache
def _located() -> re.Pattern[str]:
    words = "|".join(english_words("locative"))
    return re.compile(rf"\b(?:{words})\s(?:the\s)?$", re.IGNORECASE)


@cache
def _hint() -> re.Pattern[str]:
    """What a text with people has, at the least: a cheap question."""
    return re.compile(rf"\b(?:{honorific('en')})\b|\([A-Z]|(?i:\(\s*signed)|{office().pattern}")
