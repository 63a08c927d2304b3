"""The whole process of a check against one that only makes ready what any such tool needs.

    python tests/bench/bench_start.py RUSSIAN ENGLISH [--runs 5]

Prints the median wall time of `termcheck check RUSSIAN --source ENGLISH`, that of a Python process which
imports spaCy and makes two blank pipelines and a pymorphy3 analyser, and their ratio.
"""

import argparse
import statistics
import subprocess
import sys
import time

BASELINE = """
import spacy, pymorphy3
spacy.blank("ru"), spacy.blank("en"), pymorphy3.MorphAnalyzer()
"""


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    run = subprocess.run(command, capture_output=True, check=False)
    if run.returncode > 1:
        raise SystemExit(run.stderr.decode())
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("russian")
    parser.add_argument("english")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    check = [sys.executable, "-m", "termcheck", "check", options.russian, "--source", options.english]
    baseline = [sys.executable, "-c", BASELINE]
    seconds(check), seconds(baseline)  # the first run compiles the glossaries
    # One after the other, so that a noisy moment of the machine falls on both.
    times = [(seconds(check), seconds(baseline)) for _ in range(options.runs)]
    ours, theirs = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"check {ours:.3f} s, baseline {theirs:.3f} s, ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
