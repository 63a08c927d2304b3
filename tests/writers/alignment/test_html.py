import re
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from termcheck.model import Alignment, Document, Kind, Pair, Passage, Place, Segment, Span
from termcheck.writers.alignment.html import alignment_as_html

Links = Sequence[tuple[tuple[int, ...], tuple[int, ...], float]]


def page(alignment: Alignment) -> html.HtmlElement:
    return html.document_fromstring(alignment_as_html(alignment))


def classes(element: html.HtmlElement) -> set[str]:
    return set(element.get("class", "").split())


def words(element: html.HtmlElement) -> list[str]:
    return [found.text_content() for found in element.find_class("words")]


def numbers(row: html.HtmlElement, side: str) -> list[str]:
    return [
        text for passage in row.find_class("passage") if side in classes(passage) for text in words(passage)
    ]


def lines(root: html.HtmlElement) -> list[tuple[list[str], list[str]]]:
    """What stands on either side of each row."""
    return [(numbers(row, "en"), numbers(row, "ru")) for row in root.find_class("row")]


def document(language: str, segments: Sequence[tuple[Kind, str, int]]) -> Document:
    path = f"report.{language}.md"
    made = [
        Segment(position, Place(path, label=f"{language} {position}"), kind, text, level=level)
        for position, (kind, text, level) in enumerate(segments)
    ]
    return Document(path, language, tuple(made))


def aligned(source: Document, russian: Document, links: Links) -> Alignment:
    def side(of: Document, positions: tuple[int, ...]) -> tuple[Passage, ...]:
        return tuple(Passage(of.segments[n], Span(0, len(of.segments[n].text))) for n in positions)

    pairs = tuple(Pair(side(source, ours), side(russian, theirs), score) for ours, theirs, score in links)
    return Alignment(russian, source, pairs)


def paragraphs(links: Links) -> Alignment:
    """Paragraphs e0, e1, … and r0, r1, … linked as told."""
    sizes = [1 + max((n for link in links for n in link[side]), default=-1) for side in (0, 1)]
    source, russian = (
        document(language, [(Kind.PARAGRAPH, f"{letter}{n}", 0) for n in range(size)])
        for language, letter, size in (("en", "e", sizes[0]), ("ru", "r", sizes[1]))
    )
    return aligned(source, russian, links)


def test_a_row_a_pair(alignment: Alignment) -> None:
    assert lines(page(alignment)) == [
        (["Report."], ["Доклад."]),
        (["One & two."], ["Раз.", "Два."]),
        ([], ["Три."]),
    ]


def test_either_side_is_in_its_language(alignment: Alignment) -> None:
    texts = page(alignment).find_class("text")
    assert {text.get("lang") for text in texts if re.search("[а-я]", text.text_content())} == {"ru"}
    assert {text.get("lang") for text in texts if re.search("[a-z]", text.text_content())} == {"en"}


def test_a_fan_has_a_branch_for_each_passage_after_the_first(alignment: Alignment) -> None:
    _, fan, alone = page(alignment).find_class("row")
    assert [classes(ribbon) for ribbon in fan.find_class("ribbon")] == [
        {"ribbon"},
        {"ribbon", "branch", "ru"},
    ]
    assert not alone.find_class("ribbon")


def test_a_passage_without_counterpart_is_named_as_such(alignment: Alignment) -> None:
    row = page(alignment).find_class("row")[2]
    assert row.get("aria-label") == "Russian without counterpart"
    assert "no counterpart" in row.text_content()
    assert "alone" in classes(row.find_class("passage")[0])


@pytest.mark.parametrize(
    ("score", "shown"), [(0.9, None), (1.0, None), (0.8999, "0.89"), (0.715, "0.71"), (0.0, "0.00")]
)
def test_a_pair_below_the_trusted_score_is_doubtful_by_class_and_in_words(score: float, shown: str) -> None:
    root = page(paragraphs([((0,), (0,), 1.0), ((1,), (1,), score)]))
    sure, row = root.find_class("row")
    assert "doubtful" not in sure.text_content()
    if shown is None:
        assert not row.find_class("doubtful")
        assert not root.find_class("stop")
        assert "Nothing is doubtful" in root.find(".//nav").text_content()
    else:
        assert f"doubtful {shown}" in row.text_content()
        assert all(
            "doubtful" in classes(part) for name in ("passage", "ribbon") for part in row.find_class(name)
        )
        assert root.find_class("stop") == [row]


