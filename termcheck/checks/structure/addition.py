"""structure/addition."""

from collections.abc import Iterator, Sequence

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.coverage import Side, Word, compared, words
from termcheck.language.pipelines import sentences
from termcheck.model import Message, Passage, Problem, Severity, Span

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
        if texts.ratio < _LONGER:
            continue
        english, russian = _sentences(texts.english), _sentences(texts.russian)
        if len(russian) <= len(english):
            continue
        theirs, ours = words(texts.english, texts.russian), words(texts.russian, texts.english)
        if sum(map(bool, _by_sentence(ours, russian))) <= sum(map(bool, _by_sentence(theirs, english))):
            continue  # «4.» is a sentence of no words
        for span, found in zip(russian, _by_sentence(ours, russian), strict=True):
            answered = sum(word.answered for word in found)
            if len(found) >= _FEWEST and answered <= _BY_CHANCE * len(found):
                passage = Passage(texts.russian.passage.segment, span)
                yield Problem(
                    passage,
                    Message("nothing in the English answers «{russian}»", {"russian": passage.text}),
                    source=texts.english.passage,
                    cause=f"{passage.segment.position} {span.start}",
                )


def _sentences(side: Side) -> list[Span]:
    return list(sentences(side.passage.text, side.language))


def _by_sentence(found: Sequence[Word], spans: Sequence[Span]) -> list[list[Word]]:
    return [[word for word in found if span.start <= word.span.start < span.end] for span in spans]
