"""date/changed."""

import re
from collections.abc import Callable, Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import ENGLISH, RUSSIAN, Message, Passage, Problem, Severity
from termcheck.numbers import DateWord, DateWords, find_months, find_weekdays, recast
from termcheck.recognition import Recognition

_FIGURE = re.compile(r"\d")
_TABLES: tuple[tuple[str, Callable[..., DateWords]], ...] = (
    ("months", find_months),
    ("weekdays", find_weekdays),
)


@check("date/changed", Severity.WARNING, Reach.PAIR)
def changed(bitext: Bitext) -> Iterator[Problem]:
    """Find a month or a day of the week in a date that is not the one in the English.

    Changed figures of a date are told by number/changed.

    Wrong:  on 12 October 2021: 12 ноября 2021 года
    Right:  on 12 October 2021: 12 октября 2021 года
    """
    if bitext.english is None:
        return
    for pair in bitext.trusted:
        if not _has_figure(pair.target) or not _has_figure(pair.source):
            continue
        for table, find in _TABLES:
            russian, in_russian = _words(bitext.russian, pair.target, RUSSIAN, find)
            english, in_english = _words(bitext.english, pair.source, ENGLISH, find)
            extra = [(place, word) for place, word in russian if word.value not in in_english]
            missing = [(place, word) for place, word in english if word.value not in in_russian]
            # one month for another; with several of either there is no telling which stands for which
            if len({word.value for _, word in extra}) != 1 or len({word.value for _, word in missing}) != 1:
                continue
            source, right = missing[0]
            for place, word in extra:
                suggestion = recast(word, right.value, table)
                yield Problem(
                    place,
                    Message(
                        "the English has {right}, not {found}", {"right": right.text, "found": word.text}
                    ),
                    suggestions=(suggestion,) if suggestion else (),
                    source=source,
                    cause=f"{word.text} for {right.text}",
                )


def _has_figure(passages: Sequence[Passage]) -> bool:
    """Tell whether there can be a date at all, for most paragraphs have none."""
    return any(_FIGURE.search(passage.text) for passage in passages)


def _words(
    side: Recognition, passages: Sequence[Passage], language: str, find: Callable[..., DateWords]
) -> tuple[list[tuple[Passage, DateWord]], set[int]]:
    """Give the names in dates, and the numbers of all that the passages name."""
    words = list[tuple[Passage, DateWord]]()
    known = set[int]()
    for passage in passages:
        segment = passage.segment
        found = find(segment.text, language, side.masked[segment.position])
        known |= found.known
        words += (
            (Passage(segment, word.span), word)
            for word in found.found
            if passage.span.start <= word.span.start < passage.span.end
        )
    return words, known
