"""An alignment for the terminal: a line a pair."""

from collections.abc import Sequence

from termcheck.model import Alignment, Pair, Passage
from termcheck.writers.columns import head, plain, width

_WIDTH = 60


def alignment_as_text(alignment: Alignment) -> str:
    """Return a line a pair: its score and the beginnings of both sides."""
    return "".join(f"{_line(pair)}\n" for pair in alignment.pairs)


def _line(pair: Pair) -> str:
    source = _side(pair.source)
    return f"{pair.score:4.2f}  {source}{' ' * (_WIDTH - width(source))}  {_side(pair.target)}"


def _side(passages: Sequence[Passage]) -> str:
    if not passages:
        return "—"
    label = "+".join(passage.segment.place.label or str(passage.segment.position) for passage in passages)
    text = f"{label}: {' / '.join(passage.text for passage in passages)}"
    return head(plain(text), _WIDTH)
