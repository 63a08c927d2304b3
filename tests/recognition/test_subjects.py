"""Whether the verb after a name speaks of it; the name is marked."""

import re

import pytest

from termcheck.glossary.compiled import CompiledGlossary
from termcheck.language.pipelines import tokenize
from termcheck.model import Kind, Place, Segment
from termcheck.recognition.subjects import is_subject
from termcheck.recognition.terms import find_terms

SUBJECTS = [
    "В ходе сессии [[Чили]] поддержала проект.",
    "После перерыва в работе [[Перу]] также не согласилась.",
    "По просьбе участников [[Мали]] (страна-координатор) подготовила доклад.",
]
NO_SUBJECTS = [
    "Правительство [[Чили]] поддержало проект.",
    "Представители [[Чили]] поддержали проект.",
    "От имени [[Чили]], поддержавшей проект, выступил посол.",
    "доклад о работе [[Чили]]",
    "Кубой и [[Чили]] и поддержана",
    "Возражений [[Чили]] не было.",
    "Группа из [[Перу]] заявила о поддержке.",
]


def _is_subject(marked: str, glossary: CompiledGlossary) -> bool:
    text = re.sub(r"\[\[|\]\]", "", marked)
    segment = Segment(0, Place("text.txt"), Kind.PARAGRAPH, text)
    mentions, _ = find_terms(tokenize(text, "ru"), segment, "ru", glossary)
    (mention,) = [mention for mention in mentions if mention.passage.span.start == marked.index("[[")]
    return is_subject(mention)


@pytest.mark.parametrize("marked", SUBJECTS)
def test_a_verb_speaks_of_the_name(marked: str, glossary: CompiledGlossary) -> None:
    assert _is_subject(marked, glossary)


@pytest.mark.parametrize("marked", NO_SUBJECTS)
def test_no_verb_speaks_of_the_name(marked: str, glossary: CompiledGlossary) -> None:
    assert not _is_subject(marked, glossary)
