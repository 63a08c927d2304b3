"""Pages as blocks: what is bold, a heading, an item, a cell, and where each letter stands."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termcheck.formats.html import read_html
from termcheck.formats.structure import document, line_starts
from termcheck.model import CodeKind, Document, Kind, Span

Read = Callable[[str], Document]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("<p>Комитет\n\t\tпринял   доклад </p>", ["Комитет принял доклад"]),
        ("<p>Комитет <b> принял </b> доклад</p>", ["Комитет принял доклад"]),
        ("<p>слово<b>сочета</b>ние</p>", ["словосочетание"]),
        ("<p>5&nbsp;млн, 6\xa0млн</p>", ["5\xa0млн, 6\xa0млн"]),
        ("<p>&laquo;Доклад&raquo; &#8212; &#x2116; 5 &lt; 6</p>", ["«Доклад» — № 5 < 6"]),
        ("<p>тер&shy;мин и до\xadклад</p>", ["термин и доклад"]),
        ("<p>CO<sub>2</sub>, м<sup>2</sup></p>", ["CO2, м2"]),
        ("Без тегов<p>первый<p>второй<div>третий", ["Без тегов", "первый", "второй", "третий"]),
        ("<p>Вена,<br>2 мая</p>", ["Вена,", "2 мая"]),
        ("<h2>Название<br>доклада</h2>", ["Название доклада"]),
        ("<div>первый абзац,<br><br>второй</div>", ["первый абзац,", "второй"]),
        ("<b><p>первый</b> и дальше</p>второй", ["первый и дальше", "второй"]),
        ("<p>было <del>три</del><ins>два</ins></p>", ["было два"]),
        ("<td>ячейка без таблицы</td>", ["ячейка без таблицы"]),
        ("<table>текст<tr>между<td>ячейка</table>", ["текстмежду", "ячейка"]),
        ("<dl><dt>СЛД<dd>Сеть лабораторий</dl>", ["СЛД", "Сеть лабораторий"]),
        ("<p>AT&T &copy 2024 &c</p>", ["AT&T © 2024 &c"]),
        ("<p>До<!-- нет --> и <![if x]>после<![endif]></p>", ["До и после"]),
        ("<pre>Комитет\nпринял доклад.\n\nОн издан.</pre>", ["Комитет принял доклад.", "Он издан."]),
        ("<p>До</p><pre><code>x = f(a) # «Молдова»\n</code></pre>", ["До"]),
        ("<svg><title>Эмблема</title><text>нет</text></svg>да", ["да"]),
    ],
)  # fmt: skip
def test_texts(read_page: Read, written: str, read_as: list[str]) -> None:
    assert [segment.text for segment in read_page(written).segments] == read_as


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="color: red; display: none">{}</p>',
        '<span style="visibility:hidden">{}</span>',
        '<span style="mso-hide:all">{}</span>',
        "<div hidden>{}</div>",
        '<i aria-hidden="true">{}</i>',
        '<h2 class="block-title visually-hidden">{}</h2>',
        "<script>{}</script>",
        "<style>{}</style>",
        "<template><p>{}</p></template>",
        "<noscript>{}</noscript>",
        "<dialog>{}</dialog>",
        "<button>{}</button>",
        "<select><option>{}</select>",
        "<!--[if gte mso 9]><xml>{}</xml><![endif]-->",
    ],
)
def test_what_no_reader_sees_is_left_out(read_page: Read, hidden: str) -> None:
    page = read_page(f"<p>До</p>{hidden.format('Молдова')}<p>После</p>")
    assert [segment.text for segment in page.segments] == ["До", "После"]


def test_headings_have_the_depth_of_their_tags(read_page: Read) -> None:
    text = "<h1>Доклад</h1><h2>I.\tВведение</h2><p>1. Текст.</p><h3>Мандат</h3><p>2. Текст.</p>"
    assert [(s.kind, s.level, s.mark, s.text) for s in read_page(text).segments] == [
        (Kind.HEADING, 1, "", "Доклад"),
        (Kind.HEADING, 1, "I.", "Введение"),
        (Kind.PARAGRAPH, 0, "1.", "Текст."),
        (Kind.HEADING, 2, "", "Мандат"),
        (Kind.PARAGRAPH, 0, "2.", "Текст."),
    ]


def test_a_short_text_in_bold_is_a_heading(read_page: Read) -> None:
    text = (
        '<p><b>Введе<span style="font-weight: bold">ние</span></b></p>'
        '<p><b>Доклад</b> <span style="font-weight:700">принят</span></p>'
        '<p><b>Комитет <span style="font-weight: normal">принял</span></b></p>'
    )
    kinds = [segment.kind for segment in read_page(text).segments]
    assert kinds == [Kind.HEADING, Kind.HEADING, Kind.PARAGRAPH]


def test_links_code_and_typed_labels_keep_their_places(read_page: Read) -> None:
    text = '<p>а) см. <a href="/A/71/303?x=1&amp;y">доклад</a>, <code>rm <b>-r</b></code></p>'
    (segment,) = read_page(text).segments
    assert (segment.mark, segment.text) == ("а)", "см. доклад, rm -r")
    assert segment.links == ((Span(4, 10), "/A/71/303?x=1&y"),)
    assert [(code.span, code.kind, code.text) for code in segment.codes] == [
        (Span(12, 17), CodeKind.VERBATIM, "rm -r")
    ]
    assert text[segment.mark_origin[0].offset :].startswith("а)")


def test_the_title_of_a_page_is_metadata(read_page: Read) -> None:
    page = read_page(
        "<html><head><title>Доклад &mdash;\n Комитет</title></head><body><p>Текст.</p></body></html>"
    )
    assert [(s.kind, s.place.label, s.text) for s in page.segments] == [
        (Kind.METADATA, "metadata (title)", "Доклад — Комитет"),
        (Kind.PARAGRAPH, "unnumbered para. 1", "Текст."),
    ]


def test_cells_are_named_by_their_place_in_the_grid(read_page: Read) -> None:
    text = """<table><caption>Таблица 1</caption>
        <thead><tr><th rowspan=2>Страна<th colspan="2">Взнос</tr>
        <tr><th>2022<th>2023</thead>
        <tr style="display:none"><td>нет</td></tr>
        <tr><td>Чили<p>и Перу</p></td><td>5</td><td><table><tr><td>внутри</td></tr></table></td></tr>
        </table><table><tr></tr><tr><td>вторая</td></tr></table>"""
    found = [(s.place.label.replace("table ", ""), s.text) for s in read_page(text).segments]
    assert found == [
        ("unnumbered para. 1", "Таблица 1"),
        ("1, row 1, column 1", "Страна"),
        ("1, row 1, column 2", "Взнос"),
        ("1, row 2, column 2", "2022"),
        ("1, row 2, column 3", "2023"),
        ("1, row 3, column 1", "Чили"),
        ("1, row 3, column 1", "и Перу"),
        ("1, row 3, column 2", "5"),
        ("2, row 1, column 1", "внутри"),
        ("3, row 2, column 1", "вторая"),
    ]


TAGS = [
    "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<a href='#x'>", "<a name=x>", "</a>", "<sup>", "</sup>",
    "<br>", "<ul>", "<ol type=a>", "<li>", "</li>", "</ul>", "</ol>", "<table>", "<tr>", "<td colspan=2>",
    "<td rowspan=3>", "</table>", "<h1>", "</h1>", "<div id=x>", "</div>", "<code>", "</code>",
    "<pre>", "</pre>", "<title>", "</title>", "<main>", "</main>", "<!-- -->", "<hr>",
]  # fmt: skip
WORDS = [
    "Комитет",
    "доклад ",
    " в",
    "А. ",
    "12.",
    "а) ",
    "1",
    "[1]",
    "\n",
    "  ",
    "\xa0",
    "\xad",
    "&amp;",
    "&laquo;",
    "<",
    "&",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(TAGS + WORDS), max_size=30))
def test_every_character_stands_where_its_piece_says(
    find_misplaced: Callable[..., list[tuple[str, str]]], parts: list[str]
) -> None:
    text = "".join(parts)
    page = document(read_html(text), path="a.html", language="ru", lines=line_starts(text))
    assert find_misplaced(page, text, escapes="&") == []


@given(
    st.lists(
        st.sampled_from(["<b>", "</b>", "<p>", "</p>", "<div>", "</div>", "<i>", "</i>", "слово", " и "])
    )
)
def test_no_letter_is_lost_however_tags_cross(parts: list[str]) -> None:
    text = "".join(parts)
    page = document(read_html(text), path="a.html", language="ru", lines=line_starts(text))
    read_back = "".join(segment.mark + segment.text for segment in page.segments)
    assert read_back.replace(" ", "") == text.translate(str.maketrans("", "", "<>/bpdiv ")).strip()


def test_deep_nesting_loses_nothing(read_page: Read) -> None:
    text = "".join(f"<div>{number}" for number in range(3000))
    assert [segment.text for segment in read_page(text).segments] == [str(number) for number in range(3000)]
