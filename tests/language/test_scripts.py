import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from termcheck.language.scripts import (
    fold,
    mixed_script_words,
    same_look,
    script,
    to_cyrillic,
    to_latin,
    unmix,
)

# Latin letters are written as escapes, since nobody could see them otherwise.
ARMENIA = "Арм\u0065нией"
MOROCCO = "\u004dарокко"
COLOMBIA = "К\u006fлумбия"
NIGER = "\u0048игер"
WEB = "\u0057\u0435б"


def mixed(text: str) -> list[str]:
    return [text[span.start : span.end] for span in mixed_script_words(text)]


def test_words_of_two_alphabets_are_found_in_order() -> None:
    assert mixed(f"между {ARMENIA}, {MOROCCO} и {COLOMBIA}.") == [ARMENIA, MOROCCO, COLOMBIA]


def test_a_letter_and_a_figure_do_not_hide_one_another() -> None:
    assert mixed("выбросы \u0421\u004f2 и \u04122\u0042") == ["\u0421\u004f2", "\u04122\u0042"]


@pytest.mark.parametrize(
    "text",
    [
        "web-сайт, ИТ-system, S-образный, T-34, COVID-19",
        "СОР и \u0043\u004f\u0050 порознь",
        "приложение IIб, раздел Vа, ХабитатIII",
        "б\u00f3льшая часть",
        "пар\u0301тия и и\u0306од",
        "Конференция Сторон (Conference of the Parties)",
    ],
)
def test_words_of_one_alphabet_are_let_be(text: str) -> None:
    assert mixed(text) == []


@pytest.mark.parametrize(
    ("word", "whole"),
    [
        (ARMENIA, "Арменией"),
        (MOROCCO, "Марокко"),
        (COLOMBIA, "Колумбия"),
        (NIGER, "Нигер"),
        (WEB, None),
        ("Хабитат\u0049\u0049", None),
        ("\u0421TOC", "CTOC"),
        ("СОР\u0415Н", "СОРЕН"),
        ("S-\u043eбр\u0061зный", "S-образный"),
        ("обычное", "обычное"),
    ],
)
def test_a_mixed_word_is_made_whole(word: str, whole: str | None) -> None:
    assert unmix(word) == whole


def test_letters_without_a_look_alike_stay() -> None:
    assert to_latin("СТОС/ВГ") == "CTOC/BГ"
    assert to_cyrillic("CTOC/WG") == "СТОС/WG"


def test_labels_that_look_the_same() -> None:
    assert same_look("А", "A")
    assert same_look("с", "c")
    assert not same_look("Б", "B")


@pytest.mark.parametrize(
    ("word", "alphabet"),
    [("Совет", "cyrillic"), ("Council", "latin"), (ARMENIA, "mixed"), ("2021", ""), ("и\u0306", "cyrillic")],
)
def test_a_word_tells_its_alphabet(word: str, alphabet: str) -> None:
    assert script(word) == alphabet


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Тёркс", "теркс"),
        ("Кот-д’Ивуар", "Кот-д'Ивуар"),
        ("Кот\u2011дʼИвуар", "Кот-д'Ивуар"),
        ("ми\u00adр", "МИР"),
        ("пар\u0301тия", "партия"),
        ("и\u0306од", "йод"),
        ("б\u00f3льший", "больший"),
        (NIGER, "Нигер"),
        ("--", "—"),
        ("–", "—"),
        ("<<", "«"),
        ("„", "»"),
        ("Co\u0302te", "Côte"),
    ],
)
def test_what_a_reader_takes_for_one_has_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("мир", "пир"), ("8–17", "8-17"), ("Côte", "Cote"), ("СОР", "COP"), ("й", "и")]
)
def test_what_differs_has_two_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=12))
@example("\u2010")  # a hyphen that becomes "-", which alone is a dash
@example("ё\u0301")
@example("А\u200b\u0301\u0301")
@example("A\u0301А")  # a Latin and a Cyrillic letter
def test_a_key_is_its_own_key(word: str) -> None:
    assert fold(fold(word)) == fold(word)


RUSSIAN = st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя", max_size=12)


@given(word=RUSSIAN, swaps=st.lists(st.booleans(), min_size=12, max_size=12))
def test_look_alikes_put_into_a_russian_word_come_out_again(word: str, swaps: list[bool]) -> None:
    # ж has no look-alike, so the word is Russian beyond doubt.
    pairs = zip(word, swaps, strict=False)
    forged = "ж" + "".join(to_latin(letter) if swap else letter for letter, swap in pairs)
    assert same_look(forged, "ж" + word)
    assert unmix(forged) == "ж" + word
    assert fold(forged) == fold("ж" + word)
    assert bool(mixed(forged)) == (script(forged) == "mixed")
