"""The headings and front-matter formulas agree with themselves."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from termcheck.glossary.toml import read
from termcheck.model import ENGLISH, RUSSIAN, Status

FILE = Path(__file__).parents[2] / "glossaries" / "headings.toml"
GLOSSARY: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))
CONCEPTS: list[dict[str, Any]] = GLOSSARY["concept"]
GAP = "…"
# Words of the front matter that stay English in every language version.
KEPT = set(
    "Distr General Limited Restricted Original Arabic Chinese English French Russian Spanish only".split()
)
ABBREVIATED = {"Стр.", "Рис. …"}


class Entry(NamedTuple):
    concept: str
    kind: str
    language: str
    text: str
    first: bool
    table: dict[str, Any]


def entries() -> Iterator[Entry]:
    for concept in CONCEPTS:
        for language, terms in concept["full"].items():
            for index, term in enumerate(terms if isinstance(terms, list) else [terms]):
                table = {"text": term} if isinstance(term, str) else term
                yield Entry(concept["id"], concept["kind"], language, table["text"], index == 0, table)


ENTRIES = list(entries())


def texts(language: str) -> list[str]:
    return [entry.text for entry in ENTRIES if entry.language == language]


def test_there_are_many_headings() -> None:
    assert len(CONCEPTS) >= 120


def test_the_file_says_what_it_is() -> None:
    header = GLOSSARY["glossary"]
    assert header["domain"] == "heading"
    assert header["title"] and header["authority"]


def test_the_glossary_reader_understands_it() -> None:
    concepts = read(FILE).concepts
    assert len(concepts) == len(CONCEPTS)
    for concept in concepts:
        for language in (ENGLISH, RUSSIAN):
            preferred = [t for t in concept.terms if t.language == language and t.status is Status.PREFERRED]
            assert len(preferred) == 1, concept.id


def test_a_concept_has_its_keys_and_no_others() -> None:
    needed = {"id", "kind", "full"}
    assert [concept for concept in CONCEPTS if not needed <= set(concept) <= needed | {"authority"}] == []
    assert {concept["kind"] for concept in CONCEPTS} == {"heading", "formula"}
    assert [concept["id"] for concept in CONCEPTS if set(concept["full"]) != {"en", "ru"}] == []


def test_ids_are_unique_slugs() -> None:
    ids = [concept["id"] for concept in CONCEPTS]
    assert len(set(ids)) == len(ids)
    assert [identity for identity in ids if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", identity)] == []


def test_an_english_heading_means_one_concept() -> None:
    standing = Counter(text.casefold() for text in texts("en"))
    assert [text for text, count in standing.items() if count > 1] == []


def test_a_rendering_is_preferred_for_one_concept() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in ENTRIES:
        if entry.language == "ru" and entry.first:
            owners[entry.text.casefold()].add(entry.concept)
    assert {text: ids for text, ids in owners.items() if len(ids) > 1} == {}


def test_no_rendering_stands_twice_in_a_concept() -> None:
    standing = Counter((entry.concept, entry.language, entry.text) for entry in ENTRIES)
    assert [key for key, count in standing.items() if count > 1] == []


def test_gaps_answer_each_other() -> None:
    """«Пункты … и … повестки дня» has as many gaps as "Agenda items … and …"."""
    gaps: dict[str, set[int]] = defaultdict(set)
    for entry in ENTRIES:
        gaps[entry.concept].add(entry.text.count(GAP))
    assert {concept: counts for concept, counts in gaps.items() if len(counts) > 1} == {}


def test_a_gap_stands_between_blanks() -> None:
    assert [entry.text for entry in ENTRIES if re.search(rf"\S{GAP}|{GAP}\S", entry.text)] == []
    assert [entry.text for entry in ENTRIES if not entry.text.replace(GAP, "").strip()] == []


def test_russian_is_written_in_russian() -> None:
    assert [text for text in texts("ru") if "ё" in text.casefold()] == []
    latin = {text: set(re.findall("[A-Za-z]+", text)) for text in texts("ru")}
    assert {text: words - KEPT for text, words in latin.items() if words - KEPT} == {}
    assert [text for text in texts("ru") if re.search("[A-Za-z]", text) and re.search("[А-Яа-я]", text)] == []


def test_what_is_kept_in_english_is_kept_as_it_is() -> None:
    """«Original: English» answers "Original: English" and no other word."""
    english = {(entry.concept, entry.text) for entry in ENTRIES if entry.language == "en"}
    kept = [entry for entry in ENTRIES if entry.language == "ru" and re.search("[A-Za-z]", entry.text)]
    assert kept
    assert [entry.text for entry in kept if (entry.concept, entry.text) not in english] == []


def test_english_is_written_in_english() -> None:
    assert [text for text in texts("en") if re.search("[А-Яа-яЁё]", text)] == []


def test_typography() -> None:
    assert [entry.text for entry in ENTRIES if entry.text != " ".join(entry.text.split())] == []
    assert [entry.text for entry in ENTRIES if set(entry.text) & set("'\"`\u00a0\u00ad–")] == []
    assert [entry.text for entry in ENTRIES if not entry.text[0].isupper()] == []
    ended = {entry.text for entry in ENTRIES if re.search(r"[.:;,*]$", entry.text)} - ABBREVIATED
    assert ended == set()


def test_only_the_preferred_rendering_is_said_to_be_unattested() -> None:
    unattested = [entry for entry in ENTRIES if "attested" in entry.table]
    assert unattested
    assert [entry.text for entry in unattested if entry.table["attested"]] == []
    assert [entry.text for entry in unattested if not (entry.first and entry.language == "ru")] == []


RENDERINGS = {
    "Introduction": {"Введение"},
    "Other business": {"Прочие вопросы", "Другие вопросы", "Разное"},
    "Attendance": {"Участники", "Состав участников", "Участие", "Присутствующие"},
    "Adoption of the agenda": {"Утверждение повестки дня", "Принятие повестки дня"},
    "Adoption of the report": {"Утверждение доклада", "Принятие доклада"},
    "Opening of the session": {"Открытие сессии"},
    "Opening of the meeting": {"Открытие совещания", "Открытие заседания"},
    "Election of officers": {"Выборы должностных лиц", "Избрание должностных лиц"},
    "Note by the Secretariat": {"Записка Секретариата", "Записка секретариата"},
    "Note by the Executive Director": {"Записка Директора-исполнителя", "Записка Исполнительного директора"},
    "Item … of the provisional agenda": {"Пункт … предварительной повестки дня"},
    "Agenda item …": {"Пункт … повестки дня"},
    "Annex": {"Приложение"},
    "Addendum": {"Добавление"},
    "Corrigendum": {"Исправление"},
    "Distr.: Limited": {"Distr.: Limited"},
    "Draft resolution": {"Проект резолюции"},
}


@pytest.mark.parametrize(("english", "russian"), RENDERINGS.items())
def test_rendering(english: str, russian: set[str]) -> None:
    concept = next(entry.concept for entry in ENTRIES if entry.language == "en" and entry.text == english)
    assert {entry.text for entry in ENTRIES if (entry.concept, entry.language) == (concept, "ru")} == russian
