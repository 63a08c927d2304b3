"""Fingerprints: what a finding is known by when its document has changed."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.fingerprints import evidence, fingerprints
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Finding, Kind, Message, Passage, Place, Problem, Segment, Severity, Span
from termcheck.pipeline import check_files

SAMPLES = Path(__file__).parents[1] / "samples"

PARAGRAPHS = (
    "Рабочая группа заслушала доклад представителя [[Молдовы]] о борьбе с торговлей людьми.",
    "После этого слово взял представитель [[Молдовы]] и поблагодарил секретариат за доклад.",
    "В прениях участвовали наблюдатели от [[Свазиленда]] и ряда других стран.",
)


def findings(
    *marked: str, check: str = "country/unofficial-name", path: str = "ru.md", **more: object
) -> list[Finding]:
    """A finding in each paragraph, about the text between [[ and ]]."""
    return [_finding(number, text, check, path, more) for number, text in enumerate(marked)]


def _finding(number: int, marked: str, check: str, path: str, more: dict[str, object]) -> Finding:
    start, end = marked.index("[["), marked.index("]]") - 2
    place = Place(path, f"para. {number + 1}", number + 1, start + 1)
    segment = Segment(number, place, Kind.PARAGRAPH, marked.replace("[[", "").replace("]]", ""))
    problem = Problem(Passage(segment, Span(start, end)), Message("wrong"), **more)  # type: ignore[arg-type]
    return Finding(check, Severity.ERROR, problem, place, f"cause {number}")


def one(marked: str, **more: object) -> str:
    (fingerprint,) = fingerprints(findings(marked, **more))  # type: ignore[arg-type]
    return fingerprint


def test_it_is_32_digits() -> None:
    assert re.fullmatch("[0-9a-f]{32}", one(PARAGRAPHS[0]))


@given(st.permutations([*PARAGRAPHS, PARAGRAPHS[0], PARAGRAPHS[0]]))
def test_moved_paragraphs_keep_theirs(order: list[str]) -> None:
    still = {*fingerprints(findings(*PARAGRAPHS, PARAGRAPHS[0], PARAGRAPHS[0]))}
    assert {*fingerprints(findings(*order))} == still
    assert len(still) == 5


def test_equal_ones_in_a_file_are_numbered() -> None:
    first, second, third = fingerprints(findings(*[PARAGRAPHS[0]] * 3))
    assert (second, third) == (f"{first}:2", f"{first}:3")


def test_each_file_is_numbered_by_itself() -> None:
    first, second = fingerprints(
        [*findings(PARAGRAPHS[0], path="a.md"), *findings(PARAGRAPHS[0], path="b.md")]
    )
    assert first == second


@pytest.mark.parametrize(
    "edited",
    [
        # far from the words
        "Группа заслушала доклад представителя [[Молдовы]] о борьбе с торговлей людьми.",
        "Рабочая группа заслушала доклад представителя [[Молдовы]] о борьбе с коррупцией.",
        # blanks, line breaks, marks, capitals
        "Рабочая группа заслушала  доклад\nпредставителя [[Молдовы]] о борьбе с торговлей людьми.",
        "Рабочая группа заслушала «доклад» представителя [[Молдовы]] – о борьбе с торговлей людьми.",
        "РАБОЧАЯ ГРУППА ЗАСЛУШАЛА ДОКЛАД ПРЕДСТАВИТЕЛЯ [[Молдовы]] о борьбе с торговлей людьми.",
    ],
)
def test_an_edit_elsewhere_in_the_paragraph_changes_nothing(edited: str) -> None:
    assert one(edited) == one(PARAGRAPHS[0])


@pytest.mark.parametrize(
    "other",
    [
        "Рабочая группа заслушала доклад представителя [[Свазиленда]] о борьбе с торговлей людьми.",
        "Рабочая группа заслушала доклад посланника [[Молдовы]] о борьбе с торговлей людьми.",
        "Рабочая группа заслушала доклад представителя [[Молдовы]] об итогах борьбы с торговлей людьми.",
    ],
)
def test_other_words_there_make_another_finding(other: str) -> None:
    assert one(other) != one(PARAGRAPHS[0])


def test_another_check_makes_another_finding() -> None:
    assert one(PARAGRAPHS[0], check="country/form") != one(PARAGRAPHS[0])


def test_something_missing_is_known_by_what_should_stand_there() -> None:
    english = Segment(0, Place("en.md"), Kind.PARAGRAPH, "The representatives of Chile and Peru spoke.")
    peru, chile = Passage(english, Span(33, 37)), Passage(english, Span(23, 28))
    assert (peru.text, chile.text) == ("Peru", "Chile")
    before, after = "[[Выступил представитель Чили.]]", "[[Затем выступили другие представители.]]"
    missing = {"absent": True, "source": peru, "suggestions": ("Перу",)}
    assert one(before, **missing) == one(after, **missing)
    assert one(before, **missing) != one(before, **{**missing, "source": chile, "suggestions": ("Чили",)})


def test_without_the_english_the_beginning_of_the_paragraph_tells_where_something_is_missing() -> None:
    (found,) = findings("[[Доклад о работе совещания в Вене]]", absent=True)
    assert evidence(found).after == ("доклад", "о", "работе")


def test_a_long_passage_may_be_edited_in_the_middle() -> None:
    whole = (
        "[[Секретариату было вновь предложено {} представить соответствующие материалы к следующей сессии.]]"
    )
    assert one(whole.format("как можно скорее")) == one(whole.format("в возможно короткий срок"))


@pytest.mark.slow
def test_a_whole_report_with_another_paragraph_before(glossary: CompiledGlossary, tmp_path: Path) -> None:
    russian, english = (
        (SAMPLES / f"planted.{language}.md").read_text(encoding="utf-8") for language in ("ru", "en")
    )
    heading = "## **I. "  # the paragraph is put before the first one
    assert heading in russian
    assert heading in english

    def known(added_russian: str, added_english: str) -> set[str]:
        for name, text, added in (("ru", russian, added_russian), ("en", english, added_english)):
            (tmp_path / f"{name}.md").write_text(
                text.replace(heading, f"{added}{heading}", 1), encoding="utf-8"
            )
        (result,) = check_files(tmp_path / "ru.md", tmp_path / "en.md", glossary)
        told = fingerprints(result.findings)
        assert len({*told}) == len(told) > 40
        return {*told}

    added = ("Секретариат открыл совещание.\n\n", "The Secretariat opened the meeting.\n\n")
    assert known(*added) == known("", "")
