"""What the page holds; how it behaves is in tests/browser."""

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from termcheck.model import (
    Document,
    Finding,
    Kind,
    Message,
    Pair,
    Passage,
    Place,
    Problem,
    Result,
    Segment,
    Severity,
    Span,
)
from termcheck.writers.html import as_html
from termcheck.writers.html.report import tongues

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT
Draw = Callable[..., Result]
Render = Callable[..., html.HtmlElement]


def said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def texts(root: html.HtmlElement, side: str) -> list[list[str]]:
    """What stands on one side of each row."""
    rows = root.find_class("row")
    return [
        [said(words) for half in row.find_class(side) for words in half.find_class("words")] for row in rows
    ]


def test_both_texts_stand_side_by_side(draw: Draw, page: Render) -> None:
    root = page(draw(["Раз.", "Два."], ["One.", "Two."]))
    assert texts(root, "en") == [["One."], ["Two."]]
    assert texts(root, "ru") == [["Раз."], ["Два."]]
    assert {half.get("lang") for half in root.find_class("block")} == {"en", "ru"}


def test_what_is_in_no_pair_is_shown_all_the_same(draw: Draw, page: Render) -> None:
    root = page(draw(["Раз.", "Два."], ["One.", "Two."], paired=1))
    assert sorted(text for row in texts(root, "ru") for text in row) == ["Два.", "Раз."]
    assert sorted(text for row in texts(root, "en") for text in row) == ["One.", "Two."]


def test_a_russian_text_alone_has_one_column(draw: Draw, page: Render) -> None:
    root = page(draw(["Раз.", "Два."]))
    assert texts(root, "ru") == [["Раз."], ["Два."]]
    assert not root.cssselect(".side.en")


def test_a_finding_is_marked_and_told_beside_its_text(draw: Draw, page: Render) -> None:
    findings = [(1, "слово", {"suggestions": ("дело",), "message": "«слово» is not «дело»"})]
    root = page(draw(["Раз.", "Вот слово."], ["One.", "Here is a word."], findings=findings))
    (mark,) = root.cssselect("mark")
    assert (mark.text, mark.get("class"), mark.get("data-findings")) == ("слово", "error", "1")
    (card,) = root.cssselect("article.card")
    row = card.xpath("ancestor::div[contains(@class, 'row')]")[0]
    assert mark in row.iter()
    assert said(card.find_class("message")[0]) == "«слово» is not «дело»"
    assert [said(words) for words in card.cssselect("del, ins")] == ["слово", "дело"]


def test_the_english_of_a_finding_is_quoted_and_lit(draw: Draw, page: Render) -> None:
    bare = draw(["Вот слово."], ["Here is a word."])
    assert bare.source
    source = Passage(bare.source.segments[0], Span(10, 14))
    root = page(draw(["Вот слово."], ["Here is a word."], findings=[(0, "слово", {"source": source})]))
    assert said(root.cssselect(".card .english q")[0]) == "word"
    assert said(root.cssselect(".answer")[0]) == "word"


def test_something_missing_is_inserted_not_exchanged(draw: Draw, page: Render) -> None:
    findings = [(0, "Перу и Чили.", {"absent": True, "suggestions": ("Уругвай",)})]
    root = page(draw(["Перу и Чили."], ["Peru, Uruguay and Chile."], findings=findings))
    (mark,) = root.cssselect("mark.gap")
    assert mark.text is None
    assert said(root.cssselect(".card .new")[0]) == "+Insert: Уругвай"
    assert not root.cssselect(".card .old")


def test_findings_of_one_cause_know_of_each_other(draw: Draw, page: Render) -> None:
    findings = [(n, "слово", {"cause": "одна"}) for n in range(3)]
    root = page(draw(["слово"] * 3, findings=findings))
    assert [said(card.cssselect(".others")[0]) for card in root.cssselect(".card")] == [
        "1 of 3 alike · next at para. 2",
        "2 of 3 alike · first at para. 1 · next at para. 3",
        "3 of 3 alike · first at para. 1",
    ]


def test_a_finding_without_a_row_of_its_own_is_not_lost(draw: Draw, page: Render) -> None:
    root = page(draw([""], ["Not translated."], findings=[(0, "", {"message": "nothing is here"})], paired=0))
    assert [said(message) for message in root.find_class("message")] == ["Nothing is here"]


def test_a_unit_without_translation_stands_beside_its_original(page: Render) -> None:
    place = Place("units.xlf", unit="7")
    english = Segment(0, place, Kind.PARAGRAPH, "Not translated.")
    russian = Segment(0, place, Kind.PARAGRAPH, "")
    source, target = Passage(english, Span(0, 15)), Passage(russian, Span(0, 0))
    finding = Finding(
        "structure/untranslated", WARNING, Problem(target, Message("empty"), absent=True), place, ""
    )
    documents = Document("units.xlf", "ru", (russian,)), Document("units.xlf", "en", (english,))
    root = page(Result(*documents, None, (finding,), pairs=(Pair((source,), (), 1.0),)))
    (row,) = root.find_class("row")
    assert [len(row.cssselect(one)) for one in (".en .words", ".ru mark.gap", ".card")] == [1, 1, 1]


