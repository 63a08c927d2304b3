import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.symbols import find, is_misspelt, is_one_slip, is_reordered

words = st.text(alphabet="ABCDEFGH", min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("CTCO", "CTOC"),
        ("NC", "CN"),
        ("HCR", "HRC"),
        ("COSP", "COP"),
        ("TRAN", "TRANS"),
        ("UNCTOD", "UNCTAD"),
    ],
)
def test_takes_a_likely_slip_for_one(word: str, known: str) -> None:
    assert is_misspelt(word, known)


@pytest.mark.parametrize(
    ("word", "known"),
    [("GRSG", "GRSP"), ("CES", "CEP"), ("AC", "C"), ("CRC", "CRPD"), ("COP", "COP"), ("UNDP", "UNEP")],
)
def test_takes_no_part_for_another_that_is_near_by_nature(word: str, known: str) -> None:
    assert not is_misspelt(word, known)


@pytest.mark.parametrize(
    "text",
    [
        "A/HCR/46/7",
        "E/NC.7/2021/3",
        "A/CNOF.222/17",
        "S/PRSTT/2021/3",
        "CTCO/COP/WG.4/2021/1",
        "CEDWA/C/ARG/7",
    ],
)
def test_a_symbol_with_a_slip_in_its_series_is_found(text: str) -> None:
    (match,) = find(f"См. документ {text}, пункт 3.")
    assert match.text == text
    assert match.faults == frozenset()


@pytest.mark.parametrize(
    "text", ["A/IRAN/15/20", "A/SWINE/IOWA/15/30", "UNDP/FAO/2015", "A/NC/5", "UWHO/C/5"]
)
def test_words_that_are_near_none_make_no_symbol(text: str) -> None:
    assert find(f"См. {text}, с. 3.") == ()


@given(words, words)
def test_a_slip_goes_both_ways(one: str, other: str) -> None:
    assert is_one_slip(one, other) == is_one_slip(other, one)
    assert is_misspelt(one, other) == is_misspelt(other, one)


@given(words, st.data())
def test_a_letter_lost_is_one_slip(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    assert is_one_slip(word[:place] + word[place + 1 :], word)


@given(words, st.data())
def test_letters_exchanged_are_one_slip(word: str, data: st.DataObject) -> None:
    one, other = sorted(data.draw(st.tuples(*[st.integers(0, len(word) - 1)] * 2)))
    letters = list(word)
    letters[one], letters[other] = letters[other], letters[one]
    damaged = "".join(letters)
    assert is_one_slip(damaged, word) == (damaged != word)
    assert is_reordered(damaged, word)
