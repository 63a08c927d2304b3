"""symbol/transliterated."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.symbol_faults import with_fault
from termcheck.model import Problem, Severity
from termcheck.symbols import Fault


@check("symbol/transliterated", Severity.ERROR, Reach.PAIR)
def transliterated(bitext: Bitext) -> Iterator[Problem]:
    """Find a document symbol of which a part is translated or written in Russian letters.

    A symbol is never declined, translated or transliterated.

    Wrong:  документ E/КН.7/2021/3/Доп.1
    Right:  документ E/CN.7/2021/3/Add.1
    """
    yield from with_fault(
        bitext, "«{found}» is translated in part; a symbol is the same in all languages", Fault.TRANSLITERATED
    )
