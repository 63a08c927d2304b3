"""symbol/mixed-script."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.symbol_faults import with_fault
from termcheck.model import Problem, Severity
from termcheck.symbols import Fault


@check("symbol/mixed-script", Severity.ERROR, Reach.PAIR)
def mixed_script(bitext: Bitext) -> Iterator[Problem]:
    """Find a document symbol in which Cyrillic letters stand for Latin ones.

    Symbols are Latin in every language version, and a search for one finds nothing if a single letter comes
    from the other alphabet.

    Wrong:  СТОС/COP/WG.4/2021/1
    Right:  CTOC/COP/WG.4/2021/1
    """
    yield from with_fault(bitext, "«{found}» has Cyrillic letters that look Latin", Fault.MIXED_SCRIPT)
