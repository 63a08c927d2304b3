"""Markdown as reports are written in it."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termcheck.formats.markdown import read_markdown
from termcheck.formats.structure import document, line_starts
from termcheck.model import Document, Kind, Span

REPORT = """

**Совещание участников\x20\x20
Соглашения о реке\x20\x20
Белой**

Distr.: General\x20\x20
4 May 2022\x20\x20
Russian\x20\x20
Original: English

**Группа экспертов по паводкам**\x20\x20
Женева, 2 и 3 мая 2022 года

## **Проект доклада**

### **I. Введение**

1. В своем решении 2/5 Совещание участников учредило Группу.
2. Группа провела первое совещание в 2019 году.

**А. Открытие**

3. Совещание открыла Председатель. Она обратилась к участникам со

словами приветствия.

## **В. Повестка дня**

4. Группа утвердила следующую повестку дня:

1. Организационные вопросы:
  - а) Открытие совещания
  - б) Выборы
2. Прочие вопросы

5. Группе были представлены:

а) повестка дня ([WRB/2022/1](https://example.org/1 "документ"));

b) список участников.

---
"""


def read(text: str) -> Document:
    return document(read_markdown(text), path="a.md", language="ru", lines=line_starts(text))


def texts(text: str) -> list[str]:
    return [segment.text for segment in read(text).segments]


def test_the_layout_of_a_report(find_misplaced: Callable[..., list[tuple[str, str]]]) -> None:
    document = read(REPORT)
    assert [(s.place.label, s.kind.value, s.level, s.mark, s.text[:22]) for s in document.segments] == [
        ("title", "heading", 1, "", "Совещание участников С"),
        ("front matter", "paragraph", 0, "", "Distr.: General"),
        ("front matter", "paragraph", 0, "", "4 May 2022"),
        ("front matter", "paragraph", 0, "", "Russian"),
        ("front matter", "paragraph", 0, "", "Original: English"),
        ("title", "heading", 1, "", "Группа экспертов по па"),
        ("front matter", "paragraph", 0, "", "Женева, 2 и 3 мая 2022"),
        ("title", "heading", 1, "", "Проект доклада"),
        ("heading I", "heading", 1, "I.", "Введение"),
        ("para. 1", "paragraph", 0, "1.", "В своем решении 2/5 Со"),
        ("para. 2", "paragraph", 0, "2.", "Группа провела первое "),
        ("heading I.A", "heading", 2, "А.", "Открытие"),
        ("para. 3", "paragraph", 0, "3.", "Совещание открыла Пред"),
        ("heading I.B", "heading", 2, "В.", "Повестка дня"),
        ("para. 4", "paragraph", 0, "4.", "Группа утвердила следу"),
        ("para. 4, item 1", "list item", 1, "1.", "Организационные вопрос"),
        ("para. 4, item 1 (a)", "list item", 2, "а)", "Открытие совещания"),
        ("para. 4, item 1 (b)", "list item", 2, "б)", "Выборы"),
        ("para. 4, item 2", "list item", 1, "2.", "Прочие вопросы"),
        ("para. 5", "paragraph", 0, "5.", "Группе были представле"),
        ("para. 5 (a)", "list item", 1, "а)", "повестка дня (WRB/2022"),
        ("para. 5 (b)", "list item", 1, "b)", "список участников."),
    ]
    assert document.segments[0].text == "Совещание участников Соглашения о реке Белой"
    assert document.date == date(2022, 5, 4)
    torn = document.segments[12]
    assert torn.text[torn.breaks[0] - 2 :].startswith("со словами")
    assert document.segments[20].links == ((Span(14, 24), "https://example.org/1"),)
    assert find_misplaced(document, REPORT) == []


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Комитет *принял* **доклад** и __закрыл__ _заседание_", "Комитет принял доклад и закрыл заседание"),
        ("см. [документ](a.html 'документ') и документ", "см. документ и документ"),
        ("см. [документ][1] и [второй]\n\n[1]: a.html\n[второй]: b.html", "см. документ и второй"),
        ("сайт <https://example.org/документ>", "сайт https://example.org/документ"),
        ("снежная\\*лавина &laquo;сход&raquo; &#1040;&amp;", "снежная*лавина «сход» А&"),
        ("код `A/71/303` и `` a`b ``", "код A/71/303 и  a`b"),
        ("первая  \nвторая\\\nтретья\nчетвертая", "первая вторая третья четвертая"),
        ("слово <b>в</b> слове<br>и дальше <!-- нет -->", "слово в слове и дальше"),
        ("рисунок ![Карта *реки*](map.png)", "рисунок Карта реки"),
        ("2 * 3 * 4 и a_b_c", "2 * 3 * 4 и a_b_c"),
        ("заседании[-ях] и [...]", "заседании[-ях] и [...]"),
        ("тер\u00adмин[^1]", "термин"),
        ("    с отступом в четыре знака", "с отступом в четыре знака"),
        ("> цитата\n> дальше", "цитата дальше"),
        ("2015. Год завершения программы", "2015. Год завершения программы"),
    ],
)
def test_inline_markup(
    find_misplaced: Callable[..., list[tuple[str, str]]], written: str, read_as: str
) -> None:
    assert texts(written)[0].split() == read_as.split()
    assert find_misplaced(read(written), written, escapes="\\&<") == []


def test_tables_cell_by_cell() -> None:
    table = "| Страна | Взнос |\n|---|--:|\n| Чили | 12,5 |\n| Мали \\| Нигер | 3 | и еще |\n"
    cells = [(s.place.label, s.kind, s.text) for s in read(table).segments]
    assert cells == [
        ("table 1, row 1, column 1", Kind.TABLE_CELL, "Страна"),
        ("table 1, row 1, column 2", Kind.TABLE_CELL, "Взнос"),
        ("table 1, row 2, column 1", Kind.TABLE_CELL, "Чили"),
        ("table 1, row 2, column 2", Kind.TABLE_CELL, "12,5"),
        ("table 1, row 3, column 1", Kind.TABLE_CELL, "Мали | Нигер"),
        ("table 1, row 3, column 2", Kind.TABLE_CELL, "3"),
        ("table 1, row 3, column 3", Kind.TABLE_CELL, "и еще"),
    ]


def test_footnotes() -> None:
    notes = [
        s for s in read("1. Текст[^1].\n\n[^1]: A/71/303.\n[^2]: См. *доклад*.\n").segments if s.mark != "1."
    ]
    assert [(s.kind, s.place.label, s.text) for s in notes] == [
        (Kind.FOOTNOTE, "footnote 1", "A/71/303."),
        (Kind.FOOTNOTE, "footnote 2", "См. доклад."),
    ]


def test_the_marks_of_footnotes_keep_their_places() -> None:
    first = read("1. Текст[^1], **ещё**[^a].\n\n[^1]: A/71/303.\n").segments[0]
    assert (first.text, first.notes) == ("Текст, ещё.", ((5, "1"), (10, "a")))


def test_soft_hyphens_are_told_and_left_out() -> None:
    first = read("До\u00adклад и резо&shy;люция\n").segments[0]
    assert (first.text, first.hyphens) == ("Доклад и резолюция", (2, 13))


def test_words_in_blocks_of_html_are_kept_and_code_is_left_out() -> None:
    text = '<div align="center">\nПриложение &mdash; I\n</div>\n\n<!-- скрыто -->\n\n```\nкод\n```\n'
    assert texts(text) == ["Приложение — I"]


def test_both_kinds_of_headings() -> None:
    assert [(s.kind, s.text) for s in read("Введение\n========\n\n## Выводы ##\n").segments] == [
        (Kind.HEADING, "Введение"),
        (Kind.HEADING, "Выводы"),
    ]


def test_deep_nesting_loses_nothing() -> None:
    lists = "\n".join(f"{'  ' * depth}- пункт {depth}" for depth in range(200))
    assert [text.split()[-1] for text in texts(lists)] == [str(depth) for depth in range(200)]
    assert texts(">" * 2000 + " глубоко")[0].endswith("глубоко")


WORDS = ["Комитет", "доклад", "в", "А.", "12.", "а)", "(b)", "I.", "2015.", "пункт;"]
MARKUP = [
    "*",
    "**",
    "_",
    "[",
    "]",
    "(x)",
    "](x)",
    "|",
    "|---|---|",
    "- ",
    "  \n",
    "\\\n",
    "\n",
    "\n\n",
    "\r\n",
    "\\*",
    "\\|",
    "&amp;",
    "&laquo;",
    "# ",
    "## ",
    "> ",
    "1. ",
    "---",
    "\u00ad",
    "\u00a0",
    "\f",
    " ",
]
HIDING = [
    "    ",
    "\t",
    "$",
    "{{ x }}",
    "!!! note",
    ": ",
    "<",
    ">",
    "`",
    "```",
    "<http://a.b/c>",
    "<br>",
    "[^1]",
    "[^1]: ",
    "[a]: b",
    "](x 'y')",
]


@settings(max_examples=300)
@given(parts=st.lists(st.sampled_from(WORDS + MARKUP + HIDING), max_size=30))
def test_every_character_stands_where_its_piece_says(
    find_misplaced: Callable[..., list[tuple[str, str]]], parts: list[str]
) -> None:
    text = "".join(parts)
    assert find_misplaced(read(text), text, escapes="\\&") == []


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS + MARKUP), max_size=30))
def test_no_letter_is_lost(parts: list[str]) -> None:
    text = "".join(part for part in parts if part not in ("[", "]", "(x)", "](x)", "&amp;", "&laquo;"))
    read_back = "".join(segment.mark + segment.text for segment in read(text).segments)
    assert "".join(filter(str.isalpha, read_back)) == "".join(filter(str.isalpha, text))
