"""Rows of tables that stand in another order, as those sorted by the names of States in each language."""

import re
from collections.abc import Iterator, Sequence

from termcheck.alignment.lattice import SURE, Step
from termcheck.alignment.moves import in_order, without
from termcheck.model import Segment

_CELL = re.compile(r"\btable (\d+), row (\d+), column (\d+)$")
_SIGN = re.compile(r"[^\W_]+")

_Row = dict[str, int]  # the position of a segment by its column


def keep_rows(steps: list[Step], english: Sequence[Segment], russian: Sequence[Segment]) -> list[Step]:
    """The steps with the cells of a row where its first cell is, if they fit there at least as well.

    A figure alone tells little: the rows of "Viet Nam" and of «Вьетнам» belong together with all they hold.
    """
    ours, theirs = _rows(english), _rows(russian)
    if not ours or not theirs:
        return steps
    pairs = {step.row: step for step in steps if step.bead == (1, 1)}
    row_of = {at: row for row in theirs for at in row.values()}
    anew = [
        moved
        for row in ours
        if (first := pairs.get(row.get("1", -1))) and first.probability >= SURE
        for moved in _followers(row, row_of.get(first.column, {}), first, pairs, english, russian)
    ]
    return in_order(without(steps, anew), anew) if anew else steps


def _followers(
    ours: _Row,
    theirs: _Row,
    first: Step,
    pairs: dict[int, Step],
    english: Sequence[Segment],
    russian: Sequence[Segment],
) -> Iterator[Step]:
    """The pairs of the cells in a row that follow the first one to where they are not yet."""
    shared = [column for column in ours if column != "1" and column in theirs]
    there = [(ours[column], theirs[column]) for column in shared]
    now = [(i, pairs[i].column if i in pairs else None) for i, _ in there]
    if theirs.get("1") != first.column or now == there:
        return
    if _alike(there, english, russian) >= _alike(now, english, russian):
        for i, j in there:
            yield Step(i, j, (1, 1), first.probability, first.score)


def _alike(
    pairs: Sequence[tuple[int, int | None]], english: Sequence[Segment], russian: Sequence[Segment]
) -> int:
    """How many pairs have the same words or figures, however a language writes thousands."""
    return sum(j is not None and _plain(english[i]) == _plain(russian[j]) for i, j in pairs)


def _plain(segment: Segment) -> str:
    return "".join(_SIGN.findall(segment.text))


def _rows(segments: Sequence[Segment]) -> list[_Row]:
    rows: dict[tuple[str, str], _Row] = {}
    for position, segment in enumerate(segments):
        if cell := _CELL.search(segment.place.label):
            rows.setdefault((cell[1], cell[2]), {}).setdefault(cell[3], position)
    return list(rows.values())
