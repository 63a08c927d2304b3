"""The law of `termcheck fix` with its counts: what it makes is never worse.

    python tests/bench/bench_fix.py FILE … [--source FOLDER]

Corrects each file, certain corrections alone and then with --unsafe, checks the result again, and prints a
Markdown table: findings at warning and error, corrections made, those that did not prove right and were not
made, findings after, and new ones among them: those of a check of which their place had fewer before. In a
place without corrections they come from the corrections of others: a name in a list that is out of order.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

COMMAND = [sys.executable, "-m", "termcheck"]
MADE = re.compile(r"(\d+) corrections? made")
REFUSED = "stays and does not become"
Counts = Counter[tuple[str, str, str]]


def run(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    done = subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise SystemExit(done.stderr)
    return done


def findings(file: Path, source: list[str | Path]) -> Counts:
    """How many errors and warnings of each check each place has."""
    said: dict[str, Any] = json.loads(run("check", file, *source, "--format", "json", "--no-cache").stdout)
    return Counter(
        (found["check"], found["place"]["label"], str(found["place"]["unit"]))
        for found in said["findings"]
        if found["severity"] != "hint" and found["path"] == str(file)
    )


def row(file: Path, source: list[str | Path], *, unsafe: bool) -> str:
    before = findings(file, source)
    with tempfile.TemporaryDirectory() as folder:
        fixed = Path(folder, file.name)
        said = run("fix", file, *source, "-o", fixed, *(["--unsafe"] if unsafe else [])).stderr
        after = findings(fixed, source)
    made = MADE.search(said)
    new = after - before
    cells = (
        f"{file.name}{' (unsafe)' if unsafe else ''}",
        before.total(),
        made[1] if made else 0,
        said.count(REFUSED),
        after.total(),
        new.total(),
        ", ".join(f"{check} at {label}" for check, label, _ in list(new)[:3]),
    )
    return f"| {' | '.join(map(str, cells))} |"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument(
        "--source", type=Path, help="a folder of originals under the same names, .ru. being .en."
    )
    options = parser.parse_args()
    print("| file | findings | corrected | not proven | findings after | new | where |")
    print("|---|--:|--:|--:|--:|--:|---|")
    for file in options.files:
        original = options.source / file.name.replace(".ru.", ".en.") if options.source else None
        source: list[str | Path] = ["--source", original] if original else []
        for unsafe in (False, True):
            print(row(file, source, unsafe=unsafe), flush=True)


if __name__ == "__main__":
    main()
