"""term/inconsistent."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.term_pairs import is_term
from termcheck.language.inflection import decline
from termcheck.model import Message, Passage, Problem, Severity, Span


@dataclass(frozen=True, slots=True)
class _Word:
    """An English word, what else would explain a variant, and the forms of each Russian variant."""

    english: re.Pattern[str]
    unless: re.Pattern[str]
    variants: tuple[tuple[str, re.Pattern[str]], ...]


@check("term/inconsistent", Severity.HINT, Reach.PAIR)
def inconsistent(bitext: Bitext) -> Iterator[Problem]:
    """Find one word of an English paragraph that is rendered in two ways in the Russian one.

    Without a glossary, for words whose renderings mean the same whatever the text. The English must have the
    word for each of them, and no other word that one of them may answer. The first one is taken for right.

    Wrong:  on the website … on the website: на сайте … на веб-сайте
    Right:  on the website … on the website: на веб-сайте … на веб-сайте
    """
    for pair in bitext.trusted:
        english = " ".join(passage.text for passage in pair.source).lower()
        for word in _words():
            times = len(word.english.findall(english))
            if times < 2 or word.unless.search(word.english.sub(" ", english)):
                continue
            found = _found(word, pair.target)
            # More than the English has may be something else: a sum, a site that is a place.
            if len(found) > times or len({variant for variant, _ in found}) < 2:
                continue
            if any(_is_in_glossary(passage, bitext) for _, passage in found):
                continue  # term/forbidden and term/missing say it
            usual = found[0][0]
            for variant, passage in found[1:]:
                if variant != usual:
                    yield Problem(
                        passage,
                        Message(
                            "“{english}” is «{usual}» elsewhere in this paragraph",
                            {"english": word.english.findall(english)[0], "usual": usual},
                        ),
                        suggestions=_in_case(usual, variant, passage.text),
                        related=(found[0][1],),
                        cause=f"{usual} {variant}",
                    )


def _found(word: _Word, target: Sequence[Passage]) -> list[tuple[str, Passage]]:
    """Return the variants of a word in a text in reading order."""
    places = [
        (passage.segment.position, match.start(), match.end(), variant, passage)
        for passage in target
        for variant, forms in word.variants
        for match in forms.finditer(passage.segment.prose, passage.span.start, passage.span.end)
    ]
    places.sort(key=lambda place: place[:2])
    return [
        (variant, Passage(passage.segment, Span(start, end))) for _, start, end, variant, passage in places
    ]


def _is_in_glossary(passage: Passage, bitext: Bitext) -> bool:
    return any(is_term(mention.concept) for mention in bitext.russian_mentions((passage,)))


def _in_case(right: str, wrong: str, found: str) -> tuple[str, ...]:
    """Return the forms of a word in the cases and the number that the form of another may have."""
    ours, theirs = decline(right), decline(wrong)
    forms = (ours[key] for key, form in theirs.items() if form == found.lower() and key in ours)
    return tuple(dict.fromkeys(form.capitalize() if found[0].isupper() else form for form in forms))


@lru_cache(maxsize=1)
def _words() -> tuple[_Word, ...]:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return tuple(
        _Word(
            _any_of(entry["english"], end=r"(?:s|es)?"),
            _any_of(entry["unless"], end=r"\w*"),
            tuple((text, _any_of(set(decline(text).values()))) for text in entry["russian"]),
        )
        for entry in data["word"]
    )


def _any_of(texts: Sequence[str] | set[str], end: str = "") -> re.Pattern[str]:
    longest_first = sorted(texts, key=len, reverse=True)
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))}){end}(?![\w-])", re.IGNORECASE
    )
