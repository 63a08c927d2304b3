"""Corrections proven before they are written: the file that they would make is read and checked again.

A correction is made where its file still says all else that it said, what was found there is gone, and
nothing new that is worth a warning stands there.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from termcheck.errors import InputError
from termcheck.fixes import edit_of
from termcheck.formats.rewriting import Edit
from termcheck.model import Finding, Part, Result, Segment, Severity, Span

Correct = Callable[[Sequence[Edit]], tuple[bytes, Sequence[Edit]]]
Check = Callable[[bytes], Sequence[Result]]


@dataclass(frozen=True, slots=True)
class Refused:
    """A finding that is not corrected, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Proven:
    """A corrected file, the findings that were corrected in it and those that were not."""

    data: bytes
    made: tuple[Finding, ...]
    refused: tuple[Refused, ...] = ()


def prove(findings: Sequence[Finding], before: Sequence[Result], *, correct: Correct, check: Check) -> Proven:
    """Correct as many findings of some results as can be corrected and proven.

    `correct` makes the file with some edits, and says which its format could take; `check` reads such a file
    and checks it as the results were.
    """
    left, refused = tuple(findings), list[Refused]()
    while True:
        data, left = _made(left, correct)
        if not left:
            return Proven(data, (), tuple(refused))
        try:
            blamed = tuple(_blamed(left, before, check(data)))
        except InputError as error:
            if len(left) > 1:
                return _apart(left, before, refused, correct=correct, check=check)
            blamed = (Refused(left[0], f"the file could not be read any more ({error})"),)
        if not blamed:
            return Proven(data, left, tuple(refused))
        refused += blamed
        out = {id(each.finding) for each in blamed}
        left = tuple(finding for finding in left if id(finding) not in out)


def _apart(
    left: Sequence[Finding],
    before: Sequence[Result],
    refused: Sequence[Refused],
    *,
    correct: Correct,
    check: Check,
) -> Proven:
    """Prove by halves what together makes a file that cannot be read."""
    middle = len(left) // 2
    halves = [prove(half, before, correct=correct, check=check) for half in (left[:middle], left[middle:])]
    data, made = _made([finding for half in halves for finding in half.made], correct)
    told = (*refused, *(each for half in halves for each in half.refused))
    return Proven(data, made, told)


def _made(findings: Sequence[Finding], correct: Correct) -> tuple[bytes, tuple[Finding, ...]]:
    """The file with some findings corrected, and those that are corrected in it."""
    edits = [edit_of(finding) for finding in findings]
    data, made = correct(edits)
    taken = set(map(id, made))
    return data, tuple(f for f, edit in zip(findings, edits, strict=True) if id(edit) in taken)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A correction, and where it stands in the corrected text of its segment, or in its label."""

    finding: Finding
    part: Part
    span: Span


def _blamed(made: Sequence[Finding], before: Sequence[Result], after: Sequence[Result]) -> Iterator[Refused]:
    """What is to be taken back, each finding once."""
    told = set[int]()
    for was, now in zip_longest(before, after):
        own = [finding for finding in made if was and was.russian.holds(finding.problem.passage)]
        for refused in _in_document(own, was, now) if own else ():
            if id(refused.finding) not in told:
                told.add(id(refused.finding))
                yield refused


def _in_document(made: Sequence[Finding], was: Result, now: Result | None) -> Iterator[Refused]:
    by_segment = dict[int, list[Finding]]()
    for finding in made:
        by_segment.setdefault(finding.problem.passage.segment.position, []).append(finding)
    segments = now.russian.segments if now else ()
    last = made[0]
    for old, new in zip_longest(was.russian.segments, segments):
        own = by_segment.get(old.position, []) if old else []
        last = own[-1] if own else last
        if old is None or new is None or _changed_otherwise(old, new, own):
            # What follows has moved, so one place is enough.
            yield from (Refused(finding, "the rest of the text would change") for finding in own or (last,))
            return
        if own and now:
            yield from _in_segment(own, was, now, old.position)


def _changed_otherwise(old: Segment, new: Segment, made: Sequence[Finding]) -> bool:
    """Whether a segment says anything else than before with these corrections, or has lost a code."""
    words = _corrected(old.mark, made, Part.LABEL)[0] + _corrected(old.text, made, Part.TEXT)[0]
    if "".join(words.split()) != "".join((new.mark + new.text).split()):
        return True
    return [code.text for code in old.codes] != [code.text for code in new.codes]


def _corrected(text: str, made: Sequence[Finding], part: Part) -> tuple[str, list[_Placed]]:
    """A text with the corrections made in it, and where they stand then."""
    parts, at, length = list[str](), 0, 0
    places = list[_Placed]()
    edits = [finding for finding in made if finding.problem.passage.part is part]
    for finding in sorted(edits, key=lambda finding: finding.problem.passage.span.start):
        span, new = finding.problem.passage.span, edit_of(finding).text
        length += span.start - at
        places.append(_Placed(finding, part, Span(length, length + len(new))))
        parts += [text[at : span.start], new]
        at, length = span.end, length + len(new)
    return "".join((*parts, text[at:])), places


def _in_segment(made: Sequence[Finding], was: Result, now: Result, position: int) -> Iterator[Refused]:
    corrected = {id(finding) for finding in made}
    places = [
        place
        for part, text in _parts(was.russian.segments[position])
        for place in _corrected(text, made, part)[1]
    ]
    rest = [finding for finding in _at(was, position) if id(finding) not in corrected]
    for finding in _at(now, position):
        if finding.severity is Severity.HINT or any(_same(finding, other, places) for other in rest):
            continue
        nearest = min(places, key=lambda place: _distance(finding, place))
        yield Refused(
            nearest.finding, f"{finding.check} would then find «{finding.problem.passage.text}» there"
        )


def _parts(segment: Segment) -> tuple[tuple[Part, str], ...]:
    return (Part.LABEL, segment.mark), (Part.TEXT, segment.text)


def _at(result: Result, position: int) -> Iterator[Finding]:
    """The findings in a Russian segment."""
    for finding in result.findings:
        passage = finding.problem.passage
        if passage.segment.position == position and result.russian.holds(passage):
            yield finding


def _same(new: Finding, old: Finding, places: Sequence[_Placed]) -> bool:
    """Whether a finding in a corrected segment was there before: of the same check, and in the same place."""
    if new.check != old.check or new.problem.passage.part is not old.problem.passage.part:
        return False
    if new.problem.absent and old.problem.absent:
        return new.problem.message == old.problem.message
    if new.problem.passage.text == old.problem.passage.text:
        return True
    here, there = new.problem.passage.span, _moved(old, places)
    return here.start < there.end and there.start < here.end


def _moved(old: Finding, places: Sequence[_Placed]) -> Span:
    """Where the words of a finding stand after the corrections."""
    passage = old.problem.passage
    start, end = passage.span.start, passage.span.end
    for place in places:
        other = place.finding.problem.passage
        if other.part is not passage.part:
            continue
        growth = (place.span.end - place.span.start) - (other.span.end - other.span.start)
        start += growth if other.span.end <= passage.span.start else 0
        end += growth if other.span.start < passage.span.end else 0
    return Span(start, max(start, end))


def _distance(finding: Finding, place: _Placed) -> int:
    """How far a correction is from a finding, in code points; one in the label is before all text."""
    passage = finding.problem.passage
    if passage.part is not place.part:
        return passage.span.start + 1
    return max(place.span.start - passage.span.end, passage.span.start - place.span.end, 0)
