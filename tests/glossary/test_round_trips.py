"""From TOML to each other format and back, for all bundled glossaries.

What a format cannot say, and is left out of the comparison: tables have no place for what a file says of
itself (title, authority, note), and neither they nor TBX have one for document series; all say so when asked.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from termcheck.errors import GlossaryError
from termcheck.glossary import toml, toml_writer
from termcheck.glossary.bundled import bundled
from termcheck.glossary.files import WRITERS, not_held, read, write
from termcheck.glossary.tbx import read_tbx, write_tbx
from termcheck.model import Glossary, Series

BUNDLED = [path for path in bundled() if toml.read(path).concepts]
TABLES = (".csv", ".tsv", ".xlsx")


def there_and_back(glossary: Glossary, path: Path) -> Glossary:
    path.write_bytes(write(path, glossary))
    return read(path)


def as_toml(glossary: Glossary) -> str:
    """A glossary as its TOML, in which the order of languages that a format changes makes no difference."""
    return toml_writer.write(glossary)


@pytest.mark.slow
@pytest.mark.parametrize("path", bundled(), ids=lambda path: path.stem)
def test_toml(path: Path, tmp_path: Path) -> None:
    glossary = read(path)
    back = there_and_back(glossary, tmp_path / path.name)
    assert as_toml(back) == as_toml(glossary)
    assert len(back.concepts) == len(glossary.concepts) and back.series == glossary.series


@pytest.mark.slow
@pytest.mark.parametrize("suffix", TABLES)
@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_tables(path: Path, suffix: str, tmp_path: Path) -> None:
    glossary = read(path)
    back = there_and_back(glossary, tmp_path / f"{path.stem}{suffix}")
    assert back.remarks == ()
    of_the_file = {"title": glossary.title, "authority": glossary.authority, "note": glossary.note}
    assert replace(back, **of_the_file) == replace(glossary, series=())


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["core", "min", "basic"])
@pytest.mark.parametrize("style", ["dca", "dct"])
@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_tbx(path: Path, dialect: str, style: str, tmp_path: Path) -> None:
    glossary = read(path)
    target = tmp_path / f"{path.stem}.tbx"
    target.write_bytes(write_tbx(glossary, dialect, style))
    back = read_tbx(target)
    assert back.remarks == ()
    assert as_toml(back) == as_toml(replace(glossary, series=()))


@pytest.mark.parametrize("suffix", WRITERS)
def test_what_is_left_out_is_told(suffix: str) -> None:
    series = Glossary(series=(Series("CTOC/COP"), Series("CAC/COSP")))
    told = not_held(Path(f"series{suffix}"), series)
    if suffix == ".toml":
        assert told == ()
    else:
        assert f"series{suffix}: " in told[0] and "no place for document series; 2 are left out" in told[0]


def test_a_file_of_series_alone_makes_no_tbx() -> None:
    with pytest.raises(GlossaryError, match="has no entries, and a TBX file needs one"):
        write(Path("series.tbx"), Glossary("Series", series=(Series("CTOC/COP"),)))


def test_a_format_that_is_not_known() -> None:
    with pytest.raises(GlossaryError, match=r"unknown format “\.doc”; glossaries are \.toml, \.csv"):
        read(Path("terms.doc"))
    with pytest.raises(GlossaryError, match=r"unknown format “\.xml”; glossaries are \.toml, \.csv"):
        write(Path("terms.xml"), Glossary())


def test_tbx_may_be_called_xml(tmp_path: Path) -> None:
    glossary = read(BUNDLED[0])
    path = tmp_path / "terms.xml"
    path.write_bytes(write_tbx(glossary))
    assert as_toml(read(path)) == as_toml(replace(glossary, series=()))
