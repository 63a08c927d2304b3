"""An alignment as text and as JSON."""

import json
from collections.abc import Sequence

from termcheck.model import Pair, Passage
from termcheck.writers.columns import head, plain, width

_WIDTH = 60


def alignment_as_json(pairs: Sequence[Pair]) -> str:
    """Return the pairs by the positions of their segments, an empty list where there is no counterpart."""
    rows = [
        {"source": _positions(pair.source), "target": _positions(pair.target), "score": round(pair.score, 4)}
        for pair in pairs
    ]
    return json.dumps({"pairs": rows}, indent=1) + "\n"


def alignment_as_text(pairs: Sequence[Pair]) -> str:
    """Return a line a pair: its score and the beginnings of both sides."""
    return "".join(f"{_line(pair)}\n" for pair in pairs)


def _line(pair: Pair) -> str:
    source = _side(pair.source)
    return f"{pair.score:4.2f}  {source}{' ' * (_WIDTH - width(source))}  {_side(pair.target)}"


def _positions(passages: Sequence[Passage]) -> list[int]:
    return [passage.segment.position for passage in passages]


def _side(passages: Sequence[Passage]) -> str:
    if not passages:
        return "—"
    label = "+".join(passage.segment.place.label or str(passage.segment.position) for passage in passages)
    text = f"{label}: {' / '.join(passage.text for passage in passages)}"
    return head(plain(text), _WIDTH)
