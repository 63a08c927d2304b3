"""Terms found in a text. Each is marked, with the id of its concept: [[в Чили|CHL]]."""

import re

import pytest

from termcheck.glossary.compiled import CompiledGlossary
from termcheck.language.pipelines import tokenize
from termcheck.model import Kind, Mention, Place, Segment
from termcheck.recognition.terms import find_terms

RUSSIAN = [
    "в сотрудничестве с [[УООН|united-nations-university]]-ИПИУ и [[ПРООН|undp]]-[[Сирия|SYR]]",
    "программа [[ООН-Хабитат|un-habitat]]",
    "правительства [[Южного Судана|SSD]] и [[Судана|SDN]]",
    "[[Гвинее-Бисау|GNB]] и [[Гвинее|GIN]], а также [[Экваториальной Гвинее|GNQ]]",
    "в [[Демократической Республике Конго|COD]] и [[Конго|COG]]",
    "между [[Нигером|NER]] и [[Нигерией|NGA]]",
    "[[Доминикой|DMA]] и [[Доминиканской Республикой|DOM]]",
    "[[Папуа — Новой Гвинеи|PNG]] и [[Папуа -- Новой Гвинеи|PNG]]",
    "граждане [[Республики Молдова|MDA]] в [[Республике Корея|KOR]]",
    "[[Кот-д'Ивуару|CIV]] и [[Кот-д’Ивуару|CIV]]",
    "представитель [[Исламской Республики Иран|IRN]]",
    "[[Ирана (Исламской Республики)|IRN]], [[Ирака|IRQ]]",
    "[[Антигуа и Барбудой|ATG]], [[Тринидадом и Тобаго|TTO]], [[Сан-Томе и Принсипи|STP]]",
    "[[СУДАНОМ|SDN]] И [[ЧАДОМ|TCD]]",
    "до того как он это сделал, в [[Того|TGO]] и [[Тонге|TON]]",
    "Того, кто это сделал, не нашли.",
    "[[Того|TGO]], [[Тонга|TON]] и [[Тунис|TUN]]",
    "[[сирийские|SYR]] власти и [[израильтяне|ISR]]",
    "у [[озера Чад|lake-chad]] в [[Чаде|TCD]]",
    "3 млн [[долл. США|united-states-dollar]]",
    "доклад [[Генерального секретаря|secretary-general]] [[Совету Безопасности|security-council]]",
    "[[Управлению Организации Объединенных Наций по наркотикам и преступности|unodc]] и [[УНП ООН|unodc]]",
    "при том праве людей и правах человека",
    "в [[Объединённых Арабских Эмиратах|ARE]]",
    "правительство [[Aрмении|ARM]]",
    "в зале с окнами на юг и судаком",
]
ENGLISH = [
    "the [[Niger|NER]] and [[Nigeria|NGA]], not a nigerian",
    "cooked turkey and [[Turkey|TUR]]",
    "[[Guinea-Bissau|GNB]], [[Guinea|GIN]], [[Papua New Guinea|PNG]]",
    "the [[European Union|european-union]]-facilitated dialogue",
    "[[Iran (Islamic Republic of)|IRN]] and the [[Islamic Republic of Iran|IRN]]",
    "those who came and the [[WHO|who]]",
    "the [[Secretary-General|secretary-general]]'s report",
]
MARK = re.compile(r"\[\[(.*?)\|(.*?)\]\]")


def mentions(text: str, language: str, glossary: CompiledGlossary) -> tuple[Mention, ...]:
    segment = Segment(0, Place("text.txt"), Kind.PARAGRAPH, text)
    return find_terms(tokenize(text, language), segment, language, glossary)[0]


@pytest.mark.parametrize(("marked", "language"), [(m, "ru") for m in RUSSIAN] + [(m, "en") for m in ENGLISH])
def test_finds_what_is_marked(marked: str, language: str, glossary: CompiledGlossary) -> None:
    found = mentions(MARK.sub(r"\1", marked), language, glossary)
    assert [(mention.passage.text, mention.concept.id) for mention in found] == MARK.findall(marked)


def test_tells_case_and_number(glossary: CompiledGlossary) -> None:
    (mention,) = mentions("в Чехии", "ru", glossary)
    assert {reading.case for reading in mention.readings} == {"gent", "datv", "loct"}
    assert {reading.number for reading in mention.readings} == {"sing"}
    (mention,) = mentions("с Нидерландами", "ru", glossary)
    assert [(reading.case, reading.number) for reading in mention.readings] == [("ablt", "plur")]


def test_a_qualifier_in_another_case_belongs_to_the_name(glossary: CompiledGlossary) -> None:
    (mention,) = mentions("Венесуэлы (Боливарианская Республика)", "ru", glossary)
    assert mention.form == "Венесуэлы (Боливарианской Республики)"


def test_tells_what_stands_inside_a_longer_name(glossary: CompiledGlossary) -> None:
    text = "Председатель Генеральной Ассамблеи"
    segment = Segment(0, Place("text.txt"), Kind.PARAGRAPH, text)
    _, inner = find_terms(tokenize(text, "ru"), segment, "ru", glossary)
    assert "general-assembly" in inner


def test_a_name_with_a_year_put_into_it_answers_its_english(glossary: CompiledGlossary) -> None:
    text = (
        "на Конференции 2015 года участников Договора о нераспространении ядерного оружия по рассмотрению "
        "действия Договора"
    )
    segment = Segment(0, Place("report.md"), Kind.PARAGRAPH, text)
    _, inner = find_terms(tokenize(text, "ru"), segment, "ru", glossary)
    assert "review-conference-of-the-npt" in inner
