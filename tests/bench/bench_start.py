"""The whole process of a check against one that only makes ready what any such tool needs.

    python tests/bench/bench_start.py RUSSIAN ENGLISH [--runs 5]

Prints the median wall time of `termcheck check RUSSIAN --source ENGLISH`, of the same where an earlier run is
remembered, and of a Python process which imports spaCy and makes two blank pipelines and a pymorphy3
analyser, with the ratios to that.
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
    again = [sys.executable, "-m", "termcheck", "check", options.russian, "--source", options.english]
    check = [*again, "--no-cache"]
    baseline = [sys.executable, "-c", BASELINE]
    seconds(again), seconds(baseline)  # the first run compiles the glossaries
    # One after the other, so that a noisy moment of the machine falls on both.
    times = [(seconds(check), seconds(again), seconds(baseline)) for _ in range(options.runs)]
    first, second, theirs = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"check {first:.3f} s, again {second:.3f} s, baseline {theirs:.3f} s")
    print(f"ratios {first / theirs:.2f}, {second / theirs:.2f}")


if __name__ == "__main__":
    main()
