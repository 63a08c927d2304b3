"""country/inconsistent."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.rendering import in_place_of
from termcheck.model import Mention, Message, Problem, Register, Severity, Status

_OFFICIAL = (Status.PREFERRED, Status.ADMITTED)


@check("country/inconsistent", Severity.HINT, Reach.DOCUMENT)
def inconsistent(bitext: Bitext) -> Iterator[Problem]:
    """Find a State with two official names in running text where the English has only one.

    Each is right by itself; a reader expects one of them throughout.

    Wrong:  the United States throughout: Соединенные Штаты … Соединенные Штаты Америки
    Right:  the United States throughout: Соединенные Штаты … Соединенные Штаты
    """
    by_concept: dict[str, list[Mention]] = defaultdict(list)
    for segment_mentions in bitext.russian.mentions:
        for mention in segment_mentions:
            term = mention.term
            if (
                mention.concept.domain == "country"
                and term.register is Register.SHORT
                and term.status in _OFFICIAL
            ):
                by_concept[mention.concept.id].append(mention)
    for mentions in by_concept.values():
        yield from _minority(mentions, bitext)


def _minority(mentions: Sequence[Mention], bitext: Bitext) -> Iterator[Problem]:
    counts = Counter(mention.term.text for mention in mentions)
    if len(counts) < 2:
        return
    english = {other.term.text for mention in mentions for other in bitext.english_of(mention)}
    if len(english) != 1:
        return
    usual = max(mentions, key=lambda mention: counts[mention.term.text])
    for mention in mentions:
        if mention.term.text != usual.term.text:
            yield Problem(
                mention.passage,
                Message("elsewhere this State is called «{usual}»", {"usual": usual.term.text}),
                suggestions=in_place_of(mention, usual.term, mention.concept, bitext),
                related=(usual.passage,),
                cause=f"{mention.concept.id} {mention.term.text}",
            )
