"""Words of both languages meet in one key."""

import pytest

from termcheck.alignment.lexicon import sound, word_keys
from termcheck.model import ENGLISH, RUSSIAN

SAME_ENTRY = [
    ("councils", "совету"),
    ("assembly", "ассамблеи"),
    ("women", "женщин"),
    ("representative", "представителем"),
    ("trafficking", "торговле"),
    ("twelfth", "двенадцатое"),
    ("three", "трех"),
    ("poland", "польше"),
    ("undp", "проон"),
]

SAME_SOUND = [
    ("chechnya", "чечня"),
    ("phosphate", "фосфаты"),
    ("fukushima", "фукусима"),
    ("zambia", "замбия"),
    ("nigeria", "нигерия"),
    ("centre", "центр"),
]


@pytest.mark.parametrize(("english", "russian"), SAME_ENTRY)
def test_a_word_and_its_translation_share_an_entry(english: str, russian: str) -> None:
    assert set(word_keys(english, ENGLISH)) & set(word_keys(russian, RUSSIAN))


@pytest.mark.parametrize(("english", "russian"), SAME_SOUND)
def test_a_name_sounds_alike_in_both_alphabets(english: str, russian: str) -> None:
    assert sound(english)[:4] == sound(russian)[:4]


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("international", "внутренний"),  # not "internal"
        ("tension", "десять"),  # not "ten"
        ("sixty", "шесть"),
        ("both", "обеспечение"),  # «обе»
        ("second", "вторник"),
        ("hundred", "сотрудник"),  # «сот»
    ],
)
def test_a_word_is_not_taken_for_another_that_begins_alike(english: str, russian: str) -> None:
    assert not set(word_keys(english, ENGLISH)) & set(word_keys(russian, RUSSIAN))


def test_short_words_without_an_entry_have_no_key() -> None:
    assert word_keys("of", ENGLISH) == ()
    assert word_keys("из", RUSSIAN) == ()
