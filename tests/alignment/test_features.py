"""What a segment shows of itself."""

import pytest

from termcheck.alignment.features import NO_MARK, Evidence, Side, gather
from termcheck.model import Kind, Place, Segment


def evidence(text: str, language: str, mark: str = "") -> Evidence:
    return gather(Side((Segment(0, Place("report"), Kind.PARAGRAPH, text, mark=mark),)), language)


def figures(text: str, language: str) -> set[str]:
    return {
        key.removeprefix("figure:") for key in evidence(text, language).keys[0] if key.startswith("figure:")
    }


@pytest.mark.parametrize(
    ("english", "russian", "expected"),
    [
        ("1,250,000 dollars", "1 250 000 долл.", {"1250000"}),
        ("2.75 per cent", "2,75 процента", {"2.75"}),
        ("resolution 1540 (2004)", "резолюция 1540 (2004)", {"1540", "2004"}),
        ("in 2014, 300 cases", "в 2014 году 300 случаев", {"2014", "300"}),
        ("items 12, 13 and 14", "пункты 12, 13 и 14", {"12", "13", "14"}),
        ("7,200 m", "7\u00a0200 м", {"7200"}),
        ("decision 4/4", "решение 4/4", {"4"}),
    ],
)
def test_figures_of_both_languages_are_one(english: str, russian: str, expected: set[str]) -> None:
    assert figures(english, "en") == expected
    assert figures(russian, "ru") == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("27.", "27"),
        ("(b)", "b)"),
        ("(b)", "б)"),
        ("B.", "В."),
        ("(c)", "в)"),
        ("IV.", "IV."),
        ("(ii)", "ii)"),
    ],
)
def test_labels_that_mean_the_same_share_a_value(one: str, other: str) -> None:
    ours, theirs = (set(evidence("text", "en", mark).marks[0].tolist()) - {NO_MARK} for mark in (one, other))
    assert ours & theirs


@pytest.mark.parametrize(("one", "other"), [("27.", "28."), ("(a)", "б)"), ("A.", "В."), ("1.", "I.")])
def test_labels_that_differ_share_none(one: str, other: str) -> None:
    ours, theirs = (set(evidence("text", "en", mark).marks[0].tolist()) - {NO_MARK} for mark in (one, other))
    assert ours and theirs and not ours & theirs


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("It adopted the text.", "Он принял текст."),
        ("Items of the “agenda”;", "Пункты «повестки»;"),
        ("The following:", "Следующее:"),
        ("Is it so?", "Так ли это?"),
        ("See the note.12", "См. примечание12."),
        ("Introduction", "Введение"),
    ],
)
def test_the_last_mark_is_seen_behind_quotes_and_footnote_numbers(english: str, russian: str) -> None:
    assert evidence(english, "en").ending[0] == evidence(russian, "ru").ending[0]


def test_counts_add_up_when_paragraphs_merge() -> None:
    first, second = "It met twice. It adopted two texts (A and B).", "The Chair said: “Thank you”."
    parts = [evidence(text, "en").counts for text in (first, second)]
    whole = evidence(f"{first} {second}", "en").counts
    assert {name: int(parts[0][name][0] + parts[1][name][0]) for name in whole} == {
        name: int(count[0]) for name, count in whole.items()
    }
