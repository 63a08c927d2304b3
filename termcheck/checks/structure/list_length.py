"""structure/list-length."""

import re
from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.unanswered import is_bilingual, unanswered
from termcheck.formats.numerals import letter_values
from termcheck.model import Kind, Message, Pair, Passage, Problem, Segment, Severity, Span
from termcheck.numbers.roman import roman_value

# "(a) a proceeding; (b) to report …", but not "subparagraphs (a) to (c)" or "paragraph 1 (a)".
_LABEL = re.compile(
    r"(?:(?<=[:;,.]\s)|(?<=\sи\s)|(?<=\sили\s)|(?<=\sand\s)|(?<=\sor\s))"
    r"\(?([a-zа-я]|[ivx]{2,4}|\d)\)(?=\s(?!(?:and|or|и|или)\s|(?:to|до|по)\s\(?\w{1,4}\))[^\W\d_])"
)
_COUNTED = re.compile(r"\w")


@check("structure/list-length", Severity.WARNING, Reach.DOCUMENT)
def list_length(bitext: Bitext) -> Iterator[Problem]:
    """Find a list, or labels within a sentence, with fewer or more members than the English has.

    A list item that is missing as a whole is told by structure/missing-paragraph.

    Wrong:  (a) to begin; (b) to go on; (c) to end: a) начать; b) закончить
    Right:  (a) to begin; (b) to go on; (c) to end: a) начать; b) продолжить; c) закончить
    """
    if bitext.english is None:
        return
    for pair in bitext.trusted:
        yield from within_a_sentence(pair)
    if not is_bilingual(bitext.russian.document):
        yield from _of_items(bitext, bitext.english.document.segments)


def within_a_sentence(pair: Pair) -> Iterator[Problem]:
    """Yield what is wrong with the number of labels within a sentence, as in "(a) …; (b) …"."""
    english = [label for passage in pair.source for label in _LABEL.finditer(passage.prose)]
    russian = [(passage, label) for passage in pair.target for label in _LABEL.finditer(passage.prose)]
    # A translation may tell the whole as prose, without any label.
    if len(english) < 2 or not russian or len(russian) == len(english):
        return
    if not _counts_on(label[1] for label in english) or _of_other_kinds(english[0][1], russian[0][1][1]):
        return
    passage, label = russian[-1]
    start = passage.span.start
    yield Problem(
        Passage(passage.segment, Span(start + label.start(), start + label.end())),
        Message(
            "the enumeration has {found} members, that of the English {right}",
            {"found": str(len(russian)), "right": str(len(english))},
        ),
        source=pair.source[0],
        cause=f"{passage.segment.position} {start}",
    )


def _of_other_kinds(english: str, russian: str) -> bool:
    """Tell whether one side counts in figures and the other in letters."""
    return english.isdecimal() is not russian.isdecimal()


def _counts_on(labels: Iterator[str]) -> bool:
    """Tell whether labels run a, b, c …, i, ii, iii … or 1, 2, 3 …, and so are those of one enumeration."""
    readings = [
        {*letter_values(label), roman_value(label) or 0, int(label) if label.isdecimal() else 0}
        for label in labels
    ]
    return all(number in reading for number, reading in enumerate(readings, 1))


def _of_items(bitext: Bitext, english: Sequence[Segment]) -> Iterator[Problem]:
    """Yield the lists between two surely aligned paragraphs that have another number of items."""
    russian = bitext.russian.document.segments
    answers = {pair.source[-1].segment.position: pair.target[-1].segment.position for pair in bitext.trusted}
    first_answers = {
        pair.source[0].segment.position: pair.target[0].segment.position for pair in bitext.trusted
    }
    told = {missing.english.segment.position for missing in unanswered(bitext)}
    for before, here in answers.items():
        theirs, ours = _items(english, before + 1), _items(russian, here + 1)
        if theirs and english[before].kind is Kind.LIST_ITEM and english[before].level == theirs[0].level:
            continue  # it began before: items may stand in another order in each language
        if len(theirs) < 2 or not ours or len(ours) == len(theirs):
            continue
        end, our_end = _end(english, before + 1), _end(russian, here + 1)
        at_end = end == len(english) and our_end == len(russian)
        if not at_end and first_answers.get(end) != our_end:
            continue
        if told.intersection(range(before + 1, end)):
            continue
        last = ours[-1]
        labelled = all(_COUNTED.search(item.mark) for item in (*ours, *theirs))
        yield Problem(
            Passage.label(last),
            Message(
                "the list has {found} items, that of the English {right}",
                {"found": str(len(ours)), "right": str(len(theirs))},
            ),
            source=Passage(theirs[-1], Span(0, len(theirs[-1].text))),
            severity=None if labelled else Severity.HINT,
            cause=f"{here}",
        )


def _items(segments: Sequence[Segment], start: int) -> list[Segment]:
    """Return the items of the list that begins at a position, without those below them."""
    items = [segment for segment in segments[start : _end(segments, start)] if segment.mark]
    return [item for item in items if item.level == items[0].level]


def _end(segments: Sequence[Segment], start: int) -> int:
    """Return the position after the list that begins at one."""
    end = start
    while end < len(segments) and segments[end].kind is Kind.LIST_ITEM:
        if segments[end].level < segments[start].level:
            break
        end += 1
    return end
