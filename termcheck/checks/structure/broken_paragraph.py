"""structure/broken-paragraph."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import Message, Passage, Problem, Segment, Severity, Span


@check("structure/broken-paragraph", Severity.WARNING, Reach.PAIR)
def broken_paragraph(bitext: Bitext) -> Iterator[Problem]:
    """Find a paragraph that is torn in two, as a page break leaves it.

    For all else the two parts are read as one.

    Wrong:  Она обратилась к участникам со ¶ вступительным словом.
    Right:  Она обратилась к участникам со вступительным словом.
    """
    for segment in bitext.russian.document.segments:
        for offset in segment.breaks:
            passage = Passage(segment, _words_around(segment, offset))
            yield Problem(
                passage,
                Message("the paragraph is torn in two at «{words}»", {"words": passage.text}),
                cause=f"{segment.position} {offset}",
            )


def _words_around(segment: Segment, offset: int) -> Span:
    """Return the last word before the break and the first after it."""
    before = segment.text[:offset].rstrip()
    after = segment.text[offset:].lstrip()
    end = len(segment.text) - len(after) + len(after.split(" ", 1)[0])
    return Span(before.rfind(" ") + 1, end)
