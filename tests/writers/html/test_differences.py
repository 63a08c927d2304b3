import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.writers.html.differences import Bit, difference


def marked(bits: tuple[Bit, ...]) -> str:
    return "".join(f"[{bit.text}]" if bit.changed else bit.text for bit in bits)


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        (
            "представитель Свазиленда",
            "представитель Эсватини",
            "представитель [Свазиленда]",
            "представитель [Эсватини]",
        ),
        ("Европейский Союз", "Европейский союз", "Европейский [С]оюз", "Европейский [с]оюз"),
        ("Словакии", "Словакия", "Словаки[и]", "Словаки[я]"),
        ("Конго", "Того", "[Конго]", "[Того]"),
        ("A/RES/75/1", "A/RES/75/2", "A/RES/75/[1]", "A/RES/75/[2]"),
        ("E/CN.15/2023/7/Ad.1", "E/CN.15/2023/7/Add.1", "E/CN.15/2023/7/Ad.1", "E/CN.15/2023/7/Ad[d].1"),
        ("Республика", "Республика Молдова", "Республика", "Республика[ Молдова]"),
    ],
)
def test_only_what_differs_is_marked(old: str, new: str, before: str, after: str) -> None:
    found = difference(old, new)
    assert (marked(found.old), marked(found.new)) == (before, after)


def test_letters_that_look_alike_are_told_apart_by_script() -> None:
    found = difference("СТОС/COP/1", "CTOC/COP/1")  # the first four are Cyrillic
    assert found.old[0] == Bit("СТОС", changed=True, script="Cyrillic")
    assert found.new[0] == Bit("CTOC", changed=True, script="Latin")


def test_letters_of_one_script_need_no_name() -> None:
    assert {bit.script for bit in difference("Перу", "Чили").old} == {""}


@given(st.text(), st.text())
def test_both_sides_stay_whole(old: str, new: str) -> None:
    found = difference(old, new)
    assert "".join(bit.text for bit in found.old) == old
    assert "".join(bit.text for bit in found.new) == new


@given(st.text(min_size=1))
def test_equal_texts_have_no_difference(text: str) -> None:
    assert difference(text, text).old == (Bit(text),)
