"""text/quotes."""

import re
from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.halves import Half, answered_elsewhere, unpaired
from termcheck.model import Message, Passage, Problem, Segment, Severity, Span

_RUSSIAN = re.compile(r"[а-яё]", re.IGNORECASE)
# "…" or “…” around Russian words; within « » the inner marks are „ “, so that those are no fault.
_STRAIGHT = re.compile(r"(?<![\w\"])\"(?=\S)([^\"«»\n]+?)(?<=\S)\"(?![\w\"])")
_ENGLISH = re.compile(r"“(?=\S)([^“”„«»\n]+?)(?<=\S)”")
_INNER = re.compile(r"«[^«»]*»|<<.*?>>")
_NESTED = re.compile(r"(?<=«)([^«»]*)«([^«»]*)»")
# A conversion may have left << >> of « », and then "…" of „…“ inside them.
_OUTER = re.compile(r"«|»|<<|>>")
_WITHIN = re.compile(r"„|“")
_OPENING = frozenset({"«", "<<", "„"})
_ENGLISH_MARK = re.compile(r"[“”\"«»]")
_HEAD = re.compile(r"[\s(\[]*|.*[,:]\s*", re.DOTALL)
_TAIL = re.compile(r"[\s.,;:!?…)\]*\d]*(?:\([^()]*\)[.;,]?)?")


@check("text/quotes", Severity.WARNING, Reach.PAIR)
def quotes(bitext: Bitext) -> Iterator[Problem]:
    """Find quotation marks other than « », inside them other than „ “, and those that lack their other half.

    A hint in a document that has no « » at all: its marks may have been lost in a conversion, which often
    leaves <<…>>.

    Wrong:  семинар "Вода для всех"
    Right:  семинар «Вода для всех»
    """
    segments = bitext.russian.document.segments
    texts = [segment.prose for segment in segments]
    converted = not any(_OUTER.search(text) for text in texts)
    for segment in segments:
        yield from _others(segment, converted=converted)
        for match in _NESTED.finditer(segment.prose):
            yield Problem(
                Passage(segment, Span(match.start(2) - 1, match.end(2) + 1)),
                Message("inside « » the quotation marks are „ “"),
                suggestions=(f"„{segment.text[slice(*match.span(2))]}“",),
                cause="inner marks",
            )
        if (found := _unpaired(bitext, segment, texts)) is not None:
            yield Problem(
                Passage(segment, found),
                Message(
                    "the quotation mark «{mark}» has no other half",
                    {"mark": segment.text[found.start : found.end]},
                ),
                cause="unpaired",
            )


def _others(segment: Segment, *, converted: bool) -> Iterator[Problem]:
    """Yield the straight and English marks around Russian words."""
    text = segment.prose
    inner = [match.span() for match in _INNER.finditer(text)]
    for pattern in (_STRAIGHT, _ENGLISH):
        for match in pattern.finditer(text):
            if not _RUSSIAN.search(match[1]):
                continue
            around = next((text[start] for start, end in inner if start < match.start() < end), "")
            words = segment.text[slice(*match.span(1))]
            right = f"„{words}“" if around else f"«{words}»"
            yield Problem(
                Passage(segment, Span(*match.span())),
                Message("the quotation marks are {right}", {"right": "„ “" if around else "« »"}),
                suggestions=(right,),
                severity=Severity.HINT if converted or around == "<" else None,
                cause="marks",
            )


def _unpaired(bitext: Bitext, segment: Segment, texts: Sequence[str]) -> Span | None:
    """Return the first mark of a paragraph that surely has no other half.

    A quotation may go on in the next paragraph, or sentence of a bilingual file. So a mark that opens or
    closes all there is of a paragraph is told only where the English quotes something, and closes what it
    opens.
    """
    text = segment.prose
    lonely = _lonely(text)
    if not lonely:
        return None
    first = lonely[0].at
    span = Span(first, first + (2 if text[first] in "<>" else 1))
    pair = bitext.counterpart(segment)
    english = " ".join(part.prose for part in pair.source) if pair and len(pair.target) == 1 else ""
    marks = len(_ENGLISH_MARK.findall(english))
    if marks and not marks % 2:
        return span
    if marks or _may_go_on(text, span) or answered_elsewhere(lonely[0], texts, segment.position, _lonely):
        return None
    return span


def _may_go_on(text: str, mark: Span) -> bool:
    """Tell whether a mark may be one of a quotation that runs over several paragraphs."""
    if text[mark.start : mark.end] in _OPENING:
        return bool(_HEAD.fullmatch(text, 0, mark.start))
    return bool(_TAIL.fullmatch(text, mark.end))


def _lonely(text: str) -> tuple[Half, ...]:
    """Return the marks of a text that pair with none: outer ones, or else inner ones.

    A “ without any „ is an English mark.
    """
    outer = unpaired(_halves(_OUTER, text))
    if outer or "„" not in text or "”" in text:
        return outer
    return unpaired(_halves(_WITHIN, text))


def _halves(marks: re.Pattern[str], text: str) -> list[Half]:
    return [Half(match.start(), match[0] in _OPENING) for match in marks.finditer(text)]
