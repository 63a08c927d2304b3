from collections.abc import Callable

from lxml import html

from termcheck.model import Concept, Document, Mention, Passage, Register, Result, Span, Status, Term
from termcheck.writers.html.entities import entities

Draw = Callable[..., Result]
Render = Callable[..., html.HtmlElement]

ESWATINI = Concept(
    "SWZ",
    "country",
    "state",
    (
        Term("Eswatini", "en", Register.SHORT),
        Term("Эсватини", "ru", Register.SHORT),
        Term("Свазиленд", "ru", Register.SHORT, status=Status.SUPERSEDED),
        Term("Мбабане", "ru", Register.CAPITAL),
    ),
)
CHAD = Concept(
    "TCD", "country", "state", (Term("Chad", "en", Register.SHORT), Term("Чад", "ru", Register.SHORT))
)
RUSSIAN = ["В Эсватини и Чаде.", "Из Свазиленда.", "О Свазиленде и Свазиленде."]
ENGLISH = ["In Eswatini and Chad.", "From Eswatini.", "On Eswatini."]


def mention(document: Document, paragraph: int, words: str, concept: Concept, term: int) -> Mention:
    segment = document.segments[paragraph]
    start = segment.text.index(words)
    return Mention(concept, concept.terms[term], Passage(segment, Span(start, start + len(words))), words)


def told(draw: Draw, **more: object) -> Result:
    bare = draw(RUSSIAN, ENGLISH)
    russian, english = bare.russian, bare.source
    assert english
    mentions = [
        mention(english, 0, "Eswatini", ESWATINI, 0),
        mention(english, 0, "Chad", CHAD, 0),
        mention(english, 1, "Eswatini", ESWATINI, 0),
        mention(english, 2, "Eswatini", ESWATINI, 0),
        mention(russian, 0, "Эсватини", ESWATINI, 1),
        mention(russian, 0, "Чаде", CHAD, 1),
        mention(russian, 1, "Свазиленда", ESWATINI, 2),
        mention(russian, 2, "Свазиленде", ESWATINI, 2),
        mention(russian, 2, "Свазиленде", ESWATINI, 2),
    ]
    return draw(RUSSIAN, ENGLISH, mentions=mentions, **more)


def test_a_concept_has_its_renderings_with_forms_counts_and_places(draw: Draw) -> None:
    eswatini, chad = entities(told(draw), {})
    assert [(r.term.text, r.count) for r in eswatini.english] == [("Eswatini", 3)]
    assert [(r.term.text, r.count) for r in eswatini.russian] == [("Свазиленд", 3), ("Эсватини", 1)]
    assert eswatini.russian[0].forms == (("Свазиленде", 2), ("Свазиленда", 1))
    assert [(s.place.label, count) for s, count in eswatini.russian[0].places] == [
        ("para. 2", 1),
        ("para. 3", 2),
    ]
    assert (chad.concept.id, chad.count) == ("TCD", 2)


def test_only_another_name_is_another_name(draw: Draw) -> None:
    eswatini, chad = entities(told(draw), {})
    assert (eswatini.various, chad.various) == (True, False)
    capital = draw(["В Мбабане, Эсватини."])
    mentions = [
        mention(capital.russian, 0, "Мбабане", ESWATINI, 3),
        mention(capital.russian, 0, "Эсватини", ESWATINI, 1),
    ]
    (only,) = entities(draw(["В Мбабане, Эсватини."], mentions=mentions), {})
    assert not only.various


def test_what_has_findings_comes_first(draw: Draw) -> None:
    assert [entity.concept.id for entity in entities(told(draw), {"TCD": [1]})] == ["TCD", "SWZ"]


def test_findings_are_filtered_by_what_they_are_about(draw: Draw, page: Render) -> None:
    about_both = {"concepts": ("SWZ", "TCD", "unknown")}
    findings = [
        (0, "В Эсватини и Чаде.", about_both),
        (1, "Свазиленда", {"concepts": ("SWZ",)}),
        (2, "О", {}),
    ]
    root = page(told(draw, findings=findings))
    options = {option.get("value"): option.text for option in root.cssselect("#entity option")}
    about = [
        [options[number] for number in card.get("data-entities").split()] for card in root.cssselect(".card")
    ]
    assert about == [["Eswatini (2)", "Chad (1)"], ["Eswatini (2)"], []]


def test_the_page_lists_them(draw: Draw, page: Render) -> None:
    root = page(told(draw))
    first, second = root.cssselect(".entity")
    assert " ".join(first.cssselect("h3")[0].text_content().split()) == "Eswatini Эсватини"
    assert [status.text for status in first.cssselect(".doubted")] == ["superseded"]
    assert [link.text for link in first.cssselect(".ru .places a")] == ["para. 2", "para. 3", "para. 1"]
    assert "various" in first.get("class") and "various" not in second.get("class")
