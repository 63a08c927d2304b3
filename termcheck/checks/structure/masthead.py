"""structure/masthead."""

import re
from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.unanswered import is_bilingual
from termcheck.formats.frontmatter import find_date, find_symbol
from termcheck.model import Document, Kind, Message, Passage, Problem, Segment, Severity, Span

_FIRST_PAGE = 25  # segments
_DISTRIBUTION = re.compile(r"(?:Distr\.:|Распространение:)")
_ORIGINAL = re.compile(r"(?:Original|Язык оригинала|Подлинный текст):\s*([^\W\d_]+)")
_RUSSIAN = re.compile(r"\b(?:Russian|Русский)\b", re.IGNORECASE)
_OTHER_LANGUAGE = re.compile(r"English|Английский|French|Spanish|Arabic|Chinese")


@check("structure/masthead", Severity.WARNING, Reach.DOCUMENT)
def masthead(bitext: Bitext) -> Iterator[Problem]:
    """Find what the head of a document lacks: its symbol, its date, its language, that of the original.

    The head keeps its English words in Russian versions, but names the language of the version itself.

    Wrong:  Distr.: Limited ¶ 13 October 2021 ¶ Original: English
    Right:  Distr.: Limited ¶ 13 October 2021 ¶ Russian ¶ Original: English
    """
    russian = bitext.russian.document
    first_page = _head(russian)
    place = next((segment for segment in first_page if _DISTRIBUTION.search(segment.text)), None)
    if place is None or is_bilingual(russian):
        return
    english = _head(bitext.english.document) if bitext.english else ()
    yield from _language(first_page, place)
    yield from _original(first_page, english, place)
    answer = _lines(english)
    if (symbol := find_symbol(answer)) and not find_symbol(_lines(first_page)):
        yield _missing(place, "the symbol of the document, “{right}”, is missing from its head", symbol)
    if find_date(_lines(first_page)) is None and (date := _date_line(english)):
        yield _missing(place, "the date of the document, “{right}”, is missing from its head", date)


def _language(first_page: Sequence[Segment], place: Segment) -> Iterator[Problem]:
    """Yield a language line that is wrong or not there."""
    # The version in the language of the original names it once: "Original: Russian".
    if any(_RUSSIAN.search(segment.text) for segment in first_page):
        return
    for segment in first_page:
        if _OTHER_LANGUAGE.fullmatch(segment.text.strip()):
            yield Problem(
                Passage(segment, Span(0, len(segment.text))),
                Message("the language of the document is Russian, not “{found}”", {"found": segment.text}),
                suggestions=("Russian",),
            )
            return
    yield _missing(place, "the language line, “{right}”, is missing from the head", "Russian")


def _original(first_page: Sequence[Segment], english: Sequence[Segment], place: Segment) -> Iterator[Problem]:
    """Yield a line on the language of the original that the Russian lacks."""
    right = next((found for segment in english if (found := _ORIGINAL.search(segment.text))), None)
    if right and not any(_ORIGINAL.search(segment.text) for segment in first_page):
        yield _missing(place, "the line “{right}” is missing from the head", right.group())


def _missing(place: Segment, template: str, right: str) -> Problem:
    return Problem(
        Passage(place, Span(0, len(place.text))),
        Message(template, {"right": right}),
        suggestions=(right,),
        absent=True,
        cause=template,
    )


def _date_line(segments: Sequence[Segment]) -> str | None:
    """Return a line that is the date of the document, and not that of a meeting."""
    lines = (segment.text for segment in segments if len(segment.text) <= len("30 September 2021") + 2)
    return next((line for line in lines if find_date([line], is_page=False)), None)


def _head(document: Document) -> tuple[Segment, ...]:
    """Return the segments before the first numbered one."""
    head: list[Segment] = []
    for segment in document.segments[:_FIRST_PAGE]:
        if segment.mark and segment.kind is not Kind.FOOTNOTE:
            break
        head.append(segment)
    return tuple(head)


def _lines(segments: Sequence[Segment]) -> list[str]:
    return [segment.text for segment in segments]
