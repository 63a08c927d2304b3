"""symbol/changed."""

from collections.abc import Iterator

from termcheck.alignment.bitext import Bitext, references_in
from termcheck.checks.check import Reach, check
from termcheck.checks.symbol_pairs import matched_differences
from termcheck.model import Message, Passage, Problem, Severity
from termcheck.symbols import Reference


@check("symbol/changed", Severity.ERROR, Reach.PAIR)
def changed(bitext: Bitext) -> Iterator[Problem]:
    """Find a document symbol or the number of a resolution that is not the one in the English.

    All language versions of a document carry the same symbol.

    Authority: Dag Hammarskjöld Library, research guide on document symbols.

    Wrong:  contained in A/76/100/Add.1: содержится в документе A/76/100
    Right:  contained in A/76/100/Add.1: содержится в документе A/76/100/Add.1
    """
    for difference in matched_differences(bitext):
        if difference.english is None or difference.russian is None:
            continue
        (source, english), (passage, russian) = difference.english, difference.russian
        if russian.faults and russian.symbol is None:
            continue  # past mending by itself: the check of its fault says it, with the English symbol
        yield _problem(passage, source, russian.text, str(english.symbol or english.text))
    for pair in bitext.trusted:
        assert bitext.english is not None
        english_references = _by_number(references_in(bitext.english, pair.source))
        russian_references = _by_number(references_in(bitext.russian, pair.target))
        missing = [key for key in english_references if key not in russian_references]
        extra = [key for key in russian_references if key not in english_references]
        if len(missing) == len(extra) == 1 and not _differ_in_year_alone(missing[0], extra[0]):
            source, _ = english_references[missing[0]]
            passage, _ = russian_references[extra[0]]
            yield _problem(passage, source, passage.text, missing[0])


def _differ_in_year_alone(english: str, russian: str) -> bool:
    """Tell "1540" from "1540 (2004)": the Russian may give the year that the English leaves out."""
    return english == russian.partition(" (")[0]


def _problem(passage: Passage, source: Passage, found: str, right: str) -> Problem:
    return Problem(
        passage,
        Message("the English has {right}, not {found}", {"found": found, "right": right}),
        suggestions=(right,),
        source=source,
        cause=f"{found} for {right}",
    )


def _by_number(references: tuple[tuple[Passage, Reference], ...]) -> dict[str, tuple[Passage, Reference]]:
    return {reference.number: (passage, reference) for passage, reference in references}
