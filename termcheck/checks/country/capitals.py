"""country/capitals."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.capitals import right_capitals, wrong_capitals
from termcheck.checks.check import Reach, check
from termcheck.model import Message, Problem, Register, Severity, Status


@check("country/capitals", Severity.ERROR, Reach.PAIR)
def capitals(bitext: Bitext) -> Iterator[Problem]:
    """Find a name of a State with a capital too many or too few.

    Text set in capitals throughout is left alone, and so is the first letter where a sentence may begin.

    Authority: UNTERM, official names of States.

    Wrong:  представитель Европейского Союза
    Right:  представитель Европейского союза
    """
    for segment_mentions in bitext.russian.mentions:
        for mention in segment_mentions:
            if mention.concept.domain != "country" or mention.term.register is Register.ABBREVIATION:
                continue
            if mention.term.status not in (Status.PREFERRED, Status.ADMITTED):
                continue  # another name belongs there
            if wrong_capitals(mention):
                right = right_capitals(mention)
                yield Problem(
                    mention.passage,
                    Message(
                        "«{found}» is written «{right}»", {"found": mention.passage.text, "right": right}
                    ),
                    suggestions=(right,),
                    source=bitext.source_of(mention),
                    cause=f"{mention.concept.id} {mention.term.text}",
                )
