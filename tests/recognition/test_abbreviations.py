"""Abbreviations and the places that introduce a short name; what is to be found is marked in the text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.model import Kind, Place, Segment
from termcheck.recognition.abbreviations import find_abbreviations, find_definitions, key

ABBREVIATIONS = [
    "представители [[ВОЗ]] и [[УНП]] [[ООН]], сотрудник [[ООН]]-Хабитат, больные [[СПИДом]]",
    "the staff of [[UNDP]], [[NGOs]] and [[UN]]-Habitat",
    "глава XIV, приложение IIIa, раздел ХХ",
    "газ UF6, здание DC1, самолет АН-26, мощность 40 МВт, г-н А. Смит",
    "ПОВЕСТКА ДНЯ ОДИННАДЦАТОГО СОВЕЩАНИЯ ВОЗ",
    "Организация Объединенных Наций, McDonald",
    "ГКBР (a Latin B)",
]
DEFINITIONS = [
    ("ru", "Фонд развития сел ([[ФРС]]) создан", [False]),
    ("ru", "Фонд развития сел (далее — [[ФРС]]) создан", [True]),
    ("ru", "Фонд развития сел (далее именуемый «[[Фонд]]») создан", [True]),
    ("ru", "Фонд развития сел, именуемый далее «[[Фонд]]», создан", [True]),
    ("ru", "Управление по делам рек («[[УДР ООН]]») и Сеть ([[УДР-Север]])", [False, False]),
    ("ru", "в Женеве (Швейцария), 2014 году (ВОЗ, 2014), 25 (США), приложение (VII)", []),
    ("ru", "Комитет просит далее «подготовить» доклад (далее идет перечень: реки, озера; дороги)", []),
    ("en", "the Rural Development Fund ([[RDF]]) was set up", [False]),
    ("en", "the Rural Development Fund (hereinafter “the [[Fund]]”) was set up", [True]),
    ("en", "the Rural Development Fund (hereinafter referred to as the “[[Fund]]”)", [True]),
    ("en", "the Rural Development Fund, hereinafter referred to as “[[the Fund]]”, was set up", [True]),
    ("en", "in Geneva (Switzerland), see annex (II), 15 days thereafter", []),
]


def _unmarked(text: str) -> str:
    return re.sub(r"\[\[|\]\]", "", text)


def _marked(text: str) -> list[str]:
    return re.findall(r"\[\[(.*?)\]\]", text)


@pytest.mark.parametrize("marked", ABBREVIATIONS)
def test_finds_abbreviations(marked: str) -> None:
    text = _unmarked(marked)
    assert [text[span.start : span.end] for span in find_abbreviations(text)] == _marked(marked)


@pytest.mark.parametrize(("language", "marked", "announced"), DEFINITIONS)
def test_finds_definitions(language: str, marked: str, announced: list[bool]) -> None:
    segment = Segment(0, Place("text.txt"), Kind.PARAGRAPH, _unmarked(marked))
    found = find_definitions(segment, language)
    assert [definition.label.text.removeprefix("the ") for definition in found] == [
        label.removeprefix("the ") for label in _marked(marked)
    ]
    assert [definition.announced for definition in found] == announced


def test_the_name_ends_before_the_brackets() -> None:
    segment = Segment(0, Place("text.txt"), Kind.PARAGRAPH, "Итоги подведены. Создан «Фонд сел» (ФС).")
    (found,) = find_definitions(segment, "ru")
    assert found.name.text == "Создан «Фонд сел"


@pytest.mark.parametrize(
    ("one", "other"), [("СПИДом", "СПИД"), ("NGOs", "NGO"), ("ООН-Хабитат", "ООН Хабитат"), ("ВОЗ", "BOЗ")]
)
def test_ways_to_write_one_abbreviation(one: str, other: str) -> None:
    assert key(one) == key(other)


@given(st.text(st.sampled_from("АБВабв AB()«»—-.,далее "), max_size=80), st.sampled_from(("ru", "en")))
def test_what_is_found_stands_in_the_text(text: str, language: str) -> None:
    segment = Segment(0, Place("text.txt"), Kind.PARAGRAPH, text)
    for definition in find_definitions(segment, language):
        assert definition.label.text.strip()
        assert definition.name.span.end <= definition.label.span.start
    for span in find_abbreviations(text):
        assert text[span.start : span.end].isalpha()
