"""Automatic numbering."""

import pytest
from lxml import etree

from termcheck.formats.numbering import Numbering

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def lists(levels: list[tuple[str, str]], *, overrides: str = "", start: int = 1) -> Numbering:
    """Two lists, "1" and "2", of one template; `overrides` belong to the second."""
    content = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    root = etree.fromstring(
        f'<w:numbering xmlns:w="{NAMESPACE}"><w:abstractNum w:abstractNumId="0">{content}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{overrides}</w:num></w:numbering>'
    )
    return Numbering(root, f"{{{NAMESPACE}}}")


@pytest.mark.parametrize(
    ("form", "labels"),
    [
        ("decimal", ["1.", "2.", "3."]),
        ("lowerLetter", ["a.", "b.", "c."]),
        ("upperLetter", ["A.", "B.", "C."]),
        ("lowerRoman", ["i.", "ii.", "iii."]),
        ("upperRoman", ["I.", "II.", "III."]),
        ("russianLower", ["а.", "б.", "в."]),
        ("russianUpper", ["А.", "Б.", "В."]),
        ("decimalZero", ["01.", "02.", "03."]),
        ("none", ["", "", ""]),
    ],
)
def test_forms(form: str, labels: list[str]) -> None:
    numbering = lists([(form, "%1.")])
    assert [numbering.label("1", 0) for _ in range(3)] == labels


def test_levels_restart_below_a_new_number() -> None:
    numbering = lists([("upperRoman", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")])
    order = [0, 1, 2, 2, 1, 2, 0, 1]
    assert [numbering.label("1", level) for level in order] == [
        "I.",
        "I.1",
        "(a)",
        "(b)",
        "I.2",
        "(a)",
        "II.",
        "II.1",
    ]


def test_a_list_goes_on_where_another_of_its_kind_stopped() -> None:
    numbering = lists([("decimal", "%1.")])
    assert [numbering.label(number, 0) for number in "1121"] == ["1.", "2.", "3.", "4."]


def test_a_list_that_starts_again() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = lists([("decimal", "%1.")], overrides=override)
    assert [numbering.label(number, 0) for number in "1122"] == ["1.", "2.", "1.", "2."]


def test_a_list_that_starts_late() -> None:
    assert lists([("decimal", "%1.")], start=27).label("1", 0) == "27."


def test_bullets_of_symbol_fonts() -> None:
    assert lists([("bullet", "\uf0b7")]).label("1", 0) == "•"
    assert lists([("bullet", "–")]).label("1", 0) == "–"


def test_unknown_lists_have_no_labels() -> None:
    assert lists([("decimal", "%1.")]).label("7", 0) == ""
    assert lists([("decimal", "%1.")]).label("1", 5) == ""
    assert Numbering(None, "").label("1", 0) == ""
