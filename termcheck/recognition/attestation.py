"""How official text renders the terms of a glossary, counted."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from termcheck.glossary.compiled import CompiledGlossary
from termcheck.language.pipelines import tokenize
from termcheck.model import ENGLISH, RUSSIAN, Kind, Mention, Place, Register, Segment, Status
from termcheck.recognition.terms import find_terms
from termcheck.symbols import find

_DOMAINS = frozenset({"country", "title", "term"})
# What answers a name, and asks for no answer itself.
_ASKING_NOTHING = frozenset({Register.ADJECTIVE, Register.NATIONAL, Register.CAPITAL})

# Two capitalised words or more, joined by small ones; a sentence's first article is no part of a name.
_SMALL = r"(?:\s(?:of|and|for|the|on|in|to|against|de))*"
_NAME = re.compile(rf"\b(?!(?:The|In|At|On|A|An)\s)[A-Z][a-z’'-]+(?:{_SMALL}\s[A-Z][\w’'-]+)+")


class Rendering(StrEnum):
    """What answers an English term in a Russian line."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DERIVED = "derived"
    OTHER = "other"
    ABSENT = "absent"


_BY_STATUS = {Status.PREFERRED: Rendering.PREFERRED, Status.ADMITTED: Rendering.ADMITTED}
_RIGHT = frozenset(_BY_STATUS.values())


@dataclass(frozen=True, slots=True)
class Attestation:
    """For each concept, which renderings answer its occurrences, and the lines in which one has no right one.

    `lines` counts all lines, `named` those whose English has a name of several capitalised words, `covered`
    those of them in which some term was found; `unknown` are such names in which none was.
    """

    counts: Mapping[str, Counter[Rendering]]
    departures: Mapping[str, tuple[tuple[str, str], ...]]
    lines: int
    named: int
    covered: int
    unknown: Counter[str]

    def total(self) -> Counter[Rendering]:
        """The renderings of all concepts together."""
        return sum(self.counts.values(), Counter())


def attest(lines: Iterable[tuple[str, str]], glossary: CompiledGlossary) -> Attestation:
    """Count, in aligned lines of English and Russian, what answers each English term of a glossary.

    Each occurrence takes one of the Russian terms in its line, the best first. "Derived" is an adjective, a
    national or a capital that stands for a name («российское правительство»), "other" a deprecated or
    superseded term; "absent" is what is left: a pronoun, a paraphrase, a rendering that the glossary lacks.
    """
    counts: dict[str, Counter[Rendering]] = defaultdict(Counter)
    departures: dict[str, list[tuple[str, str]]] = defaultdict(list)
    unknown: Counter[str] = Counter()
    total = named = covered = 0
    for english, russian in lines:
        total += 1
        mentions, _ = _mentions(english, ENGLISH, glossary)
        names = list(_NAME.finditer(english))
        named += bool(names)
        covered += bool(names and mentions)
        unknown.update(name.group() for name in names if not any(_overlap(name, m) for m in mentions))
        times = Counter(mention.concept.id for mention in mentions if _counts(mention))
        if not times:
            continue
        answers, inner = _mentions(russian, RUSSIAN, glossary)
        for identity, number in times.items():
            renderings = _renderings(identity, answers, inner)[:number]
            renderings += [Rendering.ABSENT] * (number - len(renderings))
            counts[identity].update(renderings)
            if not _RIGHT.issuperset(renderings):
                departures[identity].append((english, russian))
    lists = {key: tuple(found) for key, found in departures.items()}
    return Attestation(counts, lists, total, named, covered, unknown)


def _overlap(name: re.Match[str], mention: Mention) -> bool:
    return name.start() < mention.passage.span.end and mention.passage.span.start < name.end()


def _counts(mention: Mention) -> bool:
    term = mention.term
    return (
        mention.concept.domain in _DOMAINS
        and term.status in (Status.PREFERRED, Status.ADMITTED)
        and term.register not in _ASKING_NOTHING
    )


def _renderings(identity: str, answers: Iterable[Mention], inner: Iterable[str]) -> list[Rendering]:
    """What may answer a concept in a Russian line, the best first."""
    found = [_rendering(mention) for mention in answers if mention.concept.id == identity]
    found += [Rendering.ADMITTED] * (identity in inner)
    return sorted(found, key=list(Rendering).index)


def _rendering(mention: Mention) -> Rendering:
    if mention.term.register in _ASKING_NOTHING:
        return Rendering.DERIVED
    return _BY_STATUS.get(mention.term.status, Rendering.OTHER)


def _mentions(
    text: str, language: str, glossary: CompiledGlossary
) -> tuple[tuple[Mention, ...], frozenset[str]]:
    masked = [match.span for match in find(text)]
    segment = Segment(0, Place(""), Kind.PARAGRAPH, text)
    return find_terms(tokenize(text, language), segment, language, glossary, masked)
