"""structure/omission."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.coverage import abbreviated, compared, longest_row, words
from termcheck.checks.known_russian import beginning
from termcheck.checks.structure.list_length import within_a_sentence
from termcheck.model import Message, Passage, Problem, Severity, Span

# Of 1,400 published sentences only those that have really lost something are so short and leave so many words
# in a row unanswered. The second bounds are for texts that no translator could have made so short.
_SHORTEST = 100  # code points of English: the length of a shorter text tells nothing
_BOUNDS = ((0.85, 4.0), (0.68, 3.0))  # code points of Russian for one of English, unanswered words


@check("structure/omission", Severity.WARNING, Reach.DOCUMENT)
def omission(bitext: Bitext) -> Iterator[Problem]:
    """Find a part of an English paragraph that the Russian one has lost.

    Told of paragraphs of some length, where the Russian is far shorter than a translation would be, and many
    English words in a row have no answer in it.

    Wrong:  The Group elected its officers and adopted the report on water in rural areas and on the measures
            taken by States.: Группа избрала должностных лиц.
    Right:  the same: Группа избрала должностных лиц и утвердила доклад о воде в сельских районах и о мерах,
            принятых государствами.
    """
    for texts in compared(bitext):
        if texts.english.length < _SHORTEST or texts.ratio >= max(ratio for ratio, _ in _BOUNDS):
            continue
        row = longest_row(words(texts.english, texts.russian))
        if not any(
            texts.ratio < ratio and row.weight - abbreviated(texts) >= weight for ratio, weight in _BOUNDS
        ):
            continue
        pair = bitext.counterpart(texts.russian.passage.segment)
        if pair and any(within_a_sentence(pair)):
            continue  # a member of an enumeration is told by structure/list-length
        english = texts.english.passage.segment
        lost = Passage(english, Span(row.words[0].span.start, row.words[-1].span.end))
        yield Problem(
            texts.russian.passage,
            Message("nothing here answers “{english}”", {"english": beginning(lost.text)}),
            source=lost,
            absent=True,
            cause=f"{texts.russian.passage.segment.position}",
        )
