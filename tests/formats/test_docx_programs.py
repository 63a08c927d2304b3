"""Word files as other programs write them: LibreOffice and pandoc, from the samples.

Each program has ways of its own to write headings, lists, notes and links. What a linguist is told must not
depend on them.
"""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from termcheck.formats import read
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Document, Finding, Kind
from termcheck.pipeline import check_files

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = [f"{name}.{language}" for name in ("clean", "planted") for language in ("ru", "en")]
WRITERS = ["pandoc", "LibreOffice from OpenDocument", "LibreOffice from Word"]
# "smart" would turn straight quotes into curly ones, which is what the samples are about.
MARKDOWN = "markdown-smart"


def run(program: str, package: str, *arguments: str | Path) -> None:
    if shutil.which(program) is None:
        pytest.fail(f"{program} is missing; install it with: apt-get install {package}", pytrace=False)
    done = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr


def pandoc(source: Path, target: Path) -> None:
    run("pandoc", "pandoc", "--from", MARKDOWN, source, "--output", target)


def to_word(sources: list[Path], folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"  # one that no open window holds
    run(
        "soffice",
        "libreoffice-writer",
        profile,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        folder,
        *sources,
    )


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A folder for each writer, with the samples as it writes them."""
    by_pandoc, by_way_of_odt, from_word = (
        tmp_path_factory.mktemp(name) for name in ("pandoc", "odt", "word")
    )
    for name in NAMES:
        pandoc(SAMPLES / f"{name}.md", by_pandoc / f"{name}.docx")
        pandoc(SAMPLES / f"{name}.md", by_way_of_odt / f"{name}.odt")
    to_word([by_way_of_odt / f"{name}.odt" for name in NAMES], by_way_of_odt)
    to_word([SAMPLES / f"{name}.docx" for name in NAMES], from_word)
    return dict(zip(WRITERS, (by_pandoc, by_way_of_odt, from_word), strict=True))


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [
        (one.check, one.place.label, one.problem.passage.text, one.problem.suggestions) for one in findings
    ]


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("name", ["clean", "planted"])
def test_the_same_findings_as_in_markdown(
    written: dict[str, Path], writer: str, name: str, glossary: CompiledGlossary
) -> None:
    markdown, word = (
        list(check_files(folder / f"{name}.ru{suffix}", folder / f"{name}.en{suffix}", glossary))
        for folder, suffix in ((SAMPLES, ".md"), (written[writer], ".docx"))
    )
    assert told(word[0].findings) == told(markdown[0].findings)
    assert bool(word[0].findings) == (name == "planted")


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("name", NAMES)
def test_the_same_text_and_links_as_in_markdown(written: dict[str, Path], writer: str, name: str) -> None:
    language = name.rpartition(".")[2]
    markdown = read(SAMPLES / f"{name}.md", language)
    word = read(written[writer] / f"{name}.docx", language)
    own = [segment for segment in word.segments if segment.kind is not Kind.HEADER]
    assert [(s.text, s.links) for s in own] == [(s.text, s.links) for s in markdown.segments]
    if (
        writer == "LibreOffice from Word"
    ):  # pandoc takes the agenda after paragraph 18 for paragraphs 19 to 23
        assert [s.mark for s in own] == [s.mark for s in markdown.segments]
    assert (word.date, word.symbol) == (markdown.date, markdown.symbol)


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("name", NAMES)
def test_pieces_lead_to_their_letters(
    written: dict[str, Path],
    writer: str,
    name: str,
    find_misplaced_runs: Callable[[Document, bytes], list[tuple[str, str]]],
) -> None:
    path = written[writer] / f"{name}.docx"
    document = read(path, name.rpartition(".")[2])
    assert find_misplaced_runs(document, path.read_bytes()) == []
    covered = sum(piece.length for segment in document.segments for piece in segment.origin)
    assert covered > 0.98 * sum(len(segment.text) for segment in document.segments)


LISTS = """
Доклад см. в документе [A/76/150](https://undocs.org/A/76/150)[^1].

I.  Первый.

    a)  буква а;

        i)  римская;

        ii) вторая;

    b)  буква b.

II. Второй.

После списка[^2].

4.  Четвертый.

    - пункт

[^1]: См. [A/76/151](https://undocs.org/A/76/151).
[^2]: Там же.
"""


@pytest.mark.parametrize("writer", ["pandoc", "LibreOffice"])
def test_lists_notes_and_links(tmp_path: Path, writer: str) -> None:
    """The labels are those that the programs themselves print, taken from their plain text."""
    source, target, printed = (tmp_path / f"text.{suffix}" for suffix in ("md", "docx", "txt"))
    source.write_text(LISTS, encoding="utf-8")
    if writer == "pandoc":
        pandoc(source, target)
    else:
        pandoc(source, target.with_suffix(".odt"))
        to_word([target.with_suffix(".odt")], tmp_path)
    run(
        "soffice",
        "libreoffice-writer",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        tmp_path,
        target,
    )
    lines = [re.sub(r"\s+", " ", line).strip("\ufeff ") for line in printed.read_text("utf-8").split("\n")]
    segments = read(target, "ru").segments
    numbered = [f"{s.mark} {s.text}" for s in segments if s.mark and s.kind is not Kind.FOOTNOTE]
    assert [line for line in numbered if "пункт" not in line] == [
        line for line in lines if re.match(r"[IVXivxab\d]+[.)] ", line)
    ]
    assert len(numbered) == 8
    links = [s.text[span.start : span.end] + " " + to for s in segments for span, to in s.links]
    assert links == [f"A/76/{number} https://undocs.org/A/76/{number}" for number in (150, 151)]
    assert [(s.mark, s.text) for s in segments if s.kind is Kind.FOOTNOTE] == [
        ("1", "См. A/76/151."),
        ("2", "Там же."),
    ]
