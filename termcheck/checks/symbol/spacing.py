"""symbol/spacing."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.symbol_faults import with_fault
from termcheck.model import Problem, Severity
from termcheck.symbols import Fault


@check("symbol/spacing", Severity.ERROR, Reach.PAIR)
def spacing(bitext: Bitext) -> Iterator[Problem]:
    """Find a document symbol with a space inside.

    A symbol is one word: a search for it does not find its halves.

    Wrong:  документ A/ 76/100
    Right:  документ A/76/100
    """
    yield from with_fault(bitext, "«{found}» has a space inside", Fault.SPACING)
