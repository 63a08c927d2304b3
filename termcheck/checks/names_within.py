"""The States that the English names only within longer names: "United Nations Mission in Haiti"."""

import re
from collections.abc import Iterator
from itertools import chain

from termcheck.alignment.bitext import Bitext
from termcheck.checks.enumeration import NAMING
from termcheck.model import ENGLISH, Concept, Mention, Pair, Passage, Span, Status

# «Комитет, учрежденный резолюцией 1518 (2003), по Чаду»: it is the State that tells which one it is.
_STATE_FOLLOWS = re.compile(r",?\s+(?:по|в|во|на)\s+[А-ЯЁ]")


def states_within(pair: Pair, bitext: Bitext) -> Iterator[Mention]:
    """Yield the States within those longer names of the English that have no answer in the Russian."""
    assert bitext.english is not None
    mentions = [mention for mention in bitext.russian_mentions(pair.target) if not _goes_on(mention)]
    answers = {mention.concept.id for mention in mentions}.union(
        *(bitext.russian.inner[passage.segment.position] for passage in pair.target)
    )
    inner = frozenset(
        chain.from_iterable(bitext.english.inner[passage.segment.position] for passage in pair.source)
    )
    states = [
        concept
        for identity in sorted(inner - answers)
        if (concept := bitext.glossary.concept(identity)) and concept.kind == "state"
    ]
    for whole in bitext.english_mentions(pair.source):
        if whole.concept.domain != "country" and whole.concept.id not in answers:
            for state in states:
                yield from _within(whole, state)


def _goes_on(mention: Mention) -> bool:
    return _STATE_FOLLOWS.match(mention.passage.segment.text, mention.passage.span.end) is not None


def _within(whole: Mention, state: Concept) -> Iterator[Mention]:
    for term in state.terms:
        if (term.language, term.status) != (ENGLISH, Status.PREFERRED) or term.register not in NAMING:
            continue
        if found := re.search(rf"\b{re.escape(term.text)}\b", whole.passage.text):
            start = whole.passage.span.start
            span = Span(start + found.start(), start + found.end())
            yield Mention(state, term, Passage(whole.passage.segment, span), term.text)
            return
