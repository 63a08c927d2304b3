"""Corrections are made only where the corrected file proves them right."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pytest

from termcheck.errors import InputError
from termcheck.fixes import corrigible
from termcheck.formats.decoding import Decoded
from termcheck.formats.plain import read_plain
from termcheck.formats.rewriting import Edit, rewrite
from termcheck.formats.structure import document, line_starts
from termcheck.model import Finding, Message, Passage, Problem, Result, Segment, Severity, Span
from termcheck.rechecking import Proven, prove


@dataclass(frozen=True)
class Rule:
    """Some words that a check of these tests finds, and its suggestion; none is a finding without one."""

    check: str
    words: str
    suggestion: str = ""
    severity: Severity = Severity.ERROR


def found(text: str, rules: Sequence[Rule]) -> Result:
    """What the rules find in a text of one paragraph a line."""
    read = document(read_plain(text), path="a.txt", language="ru", lines=line_starts(text))
    return Result(read, None, None, tuple(_findings(read.segments, rules)))


def _findings(segments: Sequence[Segment], rules: Sequence[Rule]) -> Iterator[Finding]:
    for segment in segments:
        for rule in rules:
            start = segment.text.find(rule.words)
            if start >= 0:
                passage = Passage(segment, Span(start, start + len(rule.words)))
                suggestions = (rule.suggestion,) if rule.suggestion else ()
                problem = Problem(passage, Message("…"), suggestions)
                yield Finding(rule.check, rule.severity, problem, segment.place, "cause")


def proven(
    text: str, *rules: Rule, spoil: Callable[[str], str] = str, refuse: str = "\0"
) -> tuple[str, list[str]]:
    """The corrected text, and what was not corrected and why; a text that holds `refuse` cannot be read."""
    before = [found(text, rules)]

    def correct(edits: Sequence[Edit]) -> tuple[bytes, Sequence[Edit]]:
        return spoil(rewrite(Decoded(text, "utf-8"), edits, shown="a.txt").decode()).encode(), edits

    def check(data: bytes) -> list[Result]:
        if refuse in data.decode():
            raise InputError("a.txt: holds zero bytes")
        return [found(data.decode(), rules)]

    done: Proven = prove(corrigible(before, unsafe=True), before, correct=correct, check=check)
    refused = [f"{each.finding.problem.passage.text}: {each.reason}" for each in done.refused]
    return done.data.decode(), refused


CHAD = Rule("country/misspelt", "Чада", "Чаде")
MALI = Rule("country/misspelt", "Малли", "Мали")


def test_what_proves_right_is_made() -> None:
    assert proven("Доклад о Чада и Малли.\nКонец.", CHAD, MALI) == ("Доклад о Чаде и Мали.\nКонец.", [])


def test_a_correction_that_brings_a_new_finding_is_taken_back() -> None:
    new = Rule("text/doubled-word", "о Чаде")
    text, refused = proven("Доклад о Чада.\nО Малли.", CHAD, MALI, new)
    assert text == "Доклад о Чада.\nО Мали."
    assert refused == ["Чада: text/doubled-word would then find «о Чаде» there"]


def test_of_two_in_a_paragraph_the_nearer_one_is_taken_back() -> None:
    new = Rule("text/doubled-word", "и Мали")
    assert proven("Доклад о Чада и Малли.", CHAD, MALI, new)[0] == "Доклад о Чаде и Малли."


def test_a_correction_after_which_its_finding_stands_there_still_is_taken_back() -> None:
    text, refused = proven("О Малли.", Rule("country/misspelt", "Малл", "Малл "), Rule("a/b", "Малл "))
    assert text == "О Малли."
    assert len(refused) == 1


def test_a_hint_is_no_reason() -> None:
    hint = Rule("text/yo", "Чаде", severity=Severity.HINT)
    assert proven("О Чада.", CHAD, hint) == ("О Чаде.", [])


def test_what_was_found_before_is_no_reason_even_if_it_has_moved_or_changed() -> None:
    before = Rule("title/unofficial", "доклад"), Rule("text/quotes", "о Чада"), Rule("text/quotes", "о Чаде")
    assert proven("Наш доклад о Чада.", CHAD, *before)[0] == "Наш доклад о Чаде."


def test_the_rest_of_the_text_may_not_change() -> None:
    _, refused = proven("О Чада.\nКонец.", CHAD, spoil=lambda text: text.replace("Чаде.\nК", "Чаде. К"))
    assert refused == ["Чада: the rest of the text would change"]


def test_a_word_that_becomes_a_label_is_still_there() -> None:
    assert proven("З. Доклад.\n\n4. Конец.", Rule("text/numeral-script", "З.", "3."))[1] == []


@pytest.mark.parametrize("bad", [CHAD, MALI])
def test_what_makes_the_file_unreadable_is_found_and_the_rest_is_made(bad: Rule) -> None:
    text, refused = proven("О Чада.\n\nО Малли.", CHAD, MALI, refuse=bad.suggestion + ".")
    assert len(refused) == 1
    assert refused[0].startswith(f"{bad.words}: the file could not be read any more")
    assert bad.words in text
