import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.language.inflection import OWN, adjective_forms, decline, inflect_like, match_case
from termcheck.language.morphology import CASES

TABLE = tomllib.loads(Path(__file__).with_name("inflection.toml").read_text(encoding="utf-8"))

HEADS = (
    "Комитет",
    "Комиссия",
    "Бюро",
    "Стороны",
    "Председатель",
    "Республика",
    "Чили",
    "УВКБ",
    "представители",
)
TAILS = ("", " по правам человека", " Организации Объединенных Наций", " (2004)", " „за мир“", " — 2030")


@pytest.mark.parametrize("name", TABLE["places"])
def test_a_place_bends_in_its_own_number(name: str) -> None:
    forms = decline(name, number=OWN)
    assert [case for case, _ in forms] == list(CASES)
    assert list(forms.values()) == [name, *TABLE["places"][name]]


def test_enough_places_stand_in_the_table() -> None:
    assert len(TABLE["places"]) >= 60


@pytest.mark.parametrize("name", TABLE["titles"])
def test_a_title_bends_in_the_singular(name: str) -> None:
    forms = decline(name)
    assert [forms[case, "sing"] for case in CASES] == [name, *TABLE["titles"][name]]


@pytest.mark.parametrize("name", TABLE["plurals"])
def test_a_title_bends_in_the_plural(name: str) -> None:
    forms = decline(name)
    assert [forms[case, "plur"] for case in CASES[1:]] == TABLE["plurals"][name]


@pytest.mark.parametrize(
    "name", ["УНП ООН", "ПРООН", "ООН-Хабитат", "КНДР", "К вопросу о мире", "Пуэрто-Рико", "Бразилиа"]
)
def test_what_does_not_bend_stays(name: str) -> None:
    assert set(decline(name).values()) == {name}


def test_a_place_has_no_other_number() -> None:
    assert {number for _, number in decline("Новая Зеландия")} == {"sing"}
    assert {number for _, number in decline("Филиппины")} == {"plur"}


def test_a_common_noun_has_both_numbers_and_a_plural_its_own() -> None:
    assert {number for _, number in decline("Специальный докладчик")} == {"sing", "plur"}
    assert {number for _, number in decline("государства-члены")} == {"plur"}


@pytest.mark.parametrize(
    ("name", "bend", "genitive"),
    [
        ("Тонга", "Тонга", "Тонги"),
        ("Тимор-Лешти", "Тимор", "Тимора-Лешти"),
        ("Тимор-Лешти", "", "Тимор-Лешти"),
        ("Республика Болгария", "Республика Болгария", "Республики Болгарии"),
        ("Хартия мира и протоколы к ней", "Хартия протоколы", "Хартии мира и протоколов к ней"),
        ("Пятый комитет (Общие вопросы)", "Пятый комитет", "Пятого комитета (Общие вопросы)"),
        ("борьба со СПИД", "СПИД", "борьба со СПИДа"),
    ],
)
def test_chosen_words_bend_instead(name: str, bend: str, genitive: str) -> None:
    assert decline(name, bend=bend)["gent", "sing"] == genitive


def test_a_chosen_participle_agrees_with_the_noun_before_it() -> None:
    forms = decline("Протокол о торговле, дополняющий Хартию", bend="Протокол дополняющий")
    assert forms["accs", "sing"] == "Протокол о торговле, дополняющий Хартию"
    assert forms["ablt", "sing"] == "Протоколом о торговле, дополняющим Хартию"


def test_a_chosen_word_must_be_there() -> None:
    with pytest.raises(ValueError, match="Лешти"):
        decline("Тимор", bend="Лешти")


def test_a_gender_decides_what_the_end_leaves_open() -> None:
    assert decline("Мандаль")["ablt", "sing"] == "Мандалем"
    assert decline("Мандаль", gender="femn")["ablt", "sing"] == "Мандалью"


def test_given_forms_win() -> None:
    forms = decline("Гана", number=OWN, forms={"gent": "Гань"})
    assert forms["gent", "sing"] == "Гань"
    assert forms["datv", "sing"] == "Гане"


def test_one_form_is_had_by_itself() -> None:
    assert inflect_like("Республика Молдова", "gent", "sing") == "Республики Молдова"
    assert inflect_like("Чили", "gent", "plur") is None


def test_the_letter_yo_is_kept_where_the_name_has_it() -> None:
    assert decline("Тёркс")["gent", "sing"] == "Тёркса"
    assert decline("Ученый совет")["datv", "sing"] == "Ученому совету"


def test_an_adjective_has_all_its_forms() -> None:
    forms = adjective_forms("новозеландский")
    assert forms["gent", "sing", "masc"] == "новозеландского"
    assert forms["accs", "sing", "femn"] == "новозеландскую"
    assert forms["nomn", "sing", "neut"] == "новозеландское"
    assert forms["ablt", "plur", ""] == "новозеландскими"
    assert len(forms) == 24
    assert adjective_forms("сан-томийский")["loct", "sing", "masc"] == "сан-томийском"
    assert adjective_forms("Чили") == {}


@pytest.mark.parametrize(
    ("form", "like", "expected"),
    [
        ("Республики Корея", "ЮЖНОЙ КОРЕИ", "РЕСПУБЛИКИ КОРЕЯ"),
        ("Ирана", "ПЕРСИИ", "ИРАНА"),
        ("Соединенных Штатов Америки", "США", "Соединенных Штатов Америки"),
        ("Организация Объединенных Наций", "ООН", "Организация Объединенных Наций"),
        ("Республики Молдова", "Молдовы", "Республики Молдова"),
    ],
)
def test_only_shouted_words_are_answered_in_capitals(form: str, like: str, expected: str) -> None:
    assert match_case(form, like) == expected


@given(
    adjectives=st.lists(
        st.sampled_from(["Специальн", "Постоянн", "Международн", "Втор"]), max_size=2, unique=True
    ),
    head=st.sampled_from(HEADS),
    tail=st.sampled_from(TAILS),
)
def test_every_form_keeps_words_and_signs(adjectives: list[str], head: str, tail: str) -> None:
    ends = {
        "Комиссия": "ая",
        "Республика": "ая",
        "Бюро": "ое",
        "Стороны": "ые",
        "представители": "ые",
        "Чили": "ое",
    }
    end = ends.get(head, "ый")
    modifiers = [stem + ("ой" if stem == "Втор" and end == "ый" else end) for stem in adjectives]
    name = " ".join([*modifiers, head]) + tail
    forms = decline(name)
    written = "plur" if ("nomn", "sing") not in forms else "sing"
    assert forms["nomn", written] == name
    for form in forms.values():
        assert re.sub(r"\w+", "w", form) == re.sub(r"\w+", "w", name)
        assert form.endswith(tail)


@given(name=st.sampled_from(sorted({*TABLE["places"], *TABLE["titles"], *TABLE["plurals"]})))
def test_the_nominative_is_the_name_itself(name: str) -> None:
    forms = decline(name)
    assert name in (forms.get(("nomn", "sing")), forms.get(("nomn", "plur")))
