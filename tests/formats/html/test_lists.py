"""Labels that a browser counts, and those that Word has put before its items."""

from collections.abc import Callable

import pytest

from termcheck.model import Document, Kind

Read = Callable[[str], Document]


@pytest.mark.parametrize(
    ("opening", "marks"),
    [
        ("<ol>", ["1.", "2."]),
        ('<ol start="4">', ["4.", "5."]),
        ("<ol reversed>", ["2.", "1."]),
        ("<ol type=a>", ["a)", "b)"]),
        ("<ol type=A>", ["A.", "B."]),
        ('<ol type="i" start=4>', ["iv)", "v)"]),
        ("<ol type=I>", ["I.", "II."]),
        ('<ol style="list-style-type: lower-alpha">', ["a)", "b)"]),
        ('<ol style="list-style: none">', ["", ""]),
        ("<ul>", ["•", "•"]),
        ('<ul style="list-style-type:none">', ["", ""]),
        ('<ol start="много">', ["1.", "2."]),
    ],
)
def test_automatic_labels(read_page: Read, opening: str, marks: list[str]) -> None:
    page = read_page(f"{opening}<li>Выборы</li><li><p>Доклад</p><p>Он принят.</p></li></ol>")
    assert [segment.mark for segment in page.segments] == [*marks, ""]
    assert all(not segment.mark_origin for segment in page.segments)


def test_an_item_may_say_its_own_number(read_page: Read) -> None:
    page = read_page('<ol><li>один<li value="7">семь<li>восемь<li type="i">девять</ol>')
    assert [segment.mark for segment in page.segments] == ["1.", "7.", "8.", "ix)"]


def test_lists_within_lists(read_page: Read) -> None:
    page = read_page(
        "<p>27. Повестка дня:</p><ol><li>Выборы<ol type=a><li>Председатель<li>докладчик</ol><li>Прочее</ol>"
    )
    assert [(s.place.label, s.kind, s.level) for s in page.segments] == [
        ("para. 27", Kind.PARAGRAPH, 0),
        ("para. 27, item 1", Kind.LIST_ITEM, 1),
        ("para. 27, item 1 (a)", Kind.LIST_ITEM, 2),
        ("para. 27, item 1 (b)", Kind.LIST_ITEM, 2),
        ("para. 27, item 2", Kind.LIST_ITEM, 1),
    ]


def test_a_typed_label_of_an_item_wins_over_its_bullet(read_page: Read) -> None:
    page = read_page("<ul><li>а) открытие</li><li>б) выборы</li></ul>")
    assert [segment.mark for segment in page.segments] == ["а)", "б)"]


GAP = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>"


@pytest.mark.parametrize(
    ("written", "mark"),
    [
        (f"<![if !supportLists]><span style='mso-list:Ignore'>12.{GAP}</span><![endif]>Текст.", "12."),
        (f"<span style='font-family:Symbol'><span style='mso-list:Ignore'>·{GAP}</span></span>Текст.", "•"),
        (f"<span style='font-family:Wingdings'>§{GAP}</span>Текст.", "•"),
        (f"<span style='font-family:\"Courier New\"'>o{GAP}</span>Текст.", "•"),
        (f"<span lang=RU>12.{GAP}</span>Текст.", "12."),  # filtered: typed for all that the file says
    ],
)
def test_labels_of_word(read_page: Read, written: str, mark: str) -> None:
    (segment,) = read_page(
        f"<p class=MsoListParagraph style='text-indent:-18.0pt'>{written}<o:p></o:p></p>"
    ).segments
    assert (segment.mark, segment.text) == (mark, "Текст.")
