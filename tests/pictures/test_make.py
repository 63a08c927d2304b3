"""The pictures of the README: those that the script makes, and no others."""

import re
import runpy
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FOLDER = ROOT / "samples" / "pictures"
PICTURES = runpy.run_path(str(HERE / "make.py"))["PICTURES"]


def test_every_picture_is_there() -> None:
    assert sorted(one.name for one in FOLDER.iterdir()) == sorted(PICTURES)


def test_the_readme_shows_them_all() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"samples/pictures/([\w.-]+)", readme)) == set(PICTURES)


@pytest.mark.parametrize("name", PICTURES)
def test_a_page_with_them_loads_quickly(name: str) -> None:
    picture = (FOLDER / name).read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 300_000
