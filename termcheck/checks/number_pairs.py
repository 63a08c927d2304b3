"""Numbers of the Russian with the English ones that they should render."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from termcheck.alignment.bitext import Bitext, references_in
from termcheck.checks.exchanged_numbers import exchanged
from termcheck.checks.placed_numbers import Placed, grounds, placed_numbers, thing
from termcheck.checks.worded_numbers import worded
from termcheck.model import ENGLISH, RUSSIAN, Pair
from termcheck.numbers import Kind, Notation, Number

# The words beside it tell what it counts: one of these is not put for one of another.
_TELLING = frozenset({Kind.PERCENT, Kind.MONEY, Kind.DAY, Kind.YEAR, Kind.TIME, Kind.REFERENCE})
_WEIGHTY = frozenset({Kind.PERCENT, Kind.MONEY, Kind.DAY, Kind.TIME})
# The words beside such a one say of what it is, so that a lone one that differs has been changed, though the
# same figure stands elsewhere: "at its 2nd meeting … agenda item 3" and «на 3-м заседании … пункт 3».
_PINNED = frozenset({Kind.REFERENCE, Kind.ORDINAL, Kind.PERCENT, Kind.MONEY})
# Numbers of a paragraph: more are a table that ran together, of which each cannot be held against each.
_MANY = 150
# These the Russian repeats where the English says them once, and their slips look like them.
_DATED = frozenset({Kind.DAY, Kind.YEAR})


@dataclass(frozen=True, slots=True)
class NumberDifference:
    """What became of a number in a trusted pair; `english` is None for one that only the Russian has."""

    pair: Pair
    english: Placed | None
    russian: Placed | None
    certain: bool = False


@lru_cache(maxsize=4)
def number_differences(bitext: Bitext) -> tuple[NumberDifference, ...]:
    """Return the numbers that one side alone of a trusted pair has, joined where they can be."""
    return tuple(_differences(bitext))


def _differences(bitext: Bitext) -> Iterator[NumberDifference]:
    if bitext.english is None:
        return
    for pair in bitext.trusted:
        told = _tells_of_reference(bitext, pair)
        english, known_in_english = placed_numbers(bitext.english, pair.source, ENGLISH, whole=told)
        russian, known_in_russian = placed_numbers(bitext.russian, pair.target, RUSSIAN, whole=told)
        if len(english) * len(russian) > _MANY**2:
            english, russian = _without_twins(english, russian), _without_twins(russian, english)
        if (not english and not russian) or len(english) * len(russian) > _MANY**2:
            continue
        wrong = {ours.passage: (ours, theirs) for ours, theirs in exchanged(russian, english)}
        for ours, theirs in wrong.values():
            yield NumberDifference(pair, theirs, ours, certain=True)
        unanswered_here, unanswered_there = _unanswered(
            [placed for placed in russian if placed.passage not in wrong],
            [placed for placed in english if placed not in {theirs for _, theirs in wrong.values()}],
        )
        here = [_judged(placed, known_in_english) for placed in unanswered_here]
        there = [_judged(placed, known_in_russian) for placed in unanswered_there]
        in_words = tuple(worded(here, there))
        for ours, theirs in in_words:
            yield NumberDifference(pair, theirs, ours, certain=True)
            here.remove(ours)
            there.remove(theirs)
        yield from _joined(pair, here, there, english)


def _without_twins(numbers: Sequence[Placed], others: Sequence[Placed]) -> list[Placed]:
    """Return the numbers without those that the other side has as often, or as many of them as it has."""
    twins = Counter(placed.number.value for placed in others)
    left = list[Placed]()
    for placed in numbers:
        if twins[placed.number.value]:
            twins[placed.number.value] -= 1
        else:
            left.append(placed)
    return left


def _tells_of_reference(bitext: Bitext, pair: Pair) -> bool:
    """Tell whether the numbers of resolutions differ in the way that symbol/changed tells."""
    assert bitext.english is not None
    english = {reference.number for _, reference in references_in(bitext.english, pair.source)}
    russian = {reference.number for _, reference in references_in(bitext.russian, pair.target)}
    return len(english - russian) == len(russian - english) == 1


def _unanswered(russian: Sequence[Placed], english: Sequence[Placed]) -> tuple[list[Placed], list[Placed]]:
    """Take away the numbers that answer each other, the nearest and most alike first."""
    candidates = sorted(
        (_distance(ours, theirs), i, j)
        for i, ours in enumerate(russian)
        for j, theirs in enumerate(english)
        if _answers(ours.number, theirs.number)
    )
    answered, used = set[int](), set[int]()
    for _, i, j in candidates:
        if i not in answered and j not in used:
            answered.add(i)
            used.add(j)
    return (
        [placed for i, placed in enumerate(russian) if i not in answered],
        [placed for j, placed in enumerate(english) if j not in used],
    )


def _answers(russian: Number, english: Number) -> bool:
    """Tell whether two numbers may mean the same; «5 млрд» is not "5 million", but «5» may be, in a table."""
    if russian.scale and english.scale:
        return not set(russian.scaled).isdisjoint(english.scaled)
    return not set(russian.values).isdisjoint(english.values)


def _distance(russian: Placed, english: Placed) -> float:
    ours, theirs = russian.number, english.number
    return (
        abs(russian.rank - english.rank)
        + 0.5 * (ours.notation is not theirs.notation)
        + 0.5 * (ours.kind is not theirs.kind)
        + 0.75 * (thing(ours) != thing(theirs))
    )


def _judged(placed: Placed, known: frozenset[str]) -> Placed:
    absent = known.isdisjoint(placed.number.scaled)
    return Placed(placed.passage, placed.number, placed.rank, absent)


def _joined(
    pair: Pair, russian: list[Placed], english: list[Placed], every: list[Placed]
) -> Iterator[NumberDifference]:
    """Join each number with the likeliest of the other side, and leave the rest alone."""
    ours = [placed for placed in russian if grounds(placed.number)]
    theirs = [placed for placed in english if grounds(placed.number)]
    alone = len(ours) == len(theirs) == 1
    in_place = len(russian) == len(english) == 1 and _keeps_its_place(russian[0], english[0])
    candidates = sorted(
        (_distance(left, right) - _likeness(left.number, right.number), i, j)
        for i, left in enumerate(ours)
        for j, right in enumerate(theirs)
        if _comparable(left, right) or (alone and (in_place or _is_pinned(left.number, right.number)))
    )
    joined, used = set[int](), set[int]()
    for _, i, j in candidates:
        if i in joined or j in used:
            continue
        joined.add(i)
        used.add(j)
        certain = alone and _is_pinned(ours[i].number, theirs[j].number)
        certain = certain or in_place or _is_certain(ours[i], theirs[j], alone)
        yield NumberDifference(pair, theirs[j], ours[i], certain)
    for i, left in enumerate(ours):
        if i in joined:
            continue
        twin = _said_once(left, every)
        yield NumberDifference(pair, twin, left, twin is not None)
    for j, right in enumerate(theirs):
        if j not in used:
            yield NumberDifference(pair, right, None)


def _keeps_its_place(russian: Placed, english: Placed) -> bool:
    """Tell whether the only two numbers without answer stand among the others alike and mean the same."""
    same = russian.rank == english.rank and _same_thing(russian.number, english.number)
    return same and (russian.absent or english.absent or russian.number.kind is not Kind.PLAIN)


def _said_once(russian: Placed, english: list[Placed]) -> Placed | None:
    """Return the English number that the Russian repeats, with a slip, where the English says it once.

    "31 December 2013 and December 2014": «31 декабря 2013 года и 32 декабря 2014 года».
    """
    ours = russian.number
    if not russian.absent or ours.kind not in _DATED:
        return None
    alike = [
        placed for placed in english if _likeness(ours, placed.number) > 1 and placed.number.kind is ours.kind
    ]
    return alike[0] if len({placed.number.value for placed in alike}) == 1 else None


def _comparable(russian: Placed, english: Placed) -> bool:
    """Tell whether one may have been put for the other."""
    ours, theirs = russian.number, english.number
    if not russian.absent and not english.absent:
        return False
    if Kind.CODE in (ours.kind, theirs.kind) and ours.kind is not theirs.kind:
        return False
    if ours.unit != theirs.unit and any(side.unit and side.kind is Kind.PLAIN for side in (ours, theirs)):
        return False  # 100 miles are 160 km
    telling = ours.kind in _TELLING and theirs.kind in _TELLING
    # "26 February" and «56 февраля», but also "page 2015" for «в 5015 году»: the kind of a slip is no kind
    return not telling or ours.kind is theirs.kind or _likeness(ours, theirs) > 1


def _is_pinned(russian: Number, english: Number) -> bool:
    """Tell whether two figures number or measure the same thing, as far as their words tell."""
    in_figures = russian.notation is english.notation is Notation.DIGITS
    return in_figures and russian.kind in _PINNED and _same_thing(russian, english)


def _same_thing(ours: Number, theirs: Number) -> bool:
    return ours.kind is theirs.kind and thing(ours) == thing(theirs)


def _is_certain(russian: Placed, english: Placed, alone: bool) -> bool:
    both = russian.absent and english.absent
    near = _likeness(russian.number, english.number) > 1
    same = _same_thing(russian.number, english.number)
    # a slip of four figures cannot be met by chance
    long = russian.absent and near and len(russian.number.value) >= 4
    rescaled = russian.absent and _is_rescaled(russian.number, english.number)
    return long or rescaled or (both and near) or (alone and both and same) or (alone and near and same)


def _is_rescaled(russian: Number, english: Number) -> bool:
    """Tell whether one figure stands before another scale: "3.3 million", «3,3 млрд»."""
    if not russian.scale or not english.scale:
        return False
    figures = (set(number.values) - set(number.scaled) for number in (russian, english))
    return not set.isdisjoint(*figures)


def _likeness(russian: Number, english: Number) -> float:
    """How alike two numbers look: 2 with one figure of several exchanged, less for other slips."""
    return max(_alike(ours, theirs) for ours in russian.values for theirs in english.values)


def _alike(ours: str, theirs: str) -> float:
    if len(ours) != len(theirs):
        return 0.0
    differing = sum(a != b for a, b in zip(ours, theirs, strict=True))
    if len(ours) > 1 and (differing == 1 or (differing == 2 and sorted(ours) == sorted(theirs))):
        return 2.0
    return 0.5 if differing < len(ours) else 0.0


def weighs(number: Number) -> bool:
    """Tell whether a figure is one that a translation may not lose: a sum, a share, a day, an hour."""
    return number.kind in _WEIGHTY or bool(number.scale)
