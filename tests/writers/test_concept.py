"""A concept as text and as JSON."""

import json
from datetime import date

import pytest

from termcheck.model import Concept, Inflection, Register, Status, Term
from termcheck.writers.concept import concept_as_json, concept_as_text, forms_by_case

RUSSIAN = Term("Рабочая группа", "ru", Register.FULL, authority="A/RES/1")
FORMER = Term("Working Party", "en", Register.FULL, Status.SUPERSEDED, until=date(1999, 12, 31))
PLURAL = Term("специальные докладчики", "ru", Register.FULL)
CONCEPT = Concept("group", "title", "body", (RUSSIAN, FORMER), codes=("WG",), note="A note.")


def test_json() -> None:
    data = json.loads(concept_as_json(CONCEPT))
    assert {key: data[key] for key in ("id", "domain", "kind", "codes", "note")} == {
        "id": "group", "domain": "title", "kind": "body", "codes": ["WG"], "note": "A note.",
    }  # fmt: skip
    russian, former = data["terms"]
    assert list(russian["forms"].items()) == [
        ("nomn", "Рабочая группа"), ("gent", "Рабочей группы"), ("datv", "Рабочей группе"),
        ("accs", "Рабочую группу"), ("ablt", "Рабочей группой"), ("loct", "Рабочей группе"),
    ]  # fmt: skip
    assert (former["status"], former["since"], former["until"]) == ("superseded", None, "1999-12-31")
    assert "forms" not in former


def test_text() -> None:
    assert concept_as_text(CONCEPT).splitlines() == [
        "group (WG): title, body",
        "  ru full         Рабочая группа  [preferred]",
        "                  gent Рабочей группы; datv Рабочей группе; accs Рабочую группу; "
        "ablt Рабочей группой; loct Рабочей группе",
        "  en full         Working Party  [superseded, until 1999-12-31]",
        "  authority: A/RES/1",
        "  note: A note.",
    ]


@pytest.mark.parametrize(
    ("term", "genitive"),
    [
        (RUSSIAN, "Рабочей группы"),
        (PLURAL, "специальных докладчиков"),  # in the number in which it is entered
        (Term("ЭКОСОС", "ru", Register.ABBREVIATION, inflection=Inflection(bend="")), "ЭКОСОС"),
        (Term("рабочий", "ru", Register.ADJECTIVE), "рабочего"),
    ],
)
def test_every_term_has_six_cases(term: Term, genitive: str) -> None:
    forms = forms_by_case(term, CONCEPT)
    assert list(forms) == ["nomn", "gent", "datv", "accs", "ablt", "loct"]
    assert forms["gent"] == genitive
