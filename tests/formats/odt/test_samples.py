"""Word files saved as ODT by LibreOffice: what they say, what is found in them and corrected is the same."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import layouts
import pytest

from termcheck import formats
from termcheck.fixes import corrections
from termcheck.formats import docx_writing, odt
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Finding, Segment
from termcheck.pipeline import check_files

SAMPLES = Path(__file__).parents[3] / "samples"
Settle = Callable[..., bytes]
DAY = datetime(2024, 3, 12, 9, 30)


def told(finding: Finding) -> tuple[str, str, str, tuple[str, ...]]:
    passage = finding.problem.passage
    return finding.check, finding.place.label, passage.text, finding.problem.suggestions


def seen(segment: Segment) -> tuple[object, ...]:
    return segment.kind, segment.mark, segment.text, segment.level, segment.place.label, segment.notes


LAYOUTS = {layout.__name__: layout for layout in layouts.LAYOUTS}


def word(name: str, language: str) -> bytes:
    """The bytes of a sample or of a layout as a Word file."""
    if name in LAYOUTS:
        return layouts.build(LAYOUTS[name], language)
    return (SAMPLES / f"{name}.{language}.docx").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["planted", "clean", *LAYOUTS])
def test_an_odt_says_what_the_docx_says(
    name: str, libreoffice: Settle, tmp_path: Path, glossary: CompiledGlossary
) -> None:
    pairs = []
    for suffix in ("docx", "odt"):
        for language in ("ru", "en"):
            data = word(name, language)
            (tmp_path / f"{language}.{suffix}").write_bytes(
                data if suffix == "docx" else libreoffice(data, "odt")
            )
        documents = [formats.read(tmp_path / f"{language}.{suffix}", language) for language in ("ru", "en")]
        (result,) = check_files(tmp_path / f"ru.{suffix}", tmp_path / f"en.{suffix}", glossary)
        pairs.append(([list(map(seen, d.segments)) for d in documents], list(map(told, result.findings))))
    assert len(pairs[0][0][0]) > 20
    assert pairs[0] == pairs[1]


@pytest.mark.slow
def test_an_odt_is_corrected_as_the_docx_is(
    libreoffice: Settle, tmp_path: Path, glossary: CompiledGlossary
) -> None:
    read = {}
    for suffix, track in (("docx", docx_writing.track_changes), ("odt", odt.track_changes)):
        file, original = tmp_path / f"ru.{suffix}", SAMPLES / "planted.en.docx"
        data = word("planted", "ru")
        file.write_bytes(data if suffix == "docx" else libreoffice(data, "odt"))
        edits = corrections(check_files(file, original, glossary), unsafe=True)
        made, done = track(file.read_bytes(), edits, day=DAY, shown=file.name)
        assert done == edits
        file.write_bytes(made)
        read[suffix] = [seen(segment) for segment in formats.read(file, "ru").segments]
        if suffix == "odt":
            file.write_bytes(libreoffice(made, "odt", source="odt", accept=True))
            read["accepted"] = [seen(segment) for segment in formats.read(file, "ru").segments]
    assert len(edits) > 30
    assert read["docx"] == read["odt"] == read["accepted"]
