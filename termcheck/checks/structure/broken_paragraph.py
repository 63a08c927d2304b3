"""structure/broken-paragraph."""

import re
from collections.abc import Iterator
from itertools import pairwise

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import Kind, Message, Passage, Problem, Segment, Severity, Span

_LAST_WORD = re.compile(r"[\w-]+$")


@check("structure/broken-paragraph", Severity.WARNING, Reach.PAIR)
def broken_paragraph(bitext: Bitext) -> Iterator[Problem]:
    """Find a paragraph that is torn in two, as a page break leaves it.

    For all else the two parts are read as one, if the Russian alone tells that they are; otherwise the
    English has to.

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
    yield from _one_in_the_english(bitext)


def _one_in_the_english(bitext: Bitext) -> Iterator[Problem]:
    """Yield the paragraphs that stop in the middle of a sentence, where the English has a single one."""
    for pair in bitext.trusted:
        if len(pair.source) != 1:
            continue
        for first, second in pairwise(passage.segment for passage in pair.target):
            if first.kind is not Kind.PARAGRAPH or second.kind is not Kind.PARAGRAPH or second.mark:
                continue
            if not (last := _LAST_WORD.search(first.text)) or not second.text[:1].islower():
                continue
            yield Problem(
                Passage(first, Span(*last.span())),
                Message("the paragraph is torn in two after «{words}»", {"words": last.group()}),
                source=pair.source[0],
                related=(Passage(second, Span(0, len(second.text.split()[0]))),),
                cause=f"{first.position}",
            )


def _words_around(segment: Segment, offset: int) -> Span:
    """Return the last word before the break and the first after it."""
    before = segment.text[:offset].rstrip()
    after = segment.text[offset:].lstrip()
    end = len(segment.text) - len(after) + len(after.split(" ", 1)[0])
    return Span(before.rfind(" ") + 1, end)
