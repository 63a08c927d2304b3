"""Compare our names of States with a table of official ones.

Usage: compare_country_names.py TABLE [--glossary FILE]

The table is a CSV with the columns iso3, en_short, en_formal, ru_short and ru_formal; rows without ru_short
are passed over. Prints every disagreement and ends with status 1 if there is one.
"""

import argparse
import csv
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

GLOSSARY = Path(__file__).parents[2] / "glossaries" / "countries.toml"


def folded(name: str) -> str:
    """Return the name without the marks of the table: articles, asterisks, straight apostrophes."""
    name = name.replace("(the)", "").replace("*", "").replace("'", "’")
    return re.sub(r"^the ", "", " ".join(name.split()))


def preferred(concept: dict[str, Any], register: str, language: str) -> str:
    """Return the preferred term of a register, "" if it has none."""
    terms = concept.get(register, {}).get(language, [])
    for index, term in enumerate(terms if isinstance(terms, list) else [terms]):
        entry = {"text": term} if isinstance(term, str) else term
        if entry.get("status", "preferred" if index == 0 else "admitted") == "preferred":
            return str(entry["text"])
    return ""


def disagreements(row: dict[str, str], concept: dict[str, Any]) -> Iterator[str]:
    """Yield a line for each name of the row that is not ours."""
    for language in ("en", "ru"):
        for register in ("short", "formal"):
            theirs = folded(row[f"{language}_{register}"])
            # "Iran (Islamic Republic of)": a table in alphabetical order holds the list form for a short one.
            ours = preferred(concept, "list" if theirs.endswith(")") else register, language)
            if folded(ours) != theirs:
                yield f"{row['iso3']} {register}.{language}: ours «{ours}», theirs «{theirs}»"


def main() -> int:
    """Print the disagreements; return the exit status."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("table", type=Path)
    arguments.add_argument("--glossary", type=Path, default=GLOSSARY)
    options = arguments.parse_args()
    concepts = tomllib.loads(options.glossary.read_text(encoding="utf-8"))["concept"]
    ours = {concept["id"]: concept for concept in concepts}
    with options.table.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["ru_short"]]
    agreeing = 0
    for row in rows:
        found = list(disagreements(row, ours.get(row["iso3"], {})))
        agreeing += not found
        for line in found:
            print(line)
    print(f"{agreeing} of {len(rows)} agree")
    return 0 if agreeing == len(rows) else 1


if __name__ == "__main__":
    sys.exit(main())
