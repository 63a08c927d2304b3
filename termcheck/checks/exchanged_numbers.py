"""Numbers that have changed places: "from 15 to 20" and «с 20 до 15»."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from termcheck.checks.bracketed_numbers import misplaced_in_brackets
from termcheck.checks.exchanged_slots import out_of_slot
from termcheck.checks.number_company import company
from termcheck.checks.placed_numbers import Placed, grounds
from termcheck.checks.reversed_rows import reversed_neighbours
from termcheck.model import ENGLISH, RUSSIAN
from termcheck.numbers import Kind, Notation, Number

_ENOUGH = 4  # numbers: three may well stand the other way round, "A of B of C"


def exchanged(russian: Sequence[Placed], english: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Yield each Russian number that stands for another, as the words beside both surely tell, and that one.

    Translations have an order of words of their own: "15 of the 20 States" are «из 20 государств 15». Words
    tell, such as "from" and "to" or "men" and "women", and they must tell it of both numbers; or the other
    numbers of the sentence, which have all kept their places.
    """
    if len(russian) < 2 or len(english) < 2:
        return
    yield from reversed_neighbours(russian, english)
    yield from misplaced_in_brackets(russian, english)
    ours, theirs = _single(russian), _single(english)
    yield from out_of_slot(ours, _single(english, in_words=True))
    values = [value for value in ours if value in theirs]
    crossed = _crossed_in_order(
        *([side[value] for value in side if value in values] for side in (ours, theirs))
    )
    ours_with = {value: company(ours[value], RUSSIAN) for value in values}
    theirs_with = {value: company(theirs[value], ENGLISH) for value in values}
    for one, other in combinations(values, 2):
        straight, cross = _company_tells(
            (ours_with[one], ours_with[other]), (theirs_with[one], theirs_with[other])
        )
        if not straight and (cross or {one, other} == crossed):
            yield ours[one], theirs[other]
            yield ours[other], theirs[one]


def _single(numbers: Sequence[Placed], *, in_words: bool = False) -> dict[str, Placed]:
    """Return the figures that stand once, by their value; `in_words` the ordinals in words too."""
    times = Counter(value for placed in numbers for value in placed.number.values)
    return {
        placed.number.value: placed
        for placed in numbers
        if (_is_figure(placed.number) or (in_words and placed.number.kind is Kind.ORDINAL))
        and times[placed.number.value] == 1
    }


def _is_figure(number: Number) -> bool:
    return number.notation is Notation.DIGITS and grounds(number)


def _crossed_in_order(russian: Sequence[Placed], english: Sequence[Placed]) -> set[str]:
    """Return two values of one kind that alone have changed places, with others between and beside them.

    "15 per cent in 2012 and 20 per cent in 2013" and «20 процентов в 2012 году и 15 процентов в 2013 году»: a
    translation that turns a sentence round takes the years along. Both sides have the same values, each once.
    """
    ours, theirs = ([placed.number for placed in side] for side in (russian, english))
    moved = [
        index
        for index, (left, right) in enumerate(zip(ours, theirs, strict=True))
        if left.value != right.value
    ]
    if len(ours) < _ENOUGH or len(moved) != 2 or moved[1] - moved[0] < 2:
        return set()
    numbers = [side[index] for side in (ours, theirs) for index in moved]
    same_kind = len({(number.kind, number.unit) for number in numbers}) == 1
    return {numbers[0].value, numbers[1].value} if same_kind else set()


def _company_tells(
    ours: tuple[frozenset[str], frozenset[str]], theirs: tuple[frozenset[str], frozenset[str]]
) -> tuple[bool, bool]:
    """Tell whether a number has its own company in both languages, and whether each has that of the other."""
    # What both have tells nothing: "15 per cent of men and 20 per cent of women".
    our_one, our_other = ours[0] - ours[1], ours[1] - ours[0]
    their_one, their_other = theirs[0] - theirs[1], theirs[1] - theirs[0]
    straight = bool(our_one & their_one or our_other & their_other)
    return straight, bool(our_one & their_other and our_other & their_one)
