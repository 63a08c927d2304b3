"""The labelled pairs hold what was reached: so much is found, and nothing is said of right text."""

from collections import Counter
from collections.abc import Sequence

import pytest
from measure import PAIRS, Judged, by_family, judge, samples, share, tally

from termcheck.checks import CHECKS

FOUND = 0.89  # of all wrong texts in the right family: the floor, to be raised with what is measured
BY_THE_CHECK = 0.78
# Number words that are not yet read: «полмиллиона», and "3, 4 and 5 February" as a range.
KNOWN_ALARMS = Counter({"number/missing": 2})


@pytest.fixture(scope="module")
def judged() -> Sequence[Judged]:
    return [judge(sample) for sample in samples(sorted(PAIRS.glob("*.toml")))]


def test_what_is_wrong_is_found(judged: Sequence[Judged]) -> None:
    counts = tally(judged)
    assert counts.found.total() / counts.wrong.total() >= FOUND
    assert counts.exact.total() / counts.wrong.total() >= BY_THE_CHECK


def test_nothing_is_said_of_right_text(judged: Sequence[Judged]) -> None:
    assert not tally(judged).alarms - KNOWN_ALARMS


def test_there_is_enough_to_measure(judged: Sequence[Judged]) -> None:
    counts = tally(judged)
    assert counts.right >= 300
    assert counts.wrong.total() >= 300


def test_labels_are_names_of_checks(judged: Sequence[Judged]) -> None:
    assert {one.sample.tells for one in judged} - {""} <= {known.name for known in CHECKS}


def test_the_table_has_a_line_for_each_family_and_one_for_all(judged: Sequence[Judged]) -> None:
    lines = list(by_family(judged))
    families = {one.sample.tells.partition("/")[0] for one in judged} - {""}
    assert [line.split("`")[1] for line in lines if line.startswith("| `")] == sorted(families)
    wrong = sum(bool(one.sample.tells) for one in judged)
    assert any(line.startswith(f"| **all** | {wrong} |") for line in lines)


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(0, 0, "–"), (3, 3, "100 %"), (1, 3, "33.3 %"), (4999, 5000, "99.9 %"), (0, 7, "0 %")],
)
def test_a_hundred_per_cent_stands_for_all(part: int, whole: int, text: str) -> None:
    assert share(part, whole) == text
