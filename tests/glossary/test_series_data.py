"""The list of document series agrees with itself, with the bodies and with the grammar of symbols."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from termcheck.symbols import parse

FOLDER = Path(__file__).parents[2] / "glossaries"
FILE: dict[str, Any] = tomllib.loads((FOLDER / "series.toml").read_text(encoding="utf-8"))
SERIES: list[dict[str, str]] = FILE["series"]
BODIES = (
    "bodies.toml",
    "conferences.toml",
    "entities.toml",
    "operations.toml",
    "organizations.toml",
    "regional.toml",
)
CONCEPTS: list[dict[str, Any]] = [
    concept
    for name in BODIES
    for concept in tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))["concept"]
]
# UNIDO has a Programme and Budget Committee and a General Conference too; IAEA has the latter as well.
SHARED = {"PBC", "GC"}


def names(concept: dict[str, Any]) -> set[str]:
    terms = concept.get("full", {}).get("en", [])
    listed = terms if isinstance(terms, list) else [terms]
    return {term if isinstance(term, str) else term["text"] for term in listed}


def bodies(symbol: str) -> set[str]:
    """Return the bodies of the longest prefix of the symbol that ends where a part of it ends."""
    prefixes = (entry["prefix"] for entry in SERIES)
    fitting = (prefix for prefix in prefixes if re.match(rf"{re.escape(prefix)}(?![A-Za-z0-9])", symbol))
    longest = max(fitting, key=len)
    return {entry.get("body", "") for entry in SERIES if entry["prefix"] == longest}


def test_there_are_many_series() -> None:
    assert len(SERIES) >= 300


def test_the_file_says_what_it_is() -> None:
    assert set(FILE) == {"glossary", "series"}
    assert FILE["glossary"]["domain"] == "series"
    assert FILE["glossary"]["title"] and FILE["glossary"]["authority"]


def test_an_entry_has_its_keys_and_no_others() -> None:
    assert [entry for entry in SERIES if not {"prefix", "name"} <= set(entry)] == []
    assert [entry for entry in SERIES if not set(entry) <= {"prefix", "body", "name", "authority"}] == []


@pytest.mark.parametrize("key", ["prefix", "body", "name", "authority"])
def test_what_is_said_is_not_empty(key: str) -> None:
    values = [entry[key] for entry in SERIES if key in entry]
    assert values
    assert [value for value in values if not value or value != " ".join(value.split())] == []


def test_prefixes_are_latin_parts_between_slashes() -> None:
    part = r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*"
    wrong = [entry["prefix"] for entry in SERIES if not re.fullmatch(rf"{part}(?:/{part})*", entry["prefix"])]
    assert wrong == []
    assert [entry["prefix"] for entry in SERIES if not entry["prefix"][0].isupper()] == []


def test_a_prefix_holds_no_year() -> None:
    assert [entry["prefix"] for entry in SERIES if re.search(r"(?:19|20)\d\d", entry["prefix"])] == []


def test_a_prefix_stands_once_unless_two_bodies_share_it() -> None:
    standing = Counter(entry["prefix"] for entry in SERIES)
    assert {prefix for prefix, count in standing.items() if count > 1} == SHARED


def test_no_two_prefixes_differ_in_capitals_alone() -> None:
    prefixes = {entry["prefix"] for entry in SERIES}
    assert len({prefix.casefold() for prefix in prefixes}) == len(prefixes)


def test_bodies_are_known() -> None:
    known = {concept["id"] for concept in CONCEPTS}
    assert [entry for entry in SERIES if "body" in entry and entry["body"] not in known] == []


def test_a_series_with_the_name_of_a_body_is_its_own() -> None:
    owners = {name: concept["id"] for concept in CONCEPTS for name in names(concept)}
    named = [entry for entry in SERIES if entry["name"] in owners]
    assert named
    assert [entry for entry in named if entry.get("body") != owners[entry["name"]]] == []


def test_typography() -> None:
    assert [entry["name"] for entry in SERIES if set(entry["name"]) & set("'\"`\u00a0\u00ad")] == []
    assert [entry["name"] for entry in SERIES if re.search("[А-Яа-яЁё]", entry["name"])] == []
    assert [entry["name"] for entry in SERIES if entry["name"].endswith(".")] == []


@pytest.mark.parametrize("prefix", sorted({entry["prefix"] for entry in SERIES}))
def test_the_grammar_of_symbols_reads_it(prefix: str) -> None:
    assert parse(f"{prefix}/2015/1") is not None


BODIES = {
    "CTOC/COP/WG.4/2021/1": {"working-group-on-trafficking-in-persons"},
    "CTOC/COP/WG.7/2013/2": {"working-group-on-the-smuggling-of-migrants"},
    "CTOC/COP/2008/19": {"conference-of-the-parties-to-the-organized-crime-convention"},
    "CAC/COSP/IRG/2015/4": {"implementation-review-group"},
    "CAC/COSP/IRG/I/3/1/Add.19": {"implementation-review-group"},
    "CAC/COSP/WG.2/2014/2": {"working-group-on-asset-recovery"},
    "E/CN.7/2015/8": {"commission-on-narcotic-drugs"},
    "E/CN.15/2015/5": {"commission-on-crime-prevention-and-criminal-justice"},
    "E/INCB/2014/1": {"international-narcotics-control-board"},
    "E/2015/47": {"economic-and-social-council"},
    "E/C.12/2015/1": {"committee-on-economic-social-and-cultural-rights"},
    "A/69/767": {"general-assembly"},
    "A/S-30/1": {"general-assembly"},
    "A/ES-10/671": {"general-assembly"},
    "A/C.3/70/L.2": {"third-committee"},
    "A/CN.9/829": {"uncitral"},
    "A/CONF.222/17": {"united-nations-congress-on-crime-prevention-and-criminal-justice"},
    "A/HRC/WG.6/22/PAN/1": {"working-group-on-the-universal-periodic-review"},
    "A/HRC/28/41": {"human-rights-council"},
    "CAT/OP/1": {"subcommittee-on-prevention-of-torture"},
    "S/RES/2201(2015)": {"security-council"},
    "S/PV.7363": {"security-council"},
    "DP/OPS/2015/3": {"unops"},
    "DP/2015/9": {"undp"},
    "ISBA/21/LTC/1": {"international-seabed-authority"},
    "PBC/9/OC/1": {"peacebuilding-commission", "unido"},
    "GC(59)/1": {"iaea", "unido"},
}


@pytest.mark.parametrize(("symbol", "expected"), BODIES.items())
def test_a_symbol_tells_its_body(symbol: str, expected: set[str]) -> None:
    assert bodies(symbol) == expected
