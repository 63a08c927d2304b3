"""structure/heading."""

from collections import Counter
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.known_russian import beginning, known_russian
from termcheck.checks.unanswered import is_bilingual, is_weighty, unanswered
from termcheck.formats.labels import find_label
from termcheck.model import Kind, Message, Pair, Passage, Problem, Segment, Severity, Span

_FEW_LOST = 0.5  # of the headings; of more, the two files do not mark headings in the same way
_ENOUGH_IN_STEP = 0.8
_FEWEST = 3  # headings on a level before one on another is out of step


@check("structure/heading", Severity.WARNING, Reach.DOCUMENT)
def heading(bitext: Bitext) -> Iterator[Problem]:
    """Find a heading of the English that is an ordinary paragraph, missing, or of another level.

    A hint where the heading bears no label. A longer one that is missing is told by
    structure/missing-paragraph.

    Wrong:  II. Recommendations (a heading): Рекомендации (a paragraph)
    Right:  II. Recommendations (a heading): II. Рекомендации (a heading)
    """
    if bitext.english is None or is_bilingual(bitext.russian.document):
        return
    pairs = [pair for pair in bitext.trusted if _heading(pair.source)]
    ordinary = [pair for pair in pairs if _is_ordinary(pair)]
    if len(ordinary) <= _FEW_LOST * len(pairs):
        yield from map(_made_a_paragraph, ordinary)
    yield from _out_of_step([pair for pair in pairs if _heading(pair.target)])
    yield from _missing(bitext)


def _heading(passages: tuple[Passage, ...]) -> Segment | None:
    return next((part.segment for part in passages if part.segment.kind is Kind.HEADING), None)


def _is_ordinary(pair: Pair) -> bool:
    """Tell whether no heading answers; «II. Рекомендации» in plain letters is one all the same."""
    return all(
        part.segment.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM) and not find_label(part.segment.text)
        for part in pair.target
    )


def _made_a_paragraph(pair: Pair) -> Problem:
    english, here = next(part for part in pair.source if part.segment.kind is Kind.HEADING), pair.target[0]
    return Problem(
        here,
        Message(
            "the heading “{english}” is an ordinary paragraph here", {"english": _shown(english.segment)}
        ),
        source=english,
        severity=None if english.segment.mark else Severity.HINT,
        cause=f"{here.segment.position}",
    )


def _out_of_step(pairs: list[Pair]) -> Iterator[Problem]:
    """Yield the headings whose level is not the one that headings of their English level have."""
    single = [
        (pair, theirs, ours)
        for pair in pairs
        if len(pair.source) == len(pair.target) == 1
        and (theirs := _heading(pair.source))
        and (ours := _heading(pair.target))
    ]
    for level in sorted({theirs.level for _, theirs, _ in single}):
        levels = Counter(ours.level for _, theirs, ours in single if theirs.level == level)
        usual, times = levels.most_common(1)[0]
        if times < _FEWEST or times < _ENOUGH_IN_STEP * levels.total():
            continue
        for pair, theirs, ours in single:
            if theirs.level == level and ours.level != usual:
                yield Problem(
                    pair.target[0],
                    Message(
                        "this heading is of level {found}, others that answer such a heading are of {right}",
                        {"found": str(ours.level), "right": str(usual)},
                    ),
                    source=pair.source[0],
                    severity=None if theirs.mark and ours.mark else Severity.HINT,
                    cause=f"{ours.position} level",
                )


def _missing(bitext: Bitext) -> Iterator[Problem]:
    """Yield the headings of a word or two that the Russian lacks."""
    for missing in unanswered(bitext):
        segment = missing.english.segment
        if segment.kind is not Kind.HEADING or is_weighty(segment) or not segment.mark:
            continue
        yield Problem(
            Passage(missing.after, Span(0, len(missing.after.text))),
            Message("no heading here answers “{english}”", {"english": _shown(segment)}),
            suggestions=known_russian(bitext, missing.english),
            source=missing.english,
            absent=True,
            cause=f"{segment.position}",
        )


def _shown(segment: Segment) -> str:
    return beginning(f"{segment.mark} {segment.text}".strip())
