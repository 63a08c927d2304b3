"""--tracked: the tracked changes of Word files, accepted or rejected."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(paragraphs: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        xml = f'<w:document xmlns:w="{W}"><w:body>{paragraphs}</w:body></w:document>'
        archive.writestr("word/document.xml", xml)
    return buffer.getvalue()


def t(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.fixture
def edited(here: Path) -> str:
    """A report in which an editor has put «Республики Молдова» for «Молдовы»."""
    old = "<w:del><w:r><w:delText>Молдовы</w:delText></w:r></w:del>"
    new = f"<w:ins>{t('Республики Молдова')}</w:ins>"
    Path("ru.docx").write_bytes(word(f"<w:p>{t('1. Выступил представитель ')}{old}{new}{t('.')}</w:p>"))
    return "ru.docx"


def test_changes_are_read_as_accepted(run: Run, edited: str) -> None:
    assert "Молдов" not in run("check", edited).output
    assert run("check", edited).output == run("check", edited, "--tracked", "accepted").output


def test_changes_are_read_as_rejected_on_demand(run: Run, edited: str) -> None:
    result = run("check", edited, "--tracked", "rejected", "--fail-on", "warning")
    assert result.exit_code == 1
    assert "«Молдовы»" in result.output


def test_both_files_of_an_alignment(run: Run, here: Path, edited: str) -> None:
    old, new = "<w:del><w:r><w:delText>Italy</w:delText></w:r></w:del>", f"<w:ins>{t('Moldova')}</w:ins>"
    Path("en.docx").write_bytes(word(f"<w:p>{t('1. The representative of ')}{old}{new}{t(' spoke.')}</w:p>"))
    for way, russian, english in (
        ("accepted", "Республики Молдова", "Moldova"),
        ("rejected", "Молдовы", "Italy"),
    ):
        said = run(
            "align", edited, "--source", "en.docx", "--format", "tsv", "--tracked", way, "--force"
        ).output
        assert russian in said
        assert english in said


def test_another_word(run: Run, edited: str) -> None:
    result = run("check", edited, "--tracked", "ignored")
    assert result.exit_code == 2
    assert "accepted" in result.stderr
