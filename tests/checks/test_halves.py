"""Brackets that pair, and those that do not: laws of any text."""

from hypothesis import given
from hypothesis import strategies as st

from termcheck.checks.halves import Half, answered_elsewhere, unpaired

balanced = st.recursive(
    st.just(""), lambda inner: st.lists(inner, max_size=3).map(lambda parts: "(" + "".join(parts) + ")")
)


def halves(text: str) -> list[Half]:
    return [Half(at, mark == "(") for at, mark in enumerate(text)]


@given(balanced)
def test_brackets_that_pair_are_never_lonely(text: str) -> None:
    assert unpaired(halves(text)) == ()


@given(balanced.filter(bool), st.data())
def test_one_bracket_lost_leaves_one_lonely_and_of_the_other_kind(text: str, data: st.DataObject) -> None:
    lost = data.draw(st.integers(0, len(text) - 1))
    (lonely,) = unpaired(halves(text[:lost] + text[lost + 1 :]))
    assert lonely.opens is (text[lost] == ")")


@given(balanced, st.lists(st.integers(0, 20), max_size=3))
def test_what_may_be_of_a_label_is_never_lonely_and_makes_none_so(text: str, places: list[int]) -> None:
    marks = halves(text)
    for place in places:
        marks.insert(min(place, len(marks)), Half(100 + place, opens=False, spare=True))
    assert unpaired(marks) == ()


def test_a_label_may_close_what_is_open() -> None:
    assert unpaired([Half(0, opens=True), Half(5, opens=False, spare=True)]) == ()


def test_the_other_half_counts_on_its_own_side_alone() -> None:
    def lonely(text: str) -> tuple[Half, ...]:
        return unpaired(halves(text))

    assert answered_elsewhere(Half(0, opens=True), ["(", ")"], 0, lonely)
    assert not answered_elsewhere(Half(0, opens=True), [")", "("], 1, lonely)
