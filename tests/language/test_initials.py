"""Which abbreviations a name can have, and where in a text the name begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.language.initials import may_abbreviate, name_of, sounds_like

NAMES = [
    ("ФРС", "взносы в Фонд развития сел", "Фонд развития сел"),
    (
        "КТЗМ",
        "Комиссия по вопросам труда и занятости молодежи",
        "Комиссия по вопросам труда и занятости молодежи",
    ),
    ("ЦИИ", "Центр исследований и инноваций", "Центр исследований и инноваций"),
    (
        "РЦБК",
        "Региональный центр по борьбе с киберпреступностью",
        "Региональный центр по борьбе с киберпреступностью",
    ),
    ("ВК", "правила видеоконференции", "видеоконференции"),
    ("СтАР", "проект «Сети архивов рек", "Сети архивов рек"),
    (
        "УРС ООН",
        "в Управление Организации Объединенных Наций по развитию сел",
        "Управление Организации Объединенных Наций по развитию сел",
    ),
    ("RDF", "contributions to the Rural Development Fund", "Rural Development Fund"),
    ("ФРСК", "взносы в Фонд развития сел", None),
    ("ВМО", "Всемирная организация здравоохранения", None),
    ("СФР", "Фонд развития сел", None),
]


@pytest.mark.parametrize(("abbreviation", "text", "name"), NAMES)
def test_the_name_of_an_abbreviation(abbreviation: str, text: str, name: str | None) -> None:
    assert name_of(abbreviation, text) == name


@pytest.mark.parametrize(
    ("abbreviation", "text", "may"),
    [
        ("СФР", "Фонд развития сел", True),
        ("МДМА", "метилендиоксиметамфетамин", True),
        ("ГЖФ", "национальный комитет по водным путям", False),
    ],
)
def test_letters_in_another_order_or_inside_words(abbreviation: str, text: str, may: bool) -> None:
    assert may_abbreviate(abbreviation, text) is may


@pytest.mark.parametrize(
    ("russian", "english", "alike"),
    [("ЮНЕСКО", "UNESCO", True), ("СЕЛАК", "CELAC", True), ("ЛРА", "LRA", True), ("ВОЗ", "UNDP", False)],
)
def test_foreign_abbreviations_in_russian_letters(russian: str, english: str, alike: bool) -> None:
    assert sounds_like(russian, english) is alike


WORDS = st.sampled_from("совет фонд центр группа развития лесов рек горных дорог обмена данными".split())


@given(st.lists(WORDS, min_size=2, max_size=6))
def test_the_initials_of_all_words_are_an_abbreviation(words: list[str]) -> None:
    initials = "".join(word[0] for word in words).upper()
    found = name_of(initials, " ".join(words))
    assert found is not None
    assert " ".join(words).endswith(found)


@given(st.text("АБВГДМНОПРС", min_size=1, max_size=6), st.text(max_size=60))
def test_any_text_is_judged(abbreviation: str, text: str) -> None:
    found = name_of(abbreviation, text)
    assert found is None or text.endswith(found)
    may_abbreviate(abbreviation, text)
