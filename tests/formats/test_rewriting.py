"""Corrections put into files: what is marked changes, nothing else does."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termcheck.errors import InputError
from termcheck.formats.decoding import Decoded
from termcheck.formats.markdown import read_markdown
from termcheck.formats.plain import read_plain
from termcheck.formats.rewriting import Edit, rewrite
from termcheck.formats.structure import document
from termcheck.model import Document, Passage, Span


def read(text: str, suffix: str) -> Document:
    blocks = read_plain(text) if suffix == ".txt" else read_markdown(text)
    return document(blocks, path=f"a{suffix}", language="ru")


def edit(side: Document, old: str, new: str) -> Edit:
    segment = next(segment for segment in side.segments if old in segment.text)
    start = segment.text.index(old)
    return Edit(Passage(segment, Span(start, start + len(old))), new)


CASES = {
    "a word": (
        "Доклад Молдовы принят.",
        "Молдовы",
        "Республики Молдова",
        "Доклад Республики Молдова принят.",
    ),
    "over a line break": (
        "см. документ CTOC/\nCOP/2008/19 и записку",
        "CTOC/ COP/2008/19",
        "CTOC/COP/2008/19",
        "см. документ CTOC/COP/2008/19 и записку",
    ),
    "a line break that stays": (
        "доклад Генерального\nСекретаря принят",
        "Генерального Секретаря",
        "Генерального секретаря",
        "доклад Генерального\nсекретаря принят",
    ),
    "bold stays bold": (
        "Доклад **Европейского Союза** принят.",
        "Европейского Союза",
        "Европейского союза",
        "Доклад **Европейского союза** принят.",
    ),
    "markup within": (
        "Доклад *Генерального* **Секретаря** принят.",
        "Генерального Секретаря",
        "Генеральному секретарю",
        "Доклад *Генеральному* **секретарю** принят.",
    ),
    "an entity": (
        "А &amp; Б, Свазиленд &amp; Чили",
        "Свазиленд &",
        "Эсватини и",
        "А &amp; Б, Эсватини и Чили",
    ),
    "something put in": ("заседание в Вене", "в", "в г.", "заседание в г. Вене"),
    "something taken out": ("документ A/ HRC/52/33.", "A/ HRC/52/33", "A/HRC/52/33", "документ A/HRC/52/33."),
    "at the very beginning": ("Молдова", "Молдова", "Республика Молдова", "Республика Молдова"),
}


@pytest.mark.parametrize("name", CASES)
def test_only_what_is_wrong_changes(name: str) -> None:
    text, old, new, answer = CASES[name]
    made = rewrite(Decoded(text, "utf-8"), [edit(read(text, ".md"), old, new)], shown="a.md")
    assert made.decode() == answer


def test_encoding_and_byte_order_mark_stay() -> None:
    text = "Доклад Молдовы\r\n"
    file = Decoded(text, "utf-16-le", b"\xff\xfe")
    made = rewrite(file, [edit(read(text, ".txt"), "Молдовы", "Чада")], shown="a.txt")
    assert made == b"\xff\xfe" + "Доклад Чада\r\n".encode("utf-16-le")


def test_an_encoding_that_cannot_hold_a_correction_is_told() -> None:
    text = "Доклад Молдовы"
    with pytest.raises(InputError, match=r"a.txt: is in koi8-r, which cannot hold “’”; save it as UTF-8"):
        rewrite(Decoded(text, "koi8-r"), [edit(read(text, ".txt"), "Молдовы", "Кот-д’Ивуара")], shown="a.txt")


words = st.text("аб *_&\\`[]<>#1.\n", max_size=30)


@given(words, st.lists(st.integers(0, 40), max_size=4), st.text("вг ", min_size=1, max_size=3))
@settings(max_examples=200)
def test_the_text_read_again_has_the_edits(text: str, cuts: list[int], new: str) -> None:
    """Whatever the markup, plain text read again is the text with its corrections."""
    side = read(text, ".txt")
    if not side.segments:
        return
    segment = side.segments[0]
    bounds = sorted({min(cut, len(segment.text)) for cut in cuts})
    spans = [Span(a, b) for a, b in list(pairwise(bounds))[::2] if a < b]
    edits = [Edit(Passage(segment, span), new) for span in spans]
    made = rewrite(Decoded(text, "utf-8"), edits, shown="a.txt").decode()
    expected, at = "", 0
    for span in spans:
        expected += segment.text[at : span.start] + new
        at = span.end
    expected += segment.text[at:]
    assert "".join(expected.split()) in "".join(made.split())
