"""title/misspelt."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.titles import unanswered_titles
from termcheck.model import Message, Problem, Severity


@check("title/misspelt", Severity.ERROR, Reach.PAIR)
def misspelt(bitext: Bitext) -> Iterator[Problem]:
    """Find a title that is almost, but not quite, the one that the English asks for.

    Wrong:  the Executive Director: Директоруисполнителю
    Right:  the Executive Director: Директору-исполнителю
    """
    for title in unanswered_titles(bitext):
        if title.near is None or title.near.other_word:
            continue
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
            source=title.english.passage,
            cause=f"{title.english.concept.id} {title.near.passage.text}",
        )
