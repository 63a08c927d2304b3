"""country/list-order."""

from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.enumeration import ALPHABETICAL, alphabetical_key, enumerations, out_of_place
from termcheck.model import Mention, Message, Problem, Severity


@check("country/list-order", Severity.WARNING, Reach.PAIR)
def list_order(bitext: Bitext) -> Iterator[Problem]:
    """Find a State out of its place in an alphabetical list.

    It speaks of lists of eight or more that are in order but for a few; other lists follow another order.

    Authority: States are listed by the alphabet of the language version.

    Wrong:  Австрия, Албания, Бельгия, Венгрия, Греция, Дания, Гана, Египет, Индия
    Right:  Австрия, Албания, Бельгия, Венгрия, Гана, Греция, Дания, Египет, Индия
    """
    for segment_mentions in bitext.russian.mentions:
        for run in enumerations(segment_mentions, ALPHABETICAL):
            yield from _problems(_states(run))


def _states(run: Sequence[Mention]) -> Sequence[Mention]:
    """Leave out a State's second place, which is country/list-duplicate's, and those listed after the States.

    «…, Япония и Европейский союз»: observers and organizations follow in an order of their own.
    """
    last = max((index for index, mention in enumerate(run) if mention.concept.kind == "state"), default=-1)
    first = {mention.concept.id: mention for mention in reversed(run)}
    return [mention for mention in run[: last + 1] if first[mention.concept.id] is mention]


def _problems(run: Sequence[Mention]) -> Iterator[Problem]:
    ordered = sorted(run, key=alphabetical_key)
    for mention in out_of_place(run) or ():
        place = ordered.index(mention)
        yield Problem(
            mention.passage,
            Message(
                "«{found}» stands out of alphabetical order; its place is after «{before}»"
                if place
                else "«{found}» stands out of alphabetical order; it comes first",
                {"found": mention.passage.text, "before": ordered[place - 1].passage.text},
            ),
            related=(ordered[place - 1].passage,) if place else (),
            cause=mention.concept.id,
        )
