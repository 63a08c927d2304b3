import pytest

from termcheck.symbols import Symbol, closeness, differences, parse


def symbol(text: str) -> Symbol:
    parsed = parse(text)
    assert parsed is not None
    return parsed


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("A/69/767", "A/69/767*", ""),
        ("A/69/767", "A/69/776", "number 767→776"),
        ("E/2015/9/Add.5", "E/2015/9", "modification Add.5→"),
        ("E/2015/9", "E/2015/9/Corr.1", "modification →Corr.1"),
        ("S/2015/10/Add.7", "S/2012/10/Add.7", "year 2015→2012"),
        ("CTOC/COP/WG.4/2021/2", "CTOC/COP/WG.2/2021/2", "body WG.4→WG.2"),
        ("CTOC/COP/WG.4/2021/2", "CTOC/COP/WG.2/2012/2", "body WG.4→WG.2; year 2021→2012"),
        ("CTOC/COP/WG.4/2021/2", "CTOC/COP/2021/2", "body WG.4→"),
        ("A/69/258-S/2014/530", "A/69/258–S/2014/531", "number 530→531"),
    ],
)
def test_tells_what_differs_part_by_part(before: str, after: str, expected: str) -> None:
    found = differences(symbol(before), symbol(after))
    assert "; ".join(f"{one.role} {one.before}→{one.after}" for one in found) == expected


@pytest.mark.parametrize(
    ("meant", "nearer", "farther"),
    [
        ("A/69/767", "A/69/717", "A/69/208"),
        ("A/69/767", "A/69/208", "S/2015/48"),
        ("E/2015/9/Add.5", "E/2015/9", "E/2015/47"),
        ("CTOC/COP/WG.4/2021/2", "CTOC/COP/WG.4/2021/5", "CTOC/COP/WG.2/2021/5"),
    ],
)
def test_knows_the_likelier_slip(meant: str, nearer: str, farther: str) -> None:
    assert closeness(symbol(meant), symbol(nearer)) > closeness(symbol(meant), symbol(farther))


def test_stars_make_no_distance() -> None:
    assert closeness(symbol("A/69/767"), symbol("A/69/767*")) == 1


def test_symbols_that_share_nothing_are_far_apart() -> None:
    assert closeness(symbol("A/69/767"), symbol("CTOC/COP/WG.4/2021/2")) < 0.2
