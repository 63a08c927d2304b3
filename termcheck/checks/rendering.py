"""How a term should stand in the place of what stands there now."""

from termcheck.alignment.bitext import Bitext
from termcheck.glossary.forms import declension
from termcheck.language.inflection import match_case
from termcheck.model import RUSSIAN, Concept, Mention, Pair, Register, Status, Term
from termcheck.recognition.context import demanded_readings

_OFFICIAL = (Status.PREFERRED, Status.ADMITTED)
# A State without an official short name: running text takes the formal one, only lists the inverted one.
_REGISTERS = (Register.SHORT, Register.FULL, Register.FORMAL, Register.LIST, Register.ABBREVIATION)


def in_place_of(mention: Mention, term: Term, concept: Concept, bitext: Bitext) -> tuple[str, ...]:
    """Return the forms of a term in the case and number of a mention, the likeliest first.

    Where its form has several readings, or none that its place allows, the place decides; the others follow.
    """
    neighbours = bitext.russian.mentions[mention.passage.segment.position]
    by_reading = {(reading.case, reading.number): text for reading, text in declension(term, concept)}
    by_case = {case: text for (case, _), text in reversed(by_reading.items())}
    found = []
    for reading in demanded_readings(mention, neighbours):
        text = by_reading.get((reading.case, reading.number)) or by_case.get(reading.case)
        if text:
            found.append(match_case(text, mention.passage.text))
    return tuple(dict.fromkeys(found or [term.text]))


def russian_answer(
    concept: Concept, english: Term | None, context: frozenset[str] = frozenset()
) -> Term | None:
    """Return the Russian term that answers an English one: of its register and as official as it.

    "United States" is answered by «Соединенные Штаты», "United States of America" by the full name. A term
    that depends on what is in the context (`context_of`) comes first: the Executive Director of one body is
    «Директор-исполнитель», of another «Исполнительный директор».
    """
    if fitting := _fitting(concept, context):
        return fitting
    if english is not None and english.status in _OFFICIAL:
        for term in concept.terms:
            if (term.language, term.register, term.status) == (RUSSIAN, english.register, english.status):
                return term
        if answer := concept.preferred(RUSSIAN, english.register):
            return answer
    return concept.preferred(RUSSIAN, *_REGISTERS)


def context_of(pair: Pair | None, bitext: Bitext) -> frozenset[str]:
    """Return the concepts named in a pair, and the series of the document ("series:UNEP")."""
    mentions = (*bitext.english_mentions(pair.source), *bitext.russian_mentions(pair.target)) if pair else ()
    symbol = bitext.russian.document.symbol
    parts = symbol.split("/")
    series = ("/".join(parts[:length]) for length in range(1, len(parts)))
    return frozenset(mention.concept.id for mention in mentions).union(
        f"series:{prefix}" for prefix in series
    )


def _fitting(concept: Concept, context: frozenset[str]) -> Term | None:
    official = (term for term in concept.terms if term.language == RUSSIAN and term.status in _OFFICIAL)
    return next((term for term in official if not context.isdisjoint(term.depends)), None)


def registers(term: Term, concept: Concept) -> frozenset[Register]:
    """Return all registers in which this text is official today: «Грузия» is a short and a formal name."""
    return frozenset(
        other.register
        for other in concept.terms
        if (other.text, other.language) == (term.text, term.language) and other.status in _OFFICIAL
    )
