"""Runs of words in a Russian text that may be a name."""

import re
from dataclasses import dataclass

from termcheck.model import Span
from termcheck.recognition.people.vocabulary import honorific, is_particle

# A part of a name: «Жан-Пьер» has two, and so has «альМахди», whose hyphen was lost.
_ATOM = re.compile(
    r"[дл](?=['’ʼ][А-ЯЁ])|(?:[А-ЯЁ][а-яё\u0301\u0306\u0308]*|[А-ЯЁ]+|[а-яё]+)(?:['’ʼ][А-Яа-яЁё]+)*"
)
_BETWEEN = re.compile(r"['’ʼ]|[ \u00a0]?[-‐‑–]?[ \u00a0]?|\.[ \u00a0]?")
_HONOURED = re.compile(rf"(?<!\w)(?:{honorific('ru')})\.?[ \u00a0]$", re.IGNORECASE)
_BRACKET = re.compile(r"[ \u00a0]\([А-ЯЁ]")


@dataclass(frozen=True, slots=True)
class NameRun:
    """Words with capitals that follow each other, each with its place; particles are left out.

    `marked` tells that an honorific stands before them, or a State in brackets after them.
    """

    atoms: tuple[tuple[str, Span], ...]
    marked: bool

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.atoms[0][1].start, self.atoms[-1][1].end)


def name_runs(text: str, span: Span | None = None) -> tuple[NameRun, ...]:
    """Return the runs of capitals in a Russian text or a part of it, in order."""
    whole = span or Span(0, len(text))
    runs = list[NameRun]()
    atoms = list[tuple[str, Span]]()
    reached = -1
    for match in _ATOM.finditer(text, whole.start, whole.end):
        word = match.group()
        joined = reached >= 0 and _BETWEEN.fullmatch(text, reached, match.start()) is not None
        if atoms and not joined:
            runs.append(_run(atoms, text))
            atoms = []
        glued = joined and match.start() - reached <= 1 and text[match.start() - 1 : match.start()] in "-‐‑"
        if is_particle(word) and word.islower():
            reached = match.end() if atoms else -1
            continue
        if word[0].isupper() or (atoms and glued):
            atoms.append((word, Span(match.start(), match.end())))
            reached = match.end()
            continue
        if atoms:
            runs.append(_run(atoms, text))
        atoms, reached = [], -1
    if atoms:
        runs.append(_run(atoms, text))
    return tuple(runs)


def _run(atoms: list[tuple[str, Span]], text: str) -> NameRun:
    start, end = atoms[0][1].start, atoms[-1][1].end
    honoured = _HONOURED.search(text[max(0, start - 24) : start]) is not None
    return NameRun(tuple(atoms), honoured or _BRACKET.match(text, end) is not None)
