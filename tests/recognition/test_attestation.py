"""How aligned text renders a glossary."""

from termcheck.glossary.compiled import CompiledGlossary
from termcheck.recognition.attestation import Rendering, attest
from termcheck.writers.attestation import attestation_as_text

LINES = [
    ("The General Assembly met.", "Состоялось заседание Генеральной Ассамблеи."),
    ("the Charter of the United Nations", "Хартия Организации Объединенных Наций"),
    ("noted by the Security Council", "Он это отметил."),
    ("the President of the General Assembly", "Председатель Генеральной Ассамблеи"),
    ("The Alphabet Trade Fair was held.", "Была проведена ярмарка азбук."),
    ("nothing that has a name", "ничто из названного"),
]


def test_renderings_are_counted(glossary: CompiledGlossary) -> None:
    found = attest(LINES, glossary)
    assert found.counts["general-assembly"] == {Rendering.PREFERRED: 1}
    assert found.counts["charter-of-the-united-nations"] == {Rendering.OTHER: 1}
    assert found.counts["security-council"] == {Rendering.ABSENT: 1}
    assert (found.lines, found.named, found.covered) == (6, 5, 4)
    assert found.unknown == {"Alphabet Trade Fair": 1}
    assert found.departures["security-council"] == (LINES[2],)


def test_each_occurrence_asks_for_an_answer_of_its_own(glossary: CompiledGlossary) -> None:
    lines = [
        (
            "the Republic of Moldova and the Government of the Republic of Moldova",
            "молдавское правительство и Молдова",
        )
    ]
    counts = attest(lines, glossary).counts["MDA"]
    assert counts == {Rendering.DERIVED: 1, Rendering.OTHER: 1}
    once = [
        (
            "The Security Council met. The Security Council noted it.",
            "Совет Безопасности заседал и отметил это.",
        )
    ]
    assert attest(once, glossary).counts["security-council"] == {Rendering.PREFERRED: 1, Rendering.ABSENT: 1}


def test_the_table_ends_with_the_share_that_is_right(glossary: CompiledGlossary) -> None:
    text = attestation_as_text(attest(LINES, glossary), departures=True)
    assert "4 concepts, 4 times in 6 lines: 50.0% preferred or admitted, 66.7% of those" in text
    assert "Он это отметил." in text
