"""text/list-ending."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import STAND_IN, Kind, Message, Passage, Problem, Segment, Severity, Span

_FEWEST = 3  # items: of two that differ, either may be right
# What may follow the mark at the end: «…; и», a footnote's asterisk, a closing bracket or quotation mark.
_END = re.compile(r"(?P<mark>[.;,:!?…]?)(?P<rest>(?:\s(?:и|или|and|or))?[*\s]*)$")
_SENTENCES = re.compile(r"[^\W\d_]{3,}[»”)\]]*[.!?]\s+[«“(]*[A-ZА-ЯЁ]")
_LAST_WORD = re.compile(r"\S+$")
_MEMBER = r"(?:[^\W\d_]\. ?){0,4}[^,;.:()«»]{1,100}\([^()]{0,100}\)"
# «Х. Перес (Чили), М. Диас (Перу), Ли Вэй (Китай).»
_WITHOUT_AND = re.compile(rf"(?:{_MEMBER}, ){{2,}}(?!и |или ){_MEMBER}(?=[.;]|$)")
_WITH_AND = re.compile(rf"(?:{_MEMBER}, )+{_MEMBER},? (?:and|or) {_MEMBER}")


@check("text/list-ending", Severity.WARNING, Reach.DOCUMENT)
def list_ending(bitext: Bitext) -> Iterator[Problem]:
    """Find an item of a list that ends with another mark than the rest, and a last one that does not end it.

    No fault where the English differs in the same way. A list that the English alone could explain is a hint,
    and so is the last name of an enumeration without the «и» that the English has.

    Wrong:  a) открытие сессии; b) утверждение повестки дня. c) прочие вопросы; d) закрытие сессии.
    Right:  a) открытие сессии; b) утверждение повестки дня; c) прочие вопросы; d) закрытие сессии.
    """
    for items in _lists(bitext.russian.document.segments):
        ends = [_Ending(item) for item in items]
        yield from (told for fault in _faults(ends) if (told := _judged(fault, bitext)))
    yield from _without_and(bitext)


@dataclass(frozen=True, slots=True)
class _Ending:
    """An item and how it ends."""

    segment: Segment

    @property
    def mark(self) -> str:
        return _found(self.segment.prose)["mark"]

    @property
    def is_plain(self) -> bool:
        """Whether it is a single sentence, and no list of its own follows.

        Of one that ends in a placeholder, nothing is known.
        """
        prose = self.segment.prose
        return self.mark != ":" and not prose.endswith(STAND_IN) and not _SENTENCES.search(prose)


@dataclass(frozen=True, slots=True)
class _Fault:
    """An item that should end otherwise, and another that ends as the list does."""

    at: _Ending
    right: str
    other: _Ending


def _found(text: str) -> re.Match[str]:
    found = _END.search(text)
    assert found is not None  # every part of the pattern may be empty
    return found


def _lists(segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Yield the items of each list that holds no other list."""
    run = list[Segment]()
    for segment, following in pairwise((*segments, None)):
        assert segment is not None
        if segment.kind is Kind.LIST_ITEM and segment.text:
            if run and segment.level == run[-1].level and _is_first(segment.mark):
                yield run
                run = []
            if not run or segment.level == run[-1].level:
                run.append(segment)
            else:
                run = [segment]
        # Lists with others inside are left alone: what ends an inner one depends on the outer.
        goes_on = following is not None and following.kind is Kind.LIST_ITEM
        if run and goes_on and following and following.level != run[-1].level:
            run = []
        elif run and not goes_on:
            yield run
            run = []


def _is_first(mark: str) -> bool:
    return mark.strip("().").lower() in ("a", "а", "i", "і", "1")


def _faults(ends: Sequence[_Ending]) -> Iterator[_Fault]:
    """Yield the one item among the others that ends otherwise, and a last item that does not end the list."""
    if len(ends) < _FEWEST:
        return
    inner, last = [end for end in ends[:-1] if end.is_plain], ends[-1]
    marks = Counter(end.mark for end in inner)
    usual, times = marks.most_common(1)[0] if marks else ("", 0)
    odd = [end for end in inner if end.mark != usual]
    other = next((end for end in inner if end.mark == usual), last)
    if usual in (";", ".", "") and len(odd) == 1 and times >= _FEWEST - 1:
        yield _Fault(odd[0], usual, other)
    if odd or times < _FEWEST - 1 or not last.is_plain:
        return
    if usual == ";" and last.mark in (";", ",", ""):
        yield _Fault(last, ".", other)
    elif usual == "" and last.mark == ".":
        yield _Fault(last, "", other)


def _judged(fault: _Fault, bitext: Bitext) -> Problem | None:
    """Make a problem of a fault unless the English has the same marks in both items."""
    segment = fault.at.segment
    english, other = _english(segment, bitext), _english(fault.other.segment, bitext)
    if english and english.mark == fault.at.mark and (not other or other.mark == fault.other.mark):
        return None
    passage, right = _change(segment, fault.right)
    return Problem(
        passage,
        Message(
            "the item ends with {found}, where the list asks for {right}",
            {"found": _named(fault.at.mark), "right": _named(fault.right)},
        ),
        suggestions=(right,),
        source=Passage(english.segment, Span(0, len(english.segment.text))) if english else None,
        # The text alone does not tell whether the list ends here, or goes on after what is between.
        severity=None if english or fault.right == fault.other.mark == ";" else Severity.HINT,
        cause=f"{segment.position}",
    )


def _english(segment: Segment, bitext: Bitext) -> _Ending | None:
    pair = bitext.counterpart(segment)
    return _Ending(pair.source[-1].segment) if pair else None


def _change(segment: Segment, right: str) -> tuple[Passage, str]:
    """Return the last word with its mark, and what should stand there."""
    found = _found(segment.prose)
    word = _LAST_WORD.search(segment.text[: found.end("mark")])
    start = word.start() if word else found.start()
    return (
        Passage(segment, Span(start, found.end("mark"))),
        segment.text[start : found.start("mark")] + right,
    )


def _named(mark: str) -> str:
    return f"«{mark}»" if mark else "no mark"


def _without_and(bitext: Bitext) -> Iterator[Problem]:
    """Yield the last member of a row of names in one form that no «и» joins, though the English has one."""
    for pair in bitext.trusted:
        if not any(_WITH_AND.search(passage.prose) for passage in pair.source):
            continue
        for passage in pair.target:
            for row in _WITHOUT_AND.finditer(passage.prose):
                comma = row.group().rindex(", ") + row.start() + passage.span.start
                yield Problem(
                    Passage(passage.segment, Span(comma, comma + 2)),
                    Message("the last member of the enumeration is not joined by «и»"),
                    suggestions=(" и ",),
                    source=pair.source[0],
                    severity=Severity.HINT,
                    cause="и",
                )
