"""Pages as LibreOffice and pandoc make them of a Word file: the same words and the same findings."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from termcheck.fixes import corrections
from termcheck.formats import escaping, read, read_decoded
from termcheck.formats.rewriting import rewrite
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Finding, Kind, Result
from termcheck.pipeline import check_files

SAMPLES = Path(__file__).parents[3] / "samples"
NAMES = [f"{name}.{language}" for name in ("clean", "planted") for language in ("ru", "en")]
Pages = dict[str, dict[str, Path]]


@pytest.fixture(scope="session")
def pages(office: Callable[..., list[Path]], tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The samples as pages, by the program that made them and by name."""
    folders = {program: tmp_path_factory.mktemp(program) for program in ("office", "pandoc")}
    office([SAMPLES / f"{name}.docx" for name in NAMES], folders["office"], to="html")
    if not shutil.which("pandoc"):
        pytest.fail("pandoc is missing: apt-get install pandoc", pytrace=False)
    for name in NAMES:
        page = folders["pandoc"] / f"{name}.html"
        subprocess.run(
            ["pandoc", "-s", SAMPLES / f"{name}.docx", "-o", page], check=True, capture_output=True
        )
    return {program: {name: folder / f"{name}.html" for name in NAMES} for program, folder in folders.items()}


def shown(path: Path) -> list[tuple[Kind, str, int, str]]:
    """What a reader sees of a file, but for headers, which are on no page, and the title of the window."""
    segments = read(path, path.stem[-2:]).segments
    return [
        (segment.kind, segment.place.label, segment.level, segment.text)
        for segment in segments
        if segment.kind not in (Kind.HEADER, Kind.METADATA)
    ]


def checked(russian: Path, glossary: CompiledGlossary) -> Result:
    (result,) = check_files(russian, russian.with_name(russian.name.replace(".ru.", ".en.")), glossary)
    return result


def told(finding: Finding) -> tuple[str, str, str, tuple[str, ...]]:
    words = "" if finding.problem.absent else finding.problem.passage.text
    return finding.check, finding.place.label, words, finding.problem.suggestions


@pytest.mark.parametrize("program", ["office", "pandoc"])
@pytest.mark.parametrize("name", NAMES)
def test_a_page_reads_as_the_word_file_that_it_was_made_of(pages: Pages, program: str, name: str) -> None:
    assert shown(pages[program][name]) == shown(SAMPLES / f"{name}.docx")


@pytest.mark.parametrize("program", ["office", "pandoc"])
@pytest.mark.parametrize("name", ["clean", "planted"])
def test_a_page_gives_the_findings_of_the_word_file(
    pages: Pages, program: str, name: str, glossary: CompiledGlossary
) -> None:
    result = checked(pages[program][f"{name}.ru"], glossary)
    word = checked(SAMPLES / f"{name}.ru.docx", glossary)
    assert [told(finding) for finding in result.findings] == [told(finding) for finding in word.findings]


@pytest.mark.parametrize("program", ["office", "pandoc"])
def test_corrections_leave_the_tags_of_a_page_alone(
    pages: Pages, program: str, glossary: CompiledGlossary
) -> None:
    page = pages[program]["planted.ru"]
    result = checked(page, glossary)
    edits = corrections([result], unsafe=True)
    file = read_decoded(page)
    text = rewrite(file, edits, shown="a.html", escape=escaping(page)).decode()
    tags = [part.partition(">")[0] for part in text.split("<")]
    assert tags == [part.partition(">")[0] for part in file.text.split("<")]
    corrected = page.with_name("corrected.ru.html")
    corrected.write_text(text, encoding="utf-8")
    before = {s.position: (s.mark, s.text) for s in result.russian.segments}
    after = {s.position: (s.mark, s.text) for s in read(corrected, "ru").segments}
    assert {at for at in after if after[at] != before[at]} == {e.passage.segment.position for e in edits}
