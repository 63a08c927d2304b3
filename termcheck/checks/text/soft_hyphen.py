"""text/soft-hyphen."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import Message, Passage, Problem, Segment, Severity, Span

_LONGEST = 60  # letters on either side
# й may be written as и and a mark of its own.
_WORD_END = re.compile(r"[\w\u0300-\u036f-]*")
_WORD_START = re.compile(r"[\w\u0300-\u036f-]*$")


@check("text/soft-hyphen", Severity.HINT, Reach.PAIR)
def soft_hyphen(bitext: Bitext) -> Iterator[Problem]:
    """Find a soft hyphen, which shows only where a line breaks and hides its word from a search.

    All other checks read the word without it. None is told where the English has them as well.

    Wrong:  дого-вор (the hyphen is a soft one)
    Right:  договор
    """
    if bitext.english and any(segment.hyphens for segment in bitext.english.document.segments):
        return
    for segment in bitext.russian.document.segments:
        for word in dict.fromkeys(_word_at(segment, at) for at in segment.hyphens):
            passage = Passage(segment, word)
            yield Problem(
                passage,
                Message("«{word}» holds a soft hyphen", {"word": passage.text}),
                cause="soft hyphens",
            )


def _word_at(segment: Segment, at: int) -> Span:
    """Return the word that a soft hyphen parts, or what stands beside it."""
    before = _WORD_START.search(segment.text[max(0, at - _LONGEST) : at])
    after = _WORD_END.match(segment.text, at, at + _LONGEST)
    start, end = at - len(before.group()) if before else at, after.end() if after else at
    return Span(start, end) if start < end else Span(0, len(segment.text))
