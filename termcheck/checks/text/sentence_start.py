"""text/sentence-start."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.language.morphology import is_known, readings
from termcheck.model import Kind, Message, Passage, Problem, Segment, Severity, Span

# «меры. затем»: a word long enough to be no abbreviation, «12 млн. долл. США», «59 мин. по Гринвичу».
_WITHIN = re.compile(
    r"(?<![А-Яа-яЁё])(?P<last>[А-Яа-яЁё]{5,})(?:»|>>|\))*[.!?] +(?P<first>[а-яё]+)(?![\w).-])"
)
_FIRST = re.compile(r"(?P<first>[а-яё]+)(?![\w)-]|\. )")
_WORD = re.compile(r"[а-яё]+", re.IGNORECASE)
_ENDED = re.compile(r"[.!?][»>\"”)\]*\d\s]*$")
_CAPITAL = re.compile(r"[“\"(\[]*[A-Z][a-z]")
_TO_OR_ING = re.compile(r"(?:To|\w+ing)\b")
_OPENING = 4  # words: «с удовлетворением отмечая» begins a preambular paragraph, in a small letter
_HABIT = 1 / 3  # of the paragraphs: where more begin in a small letter, it is meant


@check("text/sentence-start", Severity.WARNING, Reach.DOCUMENT)
def sentence_start(bitext: Bitext) -> Iterator[Problem]:
    """Find a sentence that begins in a small letter after a full stop.

    The first sentence of a paragraph is told where the English has a capital and the paragraph before ended
    in a full stop, in a document that seldom begins one in a small letter. Lists and preambles are left
    alone.

    Wrong:  Сессия была закрыта. следующая состоится в мае.
    Right:  Сессия была закрыта. Следующая состоится в мае.
    """
    for segment in bitext.russian.document.segments:
        for match in _WITHIN.finditer(segment.prose):
            if is_known(match["last"]) and not _is_preambular(segment.prose[match.start("first") :]):
                yield _small(segment, Span(*match.span("first")))
    yield from _paragraphs(bitext)


def _small(segment: Segment, span: Span, source: Passage | None = None) -> Problem:
    passage = Passage(segment, span)
    return Problem(
        passage,
        Message("«{word}» begins a sentence", {"word": passage.text}),
        suggestions=(passage.text.capitalize(),),
        source=source,
        cause=f"{segment.position} {span.start}",
    )


@dataclass(frozen=True, slots=True)
class _Start:
    """A paragraph that the English begins with a capital, and the one before it, if any."""

    segment: Segment
    english: Passage
    before: Segment | None


def _paragraphs(bitext: Bitext) -> Iterator[Problem]:
    starts = list(_starts(bitext))
    small = [start for start in starts if _FIRST.match(start.segment.prose)]
    if len(small) > max(1, _HABIT * len(starts)):
        return
    for start in small:
        if _is_sentence(start) and not _begins_with_a_state(bitext, start.english):
            first = _FIRST.match(start.segment.prose)
            assert first is not None
            yield _small(start.segment, Span(*first.span("first")), start.english)


def _begins_with_a_state(bitext: Bitext, english: Passage) -> bool:
    """Tell whether the capital is that of a name: "Libya, whether named or not" may be half a sentence."""
    return any(
        mention.concept.domain == "country" and mention.passage.span.start == english.span.start
        for mention in bitext.english_mentions((english,))
    )


def _starts(bitext: Bitext) -> Iterator[_Start]:
    for before, segment in pairwise((None, *bitext.russian.document.segments)):
        if segment is None or segment.kind not in (Kind.PARAGRAPH, Kind.FOOTNOTE):
            continue
        pair = bitext.counterpart(segment)
        if pair and len(pair.source) == len(pair.target) == 1 and _CAPITAL.match(pair.source[0].prose):
            yield _Start(segment, pair.source[0], before)


def _is_sentence(start: _Start) -> bool:
    """Tell whether a paragraph follows a whole sentence, and is neither of a list nor of a preamble."""
    text, english = start.segment.prose, start.english.prose
    if start.before and (start.before.kind is not Kind.PARAGRAPH or not _ENDED.search(start.before.prose)):
        return False
    if not _ENDED.search(text) or not _ENDED.search(english) or _TO_OR_ING.match(english):
        return False
    return not _is_preambular(text)


def _is_preambular(text: str) -> bool:
    opening = _WORD.findall(text)[:_OPENING]
    return any(reading.part == "GRND" for word in opening for reading in readings(word))
