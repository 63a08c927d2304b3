"""date/changed."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import ENGLISH, RUSSIAN, Message, Passage, Problem, Severity
from termcheck.numbers import DateWord, DateWords, find_months, find_weekdays, recast
from termcheck.recognition import Recognition

_DAY_BEFORE = re.compile(r"(?<!\d)(\d{1,2})[\s\u00a0]$")
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
        for table, find in _TABLES:
            russian, in_russian = _words(bitext.russian, pair.target, RUSSIAN, find)
            english, in_english = _words(bitext.english, pair.source, ENGLISH, find)
            extra = [(place, word) for place, word in russian if word.value not in in_english]
            missing = [(place, word) for place, word in english if word.value not in in_russian]
            # one month for another; with several of either there is no telling which stands for which
            if len({word.value for _, word in extra}) == 1 == len({word.value for _, word in missing}):
                for wrong in extra:
                    yield _problem(wrong, missing[0], table)
            elif table == "months":
                wrong_ones = dict.fromkeys(_on_the_same_day(russian, english))
                wrong_ones.update(dict.fromkeys(_in_the_same_place(russian, english)))
                for both in wrong_ones:
                    yield _problem(*both, table)


_Dated = tuple[Passage, DateWord]


def _problem(wrong: _Dated, right: _Dated, table: str) -> Problem:
    (place, word), (source, meant) = wrong, right
    suggestion = recast(word, meant.value, table)
    return Problem(
        place,
        Message("the English has {right}, not {found}", {"right": meant.text, "found": word.text}),
        suggestions=(suggestion,) if suggestion else (),
        source=source,
        cause=f"{word.text} for {meant.text}",
    )


def _on_the_same_day(russian: Sequence[_Dated], english: Sequence[_Dated]) -> Iterator[tuple[_Dated, _Dated]]:
    """Yield the months that differ beside one and the same day: "30 June to 4 July", «30 июля – 4 июля»."""
    ours, theirs = _by_day(russian), _by_day(english)
    for day in ours.keys() & theirs.keys():
        here, there = ours[day], theirs[day]
        if len(here) == len(there) == 1 and here[0][1].value != there[0][1].value:
            yield here[0], there[0]


def _by_day(words: Sequence[_Dated]) -> dict[int, list[_Dated]]:
    days = defaultdict[int, list[_Dated]](list)
    for place, word in words:
        if before := _DAY_BEFORE.search(place.segment.text, 0, word.span.start):
            days[int(before[1])].append((place, word))
    return days


def _in_the_same_place(
    russian: Sequence[_Dated], english: Sequence[_Dated]
) -> Iterator[tuple[_Dated, _Dated]]:
    """Yield the only month that differs while others keep their places: "from late March to early May"."""
    both = tuple(zip(russian, english, strict=False))
    other = [(ours, theirs) for ours, theirs in both if ours[1].value != theirs[1].value]
    if len(russian) == len(english) > len(other) == 1:
        yield other[0]


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
