"""HTML within the text of a unit: what of it is markup, and the blocks of the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.formats.blocks import Block
from termcheck.formats.fragments import fragments, holds_tags, markup_in
from termcheck.model import Kind


def read(text: str, *, parted: bool = True) -> list[Block]:
    return fragments(text, markup_in(text), folded=True, parted=parted)


def rows(text: str) -> list[str]:
    return [block.text for block in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "cp <source> <target>",
        "List<String> и Map<String, List<Integer>>",
        "см. <https://example.org/a> и <user@example.org>",
        "при x < y и y > z, если a<b и c>d",
        "<имя файла> и <filename>",
        "R&D, AT&T; Q&A и &copy без знака",
        'пишется <a rel="noreferrer" …> или <title>',
        "Ну <?> и <!вот>",
    ],
)
def test_what_only_looks_like_markup_is_text(text: str) -> None:
    assert not holds_tags(markup_in(text))
    assert rows(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>Комитет</b> принял <i>доклад</i>.", ["Комитет принял доклад."]),
        ("<h2>Вывод</h2>\n<p>Комитет  принял\n  доклад.</p>", ["Вывод", "Комитет принял доклад."]),
        ("<ul><li>доклад;<li>записка.</ul>", ["доклад;", "записка."]),
        ("Комитет<br>принял<br/> доклад", ["Комитет принял доклад"]),
        ("см. <link>доклад</link> и <0/>", ["см. доклад и <0/>"]),
        ("5&nbsp;млн&#8212;&laquo;да&raquo;", ["5\u00a0млн—«да»"]),
        ("<p>Комитет <!-- нет --><script>x < y</script>принял</p>", ["Комитет принял"]),
        ("Нажмите <img src='a.png'>, затем", ["Нажмите \ufffc, затем"]),
        ("<p>Комитет</p> принял", ["Комитет", "принял"]),
        ("a <b>b </b> c", ["a b c"]),
        ("<p></p>", [""]),
    ],
)
def test_markup_is_left_out(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


def test_a_tag_of_the_original_is_one() -> None:
    original = markup_in("<filename>a</filename>")
    assert holds_tags(markup_in("<filename>а<filename>", like=original))
    assert not holds_tags(markup_in("<filename>а<filename>"))


def test_blocks_have_their_kinds() -> None:
    found = read("<h2>А</h2><p>Б</p><ul><li>В<ol><li>Г</li></ol></li></ul><table><tr><td>Д</td></tr></table>")
    assert [(block.kind, block.depth) for block in found] == [
        (Kind.HEADING, 2),
        (Kind.PARAGRAPH, 0),
        (Kind.LIST_ITEM, 1),
        (Kind.LIST_ITEM, 2),
        (Kind.TABLE_CELL, 0),
    ]


def test_tags_outside_of_the_text_belong_to_the_nearest() -> None:
    first, second = read('<div class="a"><p>А</p><p>Б</p></div>')
    assert [code.text for code in first.codes] == ['<div class="a">', "<p>", "</p>"]
    assert [code.text for code in second.codes] == ["<p>", "</p>", "</div>"]


def test_code_and_marks_of_notes_are_no_prose() -> None:
    (block,) = read("Команда <code>ls -l</code> и доклад<sup>[10]</sup>.")
    spans = [block.text[code.span.start : code.span.end] for code in block.codes]
    assert [span for span in spans if span] == ["ls -l", "[10]"]


def test_as_one_block_the_paragraphs_are_lines() -> None:
    (block,) = read("<p>А</p><p>Б</p>", parted=False)
    assert block.text == "А Б"


PARTS = """
<p> </p> <b> </b> <br> слово &amp; &nbsp; <img> <li> <code> </code> <sup> </sup> <style> </style> <x> <!-- -->
<div> </div> &shy; <table>
"""


@given(st.lists(st.sampled_from([*PARTS.split(), " ", "  \n", "\u00ad", "<a b='c'>"])), st.booleans())
def test_every_letter_stands_where_its_piece_says(parts: list[str], parted: bool) -> None:
    text = "".join(parts)
    for block in read(text, parted=parted):
        for piece in block.pieces:
            inner = block.text[piece.start : piece.start + piece.length]
            raw = text[piece.offset : piece.offset + (piece.width or piece.length)]
            assert raw == inner or raw.startswith("&") or (inner == " " and not raw.strip())
        assert all(0 <= code.span.start <= code.span.end <= len(block.text) for code in block.codes)
