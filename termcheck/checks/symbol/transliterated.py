"""symbol/transliterated."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.checks.symbol_faults import with_fault
from termcheck.model import Message, Passage, Problem, Severity, Span
from termcheck.symbols import Fault, added_part


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
    for symbols, segment in zip(bitext.russian.symbols, bitext.russian.document.segments, strict=True):
        for symbol in symbols:
            if added := added_part(segment.text, symbol.span.end):
                start, end, right = added
                passage = Passage(segment, Span(start, end))
                yield Problem(
                    passage,
                    Message(
                        "«{found}» is a part of a symbol: {right}", {"found": passage.text, "right": right}
                    ),
                    suggestions=(right,),
                )