def test_a_moved_passage_breaks_neither_order_and_links_to_its_counterpart() -> None:
    root = page(paragraphs([((0,), (1,), 1.0), ((1,), (2,), 1.0), ((2,), (0,), 1.0)]))
    assert lines(root) == [([], ["r0"]), (["e0"], ["r1"]), (["e1"], ["r2"]), (["e2"], [])]
    there, back = root.find_class("elsewhere")
    assert words(root.get_element_by_id(there.get("href")[1:])) == ["e2"]
    assert words(root.get_element_by_id(back.get("href")[1:])) == ["r0"]
    assert "answers en 2" in there.text_content()
    assert "answered at ru 0" in back.text_content()


def test_moved_passages_that_are_level_share_a_row() -> None:
    links = [((0,), (0,), 1.0), ((1,), (3,), 1.0), ((2,), (4,), 1.0), ((3,), (1,), 1.0), ((4,), (2,), 1.0)]
    links += [((5,), (6,), 1.0), ((6,), (5,), 1.0), ((7,), (7,), 1.0)]
    assert lines(page(paragraphs(links))) == [
        (["e0"], ["r0"]),
        (["e1"], []),
        (["e2"], []),
        (["e3"], ["r1"]),
        (["e4"], ["r2"]),
        (["e5"], ["r3"]),
        ([], ["r4"]),
        (["e6"], ["r5"]),
        ([], ["r6"]),
        (["e7"], ["r7"]),
    ]


def test_the_keys_stop_once_at_a_doubtful_pair_that_moved() -> None:
    root = page(paragraphs([((0,), (1,), 1.0), ((1,), (2,), 1.0), ((2,), (0,), 0.5)]))
    assert [numbers(row, "en") for row in root.find_class("stop")] == [["e2"]]
    assert ["look" in classes(row) for row in root.find_class("row")] == [True, False, False, True]


def test_the_head_counts() -> None:
    links = [((0,), (1,), 1.0), ((1,), (2, 3), 0.3), ((2,), (0,), 1.0), ((3, 4), (), 0.95), ((), (4,), 0.6)]
    head = page(paragraphs(links)).find_class("counts")[0]
    counted = {row.find("dt").text_content(): row.find("dd").text_content() for row in head}
    assert counted == {
        "pairs": "3",
        "doubtful": "2",
        "English without counterpart": "2",
        "Russian without counterpart": "1",
        "moved": "1",
    }


def test_headings_come_below_that_of_the_page() -> None:
    kinds = [(Kind.HEADING, "Title", 1), (Kind.HEADING, "Part", 2), (Kind.FOOTNOTE, "Note", 0)]
    root = page(aligned(document("en", kinds), document("ru", kinds), [((n,), (n,), 1.0) for n in range(3)]))
    assert [text.tag for text in root.find_class("text")] == ["h2", "h2", "h3", "h3", "p", "p"]
    assert len(root.findall(".//h1")) == 1


def test_list_items_know_their_depth() -> None:
    items = [(Kind.LIST_ITEM, "One", 1), (Kind.LIST_ITEM, "Inner", 2)]
    root = page(aligned(document("en", items), document("ru", items), [((n,), (n,), 1.0) for n in range(2)]))
    depths = [re.search(r"--level: (\d)", passage.get("style")) for passage in root.find_class("list-item")]
    assert [depth and depth[1] for depth in depths] == ["1", "1", "2", "2"]


