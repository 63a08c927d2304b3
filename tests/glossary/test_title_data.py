"""The title glossaries agree with themselves and with the country glossary beside them."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from termcheck.language.inflection import decline

FOLDER = Path(__file__).parents[2] / "glossaries"
BODIES = (
    "bodies.toml",
    "conferences.toml",
    "entities.toml",
    "operations.toml",
    "organizations.toml",
    "regional.toml",
)
INSTRUMENTS = ("instruments.toml", "security-instruments.toml", "development-instruments.toml")
TITLES = (*BODIES, "offices.toml", "mandates.toml", *INSTRUMENTS)
REGISTERS = ("full", "short", "abbreviation")
KINDS = {"body", "office", "instrument", "role", "agenda"}
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
LATIN_IN_RUSSIAN = {"I", "II", "III", "XI", "XXI"}
INDECLINABLE = ("Бюро ", "ООН-женщины")
RIGHT = ("preferred", "admitted")


class Entry(NamedTuple):
    concept: str
    kind: str
    register: str
    language: str
    text: str
    status: str
    table: dict[str, Any]


def glossary(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def entries(concept: dict[str, Any]) -> Iterator[Entry]:
    for register in REGISTERS:
        for language, terms in concept.get(register, {}).items():
            for index, term in enumerate(terms if isinstance(terms, list) else [terms]):
                table = {"text": term} if isinstance(term, str) else term
                status = table.get("status", "admitted" if index else "preferred")
                yield Entry(concept["id"], concept["kind"], register, language, table["text"], status, table)


CONCEPTS = [concept for name in TITLES for concept in glossary(name).get("concept", [])]
ENTRIES = [entry for concept in CONCEPTS for entry in entries(concept)]
RUSSIAN = [entry for entry in ENTRIES if entry.language == "ru"]


def forms(entry: Entry) -> dict[tuple[str, str], str]:
    wishes = {key: entry.table[key] for key in ("bend", "number", "gender", "forms") if key in entry.table}
    return decline(entry.text, **wishes)


def folded(text: str) -> str:
    """Words alone, as a search for a name sees them."""
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def test_there_are_many_titles() -> None:
    assert len(CONCEPTS) >= 60


def test_ids_are_unique_over_all_glossaries() -> None:
    names = [path.name for path in FOLDER.glob("*.toml")]
    ids = Counter(concept["id"] for name in names for concept in glossary(name).get("concept", []))
    assert [identity for identity, count in ids.items() if count > 1] == []


@pytest.mark.parametrize("name", TITLES)
def test_each_file_says_what_it_is(name: str) -> None:
    header = glossary(name)["glossary"]
    assert header["domain"] == "title"
    assert header["title"] and header["authority"]


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda concept: concept["id"])
def test_every_concept_is_complete(concept: dict[str, Any]) -> None:
    assert concept["kind"] in KINDS
    assert concept.get("authority", "UNTERM").strip()
    for language in ("en", "ru"):
        assert [
            entry
            for entry in entries(concept)
            if entry.language == language and entry.register == "full" and entry.status == "preferred"
        ]


def test_no_term_stands_twice_in_a_concept() -> None:
    standing = Counter((entry.concept, entry.language, entry.text) for entry in ENTRIES)
    assert [key for key, count in standing.items() if count > 1] == []


def test_no_term_is_preferred_for_two_concepts() -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in ENTRIES:
        if entry.status == "preferred":
            owners[entry.language, entry.text].add(entry.concept)
    assert {term: ids for term, ids in owners.items() if len(ids) > 1} == {}


def test_no_wrong_rendering_is_right_elsewhere() -> None:
    """«Комитет по правам человека» may not be called wrong for one body while it names another."""
    right = {folded(entry.text) for entry in RUSSIAN if entry.status in RIGHT}
    wrong = {folded(entry.text) for entry in RUSSIAN if entry.status == "deprecated"}
    assert right & wrong == set()


def test_a_superseded_term_has_an_end() -> None:
    superseded = [entry for entry in ENTRIES if entry.status == "superseded"]
    assert [entry.text for entry in superseded if "until" not in entry.table] == []


def test_russian_terms_are_written_in_russian() -> None:
    assert [entry.text for entry in RUSSIAN if "ё" in entry.text.lower()] == []
    latin = {entry.text: set(re.findall("[A-Za-z]+", entry.text)) for entry in RUSSIAN}
    assert [text for text, words in latin.items() if not words <= LATIN_IN_RUSSIAN] == []


def test_english_terms_are_written_in_english() -> None:
    english = [entry.text for entry in ENTRIES if entry.language == "en"]
    assert [text for text in english if re.search("[А-Яа-яЁё]", text)] == []
    assert [text for text in english if text.lower().startswith("the ")] == []


def test_typography() -> None:
    assert [entry.text for entry in ENTRIES if entry.text != " ".join(entry.text.split())] == []
    assert [entry.text for entry in ENTRIES if set(entry.text) & set("'\"`\u00a0\u00ad")] == []


BENDING = [
    entry
    for entry in RUSSIAN
    if entry.kind != "role" and entry.register != "abbreviation" and entry.status in RIGHT
]


@pytest.mark.parametrize("entry", BENDING, ids=lambda entry: entry.text[:60])
def test_a_title_bends(entry: Entry) -> None:
    declined = forms(entry)
    numbers = {number for _, number in declined}
    assert numbers
    for number in numbers:
        assert {case for case, its in declined if its == number} == set(CASES)
    own = "sing" if declined.get(("nomn", "sing")) == entry.text else "plur"
    assert declined["nomn", own] == entry.text
    assert declined["gent", own] != entry.text or entry.text.startswith(INDECLINABLE)


GENITIVES = {
    "Совет Безопасности": "Совета Безопасности",
    "Экономический и Социальный Совет": "Экономического и Социального Совета",
    "Центральные учреждения": "Центральных учреждений",
    "Директор-исполнитель": "Директора-исполнителя",
    "Его Превосходительство": "Его Превосходительства",
    "Временный поверенный в делах": "Временного поверенного в делах",
    "структура «ООН-женщины»": "структуры «ООН-женщины»",
    "ООН-Хабитат": "ООН-Хабитат",
    "УНП ООН": "УНП ООН",
    "Евроюст": "Евроюста",
    "Интерпол": "Интерпола",
    "Группа 77 и Китай": "Группы 77 и Китая",
    "Смешанная операция Африканского союза — Организации Объединенных Наций в Дарфуре": (
        "Смешанной операции Африканского союза — Организации Объединенных Наций в Дарфуре"
    ),
    "Конференция государств — участников Конвенции Организации Объединенных Наций против коррупции": (
        "Конференции государств — участников Конвенции Организации Объединенных Наций против коррупции"
    ),
    "Пекинская декларация и Платформа действий": "Пекинской декларации и Платформы действий",
    "Всемирная программа действий, касающаяся молодежи": "Всемирной программы действий, касающейся молодежи",
    "цели в области развития, сформулированные в Декларации тысячелетия": (
        "целей в области развития, сформулированных в Декларации тысячелетия"
    ),
    "Женевские конвенции": "Женевских конвенций",
    "Повестка дня на XXI век": "Повестки дня на XXI век",
    "четвертая Женевская конвенция": "четвертой Женевской конвенции",
    "второй Факультативный протокол к Международному пакту о гражданских и политических правах": (
        "второго Факультативного протокола к Международному пакту о гражданских и политических правах"
    ),
    "Основные принципы, касающиеся роли юристов": "Основных принципов, касающихся роли юристов",
    "Международные медико-санитарные правила": "Международных медико-санитарных правил",
    "Директор-распорядитель": "Директора-распорядителя",
    "исполняющий обязанности Председателя": "исполняющего обязанности Председателя",
    "Специальный докладчик в области культурных прав": "Специального докладчика в области культурных прав",
}


@pytest.mark.parametrize(("text", "genitive"), GENITIVES.items())
def test_genitive(text: str, genitive: str) -> None:
    entry = next(entry for entry in RUSSIAN if entry.text == text)
    assert genitive in [form for (case, _), form in forms(entry).items() if case == "gent"]
