"""structure/label-script."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.label_sequences import label_sequences, label_values
from termcheck.formats.numerals import letter, letter_values
from termcheck.language.scripts import LATIN, script, to_latin
from termcheck.model import Kind, Message, Passage, Problem, Segment, Severity

_ROMAN = re.compile(r"[IVXLC]+|[ivxlc]+")
_LETTER = re.compile(r"[^\W\d_]+")


@check("structure/label-script", Severity.WARNING, Reach.DOCUMENT)
def label_script(bitext: Bitext) -> Iterator[Problem]:
    """Find labels of headings or of list items that come from two alphabets.

    Labels are Latin letters in Russian too. А, В, С and Е of the Cyrillic look the same and go unseen until
    a Д or a б) gives the list away; a document with Cyrillic labels throughout gets a hint.

    Wrong:  A. … В. … С. … Д. (only the first is Latin)
    Right:  A. … B. … C. … D.
    """
    for group in _groups(bitext.russian.document.segments):
        if all(script(label.letter) == LATIN for label in group):
            continue
        cyrillic_throughout = any(label.letter.lower() == "б" for label in group) and not any(
            script(label.letter) == LATIN for label in group
        )
        for label in group:
            if script(label.letter) == LATIN:
                continue
            mark = label.segment.mark
            right = mark.replace(label.letter, label.latin) if label.latin else ""
            told = "the label «{mark}» is Cyrillic; it should be Latin"
            yield Problem(
                Passage.label(label.segment),
                Message(f"{told} {{right}}" if right else told, {"mark": mark, "right": right}),
                suggestions=(right,) if right else (),
                severity=Severity.HINT if cyrillic_throughout else None,
                cause=f"{label.segment.kind} labels",
            )


@dataclass(frozen=True, slots=True)
class _Label:
    segment: Segment
    letter: str
    latin: str  # the Latin letter that this place in the list asks for, "" where nothing tells


def _groups(segments: Sequence[Segment]) -> Iterator[tuple[_Label, ...]]:
    """Yield each Roman number, the letter labels of all headings, and those of all list items."""
    groups: dict[bool, list[_Label]] = defaultdict(list)
    due = dict(_due(segments))
    for segment in segments:
        letters = _LETTER.findall(segment.mark)
        if len(letters) != 1 or ("." not in segment.mark and ")" not in segment.mark):
            continue
        if len(letters[0]) > 1:
            # «ІІ.», «IХ.»: Roman numbers with letters that only look Latin are wrong by themselves.
            if _ROMAN.fullmatch(to_latin(letters[0])):
                yield (_Label(segment, letters[0], to_latin(letters[0])),)
            continue
        latin = _latin(letters[0], due.get(segment.position))
        groups[segment.kind is Kind.HEADING].append(_Label(segment, letters[0], latin))
    yield from map(tuple, groups.values())


def _due(segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """Yield the position of each label that counts on from the one before, and its number."""
    for run in label_sequences(segments):
        before = 0
        for segment, number in run:
            if number == before + 1:
                yield segment.position, number
            before = number


def _latin(found: str, number: int | None) -> str:
    """Return the Latin letter for a label: that of the number which it has in its list, "" without one.

    In A., В. the second is a B, in А., Б., В. the third is a C, whatever it looks like.
    """
    look_alike = to_latin(found)
    if script(look_alike) == LATIN and (number is None or number in label_values(f"{look_alike})")):
        return look_alike
    if number is None or number not in letter_values(found):
        return ""
    return letter(number).upper() if found.isupper() else letter(number)
