"""Titles of the English that no title of the Russian answers, and what stands in their place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from termcheck.alignment.bitext import Bitext
from termcheck.checks.broken_titles import broken_titles
from termcheck.checks.comparison import Sides, differences
from termcheck.checks.near import TITLES, Near, nearest
from termcheck.language.scripts import fold
from termcheck.model import RUSSIAN, Concept, Mention, Pair, Register, Status

# A capital word before, unless a sentence begins with it, or it only links: "REPORT OF THE COMMITTEE".
_ANOTHERS = re.compile(
    r"(?<=[\w,;)] )(?!(?:UN|Nations|THE|OF|TO|BY|FOR|FROM|IN|ON|AT|AND|WITH) )[A-Z][\w’'-]+ $"
)
_OF_ANOTHER = re.compile(r"\s+of\s+(?:the\s+)?(?!United Nations)[A-Z]")


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A title of the English without an answer in its pair; `near` is what was probably meant for one."""

    pair: Pair
    english: Mention
    near: Near | None


def is_title(mention: Mention) -> bool:
    """Tell whether a mention is of a title written out, not of an abbreviation."""
    return mention.concept.domain == "title" and mention.term.register in TITLES


def is_fixed(concept: Concept) -> bool:
    """Tell a title that is always written as it is from a mere role («председатель», «министр»)."""
    return concept.kind != "role"


def is_attested(concept: Concept) -> bool:
    """Tell whether an official Russian title was found in a source; one that was not grounds hints alone.

    An abbreviation that was found does not tell what it stands for.
    """
    return any(
        term.attested
        for term in concept.terms
        if term.language == RUSSIAN
        and term.register in TITLES
        and term.status in (Status.PREFERRED, Status.ADMITTED)
    )


def is_of_another(mention: Mention) -> bool:
    """Tell whether an English name is part of a longer one that the glossary does not know.

    "General Assembly of Partners", "Strategic Advisory Group": another body, or another office.
    """
    text, span = mention.passage.segment.text, mention.passage.span
    goes_on = mention.concept.kind == "body" and _OF_ANOTHER.match(text, span.end)
    return bool(goes_on or _ANOTHERS.search(text, 0, span.start))


@lru_cache(maxsize=4)
def unanswered_titles(bitext: Bitext) -> tuple[Unanswered, ...]:
    """Return the titles that the English of a trusted pair has and its Russian lacks, each once a pair.

    One that stands there broken is not lacking.
    """
    return tuple(_unanswered(bitext))


def _unanswered(bitext: Bitext) -> Iterator[Unanswered]:
    broken = {(title.passage.segment.position, title.concept.id) for title in broken_titles(bitext)}
    for difference in differences([_sides(bitext, pair) for pair in bitext.trusted]):
        mentions = bitext.russian_mentions(difference.pair.target)
        places = [passage.segment.position for passage in difference.pair.target]
        for mention in difference.missing.values():
            if any((place, mention.concept.id) in broken for place in places):
                continue
            near = nearest(mention.concept, difference.pair.target, mentions)
            if near and fold(near.passage.text) == fold(near.form):
                continue  # it stands there, but its first word was taken for the end of another name
            yield Unanswered(difference.pair, mention, near)


def _introduces(mention: Mention) -> bool:
    """Tell whether an abbreviation stands in brackets: the name before it has to be right by itself."""
    text, span = mention.passage.segment.text, mention.passage.span
    bracketed = text[span.start - 1 : span.start] == "(" and text[span.end : span.end + 1] == ")"
    return bracketed and mention.term.register is Register.ABBREVIATION


def _sides(bitext: Bitext, pair: Pair) -> Sides[Mention]:
    """Give the titles of a pair; any mention of a concept answers its title, and so does the English."""
    assert bitext.english is not None
    english = bitext.english_mentions(pair.source)
    russian = bitext.russian_mentions(pair.target)
    titles = {
        m.concept.id: m for m in english if is_title(m) and is_fixed(m.concept) and not is_of_another(m)
    }
    text = " ".join(passage.text for passage in pair.target)
    left = (identity for identity, mention in titles.items() if mention.passage.text in text)
    inner = (bitext.russian.inner[passage.segment.position] for passage in pair.target)
    return Sides(
        pair,
        titles,
        {mention.concept.id: mention for mention in russian},
        frozenset(mention.concept.id for mention in english),
        frozenset(m.concept.id for m in russian if not _introduces(m)).union(left, *inner),
    )
