"""Front matter: a title and a description to be checked, all else for programs."""

from collections.abc import Callable

import pytest

from termcheck.formats.markdown import read_markdown
from termcheck.formats.structure import document, line_starts
from termcheck.model import Document, Kind


def read(text: str) -> Document:
    return document(read_markdown(text), path="a.md", language="ru", lines=line_starts(text))


@pytest.mark.parametrize(
    ("front", "metadata"),
    [
        ("---\ntitle: Доклад о мире # черновик\ntags: [Киргизия]\ndate: 2021-05-12\n---", ["Доклад о мире"]),
        ("---\n# мир\ntitle: \"Доклад \\\"А\\\"\"\n'description': 'О''мир'\n...", ['Доклад "А"', "О'мир"]),
        ("---\ndescription: >-\n  Доклад\n  о мире\n\n  и море\nslug: a\n---", ["Доклад о мире и море"]),
        ("---\ntitle: Доклад\n  о мире\nmenu:\n  main:\n    title: Киргизия\n---", ["Доклад о мире"]),
        ("---\r\ntitle: Доклад\r\n---\r", ["Доклад"]),
        ("---\nlayout: post\ntags:\n- Киргизия\ntitle:\n---", []),
        ("---\ntitle: {ru: Доклад}\n---", []),
        ('+++\ntitle = "Доклад \\"А\\""\nslug = "а"\n[params]\ndescription = "Мир"\n+++', ['Доклад "А"']),
        ("+++\ndescription = '''\nДоклад\nо мире'''\ntitle = 'О # мире'\n+++", ["Доклад о мире", "О # мире"]),
    ],
)  # fmt: skip
def test_title_and_description_alone(
    find_misplaced: Callable[..., list[tuple[str, str]]], front: str, metadata: list[str]
) -> None:
    text = f"{front}\n\n# Доклад\n\nТекст: Киргизия.\n"
    page = read(text)
    assert [s.text for s in page.segments if s.kind is Kind.METADATA] == metadata
    assert [s.text for s in page.segments if s.kind is not Kind.METADATA] == ["Доклад", "Текст: Киргизия."]
    assert find_misplaced(page, text, escapes="\\'") == []


def test_places_of_metadata_and_of_the_text_after_it() -> None:
    text = "---\nlayout: post\ntitle: Доклад\n---\nТекст.\n"
    places = [(s.place.label, s.place.line, s.place.column) for s in read(text).segments]
    assert places == [("metadata (title)", 3, 8), ("unnumbered para. 1", 5, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nDistr.: General\n4 May 2022\n\n---\n\nТекст.\n",
        "---\n\nТекст.\n\n---\n",
        "---\ntitle: Доклад\n",
        "Текст.\n\n---\ntitle: Доклад\n---\n",
    ],
)
def test_rules_around_a_text_are_no_front_matter(text: str) -> None:
    assert Kind.METADATA not in [segment.kind for segment in read(text).segments]
