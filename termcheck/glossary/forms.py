"""Every way in which a term may stand in a text, told before the text is read."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from termcheck.language import inflection
from termcheck.language.english import plural_of
from termcheck.language.scripts import fold
from termcheck.language.tokenizer import split
from termcheck.model import ENGLISH, RUSSIAN, Concept, Reading, Register, Term

HEADING = "heading"  # the domain of what is a name only as a whole segment, and never bent
GAP = "…"  # in a heading, what differs from document to document
_SINGLE = frozenset({"body", "instrument", "agenda"})


@dataclass(frozen=True, slots=True)
class TermForm:
    """One form of a term. `words` are the keys of its tokens, `text` how the glossary writes it.

    `words` may differ from `text`: «Ирана (Исламская Республика)» is found as a form of the list name,
    whose right form is «Ирана (Исламской Республики)».
    """

    words: tuple[str, ...]
    text: str
    readings: tuple[Reading, ...]


def term_forms(term: Term, concept: Concept) -> Iterator[TermForm]:
    """Yield the distinct forms of a term, each with all its readings."""
    if term.language != RUSSIAN or concept.domain == HEADING:
        yield TermForm(keys(term.text, term.language), term.text, ())
        if term.language == ENGLISH and (concept.domain == "term" or term.register is Register.NATIONAL):
            plural = plural_of(term.text)
            yield TermForm(keys(plural, ENGLISH), plural, ())
        return
    readings: dict[tuple[tuple[str, ...], str], list[Reading]] = defaultdict(list)
    for reading, text in declension(term, concept):
        readings[keys(text, RUSSIAN), text].append(reading)
    known = {words for words, _ in readings}
    for (words, text), found in readings.items():
        yield TermForm(words, text, tuple(found))
    if term.register is Register.LIST:
        yield from (form for form in _torn_list_forms(term) if form.words not in known)


def declension(term: Term, concept: Concept) -> Iterator[tuple[Reading, str]]:
    """Yield each case and number of a Russian term with its text; an adjective in all genders."""
    if term.register is Register.ADJECTIVE:
        for (case, number, _gender), text in inflection.adjective_forms(term.text).items():
            yield Reading(case, number), text
        return
    for (case, number), text in paradigm(term, concept).items():
        yield Reading(case, number), text


def paradigm(term: Term, concept: Concept) -> Mapping[tuple[str, str], str]:
    """Return the text of a Russian term by (case, number)."""
    given = term.inflection
    forms = inflection.decline(
        term.text, bend=given.bend, number=given.number, gender=given.gender, forms=given.forms
    )
    if concept.kind not in _SINGLE and (concept.domain != "country" or term.register is Register.NATIONAL):
        return forms
    # There is one of it: «Гвинея» is never «Гвинеи» in the nominative plural.
    own = {number for (case, number), text in forms.items() if case == "nomn" and text == term.text}
    return {key: text for key, text in forms.items() if key[1] in own}


def keys(text: str, language: str) -> tuple[str, ...]:
    """Return the comparison keys of a text's tokens, blanks left out."""
    return tuple(map(_fold, split(text, language)))


_fold = lru_cache(maxsize=1 << 16)(fold)


def _torn_list_forms(term: Term) -> Iterator[TermForm]:
    """Yield forms of a name with a qualifier in which the two stand in different cases."""
    name, bracket, qualifier = term.text.partition(" (")
    if not bracket:
        return
    names = inflection.decline(name)
    qualifiers = set(inflection.decline(qualifier.rstrip(")")).values())
    readings: dict[str, list[Reading]] = defaultdict(list)
    for (case, number), text in names.items():
        readings[text].append(Reading(case, number))
    right = inflection.decline(term.text)
    for text, found in readings.items():
        for other in qualifiers:
            reading = found[0]
            whole = right.get((reading.case, reading.number))
            if whole:
                yield TermForm(keys(f"{text} ({other})", RUSSIAN), whole, tuple(found))
