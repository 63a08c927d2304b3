"""symbol/spacing."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext, references_in
from termcheck.checks.check import Reach, check
from termcheck.checks.symbol_faults import with_fault
from termcheck.model import Message, Passage, Problem, Severity, Span
from termcheck.symbols import Fault

_MESSAGE = "«{found}» has a space inside"


@check("symbol/spacing", Severity.ERROR, Reach.PAIR)
def spacing(bitext: Bitext) -> Iterator[Problem]:
    """Find a document symbol with a space inside.

    A symbol is one word: a search for it does not find its halves. So is the number of a resolution.

    Wrong:  документ A/ 76/100
    Right:  документ A/76/100
    """
    yield from with_fault(bitext, _MESSAGE, Fault.SPACING)
    for segment in bitext.russian.document.segments:
        whole = Passage(segment, Span(0, len(segment.text)))
        for place, reference in references_in(bitext.russian, (whole,)):
            if reference.closed:
                yield Problem(
                    place,
                    Message(_MESSAGE, {"found": place.text}),
                    suggestions=(reference.closed,),
                    cause=reference.closed,
                )
