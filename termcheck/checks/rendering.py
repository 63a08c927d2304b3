"""How a term should stand in the place of what stands there now."""

from termcheck.alignment.bitext import Bitext
from termcheck.glossary.forms import declension
from termcheck.language.inflection import match_case
from termcheck.model import RUSSIAN, Concept, Mention, Register, Status, Term
from termcheck.recognition.context import likely_readings

# A State without an official short name: running text takes the formal one, only lists the inverted one.
_REGISTERS = (Register.SHORT, Register.FULL, Register.FORMAL, Register.LIST, Register.ABBREVIATION)


def in_place_of(mention: Mention, term: Term, concept: Concept, bitext: Bitext) -> tuple[str, ...]:
    """Return the forms of a term in the case and number of a mention, the likeliest first.

    Where the mention's form has several readings its place decides, and the others follow.
    """
    neighbours = bitext.russian.mentions[mention.passage.segment.position]
    by_reading = {(reading.case, reading.number): text for reading, text in declension(term, concept)}
    by_case = {case: text for (case, _), text in reversed(by_reading.items())}
    found = []
    for reading in likely_readings(mention, neighbours):
        text = by_reading.get((reading.case, reading.number)) or by_case.get(reading.case)
        if text:
            found.append(match_case(text, mention.passage.text))
    return tuple(dict.fromkeys(found or [term.text]))


def russian_answer(concept: Concept, english: Term | None) -> Term | None:
    """Return the Russian term that answers an English one: of its register and as official as it.

    "United States" is answered by «Соединенные Штаты», "United States of America" by the full name.
    """
    if english is not None and english.status in (Status.PREFERRED, Status.ADMITTED):
        for term in concept.terms:
            if (term.language, term.register, term.status) == (RUSSIAN, english.register, english.status):
                return term
        if answer := concept.preferred(RUSSIAN, english.register):
            return answer
    return concept.preferred(RUSSIAN, *_REGISTERS)


def registers(term: Term, concept: Concept) -> frozenset[Register]:
    """Return all registers in which this text is official today: «Грузия» is a short and a formal name."""
    return frozenset(
        other.register
        for other in concept.terms
        if (other.text, other.language) == (term.text, term.language)
        and other.status in (Status.PREFERRED, Status.ADMITTED)
    )
