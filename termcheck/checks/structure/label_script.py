"""structure/label-script."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.language.scripts import LATIN, script, to_latin
from termcheck.model import Kind, Message, Passage, Problem, Segment, Severity, Span

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
            right = label.segment.mark.replace(label.letter, label.latin)
            yield Problem(
                Passage(label.segment, Span(0, 0)),
                Message(
                    "the label «{mark}» is Cyrillic; it should be Latin {right}",
                    {"mark": label.segment.mark, "right": right},
                ),
                severity=Severity.HINT if cyrillic_throughout else None,
                cause=f"{label.segment.kind} labels",
            )


@dataclass(frozen=True, slots=True)
class _Label:
    segment: Segment
    letter: str
    latin: str  # the Latin letter that this place in the list asks for


def _groups(segments: Sequence[Segment]) -> Iterator[tuple[_Label, ...]]:
    """Yield each Roman number, the letter labels of all headings, and those of all list items."""
    groups: dict[bool, list[_Label]] = defaultdict(list)
    for segment in segments:
        letters = _LETTER.findall(segment.mark)
        if len(letters) != 1 or ("." not in segment.mark and ")" not in segment.mark):
            continue
        if len(letters[0]) > 1:
            # «ІІ.», «IХ.»: Roman numbers with letters that only look Latin are wrong by themselves.
            if _ROMAN.fullmatch(to_latin(letters[0])):
                yield (_Label(segment, letters[0], to_latin(letters[0])),)
            continue
        group = groups[segment.kind is Kind.HEADING]
        group.append(_Label(segment, letters[0], _latin(letters[0], group)))
    yield from map(tuple, groups.values())


def _latin(letter: str, before: Sequence[_Label]) -> str:
    """Return the Latin look-alike of a letter, or the one that comes next in the list."""
    look_alike = to_latin(letter)
    if script(look_alike) == LATIN:
        return look_alike
    following = chr(ord(before[-1].latin) + 1) if before else "?"
    return following.upper() if letter.isupper() else following.lower()
