"""symbol/mixed-script."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext, references_in
from termcheck.checks.check import Reach, check
from termcheck.checks.symbol_faults import with_fault
from termcheck.model import Message, Passage, Problem, Severity, Span
from termcheck.symbols import Fault

_MESSAGE = "«{found}» has Cyrillic letters that look Latin"


@check("symbol/mixed-script", Severity.ERROR, Reach.PAIR)
def mixed_script(bitext: Bitext) -> Iterator[Problem]:
    """Find a document symbol in which Cyrillic letters stand for Latin ones.

    Symbols are Latin in every language version, and a search for one finds nothing if a single letter comes
    from the other alphabet. So with the letters of a resolution's number: «217 А (III)».

    Wrong:  СТОС/COP/WG.4/2021/1
    Right:  CTOC/COP/WG.4/2021/1
    """
    yield from with_fault(bitext, _MESSAGE, Fault.MIXED_SCRIPT)
    for segment in bitext.russian.document.segments:
        whole = Passage(segment, Span(0, len(segment.text)))
        for place, reference in references_in(bitext.russian, (whole,)):
            if reference.mended:
                yield Problem(
                    place,
                    Message(_MESSAGE, {"found": place.text}),
                    suggestions=(reference.mended,),
                    cause=reference.mended,
                )
