"""Corrections in pages: tags, attributes and all else stay as they are."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.formats import escaping
from termcheck.formats.decoding import Decoded
from termcheck.formats.html import read_html
from termcheck.formats.rewriting import Edit, rewrite
from termcheck.formats.structure import document
from termcheck.model import Document, Passage, Span

PAGE = Path("a.html")


def read(text: str) -> Document:
    return document(read_html(text), path="a.html", language="ru")


def corrected(text: str, old: str, new: str) -> str:
    segment = next(segment for segment in read(text).segments if old in segment.text)
    start = segment.text.index(old)
    edit = Edit(Passage(segment, Span(start, start + len(old))), new)
    return rewrite(Decoded(text, "utf-8"), [edit], shown="a.html", escape=escaping(PAGE)).decode()


@pytest.mark.parametrize(
    ("text", "old", "new", "answer"),
    [
        ('<p title="Чехии">в Чехии', "Чехии", "Чешской Республике", '<p title="Чехии">в Чешской Республике'),
        ("<p>Генерального <b>Секре</b>таря", "Секретаря", "секретаря", "<p>Генерального <b>секре</b>таря"),
        ("<p>Мирового\n\t<i>Банка", "Мирового Банка", "Мировой банк", "<p>Мировой\n\t<i>банк"),
        ("<p>А &amp; Б, &laquo;мир&raquo;", "А & Б, «мир»", "А и Б <мир>", "<p>А и Б &lt;мир&gt;"),
        ("<p>&copy 2024; &nbsp&nbsp;5; всё", "© 2024; \xa0\xa05", "в 2024; 5", "<p>в 2024; 5; всё"),
        ("<p>5&nbsp;млн", "5\xa0млн", "6\xa0млн", "<p>6&nbsp;млн"),
        ("<p>Текст &#1063;ада", "Чада", "Нигера", "<p>Текст Нигера"),
        # A forced line break is a tag.
        ("<p>1. см. A/<br>HRC/52/33", "A/ HRC/52/33", "A/HRC/52/33", "<p>1. см. A/<br>HRC/52/33"),
    ],
)
def test_only_letters_of_the_text_change(text: str, old: str, new: str, answer: str) -> None:
    assert corrected(text, old, new) == answer


PARTS = [
    "аб",
    "в ",
    " г",
    "&nbsp;",
    "&laquo",
    "&amp;",
    "<b>",
    "</b>",
    "<i class='аб'>",
    "</i>",
    "\n ",
    "\xad",
    "д",
]


@given(
    st.lists(st.sampled_from(PARTS), max_size=12),
    st.integers(0, 20),
    st.integers(1, 6),
    st.text("жз<&", min_size=1, max_size=3),
)
def test_the_page_read_again_has_the_edit(parts: list[str], start: int, length: int, new: str) -> None:
    text = f"<p>{''.join(parts)}</p>"
    for segment in read(text).segments:
        span = Span(min(start, len(segment.text)), min(start + length, len(segment.text)))
        if span.start == span.end:
            continue
        edit = Edit(Passage(segment, span), new)
        made = rewrite(Decoded(text, "utf-8"), [edit], shown="a.html", escape=escaping(PAGE)).decode()
        expected = segment.text[: span.start] + new + segment.text[span.end :]
        # A blank that was folded into another one comes to light with it.
        assert "".join("".join(again.text.split()) for again in read(made).segments) == "".join(
            expected.split()
        )
