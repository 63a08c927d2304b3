"""The samples, saved as ODT by LibreOffice: what they say and what is found in them is the same."""

from collections.abc import Callable
from pathlib import Path

import pytest

from termcheck import formats
from termcheck.glossary.compiled import CompiledGlossary
from termcheck.model import Finding, Segment
from termcheck.pipeline import check_files

SAMPLES = Path(__file__).parents[3] / "samples"
Settle = Callable[..., bytes]


def told(finding: Finding) -> tuple[str, str, str, tuple[str, ...]]:
    passage = finding.problem.passage
    return finding.check, finding.place.label, passage.text, finding.problem.suggestions


def seen(segment: Segment) -> tuple[object, ...]:
    return segment.kind, segment.mark, segment.text, segment.level, segment.place.label, segment.notes


@pytest.mark.slow
@pytest.mark.parametrize("name", ["planted", "clean"])
def test_an_odt_says_what_the_docx_says(
    name: str, libreoffice: Settle, tmp_path: Path, glossary: CompiledGlossary
) -> None:
    pairs = []
    for suffix in ("docx", "odt"):
        for language in ("ru", "en"):
            data = (SAMPLES / f"{name}.{language}.docx").read_bytes()
            (tmp_path / f"{language}.{suffix}").write_bytes(
                data if suffix == "docx" else libreoffice(data, "odt")
            )
        documents = [formats.read(tmp_path / f"{language}.{suffix}", language) for language in ("ru", "en")]
        (result,) = check_files(tmp_path / f"ru.{suffix}", tmp_path / f"en.{suffix}", glossary)
        pairs.append(([list(map(seen, d.segments)) for d in documents], list(map(told, result.findings))))
    assert len(pairs[0][0][0]) > 80
    assert pairs[0] == pairs[1]
