"""symbol/link."""

import re
from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext
from termcheck.checks.check import Reach, check
from termcheck.model import Message, Passage, Problem, Segment, Severity, Span
from termcheck.symbols import Match, Role, Symbol, differences, key, symbol_at
from termcheck.symbols.grammar import HYPHENS

# Reports that are official records are kept as supplements: A/76/10 is found at A/76/10(SUPP).
_SUPPLEMENT = re.compile(r"\(SUPP[^()]*\)")
_RANGE = re.compile(rf"\d[{HYPHENS}]\d")


@check("symbol/link", Severity.ERROR, Reach.PAIR)
def link(bitext: Bitext) -> Iterator[Problem]:
    """Find a document symbol whose hyperlink leads to another document.

    It is a warning where the two differ in an addendum, a revision or a part alone. The language of the
    document behind the link does not matter, nor do links whose address does not name a symbol.

    Wrong:  документ [A/76/150](https://undocs.org/ru/A/76/159)
    Right:  документ [A/76/150](https://undocs.org/ru/A/76/150)
    """
    for segment, matches in zip(bitext.russian.document.segments, bitext.russian.symbols, strict=True):
        for span, target in _links(segment):
            within = [match for match in matches if _holds(span, match.span)]
            # A link over several symbols may lead to any of them.
            found = symbol_at(target) if len(within) == 1 else None
            if found is None or within[0].symbol is None or _may_be(within[0].symbol, found):
                continue
            yield _problem(Passage(segment, within[0].span), within[0], within[0].symbol, found)


def _problem(passage: Passage, match: Match, written: Symbol, found: Symbol) -> Problem:
    details = all(
        part.role is Role.MODIFICATION or _bare(part.before) == _bare(part.after)
        for part in differences(written, found)
    )
    return Problem(
        passage,
        Message("the link of «{found}» leads to {target}", {"found": match.text, "target": str(found)}),
        severity=Severity.WARNING if details else None,
        cause=f"{match.text} to {found}",
    )


def _links(segment: Segment) -> Iterator[tuple[Span, str]]:
    """The links of a segment, those whose words a word processor has cut up in one."""
    whole: list[tuple[Span, str]] = []
    for span, target in sorted(segment.links, key=lambda one: (one[0].start, one[0].end)):
        if whole and whole[-1][1] == target and whole[-1][0].end == span.start:
            span = Span(whole.pop()[0].start, span.end)
        whole.append((span, target))
    yield from whole


def _holds(whole: Span, part: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _may_be(written: Symbol, found: Symbol) -> bool:
    """Whether the document behind a link may be the one that is written.

    A document of two organs is found by either symbol, a range of documents by any of them.
    """
    if _RANGE.search(written.number) or _RANGE.search(found.number):
        return True
    one, other = _symbols(written), _symbols(found)
    return not one.isdisjoint(other)


def _symbols(symbol: Symbol) -> set[str]:
    alone = Symbol(symbol.parts, symbol.stars)
    return {_SUPPLEMENT.sub("", key(alone)), *(_symbols(symbol.twin) if symbol.twin else ())}


def _bare(part: str) -> str:
    return part.partition("(")[0].strip().upper()
