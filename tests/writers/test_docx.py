"""What a Word comment says."""

import io
import re
import zipfile
from datetime import datetime

from termcheck.model import (
    Document,
    Finding,
    Kind,
    Message,
    Passage,
    Piece,
    Place,
    Problem,
    Result,
    Segment,
    Severity,
    Span,
)
from termcheck.writers.docx import as_docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = "Выступил представитель Молдовы."
ENGLISH = "The representative of the Republic of Moldova spoke."


def package() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        body = f"<w:body><w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p></w:body>"
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}">{body}</w:document>')
    return made.getvalue()


def segment(path: str, text: str) -> Segment:
    node = "word/document.xml#/*/*[1]/*[1]/*[1]/*[1]"
    pieces = (Piece(0, len(text), 0, node),)
    return Segment(0, Place(path, "para. 2"), Kind.PARAGRAPH, text, pieces)


RUSSIAN = Document("ru.docx", "ru", (segment("ru.docx", TEXT),))
SOURCE = Document("en.docx", "en", (segment("en.docx", ENGLISH),))


def passage(document: Document, words: str) -> Passage:
    start = document.segments[0].text.index(words)
    return Passage(document.segments[0], Span(start, start + len(words)))


def comments(problem: Problem, severity: Severity = Severity.ERROR) -> list[str]:
    """The paragraphs of the comment on a problem."""
    place = problem.passage.segment.place
    finding = Finding("country/unofficial-name", severity, problem, place, "")
    made = as_docx(
        Result(RUSSIAN, SOURCE, None, (finding,)), Severity.WARNING, package(), datetime(2024, 3, 1)
    )
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        if "word/comments.xml" not in archive.namelist():
            return []
        xml = archive.read("word/comments.xml").decode()
    return ["".join(re.findall("<w:t[^>]*>([^<]*)", part)) for part in xml.split("<w:p>")[1:]]


MESSAGE = Message("“{name}” is not the official name", {"name": "Молдовы"})


def test_message_suggestion_english_and_check() -> None:
    problem = Problem(
        passage(RUSSIAN, "Молдовы"),
        MESSAGE,
        ("Республики Молдова", "Республике Молдова"),
        passage(SOURCE, "the Republic of Moldova"),
        related=(passage(RUSSIAN, "Выступил"), passage(RUSSIAN, "представитель")),
    )
    assert comments(problem) == [
        "Error: “Молдовы” is not the official name",
        "Write: Республики Молдова | Республике Молдова",
        "English: “the Republic of Moldova” (para. 2)",
        "See also: para. 2",
        "country/unofficial-name",
    ]


def test_what_is_missing_is_to_be_put_in() -> None:
    problem = Problem(passage(RUSSIAN, TEXT), MESSAGE, ("Молдова",), absent=True)
    assert "Insert: Молдова" in comments(problem, Severity.WARNING)


def test_a_fault_of_the_english_is_quoted() -> None:
    problem = Problem(passage(SOURCE, "Republic of Moldova"), MESSAGE)
    assert "In the English (para. 2): “Republic of Moldova”" in comments(problem)


def test_a_long_original_is_cut() -> None:
    source = Document("en.docx", "en", (segment("en.docx", "All of the States spoke. " * 40),))
    whole = Passage(source.segments[0], Span(0, len(source.segments[0].text)))
    [said] = [
        line
        for line in comments(Problem(passage(RUSSIAN, "Молдовы"), MESSAGE, source=whole))
        if line.startswith("English: ")
    ]
    assert said.endswith("…” (para. 2)")
    assert len(said) < 300


def test_what_is_not_asked_for_is_no_comment() -> None:
    assert comments(Problem(passage(RUSSIAN, "Молдовы"), MESSAGE), Severity.HINT) == []
