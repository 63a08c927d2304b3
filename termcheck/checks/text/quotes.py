"""text/quotes."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import Message, Passage, Problem, Severity, Span

_RUSSIAN = re.compile(r"[а-яё]", re.IGNORECASE)
# "…" or “…” around Russian words; within « » the inner marks are „ “, so that those are no fault.
_STRAIGHT = re.compile(r"(?<![\w\"])\"(?=\S)([^\"«»\n]+?)(?<=\S)\"(?![\w\"])")
_ENGLISH = re.compile(r"“(?=\S)([^“”„«»\n]+?)(?<=\S)”")
_INNER = re.compile(r"«[^«»]*»")
_NESTED = re.compile(r"(?<=«)([^«»]*)«([^«»]*)»")


@check("text/quotes", Severity.WARNING, Reach.PAIR)
def quotes(bitext: Bitext) -> Iterator[Problem]:
    """Find quotation marks other than « », and inside them other than „ “.

    A hint in a document that has no « » at all: its marks may have been lost in a conversion.

    Wrong:  семинар "Вода для всех"
    Right:  семинар «Вода для всех»
    """
    segments = bitext.russian.document.segments
    converted = not any("«" in segment.text for segment in segments)
    for segment in segments:
        text = segment.text
        inner = [match.span() for match in _INNER.finditer(text)]
        for pattern in (_STRAIGHT, _ENGLISH):
            for match in pattern.finditer(text):
                if not _RUSSIAN.search(match[1]):
                    continue
                within = any(start < match.start() and match.end() < end for start, end in inner)
                right = f"„{match[1]}“" if within else f"«{match[1]}»"
                yield Problem(
                    Passage(segment, Span(*match.span())),
                    Message("the quotation marks are {right}", {"right": "„ “" if within else "« »"}),
                    suggestions=(right,),
                    severity=Severity.HINT if converted else None,
                    cause="marks",
                )
        for match in _NESTED.finditer(text):
            yield Problem(
                Passage(segment, Span(match.start(2) - 1, match.end(2) + 1)),
                Message("inside « » the quotation marks are „ “"),
                suggestions=(f"„{match[2]}“",),
                cause="inner marks",
            )
        if text.count("«") != text.count("»") and (here := _unpaired(text)) is not None:
            pair = bitext.counterpart(segment)
            if pair and len(pair.target) == 1 and _balanced(" ".join(part.text for part in pair.source)):
                mark = text[here]
                yield Problem(
                    Passage(segment, Span(here, here + 1)),
                    Message("the quotation mark «{mark}» has no other half", {"mark": mark}),
                    cause="unpaired",
                )


def _unpaired(text: str) -> int | None:
    """Return where the first mark stands that has no other half in its paragraph."""
    opened = list[int]()
    for at, letter in enumerate(text):
        if letter == "«":
            opened.append(at)
        elif letter == "»":
            if not opened:
                return at
            opened.pop()
    return opened[0] if opened else None


def _balanced(english: str) -> bool:
    """Tell whether the English quotes something, and closes what it opens."""
    return english.count("“") == english.count("”") > 0 or (
        english.count('"') > 0 and english.count('"') % 2 == 0
    )
