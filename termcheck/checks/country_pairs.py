"""States that only one side of a pair names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from termcheck.alignment.bitext import Bitext
from termcheck.checks.broken_titles import broken_titles
from termcheck.checks.comparison import Difference, Sides, differences
from termcheck.checks.enumeration import ALPHABETICAL, NAMING, enumerations, out_of_place
from termcheck.checks.misspelt_states import PERSON, misspelt_states
from termcheck.checks.names_within import states_within
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.language.scripts import fold
from termcheck.model import (
    ENGLISH,
    RUSSIAN,
    Concept,
    Document,
    Kind,
    Mention,
    Pair,
    Passage,
    Place,
    Register,
    Segment,
)
from termcheck.recognition import recognise

# A list begins at three: in "Chile, Peru and Cuba" no name stands for another.
_LIST = 3
# A State may well be called so where the other language repeats its name.
_STANDS_FOR = {
    RUSSIAN: re.compile(
        r"\b(?:он|она|они|его|е[её]|их|ему|ей|ими?|н[её]м|ней|ним|них|мо[ейя]\w*|наш\w*|стран\w+|государств\w+)\b",
        re.IGNORECASE,
    ),
    ENGLISH: re.compile(
        r"\b(?:it|its|they|them|their|theirs|he|she|his|her|my|our|we|us|country|countries|states?)\b",
        re.IGNORECASE,
    ),
}
_COMPOUND = re.compile(r"\b[а-яё]{3,}(?:[-‑–—][а-яё]{3,})+", re.IGNORECASE)
_ALIKE = 60.0  # of 100: «Словакия» and «Словения» are at 75, «Ирландия» and «Италия» at 57
_STEM = 4  # letters that «ирано-» of «ирано-иракский» and «иранский» share


@lru_cache(maxsize=4)
def country_differences(bitext: Bitext) -> tuple[Difference[Mention], ...]:
    """Compare the States named in each trusted pair; presence counts, not number or order.

    An adjective, a national or a capital answers a name, but asks for no answer itself: "Haitian" is
    «Гаити», "the question of Cyprus" «кипрский вопрос».
    """
    return tuple(differences([sides_of(bitext, pair) for pair in bitext.trusted]))


def exchanged(difference: Difference[Mention], bitext: Bitext) -> tuple[tuple[Mention, Mention], ...]:
    """Return the English and the Russian name wherever one State was put for another.

    One is extra, and one is missing, or named less often than in the English, or within a longer name that
    has no answer ("Mission in Haiti"); of several those whose names are alike («Австрия», «Австралия»). In a
    long list a name that stands in its alphabetical place is an addition by itself.
    """
    wanting = tuple(difference.missing.values()) or _named_less(difference.pair, bitext)
    if difference.extra and not wanting:
        wanting = tuple(states_within(difference.pair, bitext))
    extra = [mention for mention in difference.extra.values() if not _in_its_place(mention, bitext)]
    if len(wanting) == len(difference.extra) == 1:
        return tuple((wanting[0], mention) for mention in extra)
    return tuple(_alike(difference.missing.values(), extra))


def _alike(missing: Iterable[Mention], extra: Iterable[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield the pairs of States whose Russian names are alike, the likest first, each State once."""
    scored = [
        (_likeness(english.concept, russian.concept), english, russian)
        for english in missing
        for russian in extra
    ]
    used: set[str] = set()
    for score, english, russian in sorted(scored, key=lambda entry: entry[0], reverse=True):
        if score >= _ALIKE and used.isdisjoint({english.concept.id, russian.concept.id}):
            used |= {english.concept.id, russian.concept.id}
            yield english, russian


def _likeness(one: Concept, other: Concept) -> float:
    names = [concept.preferred(RUSSIAN, Register.SHORT, Register.FORMAL) for concept in (one, other)]
    return fuzz.ratio(*(fold(name.text) if name else "" for name in names))


def goes_without_saying(mention: Mention, pair: Pair, bitext: Bitext) -> bool:
    """Tell whether a State named on one side only may be meant on the other without its name.

    In a list it may not, nor where the Russian names another State less often than the English; in running
    text a pronoun may stand for it, or it is what the document is about.
    """
    is_russian = mention.term.language == RUSSIAN
    if is_russian and _named_less(pair, bitext):
        return False
    side = bitext.russian if is_russian else bitext.english
    assert side is not None
    if any(mention in run for run in enumerations(side.mentions[mention.passage.segment.position], _LIST)):
        return False
    if mention.concept.id == _subject(bitext):
        return True
    pronoun = _STANDS_FOR[ENGLISH if is_russian else RUSSIAN]
    return any(pronoun.search(passage.text) for passage in (pair.source if is_russian else pair.target))


def _named_less(pair: Pair, bitext: Bitext) -> tuple[Mention, ...]:
    """Return the English names of States that the Russian of a pair mentions less often, in any form."""
    assert bitext.english is not None
    english = bitext.english_mentions(pair.source)
    there = Counter(mention.concept.id for mention in english)
    here = Counter(mention.concept.id for mention in bitext.russian_mentions(pair.target))
    less = {identity: m for identity, m in _named(english).items() if here[identity] < there[identity]}
    # Where adjectives are left to compounds («чадско-суданская граница»), the names alone may tell.
    names = Counter(mention.concept.id for mention in english if mention.term.register in NAMING)
    sure = tuple(mention for identity, mention in less.items() if here[identity] < names[identity])
    return sure if len(sure) == 1 else tuple(less.values())


