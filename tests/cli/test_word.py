"""Word documents out: findings as comments, corrections as tracked changes."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Refused = Callable[..., str]

PARAGRAPHS = (
    "1. Рабочая группа рассмотрела документ СТОС/COP/WG.4/2021/1.",
    "2. С сообщением выступил представитель Молдовы. Группа приняла его к сведению.",
)
ENGLISH = (
    "1. The Working Group considered document CTOC/COP/WG.4/2021/1.",
    "2. A statement was made by the representative of the Republic of Moldova. The Group took note of it.",
)


def part(file: str, name: str) -> str:
    with zipfile.ZipFile(file) as archive:
        return archive.read(name).decode()


@pytest.fixture
def word(here: Path, docx: Callable[..., bytes]) -> tuple[Path, Path]:
    """The report with mistakes, ru.docx, and its original, en.docx."""
    Path("ru.docx").write_bytes(docx(*PARAGRAPHS))
    Path("en.docx").write_bytes(docx(*ENGLISH))
    return Path("ru.docx"), Path("en.docx")


def test_findings_are_comments(run: Run, word: tuple[Path, Path]) -> None:
    result = run("check", word[0], "--source", word[1], "--format", "docx", "-o", "commented.docx")
    assert (result.exit_code, result.stdout) == (1, "")
    body, comments = part("commented.docx", "word/document.xml"), part("commented.docx", "word/comments.xml")
    assert '<w:commentRangeStart w:id="0"/><w:r><w:t>СТОС/COP/WG.4/2021/1</w:t></w:r>' in body
    assert '<w:commentRangeStart w:id="1"/><w:r><w:t>Молдовы</w:t></w:r><w:commentRangeEnd w:id="1"/>' in body
    for words in ("symbol/mixed-script", "“Republic of Moldova” (para. 2)", "Республики Молдова"):
        assert words in comments


def test_only_what_is_asked_for_is_a_comment(run: Run, word: tuple[Path, Path]) -> None:
    run("check", word[0], "--format", "docx", "-o", "c.docx", "--select", "symbol")
    assert part("c.docx", "word/comments.xml").count("<w:comment ") == 1
    run("check", word[0], "--format", "docx", "-o", "clean.docx", "--select", "date")
    assert Path("clean.docx").read_bytes() == word[0].read_bytes()


def test_a_fault_of_the_original_stands_at_the_beginning(
    run: Run, here: Path, docx: Callable[..., bytes]
) -> None:
    Path("ru.docx").write_bytes(docx("1. Группа рассмотрела документ CTOC/COP/WG.4/2021/1."))
    Path("en.docx").write_bytes(docx("1. The Group considered document СТОС/COP/WG.4/2021/1."))
    run("check", "ru.docx", "--source", "en.docx", "--format", "docx", "-o", "c.docx", "--show", "hint")
    body, comments = part("c.docx", "word/document.xml"), part("c.docx", "word/comments.xml")
    assert "<w:p><w:commentRangeStart" in body
    assert "In the English (para. 1): " in comments
    assert "source/malformed-symbol" in comments


def test_a_folder_of_documents_goes_into_a_folder(run: Run, word: tuple[Path, Path]) -> None:
    for path in ("ru/2021/report.docx", "ru/other.docx"):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(word[0].read_bytes())
    assert run("check", "ru", "--format", "docx", "-o", "out").exit_code == 1
    assert "Молдовы" in part("out/2021/report.docx", "word/document.xml")
    assert "w:comment " in part("out/other.docx", "word/comments.xml")
    assert run("check", word[0], "--format", "docx", "-o", "out").exit_code == 1
    assert "w:comment " in part("out/ru.docx", "word/comments.xml")


def test_comments_that_could_go_nowhere(refused: Refused, word: tuple[Path, Path], clean: Path) -> None:
    assert refused("check", "ru.docx", "--format", "docx").startswith("--format docx: needs --output FILE")
    said = refused("check", "ru.docx", "en.docx", "--format", "docx", "-o", "ru.docx")
    assert said.startswith("--output ru.docx: is a file; ")
    said = refused("check", clean, "--format", "docx", "-o", "out.docx")
    assert said.startswith("clean.md: --format docx writes comments into DOCX files only")


def test_corrections_are_tracked_changes(run: Run, word: tuple[Path, Path]) -> None:
    before = word[0].read_bytes()
    result = run("fix", word[0], "--source", word[1], "-o", "fixed.docx")
    assert result.exit_code == 0
    assert result.stderr.startswith("termcheck: fixed.docx: 2 corrections made")
    assert word[0].read_bytes() == before
    body = part("fixed.docx", "word/document.xml")
    assert ">СТОС</w:delText></w:r></w:del><w:ins " in body
    assert ">CTOC</w:t></w:r></w:ins>" in body
    again = run("check", "fixed.docx", "--source", word[1], "--format", "json")
    assert json.loads(again.stdout)["findings"] == []


def test_fix_writes_into_the_document_itself(run: Run, word: tuple[Path, Path]) -> None:
    assert run("fix", word[0], "--source", word[1]).exit_code == 0
    assert "w:del " in part("ru.docx", "word/document.xml")
    assert "0 corrections made" in run("fix", word[0], "--source", word[1]).stderr


def test_the_difference_is_shown_by_sentences(run: Run, word: tuple[Path, Path]) -> None:
    before = word[0].read_bytes()
    shown = run("fix", word[0], "--source", word[1], "--diff").stdout
    assert "\n-para. 2: С сообщением выступил представитель Молдовы.\n" in shown
    assert "\n+para. 2: С сообщением выступил представитель Республики Молдова.\n" in shown
    assert "Группа" not in shown
    assert word[0].read_bytes() == before


def test_fix_tells_of_a_broken_document(refused: Refused, here: Path) -> None:
    Path("a.docx").write_bytes(b"PK")
    assert refused("fix", "a.docx").startswith("a.docx: is not a DOCX file, or a broken one")
