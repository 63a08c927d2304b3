"""The law of PDF: what LibreOffice prints of a Word file gives the segments and findings of that file."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import layouts
import pytest

from termcheck.formats import read
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.pipeline import check_files

pytestmark = pytest.mark.slow
NAMES = [layout.__name__ for layout in layouts.LAYOUTS]
_LIKENESS = 0.99  # F1 of the segments


@pytest.fixture(scope="module")
def printed(office: Callable[..., list[Path]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with all layouts in both languages, as Word files and as PDF."""
    folder = tmp_path_factory.mktemp("layouts")
    files = []
    for layout in layouts.LAYOUTS:
        for language in layouts.LANGUAGES:
            file = folder / f"{layout.__name__}.{language}.docx"
            file.write_bytes(layouts.build(layout, language))
            files.append(file)
    office(files, folder)
    return folder


def segments(path: Path, language: str) -> Counter[str]:
    """Labels and texts, whatever the kind of each is called."""
    return Counter(f"{segment.mark} {segment.text}".strip() for segment in read(path, language).segments)


def findings(russian: Path, glossary: CompiledGlossary) -> Counter[tuple[Any, ...]]:
    english = russian.with_name(russian.name.replace(".ru.", ".en."))
    (result,) = check_files(russian, english, glossary)
    return Counter(
        (
            finding.check,
            "" if finding.problem.absent else finding.problem.passage.text,
            tuple(finding.problem.suggestions),
        )
        for finding in result.findings
    )


@pytest.mark.parametrize("language", layouts.LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_pages_give_the_segments_of_the_word_file(printed: Path, name: str, language: str) -> None:
    word = segments(printed / f"{name}.{language}.docx", language)
    pages = segments(printed / f"{name}.{language}.pdf", language)
    likeness = 2 * (word & pages).total() / (word.total() + pages.total())
    assert likeness >= _LIKENESS, (word - pages, pages - word)


@pytest.mark.parametrize("name", NAMES)
def test_pages_give_the_findings_of_the_word_file(
    printed: Path, glossary: CompiledGlossary, name: str
) -> None:
    found = findings(printed / f"{name}.ru.docx", glossary)
    assert found.total() > 2  # what is planted in layouts.toml
    assert findings(printed / f"{name}.ru.pdf", glossary) == found
