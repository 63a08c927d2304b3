"""An alignment for the eye: one HTML file, the texts side by side with ribbons between them."""

from dataclasses import dataclass

from termcheck.alignment.bitext import TRUSTED
from termcheck.model import Alignment
from termcheck.writers.pages import page_of, shown
from termcheck.writers.side_by_side import Columns, Standing, columns, rows


def alignment_as_html(alignment: Alignment) -> str:
    """Return one self-contained page: a row a pair, moved passages in rows of their own in either text.

    Each text reads from top to bottom in its own order. Ribbons inside a row need no script; those of moved
    passages, the highlighting of pairs and the keys do.
    """
    sides = columns(alignment.pairs)
    return page_of("termcheck.writers.alignment").render(
        source=alignment.source,
        russian=alignment.russian,
        rows=list(rows(*sides)),
        counts=_Counts.of(sides),
        trusted=TRUSTED,
        shown=shown,
    )


@dataclass(frozen=True, slots=True)
class _Counts:
    """What the head of the page says of the alignment."""

    pairs: int
    doubtful: int
    moved: int
    source_alone: int
    target_alone: int

    @classmethod
    def of(cls, sides: Columns) -> "_Counts":
        """Count pairs; what has no counterpart is counted in passages."""
        source, target = sides
        alone = [sum(len(half.parts) for half in side if half.standing is Standing.ALONE) for side in sides]
        return cls(
            pairs=sum(half.standing is not Standing.ALONE for half in source),
            doubtful=len({half.number for half in source + target if half.doubtful}),
            moved=sum(half.standing is Standing.MOVED for half in source),
            source_alone=alone[0],
            target_alone=alone[1],
        )
