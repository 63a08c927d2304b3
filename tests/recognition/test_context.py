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
    ("В ходе переговоров [[Чили]] заявила о поддержке.", "nomn"),
    ("По итогам сессии [[Перу]] и Куба представили доклад.", "nomn"),
    ("В отчете правительства [[Чили]] указаны сроки.", "gent"),
    ("Правительство [[Чили]] представило отчет.", "gent"),
    ("доклад, представленный [[Чили]]", "ablt"),
    ("меры, принимаемые [[Чили]] и Кубой", "ablt"),
    ("вопросы, касающиеся [[Чили]]", "gent"),
    ("Это касается [[Чили]].", "gent"),
    ("согласно статье 5 Устава [[Чили]]", "gent"),
    ("в резолюции 12 (IV) [[Чили]]", "gent"),
    ("выполнение резолюции 12 (2000) [[Чили]]", "gent"),
    ("в статье V [[Чили]]", "gent"),
    ("Комитет просит [[Чили]] представить доклад.", "accs"),
    ("ряд стран, включая [[Чили]]", "accs"),
    ("От имени [[Чили]] выступил посол.", "gent"),
]


@pytest.mark.parametrize(("marked", "case"), CASES)
def test_the_likeliest_case(marked: str, case: str, glossary: CompiledGlossary) -> None:
    text = re.sub(r"\[\[|\]\]", "", marked)
    segment = Segment(0, Place("text.txt"), Kind.PARAGRAPH, text)
    mentions, _ = find_terms(tokenize(text, "ru"), segment, "ru", glossary)
    (mention,) = [mention for mention in mentions if mention.passage.span.start == marked.index("[[")]
    assert likely_readings(mention, mentions)[0].case == case
