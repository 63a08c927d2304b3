"""Every Russian term of the bundled glossaries, in every form."""

import re

import pytest

from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.glossary.files import read
from termcheck.glossary.forms import HEADING, declension, paradigm
from termcheck.language.morphology import CASES
from termcheck.language.pipelines import tokenize
from termcheck.model import RUSSIAN, Concept, Kind, Place, Register, Segment, Term
from termcheck.recognition.terms import find_terms

WORD = re.compile(r"\w+")
FILES = [path for path in bundled() if path.name not in ("headings.toml", "series.toml")]


def terms(concept: Concept) -> list[Term]:
    return [term for term in concept.terms if term.language == RUSSIAN and concept.domain != HEADING]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_term_has_all_its_cases(path: object) -> None:
    for concept in read(path).concepts:  # type: ignore[arg-type]
        for term in terms(concept):
            if term.register is Register.ADJECTIVE:
                assert {reading.case for reading, _ in declension(term, concept)} == set(CASES), term.text
                continue
            forms = paradigm(term, concept)
            numbers = {number for _, number in forms}
            assert set(forms) == {(case, number) for case in CASES for number in numbers}, term.text
            assert term.text in {forms["nomn", number] for number in numbers}, term.text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_form_has_the_words_and_marks_of_the_term(path: object) -> None:
    for concept in read(path).concepts:  # type: ignore[arg-type]
        for term in terms(concept):
            if term.register is Register.ADJECTIVE:
                continue
            for form in set(paradigm(term, concept).values()):
                assert WORD.sub("", form) == WORD.sub("", term.text), (term.text, form)
                capitals = [word[0].isupper() for word in WORD.findall(term.text)]
                assert [word[0].isupper() for word in WORD.findall(form)] == capitals, (term.text, form)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_form_is_found_and_is_the_concept(path: object, glossary: CompiledGlossary) -> None:
    lost = []
    for concept in read(path).concepts:  # type: ignore[arg-type]
        for term in terms(concept):
            for form in {text for _, text in declension(term, concept)}:
                text = f"это {form}"  # not the first word: «Того» is no country there
                segment = Segment(0, Place(""), Kind.PARAGRAPH, text)
                mentions, inner = find_terms(tokenize(text, RUSSIAN), segment, RUSSIAN, glossary)
                if concept.id not in {mention.concept.id for mention in mentions} | inner:
                    lost.append(form)
    assert lost == []
