"""country/list-order."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.enumeration import enumerations
from termcheck.language.scripts import fold
from termcheck.model import Mention, Message, Problem, Severity

_AT_LEAST = 8
_WORD = re.compile(r"\w+")


@check("country/list-order", Severity.WARNING, Reach.PAIR)
def list_order(bitext: Bitext) -> Iterator[Problem]:
    """Find a State out of its place in an alphabetical list.

    It speaks of lists of eight or more that are in order but for a few; other lists follow another order.

    Authority: States are listed by the alphabet of the language version.

    Wrong:  Австрия, Албания, Бельгия, Венгрия, Греция, Дания, Гана, Египет, Индия
    Right:  Австрия, Албания, Бельгия, Венгрия, Гана, Греция, Дания, Египет, Индия
    """
    for segment_mentions in bitext.russian.mentions:
        for run in enumerations(segment_mentions, _AT_LEAST):
            yield from _misplaced(run)


def _misplaced(run: Sequence[Mention]) -> Iterator[Problem]:
    by_letters = _out_of_order([_letters(mention) for mention in run])
    by_words = _out_of_order([_words(mention) for mention in run])
    wrong = min(by_letters, by_words, key=len)
    if len(wrong) > max(1, len(run) // 8):
        return
    ordered = sorted(run, key=_words)
    for index in wrong:
        place = ordered.index(run[index])
        yield Problem(
            run[index].passage,
            Message(
                "«{found}» stands out of alphabetical order; its place is after «{before}»"
                if place
                else "«{found}» stands out of alphabetical order; it comes first",
                {"found": run[index].passage.text, "before": ordered[place - 1].passage.text},
            ),
            related=(ordered[place - 1].passage,) if place else (),
            cause=run[index].concept.id,
        )


def _out_of_order(names: Sequence[str] | Sequence[tuple[str, ...]]) -> list[int]:
    """Return the fewest positions without which the names are in order (the longest rising run is kept)."""
    tails: list[object] = []
    last: list[int] = []
    before: list[int] = []
    for index, name in enumerate(names):
        place = bisect_left(tails, name)  # type: ignore[type-var]
        before.append(last[place - 1] if place else -1)
        tails[place:] = [name]
        last[place:] = [index]
    kept = set()
    index = last[-1] if last else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return [index for index in range(len(names)) if index not in kept]


def _words(mention: Mention) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(mention.passage.text))


def _letters(mention: Mention) -> str:
    return "".join(_words(mention))
