"""What is printed on pages for the conference services, in every format and both languages."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from termcheck.formats import read
from termcheck.formats.furniture import is_furniture
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Kind
from termcheck.pipeline import check_files

CERTAIN = [
    "V.15-01968 (R) 130415 140415",
    "V.15-01968 (E)",
    "GE.21-07650",
    "21-07650 (R)   120521   140521",
    "25-00001 3/12",
    "*1501968*",
    "* 1501968 *",
    "V.15-01968 (R) 130415 140415 *1501968*",
    "*1501968* Просьба отправить на вторичную переработку",
    "Please recycle ♲",
    "Просьба отправить на вторичную переработку",
    "ISSN 0252-0019",
    "2/25 V.15-01968",
]
LIKELY = ["25-00001", "2/25", "page 3/12", "стр. 4", "1501968", "Page 3 of 12"]
TEXT = [
    "Комиссия рассмотрела документ V.15-01968 (R).",
    "2015",
    "12",
    "15-17 мая",
    "A/HRC/52/33",
    "Распространение: общее",
    "Просьба отправить доклад на вторичную переработку до 3 мая.",
    "2/25 членов Комиссии",
    "58/1",
]


@pytest.mark.parametrize("text", CERTAIN)
def test_certain_furniture_is_no_text_anywhere(text: str) -> None:
    assert is_furniture(text, Kind.PARAGRAPH)
    assert is_furniture(text, Kind.TABLE_CELL)


@pytest.mark.parametrize("text", LIKELY)
def test_likely_furniture_is_a_figure_in_a_table(text: str) -> None:
    assert is_furniture(text, Kind.PARAGRAPH)
    assert is_furniture(text, Kind.HEADER)
    assert not is_furniture(text, Kind.TABLE_CELL)


@pytest.mark.parametrize("text", TEXT)
def test_text_is_text(text: str) -> None:
    assert not any(is_furniture(text, kind) for kind in (Kind.PARAGRAPH, Kind.TABLE_CELL))


PAGES = {
    "ru": """A/AC.9/2015/4

Distr.: General

12 March 2015

Russian

Original: English

V.15-01968 (R) 130415 140415

*1501968*

Просьба отправить на вторичную переработку

1. Комитет постановил передать рассмотрение вопроса о

15-01968 2/3

процедуре своей следующей сессии.

2. Комитет закрыл сессию.
V.15-01968 (R)

3/3

ISSN 0252-0019
""",
    "en": """A/AC.9/2015/4

Distr.: General

12 March 2015

Original: English

V.15-01234 (E) 120315

*1501234*

Please recycle

1. The Committee decided to transmit the question of procedure to its next session.

15-01234 2/2

2. The Committee closed the session.
""",
}


def paragraphs(text: str) -> str:
    runs = (f'<w:r><w:t xml:space="preserve">{line}</w:t></w:r>' for line in text.splitlines() if line)
    return "".join(f"<w:p>{run}</w:p>" for run in runs)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".docx"])
def test_no_finding_rests_on_it(
    suffix: str, tmp_path: Path, write_docx: Callable[..., bytes], glossary: CompiledGlossary
) -> None:
    files = {}
    for language, text in PAGES.items():
        files[language] = tmp_path / f"{language}{suffix}"
        data = write_docx(paragraphs(text)) if suffix == ".docx" else text.encode()
        files[language].write_bytes(data)
    (result,) = check_files(files["ru"], files["en"], glossary)
    told = [(segment.mark, segment.text) for segment in result.russian.segments]
    assert told == [
        ("", "A/AC.9/2015/4"),
        ("", "Distr.: General"),
        ("", "12 March 2015"),
        ("", "Russian"),
        ("", "Original: English"),
        ("1.", "Комитет постановил передать рассмотрение вопроса о процедуре своей следующей сессии."),
        ("2.", "Комитет закрыл сессию."),
    ]
    assert [(found.check, found.problem.passage.text) for found in result.findings] == [
        ("structure/broken-paragraph", "о процедуре")
    ]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "Distr.: General 12 March 2024 Russian Original: English",
            ["Distr.: General", "12 March 2024", "Russian", "Original: English"],
        ),
        (
            "A/AC.9/2024/4 Distr.: Limited 12 March 2024 Russian Original: English",
            ["A/AC.9/2024/4", "Distr.: Limited", "12 March 2024", "Russian", "Original: English"],
        ),
        (
            "Распространение: общее 12 марта 2024 года Русский Язык оригинала: английский",
            ["Распространение: общее", "12 марта 2024 года", "Русский", "Язык оригинала: английский"],
        ),
        (
            "Distr.: General A/AC.9/2024/4 12 March 2024 Original: English",
            ["Distr.: General", "A/AC.9/2024/4", "12 March 2024", "Original: English"],
        ),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_lines_of_the_head_that_run_together(
    line: str, parts: list[str], suffix: str, saved: Callable[[str, str], Path]
) -> None:
    symbol = "" if "A/AC" in line else "A/AC.9/2024/4\n\n"
    path = saved(f"ru{suffix}", f"{symbol}{line}\n\n1. Комитет открыл сессию.\n")
    document = read(path, "ru")
    assert (document.date, document.symbol) == (date(2024, 3, 12), "A/AC.9/2024/4")
    assert [segment.text for segment in document.segments if symbol == "" or segment.position][:-1] == parts
    assert {segment.place.label for segment in document.segments[:-1]} == {"front matter"}


def test_a_sentence_that_names_such_lines_stays_whole(saved: Callable[[str, str], Path]) -> None:
    text = "Комитет рассмотрел документ A/AC.9/2024/4 от 12 марта 2024 года на языке оригинала."
    assert [segment.text for segment in read(saved("ru.txt", text), "ru").segments] == [text]