def test_sentences_of_a_paragraph_have_its_label_once(sentences: Alignment) -> None:
    root = page(sentences)
    assert Counter(words(root)) == Counter(["Second.", "First.", "Первое.", "Второе."])
    assert [label.text_content() for label in root.find_class("label") if label.text_content()] == [
        "para. 1"
    ] * 2
    assert [words(found) for found in root.find_class("more") if "passage" in classes(found)] == [
        ["First."],
        ["Второе."],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "</p><script>alert(1)</script>",
        "A & B &amp; C",
        "\"quoted\" 'so' {{ 7 * 7 }} {% raw %}",
        "\u202eleft open \u2066and open",
    ],
)
def test_text_stays_text(text: str) -> None:
    segments = [(Kind.PARAGRAPH, text, 0)]
    root = page(aligned(document("en", segments), document("ru", segments), [((0,), (0,), 1.0)]))
    assert words(root) == [text, text]
    assert len(root.findall(".//script")) == 1
    assert {found.tag for found in root.find_class("words")} == {"bdi"}  # keeps its direction to itself


def test_what_html_forbids_is_left_out() -> None:
    segments = [(Kind.PARAGRAPH, "a\x00b\x1bc\ud800", 0)]
    out = alignment_as_html(aligned(document("en", segments), document("ru", segments), [((0,), (0,), 1.0)]))
    assert "a b c\ufffd" in out
    assert not re.search("[\x00\x1b]", out)
    out.encode()


def test_a_path_and_a_label_are_escaped() -> None:
    segment = Segment(0, Place("<i>.md", label="<b>"), Kind.PARAGRAPH, "x", mark="<u>")
    side = Document("<i>.md", "en", (segment,))
    root = page(Alignment(side, side, (Pair((Passage(segment, Span(0, 1)),), (), 1.0),)))
    assert not [element for tag in ("i", "b", "u") for element in root.iter(tag)]
    assert root.find_class("path")[0].text_content() == "<i>.md"


def test_the_page_needs_nothing_but_itself(alignment: Alignment) -> None:
    root = page(alignment)
    links = [element.get(name) for element in root.iter() for name in ("src", "href") if element.get(name)]
    assert all(link.startswith("#") for link in links)
    assert not root.findall(".//link")
    styles = "".join(style.text_content() for style in root.iter("style"))
    assert "--paper" in styles
    assert not re.search(r"@import|url\(", styles)
    assert "getBoundingClientRect" in root.find(".//script").text_content()


def test_empty_documents_have_a_page() -> None:
    root = page(paragraphs([]))
    assert not root.find_class("row")


@st.composite
def reordered(draw: st.DrawFn) -> Links:
    """Pairs of every shape, the Russian in any order."""
    shapes = draw(st.lists(st.sampled_from([(1, 1), (1, 2), (2, 1), (2, 2), (1, 0), (0, 1)]), max_size=12))
    order = draw(st.permutations(range(len(shapes))))
    scores = draw(st.lists(st.floats(0, 1), min_size=len(shapes), max_size=len(shapes)))
    starts, at = {}, 0
    for number in order:
        starts[number] = at
        at += shapes[number][1]
    links, ours = [], 0
    for number, (mine, theirs) in enumerate(shapes):
        target = tuple(range(starts[number], starts[number] + theirs))
        links.append((tuple(range(ours, ours + mine)), target, scores[number]))
        ours += mine
    return links


@given(reordered())
def test_each_text_is_read_once_from_top_to_bottom(links: Links) -> None:
    rows = lines(page(paragraphs(links)))
    for side, letter in enumerate("er"):
        shown = [text for row in rows for text in row[side]]
        total = sum(len(link[side]) for link in links)
        assert shown == [f"{letter}{n}" for n in range(total)]


@given(reordered())
def test_the_passages_of_a_pair_are_joined(links: Links) -> None:
    root = page(paragraphs(links))
    for number, link in enumerate(links):
        shown = root.xpath("//div[contains(@class, 'passage')][@data-pair=$n]", n=str(number))
        assert Counter(text for passage in shown for text in words(passage)) == Counter(
            [f"e{n}" for n in link[0]] + [f"r{n}" for n in link[1]]
        )
