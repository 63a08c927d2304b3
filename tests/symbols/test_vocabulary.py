"""The grammar knows the words of the series that the glossary lists."""

import re
import tomllib
from pathlib import Path

import pytest

from termcheck.symbols import Fault, faults, mend
from termcheck.symbols.vocabulary import WORDS

SERIES = Path(__file__).parents[2] / "glossaries" / "series.toml"
PREFIXES = [entry["prefix"] for entry in tomllib.loads(SERIES.read_text(encoding="utf-8"))["series"]]


@pytest.mark.parametrize("prefix", sorted(set(PREFIXES)))
def test_knows_the_bodies_of_the_glossary(prefix: str) -> None:
    # Two letters are left out: they would make a symbol of the number of any contract («ДП/ПП/2015/3»).
    bodies = re.findall(r"\b(?!III\b)[A-Za-z]{3,}", prefix.partition("/")[2])
    assert [word for word in bodies if word not in WORDS] == []


def test_mends_a_body_of_look_alikes_alone() -> None:
    assert mend("CAC/СОSР/2021/3") == mend("CAC/СОЅР/2021/3") == "CAC/COSP/2021/3"
    assert faults("CAC/СОЅР/2021/3") == {Fault.MIXED_SCRIPT}
