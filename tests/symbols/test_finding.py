import re

import pytest

from termcheck.model import Span
from termcheck.symbols import Fault, find

MARKED = [
    "Доклад издан под условным обозначением [[A/69/767]].",
    "Повестка дня ([[CTOC/COP/WG.4/2021/1]]) и доклад ([[CTOC/COP/WG.4/2021/2]]) были розданы.",
    "См. [[A/HRC/28/41]], [[A/HRC/28/3/Add.3]]; [[S/2015/177]]: все три приняты к сведению.",
    "Переиздано по техническим причинам как [[A/70/66*]], затем как [[A/70/66**]].",
    "Звездочка * после «[[A/70/66]] *» к обозначению не относится.",
    "Письмо распространено как [[A/69/258–S/2014/530]].",
    "В заседании ([[S/PV.7380 (Resumption 1)]]) объявлен перерыв.",
    "См. [[S/RES/2127 (2013)]], пункт 54; [[A/69/6 (Sect. 15)/Corr.1]], таблица 3.",
    "Записка [[A/69/767]] (2015 год) рассмотрена.",
    "В [[A/69/767]]-м документе и в п.[[A/69/768]] об этом сказано.",
    "Строки таблицы: пункт 5 / [[A/69/767]] / [[A/69/768]] / 2015 год.",
    "Доклад ПРООН/ГЭФ и [[DP/2015/9]].",
    "Жирный шрифт: **[[A/69/767]]**.",
    "[[СТОС/СОР/ВГ.4/2021/2]]: кириллица.",
    "См. документ [[А/АС.109/2015/6]].",
    "См. документ [[E/КН.9/2015/NGO/14]], пункт 7.",
    "См. документ [[A / AC.182/L.139]] и [[E/ CN.6/2015/NGO/266]].",
    "См. документ [[CTOC/COP/WG.4 /2021/2]].",
    "См. документ [[E/2015/9/Add. 5]]. 12 делегаций выступили.",
    "См. документ [[E/2015/9 Add.5]].",
    "См. документ [[E/2015/9/Add 5]]. Он издан.",
    "См. документ [[E/CN 7/2015/9]] и [[E/2015/9 Ред.5]].",
    "См. документ [[Ѕ/2015/45]].",
    "См. документы [[ДП/2015/3/Доп.1]] и [[СТ/СПАСЕ/2015/3]].",
    "См. документы [[A/69/7OO]], [[A/69/70l]] и [[A/69/L.l]].",
    "См. документ [[A/\u00a069/767]].",
    "См. документ [[a/69/767]].",
    "См. документ [[A//69/767]].",
    "См. документ [[A/69/767/Rew.1]].",
    "См. документ [[A/69/767/Add]]. Он издан.",
    "Стороны обсудили [[FCCC/КС/2015/10]].",
    "The report ([[A/69/767]] and Add.1) was introduced; see also [[UNEP/OzL.Pro.WG.1/35/2]].",
]

NO_SYMBOLS = [
    "Даты 12/10/2021 и 2020/21, дробь 2/3, обстановка 24/7/365.",
    "Да и/или нет, and/or, S/he, N/A, I/O, AC/DC, F/A-18, A/C.",
    "Скорость 90 km/h, расход г/кВт·ч, 5 т/га, 3 мг/м3, CO2/kWh.",
    "ВИЧ/СПИД, HIV/AIDS, УНП/ООН, TCP/IP, ISO/IEC 27001, UN/LOCODE, USD/EUR 1.25.",
    "Вирус A/H1N1 и штамм A/California/7/2009.",
    "Должности С-4/С-5, P-4/P-5 и Д-1/Д-2.",
    "См. https://undocs.org/A/69/767 и undocs.org/ru/A/69/768, почта a/69@un.org.",
    "Доклад UNAIDS/WHO/2015, план WFP/UNICEF/2015, регламент EC/66/2015.",
    "Расход 5 l/h, файл A/CONF 2015 года, пункт А/б, рисунок С/l.",
    "Файлы docs/A/69/767, C:\\A/69/767 и A/69/767.pdf.",
    "Договоры ДП/АДМ/2015/3 и ДП/СЕА/15/3.",
    "Договор ДП/2015/3, дело А56-1234/2015, кабинет А/500, СТ/2015/3, Т/34.",
    "Доклад WHO/UNICEF/2015 и UNDP/UNFPA/2015.",
    "Ошибка TCP/IP. 4 узла отключены.",
    "Совместная программа ПРООН / ЮНФПА / 2015 года.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_finds_what_is_marked_and_nothing_else(marked: str) -> None:
    text = re.sub(r"\[\[|\]\]", "", marked)
    assert [match.text for match in find(text)] == re.findall(r"\[\[(.+?)\]\]", marked)


@pytest.mark.parametrize("text", NO_SYMBOLS)
def test_finds_nothing_where_no_symbol_is(text: str) -> None:
    assert find(text) == ()


def test_says_where_a_symbol_stands_and_what_it_should_be() -> None:
    (match,) = find("Документ СТОС/COP/WG.4/2021/1.")
    assert match.span == Span(9, 29)
    assert match.kind is Fault.MIXED_SCRIPT
    assert match.mended == str(match.symbol) == "CTOC/COP/WG.4/2021/1"


def test_a_well_formed_symbol_needs_no_mending() -> None:
    (match,) = find("Документ A/69/767.")
    assert match.kind is None
    assert match.mended is None
    assert str(match.symbol) == "A/69/767"


def test_damage_past_mending_is_still_found() -> None:
    (match,) = find("Документ A/Add.1/69/767.")
    assert match.kind is Fault.MALFORMED
    assert match.symbol is None
    assert match.mended is None
