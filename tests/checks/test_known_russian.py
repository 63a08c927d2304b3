"""What a unit without translation is told to become: Russian, or nothing."""

from pathlib import Path

import pytest

from termcheck import formats
from termcheck.checks.known_russian import beginning
from termcheck.checks.selection import named
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.memory import Memory, Unit
from termcheck.pipeline import check

UNITS = (
    ("The Committee of the whole adjourned for the day.", "Комитет полного состава прервал работу до утра."),
    ("The General Assembly", ""),
    ("The Committee of the whole adjourned for the day.", ""),
    ("The report was adopted without a vote in the evening.", ""),
    ("The delegates thanked the host of the conference.", ""),
)
ADOPTED = Memory(
    (Unit("The report was adopted without a vote in the evening.", "Доклад был принят.", "a.tmx"),)
)


def _xliff(units: tuple[tuple[str, str], ...]) -> str:
    body = "".join(
        f'<trans-unit id="{number}"><source>{english}</source><target>{russian}</target></trans-unit>'
        for number, (english, russian) in enumerate(units, 1)
    )
    return (
        '<xliff version="1.2"><file original="a" source-language="en" target-language="ru" datatype="x">'
        f"<body>{body}</body></file></xliff>"
    )


def test_a_unit_without_translation_gets_what_is_known(tmp_path: Path, glossary: CompiledGlossary) -> None:
    file = tmp_path / "draft.xlf"
    file.write_text(_xliff(UNITS), encoding="utf-8")
    pair = formats.read_bilingual(file)[0]
    checks = named("structure/untranslated")
    result = check(pair.russian, pair.english, glossary, checks=checks, memory=ADOPTED, parallel=True)
    assert {finding.place.unit: finding.problem.suggestions for finding in result.findings} == {
        "2": ("Генеральная Ассамблея",),
        "3": ("Комитет полного состава прервал работу до утра.",),
        "4": ("Доклад был принят.",),
        "5": (),
    }


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("A short one.", "A short one."),
        ("It was " + "very " * 20 + "long.", "It was " + "very " * 10 + "…"),
    ],
)
def test_a_message_quotes_the_beginning(text: str, quoted: str) -> None:
    assert beginning(text) == quoted
    assert len(beginning(text)) <= 62
