"""text/dash."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import Kind, Message, Passage, Problem, Severity, Span

# Between Russian words; "10 - 15" is a range, "- пункт" a list item.
_HYPHEN = re.compile(r"(?<=[а-яё»)] )[-–](?= [а-яё«(])", re.IGNORECASE)

# A conversion may have left "--" of a long dash; then it knew dashes from hyphens.
_LONG = re.compile(r"—|(?<=\s)--(?=\s)")
_IN_ENGLISH = re.compile(r"(?<=[a-z)”]) - (?=[a-z(“])", re.IGNORECASE)


@check("text/dash", Severity.WARNING, Reach.PAIR)
def dash(bitext: Bitext) -> Iterator[Problem]:
    """Find a hyphen or a short dash where the sentence needs a long one.

    A hint in a document that has no long one at all, and where the English has a hyphen in its place too: the
    dashes may have been lost in a conversion.

    Wrong:  цель проста - спасать жизни
    Right:  цель проста — спасать жизни
    """
    segments = bitext.russian.document.segments
    converted = not any(_LONG.search(segment.prose) for segment in segments)
    for segment in segments:
        if segment.kind is Kind.TABLE_CELL:
            continue
        found = list(_HYPHEN.finditer(segment.prose))
        pair = bitext.counterpart(segment) if found else None
        as_english = pair is not None and any(_IN_ENGLISH.search(part.prose) for part in pair.source)
        for match in found:
            yield Problem(
                Passage(segment, Span(*match.span())),
                Message("«{found}» between words is a dash: —", {"found": match[0]}),
                suggestions=("—",),
                severity=Severity.HINT if converted or as_english else None,
                cause=match[0],
            )
