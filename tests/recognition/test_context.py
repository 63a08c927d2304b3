"""The case of a mention whose form has several, from what stands around it; the mention is marked."""

import re

import pytest

from termcheck.glossary.compiled import CompiledGlossary
from termcheck.language.pipelines import tokenize
from termcheck.model import Kind, Place, Segment
from termcheck.recognition.context import likely_readings
from termcheck.recognition.terms import find_terms

CASES = [
    ("в [[Чехии]]", "loct"),
    ("к [[Чехии]]", "datv"),
    ("правительство [[Чехии]]", "gent"),
    ("в [[Чили]]", "loct"),
    ("из [[Чили]]", "gent"),
    ("между Перу и [[Чили]]", "ablt"),
    ("представители Ганы, [[Чили]] и Кубы", "gent"),
    ("[[Чили]] поддержала резолюцию", "nomn"),
    ("благодаря соседней [[Польше]]", "datv"),
    ("Ангола, Гана, [[Мали]] и Чад", "nomn"),
]


@pytest.mark.parametrize(("marked", "case"), CASES)
def test_the_likeliest_case(marked: str, case: str, glossary: CompiledGlossary) -> None:
    text = re.sub(r"\[\[|\]\]", "", marked)
    segment = Segment(0, Place("text.txt"), Kind.PARAGRAPH, text)
    mentions, _ = find_terms(tokenize(text, "ru"), segment, "ru", glossary)
    (mention,) = [mention for mention in mentions if mention.passage.span.start == marked.index("[[")]
    assert likely_readings(mention, mentions)[0].case == case
