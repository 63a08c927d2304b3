"""title/misspelt."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.broken_titles import broken_titles
from termcheck.checks.check import Reach, check
from termcheck.checks.misspelling import misspelt_names
from termcheck.checks.titles import is_attested, is_title, unanswered_titles
from termcheck.model import Message, Passage, Problem, Severity


@check("title/misspelt", Severity.ERROR, Reach.PAIR)
def misspelt(bitext: Bitext) -> Iterator[Problem]:
    """Find a title that is almost, but not quite, the official one.

    Either the English asks for the title and the Russian only comes near to it, or a word that no dictionary
    knows would make a title of the words around it if a letter or two were put right. Also a title that has
    lost a word, or of which one word is in another case than the next.

    Wrong:  the Executive Director: Директоруисполнителю
    Right:  the Executive Director: Директору-исполнителю
    """
    told: set[Passage] = set()
    for title in unanswered_titles(bitext):
        if title.near is None or title.near.other_word:
            continue
        told.add(title.near.passage)
        yield Problem(
            title.near.passage,
            Message(
                "«{found}» is nearly «{right}», the title for “{english}”",
                {
                    "found": title.near.passage.text,
                    "right": title.near.form,
                    "english": title.english.passage.text,
                },
            ),
            suggestions=(title.near.form,),
            severity=None if is_attested(title.english.concept) else Severity.HINT,
            source=title.english.passage,
            cause=f"{title.english.concept.id} {title.near.passage.text}",
        )
    for broken in broken_titles(bitext):
        if broken.concept.domain != "title" or any(_overlap(broken.passage, other) for other in told):
            continue
        told.add(broken.passage)
        yield Problem(
            broken.passage,
            Message("«{found}» is nearly «{right}»", {"found": broken.passage.text, "right": broken.right}),
            suggestions=(broken.right,),
            source=broken.english,
            cause=f"{broken.concept.id} {broken.passage.text}",
        )
    for passage, meant in misspelt_names(bitext):
        if is_title(meant) and not any(_overlap(passage, other) for other in told):
            yield Problem(
                passage,
                Message("«{found}» is nearly «{right}»", {"found": passage.text, "right": meant.form}),
                suggestions=(meant.form,),
                severity=None if meant.term.attested else Severity.HINT,
                cause=f"{meant.concept.id} {passage.text}",
            )


def _overlap(one: Passage, other: Passage) -> bool:
    return (
        one.segment is other.segment and one.span.start < other.span.end and other.span.start < one.span.end
    )
