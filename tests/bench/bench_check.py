"""The check of a bilingual file against the mere tokenising of its two sides by spaCy's blank pipelines.

    python tests/bench/bench_check.py FILE.xlf [--runs 5]

Each in a process of its own, imports and loading aside, a first pass over the text; prints medians and
their ratio.
"""

import argparse
import statistics
import subprocess
import sys
from pathlib import Path

CHECK = """
import sys, time
from pathlib import Path
from termcheck import formats
from termcheck.glossary.bundled import bundled
from termcheck.glossary.compiled import load
from termcheck.language import morphology
from termcheck.language.pipelines import pipeline
from termcheck.pipeline import check
pipeline("ru"), pipeline("en"), morphology.readings("слово")
glossary = load(bundled())
pairs = formats.read_bilingual(Path(sys.argv[1]))
start = time.perf_counter()
for pair in pairs:
    check(pair.russian, pair.english, glossary, parallel=True)
print(time.perf_counter() - start)
"""
TOKENISE = """
import sys, time
from pathlib import Path
import spacy
from termcheck import formats
russian, english = spacy.blank("ru"), spacy.blank("en")
pairs = formats.read_bilingual(Path(sys.argv[1]))
start = time.perf_counter()
for pair in pairs:
    for nlp, document in ((russian, pair.russian), (english, pair.english)):
        for segment in document.segments:
            nlp.tokenizer(segment.text)
print(time.perf_counter() - start)
"""


def seconds(program: str, file: Path) -> float:
    run = subprocess.run(
        [sys.executable, "-c", program, str(file)], capture_output=True, text=True, check=True
    )
    return float(run.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    times = [(seconds(CHECK, options.file), seconds(TOKENISE, options.file)) for _ in range(options.runs)]
    ours, theirs = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"check {ours:.3f} s, tokenising {theirs:.3f} s, ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
