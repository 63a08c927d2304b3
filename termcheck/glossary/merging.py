"""Several glossaries made one: later ones override earlier ones, concept by concept."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from termcheck.language.scripts import fold
from termcheck.model import ENGLISH, Change, Concept, Glossary, Register, Status, Term


def merged(glossaries: Iterable[Glossary]) -> dict[str, Concept]:
    """Return the concepts of all glossaries by id.

    An entry replaces the one of its id, extends it or switches it off, as its `change` says. One without an
    id (a row of a table) extends the concept that it has an English name in common with.
    """
    concepts: dict[str, Concept] = {}
    by_name: dict[str, str] = {}
    for glossary in glossaries:
        for concept in glossary.concepts:
            known = _known(concept, concepts, by_name)
            if concept.change is Change.OFF:
                concepts.pop(known or concept.id, None)
                continue
            identity = known or concept.id or _free_id(concept, concepts)
            extends = known is not None and (concept.change is Change.EXTEND or not concept.id)
            whole = extended(concepts[identity], concept) if extends else replace(concept, id=identity)
            concepts[identity] = whole
            by_name.update((fold(term.text), identity) for term in whole.terms if term.language == ENGLISH)
    return concepts


def identified(glossary: Glossary) -> Glossary:
    """Return a glossary in which every concept has an id; rows of one English name become one concept."""
    if all(concept.id for concept in glossary.concepts):
        return glossary
    return replace(glossary, concepts=tuple(merged([glossary]).values()))


def extended(concept: Concept, addition: Concept) -> Concept:
    """Return a concept with the terms of another added.

    A term that it has already takes the new standing in whatever register it has, so that «forbidden» is
    forbidden; a new preferred term makes the old one of its register admitted.
    """
    added = {_key(term): term for term in addition.terms}
    chosen = {(term.language, term.register) for term in addition.terms if term.status is Status.PREFERRED}
    return replace(
        concept,
        terms=(
            *(_restated(term, added.get(_key(term)), chosen) for term in concept.terms),
            *(term for key, term in added.items() if key not in set(map(_key, concept.terms))),
        ),
        codes=tuple(dict.fromkeys((*concept.codes, *addition.codes))),
        note=addition.note or concept.note,
        kind=addition.kind or concept.kind,
    )


def _restated(term: Term, anew: Term | None, chosen: Container[tuple[str, Register]]) -> Term:
    if anew is not None:
        return replace(anew, register=term.register, inflection=term.inflection)
    if term.status is Status.PREFERRED and (term.language, term.register) in chosen:
        return replace(term, status=Status.ADMITTED)
    return term


def _known(concept: Concept, concepts: Mapping[str, Concept], by_name: Mapping[str, str]) -> str | None:
    if concept.id:
        return concept.id if concept.id in concepts else None
    names = (by_name.get(fold(term.text)) for term in concept.terms if term.language == ENGLISH)
    return next((identity for identity in names if identity in concepts), None)


def _free_id(concept: Concept, concepts: Mapping[str, Concept]) -> str:
    """Make an id of the first name: "Steering Committee" → steering-committee."""
    text = next((term.text for term in concept.terms if term.language == ENGLISH), concept.terms[0].text)
    slug = "-".join("".join(letter if letter.isalnum() else " " for letter in text.lower()).split())
    number, identity = 1, slug
    while identity in concepts:
        number += 1
        identity = f"{slug}-{number}"
    return identity


def _key(term: Term) -> tuple[str, str]:
    return (fold(term.text), term.language)
