"""How official text renders the terms of a glossary, counted."""

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


class Rendering(StrEnum):
    """What answers an English term in a Russian line."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    OTHER = "other"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Attestation:
    """For each concept, how often which rendering answers it, and the lines in which none that is right does.

    `lines` and `named` count the lines and those of them in which some concept was found in the English.
    """

    counts: Mapping[str, Counter[Rendering]]
    departures: Mapping[str, tuple[tuple[str, str], ...]]
    lines: int
    named: int

    def total(self) -> Counter[Rendering]:
        """The renderings of all concepts together."""
        return sum(self.counts.values(), Counter())


def attest(lines: Iterable[tuple[str, str]], glossary: CompiledGlossary) -> Attestation:
    """Count, in aligned lines of English and Russian, what answers each English term of a glossary.

    A deprecated or superseded term is "other"; "absent" is a line without any term of the concept: a pronoun,
    a paraphrase, or a rendering that the glossary lacks.
    """
    counts: dict[str, Counter[Rendering]] = defaultdict(Counter)
    departures: dict[str, list[tuple[str, str]]] = defaultdict(list)
    total = named = 0
    for english, russian in lines:
        total += 1
        concepts = {m.concept.id: m for m in _mentions(english, ENGLISH, glossary)[0] if _counts(m)}
        if not concepts:
            continue
        named += 1
        answers, inner = _mentions(russian, RUSSIAN, glossary)
        for identity in concepts:
            rendering = _rendering(identity, answers, inner)
            counts[identity][rendering] += 1
            if rendering in (Rendering.OTHER, Rendering.ABSENT):
                departures[identity].append((english, russian))
    return Attestation(counts, {key: tuple(found) for key, found in departures.items()}, total, named)


def _counts(mention: Mention) -> bool:
    term = mention.term
    return (
        mention.concept.domain in _DOMAINS
        and term.status in (Status.PREFERRED, Status.ADMITTED)
        and term.register not in _ASKING_NOTHING
    )


def _rendering(identity: str, answers: Iterable[Mention], inner: Iterable[str]) -> Rendering:
    statuses = {mention.term.status for mention in answers if mention.concept.id == identity}
    if Status.PREFERRED in statuses:
        return Rendering.PREFERRED
    if Status.ADMITTED in statuses or identity in inner:
        return Rendering.ADMITTED
    return Rendering.OTHER if statuses else Rendering.ABSENT


def _mentions(
    text: str, language: str, glossary: CompiledGlossary
) -> tuple[tuple[Mention, ...], frozenset[str]]:
    masked = [match.span for match in find(text)]
    segment = Segment(0, Place(""), Kind.PARAGRAPH, text)
    return find_terms(tokenize(text, language), segment, language, glossary, masked)
