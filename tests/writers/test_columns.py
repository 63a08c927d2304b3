"""Text in the columns of a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.writers.columns import excerpt, head, plain, tail, width

TEXT = "Рабочая группа по торговле людьми рассмотрела пункт 2 повестки дня."
ANY = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("аб \u0301\u00ad会«»\t\n")), max_size=120
)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("засе́дание", 9), ("«Ёлка»", 6), ("й", 1), ("会議", 4), ("Ａ", 2), ("", 0)],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("две\nстроки\tи табуляция", "две строки и табуляция"),
        ("мяг\u00adкий", "мягкий"),
        ("красный \x1b[31m", "красный  [31m"),
        ("3\u00a0марта", "3 марта"),
        ("справа\u202e налево", "справа налево"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (100, TEXT),
        (20, "Рабочая группа по…"),
        (19, "Рабочая группа по…"),
        (18, "Рабочая группа по…"),
        (17, "Рабочая группа…"),
        (5, "Рабо…"),
    ],
)
def test_head_keeps_whole_words(room: int, shown: str) -> None:
    assert head(TEXT, room) == shown


@pytest.mark.parametrize(
    ("room", "shown"), [(100, TEXT), (18, "…2 повестки дня."), (15, "…повестки дня."), (4, "…ня.")]
)
def test_tail_keeps_whole_words(room: int, shown: str) -> None:
    assert tail(TEXT, room) == shown


def test_an_accent_stays_with_its_letter() -> None:
    text = "а́" * 30
    assert head(text, 11) == "а́" * 10 + "…"
    assert tail(text, 11) == "…" + "а́" * 10


def test_a_short_line_is_shown_whole() -> None:
    assert excerpt("Выступила Молдова.", 10, 17, 80) == ("Выступила Молдова.", 10, 7)


def test_a_long_line_is_cut_on_both_sides() -> None:
    line, before, marked = excerpt(TEXT, 18, 33, 44)
    assert line == "…по торговле людьми рассмотрела пункт 2…"
    assert line[before : before + marked] == "торговле людьми"


@pytest.mark.parametrize("text", ["«засе́дания» Молдовы", "会議 Молдовы", "\u00adсло\u00adво Молдовы"])
def test_columns_before_are_those_of_the_terminal(text: str) -> None:
    start = text.index("Молдовы")
    line, before, _ = excerpt(text, start, start + 7, 80)
    assert width(line[: line.index("Молдовы")]) == before


@given(text=ANY, room=st.integers(2, 100))
def test_head_and_tail_fit(text: str, room: int) -> None:
    text = plain(text)
    for shown in (head(text, room), tail(text, room)):
        assert width(shown) <= room
        assert shown == text or width(text) > room
    assert text.startswith(head(text, room).removesuffix("…")) or head(text, room) == text
    assert text.endswith(tail(text, room).removeprefix("…")) or tail(text, room) == text


@given(text=ANY, data=st.data(), room=st.integers(20, 120))
def test_an_excerpt_fits_and_points_at_its_part(text: str, data: st.DataObject, room: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, before, marked = excerpt(text, start, end, room)
    assert width(line) <= room
    assert before + marked <= max(room, before + 1)
    part = plain(text[start:end])
    ends = {sum(map(width, line[:at])): at for at in range(len(line), -1, -1)}
    assert (
        line[ends[before] :].lstrip("\u0301").startswith(head(part, room - 2)[:1].lstrip("\u0301"))
        or not part
    )
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") for char in line)


@given(st.text(st.characters(max_codepoint=0x2122)))
def test_a_wide_letter_adds_two_columns_to_any_text(text: str) -> None:
    assert width(text + "会") == width(text) + 2  # counted letter by letter, and at once where all are narrow
