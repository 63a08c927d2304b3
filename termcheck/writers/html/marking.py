"""The text of a segment cut where findings begin and end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termcheck.model import Part, Severity, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """What should be seen in a segment: a finding's words, or (`answer`) the English that they answer.

    Its span counts in the text, or in the label where `part` says so. `gap` is something missing, told at the
    end of its span.
    """

    number: int
    severity: Severity
    span: Span
    part: Part = Part.TEXT
    answer: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks; an empty one is a place between two characters."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def found(self) -> tuple[Mark, ...]:
        """The findings about these words."""
        return tuple(mark for mark in self.marks if not mark.answer)

    @property
    def severity(self) -> Severity | None:
        """The gravest of them."""
        return max((mark.severity for mark in self.found), default=None)

    @property
    def gap(self) -> bool:
        """Whether it stands for something missing."""
        return any(mark.gap for mark in self.marks)

    @property
    def numbers(self) -> str:
        """The findings that it belongs to, for the script."""
        return " ".join(dict.fromkeys(str(mark.number) for mark in self.marks))


def runs(text: str, marks: Sequence[Mark]) -> Iterator[Run]:
    """Yield the runs of a text, which together are the text."""
    points = [Mark(m.number, m.severity, Span(m.span.end, m.span.end), gap=True) for m in marks if m.gap]
    points += [mark for mark in marks if not mark.gap and mark.span.start == mark.span.end]
    spans = [mark for mark in marks if not mark.gap and mark.span.start < mark.span.end]
    edges = {0, len(text)}.union(*({mark.span.start, mark.span.end} for mark in (*spans, *points)))
    previous = None
    for edge in sorted(edges):
        if previous is not None:
            over = (mark for mark in spans if mark.span.start <= previous and edge <= mark.span.end)
            yield Run(text[previous:edge], tuple(over))
        for point in points:
            if point.span.end == edge:
                yield Run("", (point,))
        previous = edge
