"""country/form."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.rendering import in_place_of, registers
from termcheck.model import Mention, Message, Problem, Register, Severity, Status

# "the Republic of Niger", officially the Republic of the Niger
_FORMAL_WORDS = re.compile(
    r"\b(?:Republic|Kingdom|State|Principality|Commonwealth|Sultanate|Union)\s+of\s+(?:the\s+)?$"
)


@check("country/form", Severity.WARNING, Reach.PAIR)
def form(bitext: Bitext) -> Iterator[Problem]:
    """Find a formal name that answers a short one, or a short name that answers a formal one.

    Authority: UNTERM keeps a short and a formal name for every State; a translation follows the original.

    Wrong:  Chile: Республика Чили
    Right:  Chile: Чили
    """
    for segment_mentions in bitext.russian.mentions:
        for mention in segment_mentions:
            if mention.concept.domain == "country" and mention.term.status in (
                Status.PREFERRED,
                Status.ADMITTED,
            ):
                yield from _problems(mention, bitext)


def _problems(mention: Mention, bitext: Bitext) -> Iterator[Problem]:
    english = [other for other in bitext.english_of(mention) if other.term.status is Status.PREFERRED]
    if any(
        _FORMAL_WORDS.search(other.passage.segment.text, 0, other.passage.span.start) for other in english
    ):
        return  # a formal name with an article more or less than the official one
    here = registers(mention.term, mention.concept)
    there = set().union(*(registers(other.term, other.concept) for other in english))
    wanted = {frozenset({Register.SHORT}), frozenset({Register.FORMAL})}
    if here not in wanted or not there & {Register.SHORT, Register.FORMAL} or here & there:
        return
    register = Register.SHORT if Register.SHORT in there else Register.FORMAL
    term = mention.concept.preferred(mention.term.language, register)
    if term is None or term.text == mention.term.text:
        return
    yield Problem(
        mention.passage,
        Message(
            "the English has the {register} name, “{english}”",
            {"register": register.value, "english": english[0].passage.text},
        ),
        suggestions=in_place_of(mention, term, mention.concept, bitext),
        source=english[0].passage,
        cause=f"{mention.concept.id} {mention.term.text}",
    )
