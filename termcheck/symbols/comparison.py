"""Two symbols side by side: what differs, and how close they are."""

from dataclasses import dataclass

from termcheck.symbols.grammar import Part, Role, Symbol


@dataclass(frozen=True, slots=True)
class Difference:
    """A part that is not the same in two symbols; "" on the side that does not have it."""

    role: Role
    before: str
    after: str


# Two symbols of one series and body are rather the same than two that share a number.
_WEIGHTS = {Role.SERIES: 3.0, Role.BODY: 2.0, Role.MODIFICATION: 0.5}


def differences(before: Symbol, after: Symbol) -> tuple[Difference, ...]:
    """The parts in which two symbols differ, from left to right; stars and the dash of a twin are no part."""
    return tuple(
        Difference((a or b).role, a.text if a else "", b.text if b else "")  # type: ignore[union-attr]
        for a, b in _aligned(_all_parts(before), _all_parts(after))
        if a is None or b is None or a.text.upper() != b.text.upper()
    )


def closeness(one: Symbol, other: Symbol) -> float:
    """From 0 (nothing shared) to 1 (the same but for stars), to pair a symbol with the one it was to be."""
    pairs = _aligned(_all_parts(one), _all_parts(other))
    whole = sum(max(_weight(part) for part in pair if part) for pair in pairs)
    lost = sum(_cost(a, b) for a, b in pairs)
    return max(0.0, 1 - lost / whole)


def _all_parts(symbol: Symbol) -> tuple[Part, ...]:
    return symbol.parts + (_all_parts(symbol.twin) if symbol.twin else ())


def _weight(part: Part) -> float:
    return _WEIGHTS.get(part.role, 1.0)


def _cost(a: Part | None, b: Part | None) -> float:
    """What it costs to take one part for the other, at most the weight of both; None is no part."""
    if a is None or b is None:
        return sum(_weight(part) for part in (a, b) if part)
    one, other = a.text.upper(), b.text.upper()
    if one == other:
        return 0.0
    weight = max(_weight(a), _weight(b))
    if a.role is not b.role:
        return weight
    return weight * (0.4 + 0.6 * _distance(one, other) / max(len(one), len(other)))


def _distance(one: str, other: str) -> int:
    """Letters to lose, add or change to make one word of another (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        corner, row[0] = row[0], i
        for j, wanted in enumerate(other, 1):
            corner, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, corner + (letter != wanted))
    return row[-1]


def _aligned(one: tuple[Part, ...], other: tuple[Part, ...]) -> list[tuple[Part | None, Part | None]]:
    """The parts in pairs, at the lowest cost on the whole, so that a dropped part shifts no other."""
    best: list[list[tuple[float, list[tuple[Part | None, Part | None]]]]] = [[(0.0, [])]]
    for b in other:
        cost, pairs = best[0][-1]
        best[0].append((cost + _cost(None, b), [*pairs, (None, b)]))
    for i, a in enumerate(one):
        cost, pairs = best[i][0]
        best.append([(cost + _cost(a, None), [*pairs, (a, None)])])
        for j, b in enumerate(other):
            ways = (
                (best[i][j], (a, b), _cost(a, b)),
                (best[i][j + 1], (a, None), _cost(a, None)),
                (best[i + 1][j], (None, b), _cost(None, b)),
            )
            options = [(state[0] + price, [*state[1], pair]) for state, pair, price in ways]
            best[i + 1].append(min(options, key=lambda option: option[0]))
    return best[-1][-1][1]
