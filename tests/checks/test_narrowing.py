"""The narrowest part of a name in which it is wrong."""

import pytest

from termcheck.checks.narrowing import narrowest
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.language.pipelines import tokenize
from termcheck.model import Kind, Place, Segment
from termcheck.recognition.terms import find_terms


@pytest.mark.parametrize(
    ("found", "right", "part", "answer"),
    [
        (
            "Председателя Совета безопасности",
            "Председателя Совета Безопасности",
            "Совета безопасности",
            "Совета Безопасности",
        ),
        (
            "Специального Представителя Генерального Секретаря",
            "Специального представителя Генерального секретаря",
            "Специального Представителя Генерального Секретаря",
            "Специального представителя Генерального секретаря",
        ),
        ("Генеральной ассамблее", "Генеральной Ассамблее", "Генеральной ассамблее", "Генеральной Ассамблее"),
        ("Совета Безопасности", "Совета Безопасности", "Совета Безопасности", "Совета Безопасности"),
    ],
)
def test_the_narrowest_name_that_is_wrong(
    found: str, right: str, part: str, answer: str, glossary: CompiledGlossary
) -> None:
    text = f"Получен ответ {found}."
    segment = Segment(0, Place("text.txt"), Kind.PARAGRAPH, text)
    (mention,), _ = find_terms(tokenize(text, "ru"), segment, "ru", glossary)
    narrowed = narrowest(mention, right, glossary)
    assert (narrowed.passage.text, narrowed.right) == (part, answer)
    assert text[narrowed.passage.span.start : narrowed.passage.span.end] == part
