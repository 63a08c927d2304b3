"""symbol/malformed."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.symbol_faults import with_fault
from termcheck.model import Problem, Severity
from termcheck.symbols import Fault


@check("symbol/malformed", Severity.ERROR, Reach.PAIR)
def malformed(bitext: Bitext) -> Iterator[Problem]:
    """Find a document symbol that breaks the rules by which symbols are built.

    Authority: Dag Hammarskjöld Library, research guide on document symbols.

    Wrong:  документ A/76/100/Ad.1
    Right:  документ A/76/100/Add.1
    """
    yield from with_fault(bitext, "«{found}» is not built as a symbol is", Fault.MALFORMED, Fault.CASE)
