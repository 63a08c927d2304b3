"""The country glossary agrees with itself."""

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

FILE = Path(__file__).parents[2] / "glossaries" / "countries.toml"
CONCEPTS: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["concept"]
STATES = [concept for concept in CONCEPTS if concept["kind"] == "state"]
REGISTERS = ("short", "formal", "list", "adjective", "national", "capital", "abbreviation")


class Entry(NamedTuple):
    concept: str
    register: str
    language: str
    text: str
    status: str
    since: date | None
    until: date | None


def entries(concept: dict[str, Any]) -> Iterator[Entry]:
    for register in REGISTERS:
        for language, terms in concept.get(register, {}).items():
            for index, term in enumerate(terms if isinstance(terms, list) else [terms]):
                given: dict[str, Any] = {"text": term} if isinstance(term, str) else term
                yield Entry(
                    concept["id"],
                    register,
                    language,
                    given["text"],
                    given.get("status", "preferred" if index == 0 else "admitted"),
                    given.get("since"),
                    given.get("until"),
                )


ENTRIES = [entry for concept in CONCEPTS for entry in entries(concept)]


def test_all_member_states_are_there() -> None:
    assert len(STATES) == 193


@pytest.mark.parametrize("state", STATES, ids=lambda state: state["id"])
def test_a_state_is_complete(state: dict[str, Any]) -> None:
    found = {(entry.register, entry.language, entry.status) for entry in entries(state)}
    alpha_2, alpha_3, m49 = state["codes"]
    assert (len(alpha_2), alpha_3) == (2, state["id"])
    assert re.fullmatch(r"\d{3}", m49)
    for language in ("en", "ru"):
        assert {("short", language, "preferred"), ("list", language, "preferred")} & found
        assert ("formal", language, "preferred") in found
        for register in ("adjective", "national", "capital"):
            assert any((register, language) == pair[:2] for pair in found), (register, language)


def test_ids_and_codes_are_unique() -> None:
    ids = [concept["id"] for concept in CONCEPTS]
    codes = [code for concept in CONCEPTS if concept["kind"] != "former" for code in concept.get("codes", ())]
    assert len(set(ids)) == len(ids)
    assert len(set(codes)) == len(codes)


def test_no_two_concepts_prefer_one_name() -> None:
    owners = defaultdict(set)
    for entry in ENTRIES:
        if entry.status == "preferred":
            owners[entry.language, entry.text].add(entry.concept)
    assert not {name: concepts for name, concepts in owners.items() if len(concepts) > 1}


def test_a_term_stands_once_in_a_register() -> None:
    places = [(entry.concept, entry.register, entry.language, entry.text) for entry in ENTRIES]
    assert len(set(places)) == len(places)


def test_a_register_has_at_most_one_preferred_term() -> None:
    places = [entry[:3] for entry in ENTRIES if entry.status == "preferred"]
    assert len(set(places)) == len(places)


def test_languages_keep_their_alphabets() -> None:
    foreign = {"ru": r"[A-Za-z]", "en": r"[А-Яа-яЁё]"}
    assert not [entry for entry in ENTRIES if re.search(foreign[entry.language], entry.text)]


def test_typography() -> None:
    # "Côte d’Ivoire", «Папуа — Новая Гвинея»; no ё, no straight apostrophe, no blank too many.
    wrong = re.compile(r"['ёЁ–‑\u00a0]|\s{2}|^\s|\s$|(?<!\s)—|—(?!\s)")
    assert not [entry for entry in ENTRIES if wrong.search(entry.text)]


def test_what_is_superseded_ended_once() -> None:
    assert not [entry for entry in ENTRIES if entry.status == "superseded" and entry.until is None]
    assert not [entry for entry in ENTRIES if entry.since and entry.until and entry.since > entry.until]


def test_names_of_former_states_are_no_mistakes() -> None:
    former = {concept["id"] for concept in CONCEPTS if concept["kind"] == "former"}
    assert former
    assert not [
        entry
        for entry in ENTRIES
        if entry.concept in former and entry.status not in ("preferred", "admitted")
    ]


def test_order_is_alphabetical() -> None:
    def name(concept: dict[str, Any]) -> str:
        found = [entry for entry in entries(concept) if entry.language == "en"]
        lists = [entry.text for entry in found if entry.register == "list" and entry.status == "preferred"]
        first = lists[0] if lists and concept["kind"] == "state" else found[0].text
        return unicodedata.normalize("NFD", first).encode("ascii", "ignore").decode().casefold()

    names = [name(concept) for concept in CONCEPTS]
    assert names == sorted(names)
