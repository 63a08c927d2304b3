"""structure/addition."""

from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.coverage import Side, Word, compared
from termcheck.language.pipelines import sentences
from termcheck.model import ENGLISH, RUSSIAN, Message, Passage, Problem, Severity, Span

_LONGER = (
    1.1  # code points of Russian for one of English, as in an ordinary translation: it may not be shorter
)
_FEWEST = 4  # words that tell whether a sentence is answered
_BY_CHANCE = 0.2  # of them, which any paragraph on the same subject answers


@check("structure/addition", Severity.WARNING, Reach.DOCUMENT)
def addition(bitext: Bitext) -> Iterator[Problem]:
    """Find a sentence in a Russian paragraph that the English one has not.

    Told where the Russian has more sentences, and hardly a word of one has an answer in the English.

    Wrong:  All States submitted their reports.: Все государства представили доклады. Комиссия постановила
            отложить рассмотрение бюджета.
    Right:  the same: Все государства представили доклады.
    """
    for texts in compared(bitext):
        russian = _told(texts.russian, RUSSIAN)
        if texts.ratio < _LONGER or len(russian) <= len(_told(texts.english, ENGLISH)):
            continue
        for passage, words in russian:
            answered = sum(word.answered for word in words)
            if len(words) >= _FEWEST and answered <= _BY_CHANCE * len(words):
                yield Problem(
                    passage,
                    Message("nothing in the English answers «{russian}»", {"russian": passage.text}),
                    source=texts.english.passage,
                    cause=f"{passage.segment.position} {passage.span.start}",
                )


def _told(side: Side, language: str) -> list[tuple[Passage, Sequence[Word]]]:
    """Return the sentences of a text that tell something, and no label «4.», with their words."""
    segment = side.passage.segment
    found = list[tuple[Passage, Sequence[Word]]]()
    for span in sentences(segment.text, language):
        words = [word for word in side.words if span.start <= word.span.start < span.end]
        if words:
            found.append((Passage(segment, Span(span.start, span.end)), words))
    return found
