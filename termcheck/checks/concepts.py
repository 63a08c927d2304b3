"""Which concepts a problem is about."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.model import Mention, Passage, Problem
from termcheck.recognition import Recognition


def concepts_of(problem: Problem, bitext: Bitext) -> tuple[str, ...]:
    """Return the ids of the concepts that a problem names as its cause, or whose names it marks.

    A name that is less than half of what is marked is not what the problem is about: one State in a sentence
    that is rendered in two ways.
    """
    cause = bitext.glossary.concept(problem.cause.partition(" ")[0]) if problem.cause else None
    marked = [] if problem.absent else [problem.passage]
    named = (
        mention.concept.id
        for passage in (*marked, problem.source)
        if passage
        for side in (bitext.russian, bitext.english)
        if side
        for mention in _named(passage, side)
    )
    return tuple(dict.fromkeys((*([cause.id] if cause else []), *named)))


def _named(passage: Passage, side: Recognition) -> Iterator[Mention]:
    if not side.document.holds(passage):
        return
    span = passage.in_text
    for mention in side.mentions[passage.segment.position]:
        name = mention.passage.span
        common = min(span.end, name.end) - max(span.start, name.start)
        if common > 0 and 2 * common >= span.end - span.start:
            yield mention