def test_severities_below_the_least_are_there_but_not_pressed(draw: Draw, page: Render) -> None:
    findings = [(0, "раз", {"severity": ERROR}), (0, "два", {"severity": HINT})]
    root = page(draw(["раз два"], findings=findings), least=WARNING)
    pressed = {b.get("data-severity"): b.get("aria-pressed") for b in root.cssselect(".severity")}
    assert pressed == {"error": "true", "warning": "true", "hint": "false"}
    assert len(root.cssselect(".card")) == 2


def test_families_are_counted(draw: Draw, page: Render) -> None:
    findings = [
        (0, "раз", {"check": "text/dash"}),
        (0, "два", {"check": "text/yo"}),
        (0, "раз", {"check": "date/format"}),
    ]
    root = page(draw(["раз два"], findings=findings))
    assert [said(button) for button in root.cssselect(".family")] == ["text 2", "date 1"]


def test_why_is_the_docstring_of_the_check(draw: Draw, page: Render) -> None:
    root = page(draw(["раз"], findings=[(0, "раз", {"check": "symbol/mixed-script"})]))
    (check,) = root.cssselect("#check-symbol-mixed-script")
    assert "Cyrillic" in said(check)
    assert [row.get("class") for row in check.cssselect("dl div")][:2] == ["wrong", "right"]


def test_a_clean_text_says_so(draw: Draw, page: Render) -> None:
    root = page(draw(["Раз."], ["One."]))
    assert "Nothing to correct" in said(root.cssselect(".nothing")[0])
    assert not root.cssselect("#strip, #search")


def test_several_documents_have_a_list_and_numbers_of_their_own(draw: Draw, page: Render) -> None:
    one = draw(["раз"], findings=[(0, "раз", {})])
    root = page(one, draw(["два"]), one)
    assert [said(link) for link in root.cssselect("#documents li a")] == ["report.ru.md"] * 3
    assert [card.get("id") for card in root.cssselect(".card")] == ["f1", "f2"]
    identities = root.xpath("//@id")
    assert len(identities) == len(set(identities))


def test_nothing_checked_is_a_page_as_well() -> None:
    assert "0 documents" in as_html([], WARNING)


def test_every_link_leads_somewhere(draw: Draw, page: Render) -> None:
    findings = [(n, "слово", {"cause": "одна"}) for n in range(2)]
    root = page(draw(["слово"] * 2, ["word"] * 2, findings=findings))
    identities = set(root.xpath("//@id"))
    assert {link[1:] for link in root.xpath("//a/@href")} <= identities


def test_the_page_needs_no_network(draw: Draw) -> None:
    page = as_html([draw(["раз"], findings=[(0, "раз", {})])], WARNING)
    assert not re.search(r"<(?:link|img|iframe|script)\b[^>]+(?:src|href)=|@import|url\(", page)


@pytest.mark.parametrize(
    ("text", "russian"),
    [
        ("“Niger” is another State than «Нигерии»", ["«Нигерии»"]),
        ("the label «В.» is Cyrillic; it should be Latin B.", ["«В.»"]),
        ("see «Рабочая группа по торговле людьми» there", ["«Рабочая группа по торговле людьми»"]),
        ("nothing Russian", []),
    ],
)
def test_russian_words_in_an_english_sentence_are_read_as_russian(text: str, russian: list[str]) -> None:
    parts = list(tongues(text))
    assert "".join(words for _, words in parts) == text
    assert [words for language, words in parts if language == "ru"] == russian


ANY = st.text(min_size=1) | st.sampled_from(
    [
        "</script><script>alert(1)</script>",
        "</style>",
        "<!--",
        "]]>",
        "\" onclick='x'",
        "{{ 7 * 7 }}",
        "&lt;b&gt;",
        "\x00\ud800",
    ]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY, ANY)
def test_no_text_breaks_out_of_the_page(draw: Draw, page: Render, russian: str, english: str) -> None:
    more = {
        "suggestions": (english,),
        "message": english.replace("{", "{{").replace("}", "}}"),
        "cause": russian,
    }
    result = draw([russian], [english], findings=[(0, russian, more)])
    plain = draw(
        ["раз"], ["one"], findings=[(0, "раз", {"suggestions": ("два",), "message": "нет", "cause": "раз"})]
    )
    root, known = page(result), page(plain)
    for tag in ("script", "style", "article", "section", "mark", "a", "button"):
        assert len(root.findall(f".//{tag}")) == len(known.findall(f".//{tag}"))
    allowed = {name for element in known.iter() if isinstance(element.tag, str) for name in element.attrib}
    used = {name for element in root.iter() if isinstance(element.tag, str) for name in element.attrib}
    assert used <= allowed | {"data-script"}
