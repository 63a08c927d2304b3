"""Automatic numbering."""

import pytest
from lxml import etree

from termcheck.formats.numbering import Numbering

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def lists(
    levels: list[tuple[str, str]], *, overrides: str = "", start: int = 1, level: str = ""
) -> Numbering:
    """Two lists, "1" and "2", of one template; `overrides` belong to the second, `level` to each level."""
    content = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{level}'
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
        ("chicago", ["*.", "†.", "‡."]),
        ("numberInDash", ["- 1 -.", "- 2 -.", "- 3 -."]),
        ("ofSomeOtherProgram", ["1.", "2.", "3."]),
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


def test_a_level_that_starts_again_counts_from_there_whenever_it_does() -> None:
    override = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride>'
    numbering = lists([("decimal", "%1."), ("lowerLetter", "%2)")], overrides=override)
    order = [("1", 0), ("1", 1), ("2", 1), ("2", 1), ("2", 0), ("2", 1)]
    assert [numbering.label(*at) for at in order] == ["1.", "a)", "c)", "d)", "2.", "c)"]


def test_a_list_with_a_level_of_its_own() -> None:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1)"/></w:lvl>'
    )
    numbering = lists([("decimal", "%1.")], overrides=f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride>')
    assert [numbering.label(number, 0) for number in "1122"] == ["1.", "2.", "III)", "IV)"]


@pytest.mark.parametrize(
    ("restart", "labels"),
    [
        ("", ["1", "1", "a", "2", "a", "2", "a"]),
        ("0", ["1", "1", "a", "2", "b", "2", "c"]),
        ("1", ["1", "1", "a", "2", "b", "2", "a"]),
    ],
)
def test_levels_that_begin_again_elsewhere(restart: str, labels: list[str]) -> None:
    said = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    numbering = lists([("decimal", "%1"), ("decimal", "%2"), ("lowerLetter", "%3")], level=said)
    assert [numbering.label("1", at) for at in (0, 1, 2, 1, 2, 0, 2)] == labels


def test_legal_numbers_are_figures_throughout() -> None:
    numbering = lists([("upperRoman", "%1."), ("lowerLetter", "%1.%2")], level="<w:isLgl/>")
    assert [numbering.label("1", at) for at in (0, 1, 1)] == ["1.", "1.1", "1.2"]
    off = lists([("upperRoman", "%1."), ("lowerLetter", "%1.%2")], level='<w:isLgl w:val="0"/>')
    assert [off.label("1", at) for at in (0, 1)] == ["I.", "I.a"]


def test_a_number_that_is_not_seen_counts() -> None:
    numbering = lists([("decimal", "%1."), ("decimal", "%1.%2")])
    assert [numbering.label("1", at) for at in (1, 1, 0, 1)] == ["1.1", "1.2", "2.", "2.1"]


def test_words_of_a_template_stand_in_the_label() -> None:
    numbering = lists([("decimal", "Статья %1."), ("none", "Приложение")])
    assert [numbering.label("1", at) for at in (0, 0, 1)] == ["Статья 1.", "Статья 2.", "Приложение"]


def test_numbers_with_noughts_stand_beside_a_form_for_older_programs() -> None:
    choice = '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
    form = f"<x><Choice>{choice}</Choice><Fallback><w:numFmt w:val='decimal'/></Fallback></x>"
    root = etree.fromstring(
        f'<w:numbering xmlns:w="{NAMESPACE}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        f'<w:start w:val="9"/>{form}<w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    numbering = Numbering(root, f"{{{NAMESPACE}}}")
    assert [numbering.label("1", 0) for _ in range(2)] == ["009", "010"]


def test_a_list_by_a_style_of_lists() -> None:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:pStyle w:val="Раздел"/>'
        '<w:lvlText w:val="%1."/></w:lvl>'
    )
    root = etree.fromstring(
        f'<w:numbering xmlns:w="{NAMESPACE}">'
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Доклад"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Доклад"/>{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    numbering = Numbering(root, f"{{{NAMESPACE}}}")
    assert [numbering.label("1", 0) for _ in range(2)] == ["A.", "B."]
    assert (numbering.level_of("1", "Раздел", 5), numbering.level_of("1", "Другой", 5)) == (0, 5)


def test_a_list_that_starts_late() -> None:
    assert lists([("decimal", "%1.")], start=27).label("1", 0) == "27."


def test_bullets_of_symbol_fonts() -> None:
    assert lists([("bullet", "\uf0b7")]).label("1", 0) == "•"
    assert lists([("bullet", "–")]).label("1", 0) == "–"
    assert lists([("bullet", "o")]).label("1", 0) == "◦"
    assert lists([("bullet", "")]).label("1", 0) == "•"


def test_unknown_lists_have_no_labels() -> None:
    assert lists([("decimal", "%1.")]).label("7", 0) == ""
    assert lists([("decimal", "%1.")]).label("1", 5) == ""
    assert Numbering(None, "").label("1", 0) == ""