def _in_its_place(mention: Mention, bitext: Bitext) -> bool:
    """Tell whether a name stands in an alphabetical list, and where it belongs."""
    mentions = bitext.russian.mentions[mention.passage.segment.position]
    run = next((run for run in enumerations(mentions, ALPHABETICAL) if mention in run), ())
    wrong = out_of_place(run)
    return wrong is not None and mention not in wrong


@lru_cache(maxsize=4)
def _subject(bitext: Bitext) -> str | None:
    """Return the State that a document speaks of more than of all others together, if there is one."""
    assert bitext.english is not None
    counts = Counter(
        mention.concept.id
        for mentions in bitext.english.mentions
        for mention in mentions
        if mention.concept.domain == "country"
    )
    if not counts:
        return None
    ((identity, count),) = counts.most_common(1)
    return identity if count > 2 and 2 * count > counts.total() else None


def sides_of(bitext: Bitext, pair: Pair) -> Sides[Mention]:
    """Return the States that each side of a pair names outright, and all that it names in any way."""
    assert bitext.english is not None
    english, russian = bitext.english_mentions(pair.source), bitext.russian_mentions(pair.target)
    named = _named(english)
    text = " ".join(_unnamed(passage, russian) for passage in pair.target)
    return Sides(
        pair,
        named,
        _named(russian),
        _answers(english, bitext.english.inner, pair.source, bitext.glossary),
        _answers(russian, bitext.russian.inner, pair.target, bitext.glossary)
        | _otherwise_named(named, text)
        | _namesakes(named, russian, bitext.glossary)
        | {slip.meant.concept.id for slip in misspelt_states(bitext) if _stands_in(slip.passage, pair)}
        | {broken.concept.id for broken in broken_titles(bitext) if _stands_in(broken.passage, pair)},
    )


def _namesakes(
    named: dict[str, Mention], russian: Sequence[Mention], glossary: CompiledGlossary
) -> frozenset[str]:
    """Return the States in whose place the Russian names another bearer of the name: Georgia, «Джорджия»."""
    there = {mention.concept.id for mention in russian if mention.concept.domain == "name"}
    if not there:
        return frozenset()
    return frozenset(
        identity
        for identity, mention in named.items()
        if any(other.id in there for other in glossary.named(mention.passage.text))
    )


def _stands_in(passage: Passage, pair: Pair) -> bool:
    return any(other.segment is passage.segment for other in pair.target)


def _named(mentions: Sequence[Mention]) -> dict[str, Mention]:
    found: dict[str, Mention] = {}
    for mention in mentions:
        concept = mention.concept
        if concept.domain != "country" or concept.kind == "former" or mention.term.register not in NAMING:
            continue
        if not PERSON.search(mention.passage.segment.text, 0, mention.passage.span.start):
            found.setdefault(concept.id, mention)
    return found


def _answers(
    mentions: Sequence[Mention],
    inner: Sequence[frozenset[str]],
    passages: Sequence[Passage],
    glossary: CompiledGlossary,
) -> frozenset[str]:
    """Return all that a side names, also inside longer names, but no State for another one's name."""
    whole = {mention.concept.id for mention in mentions}
    parts = whole.union(*(inner[passage.segment.position] for passage in passages))
    strange = (
        _states_within(glossary, mention.term.language, mention.form)
        for mention in mentions
        if _is_state(mention)
    )
    return frozenset(parts.difference(*strange) | whole)


def _is_state(mention: Mention) -> bool:
    return mention.concept.kind == "state" and mention.term.register in NAMING


@lru_cache(maxsize=512)
def _states_within(glossary: CompiledGlossary, language: str, name: str) -> frozenset[str]:
    """Return the other States whose names are a mere part of this one: «Судан» of «Южный Судан»."""
    alone = Document("", language, (Segment(0, Place(""), Kind.PARAGRAPH, name),))
    inner = (glossary.concept(identity) for identity in recognise(alone, glossary).inner[0])
    return frozenset(concept.id for concept in inner if concept and concept.domain == "country")


def _unnamed(passage: Passage, mentions: Sequence[Mention]) -> str:
    """Return the text of a passage without the names in it: «Гвинея-Бисау» is no compound with «Гвинея»."""
    text = passage.segment.text
    for mention in mentions:
        span = mention.passage.span
        if mention.passage.segment is passage.segment:
            text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text[passage.span.start : passage.span.end]


def _otherwise_named(named: dict[str, Mention], text: str) -> frozenset[str]:
    """Return the States that a text names in a compound («ирано-иракский», «Иран–Сирия») or in English."""
    compounds = [fold(part) for whole in _COMPOUND.findall(text) for part in re.split("[-‑–—]", whole)]
    return frozenset(
        identity
        for identity, mention in named.items()
        if mention.passage.text in text or _in_compound(mention.concept, compounds)
    )


def _in_compound(concept: Concept, compounds: Sequence[str]) -> bool:
    adjective = concept.preferred(RUSSIAN, Register.ADJECTIVE)
    stem = adjective.text[:_STEM] if adjective else None
    return stem is not None and any(compound.startswith(stem) for compound in compounds)
