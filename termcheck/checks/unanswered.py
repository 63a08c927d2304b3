"""English paragraphs that no Russian one answers, as far as the alignment can be trusted in that."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termcheck.alignment.bitext import TRUSTED, Bitext
from termcheck.formats.frontmatter import is_front_line
from termcheck.model import Document, Kind, Pair, Passage, Segment

# A Russian text has some 1.1 letters for each English one. A neighbour that is longer by more than this may
# hold what seems to be missing: a paragraph drawn into the one before.
_LONGEST = 1.5
_WORD = re.compile(r"[^\W\d_]{2,}")
_TOLD_ELSEWHERE = (Kind.TABLE_CELL, Kind.HEADER, Kind.FOOTNOTE)  # a footnote by structure/footnote
_LONG_ENOUGH = 5  # words: shorter lines come and go with the layout
_LONG_ENOUGH_LABELLED = 2  # what has a label, or is a heading, is a part of the text


@dataclass(frozen=True, slots=True)
class Unanswered:
    """An English passage without counterpart, and the Russian segment after which it should stand."""

    english: Passage
    after: Segment


def is_bilingual(document: Document) -> bool:
    """Tell whether the segments come from a bilingual file, which pairs them itself."""
    return any(segment.place.unit is not None for segment in document.segments)


def is_weighty(segment: Segment) -> bool:
    """Tell whether a segment is a part of the text that a translation may not leave out."""
    if segment.kind in _TOLD_ELSEWHERE or is_front_line(segment.text):
        return False
    labelled = segment.mark or segment.kind is Kind.HEADING
    return len(_WORD.findall(segment.text)) >= (_LONG_ENOUGH_LABELLED if labelled else _LONG_ENOUGH)


def unanswered(bitext: Bitext) -> Iterator[Unanswered]:
    """Yield what stands between two trusted pairs (or after the last one) and surely has no counterpart."""
    if bitext.english is None or is_bilingual(bitext.russian.document):
        return
    pairs = bitext.pairs
    for index, pair in enumerate(pairs):
        if pair.target or pair.score < TRUSTED:
            continue
        before, after = _neighbour(pairs, index, -1), _neighbour(pairs, index, 1)
        at_end = all(not other.target for other in pairs[index:])
        if before is None or not _is_sure(before) or not (at_end or (after and _is_sure(after))):
            continue
        for passage in pair.source:
            yield Unanswered(passage, before.target[-1].segment)


def _neighbour(pairs: Sequence[Pair], index: int, step: int) -> Pair | None:
    """Return the nearest pair in one direction that is no other paragraph without counterpart."""
    index += step
    while 0 <= index < len(pairs):
        if pairs[index].target:
            return pairs[index]
        index += step
    return None


def _is_sure(pair: Pair) -> bool:
    """Tell whether a pair has both sides, is trusted and has no room for another paragraph.

    A Russian paragraph without English beside an English one without Russian may be its free translation.
    """
    if not pair.source or pair.score < TRUSTED:
        return False
    english, russian = (sum(len(passage.text) for passage in side) for side in (pair.source, pair.target))
    return russian <= _LONGEST * english + 30
