"""title/role."""

import re
from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.rendering import context_of, in_place_of
from termcheck.model import RUSSIAN, Mention, Message, Problem, Severity, Status, Term

_OFFICIAL = (Status.PREFERRED, Status.ADMITTED)
# "Executive Director of the UNODC", "Executive Director, UNEP"; «Директор-исполнитель ЮНЕП».
_BETWEEN = re.compile(r"\s*(?:of\s+(?:the\s+)?|,\s*)?|\s*секретариата\s+")
# "UNEP Executive Director", "UNEP's Executive Director".
_BEFORE = re.compile(r"(?:['’]s)?\s+")
_OF_ANOTHER = re.compile(r"\s*(?:of\s+(?:the\s+)?|,\s*)[A-Z]|\s+[А-ЯЁ]")


@check("title/role", Severity.WARNING, Reach.PAIR)
def role(bitext: Bitext) -> Iterator[Problem]:
    """Find the title of an office that another body gives to its own.

    The body stands beside the title in either language, or it is the one whose document this is. A hint
    where it is only named somewhere in the paragraph.

    Wrong:  the Executive Director of UNODC: Исполнительный директор УНП ООН
    Right:  the Executive Director of UNODC: Директор-исполнитель УНП ООН
    """
    for segment_mentions in bitext.russian.mentions:
        for mention in segment_mentions:
            if mention.concept.domain != "title" or not mention.term.depends:
                continue
            english = bitext.english_of(mention)
            if bitext.english is not None and not english:
                continue  # «Председатель» may answer "Chair" as well as "President"
            beside = _bodies_beside(mention, english, bitext)
            pair = bitext.counterpart(mention.passage.segment)
            if not beside and any(map(_is_of_another, (mention, *english))):
                continue
            context = beside or context_of(pair, bitext)
            right = _fitting(mention, context)
            if right is None:
                continue
            # One document series belongs to one body; a body somewhere in a paragraph may have no part in it.
            own = any(name.startswith("series:") for name in context.intersection(right.depends))
            yield Problem(
                mention.passage,
                Message("of this body it is «{right}»", {"right": right.text}),
                suggestions=in_place_of(mention, right, mention.concept, bitext),
                source=english[0].passage if english else None,
                severity=None if beside or own else Severity.HINT,
                cause=f"{mention.concept.id} {mention.term.text}",
            )


def _fitting(mention: Mention, context: frozenset[str]) -> Term | None:
    """Return the term for the bodies in a context; None if it stands there, or nothing tells which it is."""
    fitting = [
        term
        for term in mention.concept.terms
        if term.language == RUSSIAN and term.status in _OFFICIAL and not context.isdisjoint(term.depends)
    ]
    return (
        fitting[0]
        if len(fitting) == 1 and fitting[0] is not mention.term and not _same(fitting[0], mention)
        else None
    )


def _same(term: Term, mention: Mention) -> bool:
    return term.text.lower() == mention.term.text.lower()


def _bodies_beside(mention: Mention, english: Sequence[Mention], bitext: Bitext) -> frozenset[str]:
    """Return the concepts named beside an office: in the Russian, or in English that has one office."""
    russian = bitext.russian.mentions[mention.passage.segment.position]
    beside = _beside(mention, russian)
    if not beside and len(english) == 1 and bitext.english is not None:
        beside = _beside(english[0], bitext.english.mentions[english[0].passage.segment.position])
    return beside


def _beside(office: Mention, mentions: Sequence[Mention]) -> frozenset[str]:
    text, span = office.passage.segment.text, office.passage.span
    return frozenset(
        other.concept.id
        for other in mentions
        if (
            span.end <= other.passage.span.start
            and _BETWEEN.fullmatch(text, span.end, other.passage.span.start)
        )
        or (
            other.term.language != RUSSIAN
            and other.passage.span.end <= span.start
            and _BEFORE.fullmatch(text, other.passage.span.end, span.start)
        )
    )


def _is_of_another(office: Mention) -> bool:
    """Tell whether an office is that of a body which the glossary does not know."""
    return _OF_ANOTHER.match(office.passage.segment.text, office.passage.span.end) is not None
