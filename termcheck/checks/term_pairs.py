"""Terms of a user's glossary in pairs: what counts as a rendering of one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from termcheck.alignment.bitext import Bitext
from termcheck.checks.comparison import Sides, differences
from termcheck.checks.wording import lemmas
from termcheck.language.morphology import readings
from termcheck.model import ENGLISH, RUSSIAN, Concept, Mention, Pair, Status, Term

# The domains of the glossaries that come with the program have checks of their own.
_OTHER_CHECKS = frozenset({"country", "title", "name", "heading", "series"})
_OFFICIAL = (Status.PREFERRED, Status.ADMITTED)
_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_SENTENCE_STARTS = re.compile(r"(?:^|[.!?:;“\"(»]\s*)$")
_ENDING = 4  # letters at the end of a noun that its kin may lack: «осуществление», «осуществлять»
_STEM = 5  # letters that a word and its kin share at least
_KIN = frozenset({"ADJF", "ADJS", "PRTF", "PRTS", "VERB", "INFN", "GRND"})
_VERB = re.compile(r"(?:^|\W)(?:to|[Mm]ulti-|[Nn]on-)\W?$")  # "wishes to report", "multi-stakeholder"
_PRONOUNS = frozenset("он она оно они этот тот такой данный".split())


@dataclass(frozen=True, slots=True)
class MissingTerm:
    """A term of the English without its Russian; `implied` if the Russian may mean it in another way."""

    pair: Pair
    english: Mention
    implied: bool


def is_term(concept: Concept) -> bool:
    """Tell whether a concept is from a glossary of the user's own."""
    return concept.domain not in _OTHER_CHECKS


def missing_terms(bitext: Bitext) -> Iterator[MissingTerm]:
    """Yield the terms that the English of a trusted pair has and its Russian lacks, each once a pair."""
    sides = [_sides(bitext, pair) for pair in bitext.trusted]
    if not any(side.english for side in sides):
        return
    before = {id(side.pair): earlier for earlier, side in pairwise(sides)}
    for difference in differences(sides):
        target = " ".join(passage.text for passage in difference.pair.target)
        named = {mention.concept.id for mention in bitext.russian_mentions(difference.pair.target)}
        for mention in difference.missing.values():
            namesakes = bitext.glossary.named(mention.passage.text)
            terms = [term for term in mention.concept.terms if is_official(term)]
            if not terms or any(concept.id in named for concept in namesakes):
                continue
            if any(_is_scattered(term, target) or _is_abbreviated(term, target) for term in terms):
                continue
            earlier = before.get(id(difference.pair))
            referred = earlier is not None and mention.concept.id in earlier.russian_answers
            yield MissingTerm(
                difference.pair,
                mention,
                _is_in_name(mention)
                or _is_other_part(mention)
                or any(_is_related(term, target) for term in terms)
                or (referred and _has_pronoun(target)),
            )


def is_official(term: Term) -> bool:
    """Tell whether a term is a Russian one that may be written."""
    return term.language == RUSSIAN and term.status in _OFFICIAL


def may_mean(concept: Concept, english: str) -> bool:
    """Tell whether an English text has a term of a concept, be it in the plural or in capitals."""
    small = english.lower()
    return any(term.text.lower() in small for term in concept.terms if term.language == ENGLISH)


def _sides(bitext: Bitext, pair: Pair) -> Sides[Mention]:
    assert bitext.english is not None
    english = {m.concept.id: m for m in bitext.english_mentions(pair.source) if is_term(m.concept)}
    russian = {m.concept.id: m for m in bitext.russian_mentions(pair.target) if is_term(m.concept)}
    text = " ".join(passage.text for passage in pair.target)
    left = (identity for identity, mention in english.items() if mention.passage.text in text)
    inner = (bitext.russian.inner[passage.segment.position] for passage in pair.target)
    return Sides(pair, english, russian, frozenset(english), frozenset(russian).union(left, *inner))


def _is_scattered(term: Term, text: str) -> bool:
    """Tell whether all words of a term stand in a text: «торговля женщинами и другими людьми»."""
    words = [word for word in lemmas(term.text) if max(map(len, word)) > 2]
    there = lemmas(text)
    return len(words) > 1 and all(any(not word.isdisjoint(other) for other in there) for word in words)


def _is_abbreviated(term: Term, text: str) -> bool:
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", term.text) if len(word) > 2).upper()
    return len(initials) > 1 and re.search(rf"\b{re.escape(initials)}\b", text) is not None


def _is_related(term: Term, text: str) -> bool:
    """Tell whether a text has an adjective or verb of a term's word, or one of its several words alone."""
    words = _WORD.findall(term.text)
    nouns = {r.lemma for word in words for r in readings(word)[:1] if r.part == "NOUN" and len(word) > 3}
    several = len(words) > 1  # «правозащитник» for «права человека»
    return any(
        (several and reading.lemma in nouns)
        or ((several or reading.part in _KIN) and any(_shares_stem(reading.lemma, noun) for noun in nouns))
        for word in _WORD.findall(text)
        for reading in readings(word)[:1]
    )


def _shares_stem(word: str, noun: str) -> bool:
    return word.startswith(noun[: max(_STEM, len(noun) - _ENDING)])


def _is_other_part(mention: Mention) -> bool:
    """Tell whether a word is a verb here, or a part of a longer word."""
    return _VERB.search(mention.passage.segment.text, 0, mention.passage.span.start) is not None


def _is_in_name(mention: Mention) -> bool:
    """Tell whether a term in small letters has a capital inside a sentence: part of a name, "Task Force"."""
    text, start = mention.passage.segment.text, mention.passage.span.start
    capital = text[start].isupper() and mention.term.text[0].islower()
    return capital and not text.isupper() and not _SENTENCE_STARTS.search(text[:start])


def _has_pronoun(text: str) -> bool:
    return any(not _PRONOUNS.isdisjoint(word) for word in lemmas(text))
