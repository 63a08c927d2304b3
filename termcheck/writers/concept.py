"""A concept of the glossary as text and as JSON."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from termcheck.glossary.forms import declension
from termcheck.model import ENGLISH, RUSSIAN, Concept, Term

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


def concept_as_json(concept: Concept) -> str:
    """Return a concept with its terms; each Russian term has its forms by case, in its own number."""
    return (
        json.dumps(
            {
                "id": concept.id,
                "domain": concept.domain,
                "kind": concept.kind,
                "codes": list(concept.codes),
                "note": concept.note,
                "terms": [_term(term, concept) for term in concept.terms],
            },
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


def concept_as_line(concept: Concept) -> str:
    """Return a concept in one line: its id and its first name in each language."""
    names = (
        next((term.text for term in concept.terms if term.language == language), "—")
        for language in (ENGLISH, RUSSIAN)
    )
    return "  ".join((f"{concept.id:32}", *names)) + "\n"


def domains_as_text(concepts: Iterable[Concept]) -> str:
    """Return how many concepts and terms each domain has."""
    domains: dict[str, list[int]] = {}
    for concept in concepts:
        counts = domains.setdefault(concept.domain, [0, 0])
        counts[0] += 1
        counts[1] += len(concept.terms)
    lines = (
        f"{domain}: {concepts} concepts, {terms} terms\n"
        for domain, (concepts, terms) in sorted(domains.items())
    )
    return "".join(lines) + "\n"


def concept_as_text(concept: Concept) -> str:
    """Return a concept as a few lines to read."""
    return "".join(f"{line}\n" for line in _lines(concept))


def _lines(concept: Concept) -> Iterator[str]:
    codes = f" ({', '.join(concept.codes)})" if concept.codes else ""
    yield f"{concept.id}{codes}: {concept.domain}, {concept.kind}"
    for term in concept.terms:
        dates = "".join(
            f", {word} {day}" for word, day in (("since", term.since), ("until", term.until)) if day
        )
        yield f"  {term.language} {term.register.value:12} {term.text}  [{term.status.value}{dates}]"
        if term.language == RUSSIAN:
            forms = forms_by_case(term, concept)
            yield f"  {'':15} {'; '.join(f'{case} {forms[case]}' for case in _CASES[1:] if case in forms)}"
    authorities = dict.fromkeys(term.authority for term in concept.terms if term.authority)
    if authorities:
        yield f"  authority: {'; '.join(authorities)}"
    if concept.note:
        yield f"  note: {concept.note}"


def forms_by_case(term: Term, concept: Concept) -> dict[str, str]:
    """Return a Russian term in each case, in the number that it is entered in."""
    forms: dict[str, str] = {}
    own = {
        reading.number
        for reading, text in declension(term, concept)
        if reading.case == "nomn" and text == term.text
    }
    for reading, text in declension(term, concept):
        if reading.number in own or not own:
            forms.setdefault(reading.case, text)
    return forms


def _term(term: Term, concept: Concept) -> dict[str, Any]:
    data: dict[str, Any] = {
        "text": term.text,
        "language": term.language,
        "register": term.register.value,
        "status": term.status.value,
        "since": term.since.isoformat() if term.since else None,
        "until": term.until.isoformat() if term.until else None,
        "authority": term.authority,
    }
    if term.language == RUSSIAN:
        data["forms"] = forms_by_case(term, concept)
    return data
