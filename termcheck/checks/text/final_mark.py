"""text/final-mark."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.language.morphology import readings
from termcheck.model import STAND_IN, Kind, Message, Pair, Passage, Problem, Segment, Severity, Span

_MARK = re.compile(r"(?<![.…])[.;:?](?=[”’\"')\]»\s]*$)")
# A footnote's asterisk or number may stand after the mark: «принято.3»; a placeholder may bring one.
_ANY_MARK = re.compile(rf"[.;:,!?…–—{STAND_IN}-][»>\"“”’)\]*\d\s]*$")
_LAST_WORD = re.compile(r"\S+$")
_WORD = re.compile(r"[а-яё]+", re.IGNORECASE)
_SAYING = frozenset({"VERB", "PRTS", "PRED", "ADJS", "INFN"})
_HABIT = 1 / 3  # of the paragraphs that have a mark in the English: where more are without one, it is meant


@check("text/final-mark", Severity.WARNING, Reach.DOCUMENT)
def final_mark(bitext: Bitext) -> Iterator[Problem]:
    """Find a paragraph without a mark at its end, where the English has a full stop or another.

    Told of sentences, not of titles, in a document that otherwise follows the English in this. Of lists,
    text/list-ending judges.

    Wrong:  The session was closed.: Сессия была закрыта
    Right:  The session was closed.: Сессия была закрыта.
    """
    marked = [ending for pair in bitext.trusted if (ending := _ending(pair))]
    without = [ending for ending in marked if not _ANY_MARK.search(ending.russian.prose)]
    if len(without) > max(1, _HABIT * len(marked)):
        return
    segments = bitext.russian.document.segments
    for ending in without:
        segment, mark = ending.russian, ending.mark
        following = segments[segment.position + 1 : segment.position + 2]
        if not _is_sentence(segment.prose) or any(other.text[:1].islower() for other in following):
            continue  # a paragraph that a page break tears is told by structure/broken-paragraph
        last = _LAST_WORD.search(segment.text.rstrip())
        assert last is not None  # a sentence has words
        yield Problem(
            Passage(segment, Span(*last.span())),
            Message("the paragraph has no «{mark}» at its end", {"mark": mark}),
            suggestions=(last.group() + mark,),
            source=ending.english,
            cause=f"{segment.position}",
        )


@dataclass(frozen=True, slots=True)
class _Ending:
    """A Russian paragraph, the English one that answers it, and the mark that ends that."""

    russian: Segment
    english: Passage
    mark: str


def _ending(pair: Pair) -> _Ending | None:
    if len(pair.target) != 1 or pair.target[0].segment.kind not in (Kind.PARAGRAPH, Kind.FOOTNOTE):
        return None
    english = pair.source[-1]
    mark = _MARK.search(english.prose)
    return _Ending(pair.target[0].segment, english, mark.group()) if mark else None


def _is_sentence(text: str) -> bool:
    """Tell whether a text begins as a sentence does, and has a word that says something."""
    first = _WORD.search(text)
    if first is None or not first.group()[0].isupper():
        return False
    return any(readings(word)[0].part in _SAYING for word in _WORD.findall(text))
