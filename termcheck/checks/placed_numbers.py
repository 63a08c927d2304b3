"""The numbers of one side of a pair, each where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from termcheck.model import Passage, Span
from termcheck.numbers import Kind, Notation, Number, find_numbers
from termcheck.recognition import Recognition
from termcheck.symbols import Reference

# Which words a translator writes or leaves away as the sentence asks: "one of", «оба», "the first".
_LIGHT = frozenset({"0", "1", "2"})
# A number at the head of a paragraph and one stuck to a word may stand on one side only.
_SILENT = frozenset({Kind.LABEL, Kind.NOTE})
_SAME_WORD = {"item": "paragraph"}  # both are «пункт»


@dataclass(frozen=True, slots=True)
class Placed:
    """A number in its passage. `rank` is its place among those of its side, from 0 to 1."""

    passage: Passage
    number: Number
    rank: float
    absent: bool = False
    """Nothing on the other side may stand for it, not even a part of something."""


def placed_numbers(
    side: Recognition, passages: Sequence[Passage], language: str, *, whole: bool
) -> tuple[list[Placed], frozenset[str]]:
    """Give the numbers outside names and symbols, and every value that anything here may stand for.

    `whole` leaves the years of resolutions out as well: "1540 (2004)".
    """
    found = list[tuple[Passage, Number]]()
    known = frozenset[str]()
    for passage in passages:
        segment = passage.segment
        masked = (
            *side.masked[segment.position],
            *(_masked_part(reference, whole) for reference in side.references[segment.position]),
        )
        numbers = find_numbers(segment.text, language, masked)
        known |= numbers.known | {segment.mark.strip("().")}
        found += (
            (Passage(segment, number.span), number)
            for number in numbers.found
            if passage.span.start <= number.span.start < passage.span.end
        )
    return [
        Placed(place, number, (rank + 0.5) / len(found)) for rank, (place, number) in enumerate(found)
    ], known


def _masked_part(reference: Reference, whole: bool) -> Span:
    """Leave the year of "1540 (2004)" to be compared, unless symbol/changed tells of the whole."""
    bracket = reference.text.find("(")
    if whole or bracket < 0:
        return reference.span
    return Span(reference.span.start, reference.span.start + bracket)


def grounds(number: Number) -> bool:
    """Tell whether a number says enough to be missed: not "one", not a footnote mark."""
    light = number.notation is Notation.WORDS and number.value in _LIGHT
    return not light and number.kind not in _SILENT


def thing(number: Number) -> str:
    """Return what a number is of, alike in both languages."""
    return _SAME_WORD.get(number.unit, number.unit)
