"""source/malformed-symbol."""

from collections.abc import Iterator

from termcheck import symbols
from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import Message, Passage, Problem, Severity

_TOLD = (symbols.Fault.MIXED_SCRIPT, symbols.Fault.SPACING, symbols.Fault.MALFORMED)


@check("source/malformed-symbol", Severity.HINT, Reach.PAIR)
def malformed_symbol(bitext: Bitext) -> Iterator[Problem]:
    """Find a document symbol of the English original that cannot be right as it stands.

    Authority: Dag Hammarskjöld Library, research guide on document symbols.

    Wrong:  see document A/76/100/Ad.1
    Right:  see document A/76/100/Add.1
    """
    if bitext.english is None:
        return
    for segment, matches in zip(bitext.english.document.segments, bitext.english.symbols, strict=True):
        for match in matches:
            if symbols.main_fault(symbols.faults(match.text)) in _TOLD:
                right = symbols.mend(match.text)
                yield Problem(
                    Passage(segment, match.span),
                    Message("the English has “{found}”, which is no proper symbol", {"found": match.text}),
                    suggestions=(right,) if right else (),
                    cause=right or match.text,
                )
