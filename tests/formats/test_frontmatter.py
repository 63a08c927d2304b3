"""The date and the symbol on a first page."""

from datetime import date

import pytest

from termcheck.formats.frontmatter import find_date, find_symbol, is_front_line


@pytest.mark.parametrize(
    "line", ["13 October 2021", "13 октября 2021 года", "Distr.: General 13 October 2021"]
)
def test_the_date_line_wins_over_the_dates_of_the_meeting(line: str) -> None:
    assert find_date(["Женева, 3 и 4 мая 2022 года", line]) == date(2021, 10, 13)


def test_the_last_day_of_the_meeting_where_there_is_no_other_date() -> None:
    assert find_date(["Нью-Йорк, 3–4 мая 2022 года"]) == date(2022, 5, 4)


@pytest.mark.parametrize(
    "line",
    ["31 апреля 2020 года", "12 мая 9015 года", "принята 4 мая 2022 года на заседании", "в 2021 году"],
)
def test_no_date(line: str) -> None:
    assert find_date([line]) is None


def test_dates_of_running_text_are_not_those_of_the_document() -> None:
    assert find_date(["Депонировано в Киото, 4 мая 1998 года"], is_page=False) is None


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("CTOC/COP/WG.9/2019/L.4", "CTOC/COP/WG.9/2019/L.4"),
        ("E/2014/17/Add.2*", "E/2014/17/Add.2*"),
        ("А/71/303", "A/71/303"),  # a Cyrillic А
        ("A/71/303 Distr.: General", "A/71/303"),
        ("S/RES/1999 (2011)", "S/RES/1999 (2011)"),
        ("и/или", ""),
        ("Шестьдесят девятая сессия", ""),
        ("См. A/71/303", ""),
    ],
)
def test_symbols(line: str, symbol: str) -> None:
    assert find_symbol([line]) == symbol


@pytest.mark.parametrize(
    "line", ["Distr.: Limited", "Original: English", "Russian", "4 May 2022", "A/71/303"]
)
def test_lines_of_the_head(line: str) -> None:
    assert is_front_line(line)


def test_a_title_is_no_line_of_the_head() -> None:
    assert not is_front_line("Проект доклада")
