"""What is doubtful in a glossary that can be read."""

import re
from collections import defaultdict
from collections.abc import Iterator

from termcheck.glossary.compiled import CompiledGlossary
from termcheck.glossary.forms import HEADING, paradigm
from termcheck.language.morphology import readings
from termcheck.language.scripts import CYRILLIC, LATIN, fold, mixed_script_words, script
from termcheck.model import ENGLISH, RUSSIAN, Change, Concept, Glossary, Register, Status, Term

_BENDING = frozenset({Register.SHORT, Register.FORMAL, Register.FULL})
_SERIES = "series:"
_RUSSIAN_WORD = re.compile(r"[а-яё]{3,}")


def doubts(glossary: Glossary, known: CompiledGlossary) -> Iterator[str]:
    """Yield what a careful terminologist would look at again, each with its concept.

    `known` are the bundled glossaries, to which ids of bodies may refer.
    """
    ids = {concept.id for concept in glossary.concepts}
    for concept in glossary.concepts:
        if concept.domain == HEADING:
            continue  # left in English or bent by no one
        for doubt in _of_concept(concept, ids, known):
            yield f'concept "{concept.id or concept.terms[0].text}": {doubt}'
    yield from _shared_names(glossary)
    for series in glossary.series:
        if series.body and series.body not in ids and known.concept(series.body) is None:
            yield f'series "{series.prefix}": no concept has the id "{series.body}"'


def _of_concept(concept: Concept, ids: set[str], known: CompiledGlossary) -> Iterator[str]:
    languages = {term.language for term in concept.terms}
    if concept.change is Change.REPLACE and languages != {ENGLISH, RUSSIAN}:
        lacking = "English" if RUSSIAN in languages else "Russian"
        yield f"has no {lacking} term, so nothing can be compared"
    if concept.change is not Change.REPLACE and concept.id and known.concept(concept.id) is None:
        yield f'changes a concept that does not exist; its change is "{concept.change.value}"'
    for term in concept.terms:
        yield from _of_term(term, concept)
        for body in term.depends:
            if not body.startswith(_SERIES) and body not in ids and known.concept(body) is None:
                yield f'"{term.text}" depends on "{body}", which no concept has as its id'


def _of_term(term: Term, concept: Concept) -> Iterator[str]:
    if any(True for _ in mixed_script_words(term.text)):
        yield f'"{term.text}" has a word with letters of two alphabets'
    wrong = CYRILLIC if term.language == ENGLISH else LATIN
    if script(term.text) == wrong and term.register is not Register.ABBREVIATION:
        yield f'"{term.text}" is said to be {"English" if wrong == CYRILLIC else "Russian"} and is not'
    if term.status is Status.SUPERSEDED and term.until is None:
        yield f'"{term.text}" is superseded, but not since when; give it until = a date'
    forms = paradigm(term, concept) if term.language == RUSSIAN else {}
    if term.language == RUSSIAN and term.register in _BENDING and not forms:
        yield f'"{term.text}" cannot be inflected as told; say which words bend, or give its forms'
    elif _should_bend(term) and len(set(forms.values())) == 1:
        yield f'"{term.text}" does not inflect; say bend = "" if that is right, or which words bend'


def _should_bend(term: Term) -> bool:
    """Tell whether one expects a Russian term to inflect: «Чили» and «Бюро по правовым вопросам» do not."""
    return (
        term.language == RUSSIAN
        and term.register in _BENDING
        and term.inflection.bend is None
        and _RUSSIAN_WORD.search(term.text) is not None
        and not any(
            reading.fixed or reading.abbreviation for word in term.text.split() for reading in readings(word)
        )
    )


def _shared_names(glossary: Glossary) -> Iterator[str]:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for concept in glossary.concepts:
        for term in concept.terms:
            if term.status is Status.PREFERRED and term.register in _BENDING:
                owners[term.language, fold(term.text)].add(concept.id)
    for (_, text), concepts in owners.items():
        if len(concepts) > 1:
            yield f'"{text}" is the preferred name of several concepts: {", ".join(sorted(concepts))}'
