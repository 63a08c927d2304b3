"""Strict F1 of `termcheck align` on one pair of files.

    python tests/bench/score_gold.py RUSSIAN ENGLISH GOLD.tsv

GOLD has a line a bead: numbers of English segments in reading order, a tab, numbers of Russian ones.
seed.gold.tsv is the one of the report that the project grew from.
"""

import sys
from pathlib import Path

from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import load
from termcheck.pipeline import align_files


def main(russian: Path, english: Path, gold: Path) -> None:
    """Print precision, recall and F1 of the two-sided beads."""
    wanted = {line for line in gold.read_text(encoding="utf-8").splitlines() if not line.startswith("\t")}
    wanted = {line for line in wanted if not line.endswith("\t")}
    found = {
        "\t".join(
            ",".join(str(passage.segment.position) for passage in side) for side in (pair.source, pair.target)
        )
        for pair in align_files(russian, english, load(bundled())).pairs
        if pair.source and pair.target
    }
    right = len(found & wanted)
    precision, recall = right / max(len(found), 1), right / max(len(wanted), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"beads {len(wanted)} precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(*map(Path, sys.argv[1:]))
