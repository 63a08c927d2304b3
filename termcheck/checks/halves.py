"""Marks that come in pairs, brackets and quotation marks, and those that lack their other half."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

NEAR = 5  # paragraphs: a quotation of several begins each with a mark, and closes only the last


@dataclass(frozen=True, slots=True)
class Half:
    """A mark that opens or closes. `spare`: it may be no half at all, as the bracket of a label «a)»."""

    at: int
    opens: bool
    spare: bool = False


def unpaired(halves: Sequence[Half]) -> tuple[Half, ...]:
    """Return those that pair with none, in the order of the text; what is spare pairs as suits the others."""
    closing = _without_other(halves, opens=True)
    opening = _without_other([half for half in reversed(halves) if half not in closing], opens=False)
    return tuple(half for half in halves if half in closing or half in opening)


def _without_other(halves: Iterable[Half], *, opens: bool) -> set[Half]:
    """Return those that, read in one direction, end a pair though none can have begun."""
    found = set[Half]()
    begun = 0
    for half in halves:
        if half.opens is opens:
            begun += 1
        elif not half.spare and begun:
            begun -= 1
        elif not half.spare:
            found.add(half)
    return found


def answered_elsewhere(
    half: Half, texts: Sequence[str], here: int, lonely: Callable[[str], Sequence[Half]]
) -> bool:
    """Tell whether a paragraph near its own has the other half: one that is torn, or a long quotation."""
    near = texts[here + 1 : here + 1 + NEAR] if half.opens else texts[max(0, here - NEAR) : here]
    return any(other.opens is not half.opens for text in near for other in lonely(text))
